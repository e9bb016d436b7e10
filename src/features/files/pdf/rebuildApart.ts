import type { ChildProcess } from 'node:child_process'

import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { makeQueue } from '../../../lib/makeQueue.ts'
import type { Answer } from './process.ts'
import type { Fault } from './rebuild.ts'

/**
 * How long a file may take and a process may be idle, in milliseconds; how much memory it may use, in
 * megabytes.
 */
const limits = { idle: 10_000, memory: 1024, time: 60_000 }

/** Kept out of Next's bundle, where it is never run. */
const program = path.join(
  /* turbopackIgnore: true */ process.cwd(),
  'src/features/files/pdf/process.ts',
)

/** The rebuilt file, or why it is refused. */
type Result = { data: Buffer } | { fault: 'too-much' | Fault; unforeseen?: string }

/**
 * Runs `rebuildPDF` in a process of its own. Other requests go on meanwhile, and a malicious file that
 * takes for ever, or all memory, ends that process only. The process gets none of the settings.
 */
export const rebuildApart = (bytes: Buffer): Promise<Result> => inTurn(() => inProcess(bytes))

/** One process at a time, since each takes much memory. */
const inTurn = makeQueue()

/** The process of the last file, kept for the next one: starting it takes longer than most files. */
let idleProcess: ChildProcess | undefined
let idleTimer: NodeJS.Timeout | undefined

const inProcess = async (bytes: Buffer): Promise<Result> => {
  clearTimeout(idleTimer)
  const reused = idleProcess
  idleProcess = undefined
  if (reused?.connected) {
    const result = await rebuildIn(reused, bytes).catch(() => undefined)
    if (result && !('fault' in result && result.fault === 'too-much')) {
      return result
    }
    // It has died while idle, or earlier files have used up its memory: try again in a new one.
  }
  return rebuildIn(startProcess(), bytes)
}

const rebuildIn = async (child: ChildProcess, bytes: Buffer): Promise<Result> => {
  const settled = new AbortController()
  const { signal } = settled
  const timeout = setTimeout(() => child.kill('SIGKILL'), limits.time)
  const ended = once(child, 'exit', { signal }).then(([code, killedBy]): Result => {
    if (killedBy) {
      // It ran out of time, or of memory.
      return { fault: 'too-much' }
    }
    throw new Error(`The process that rebuilds PDFs has ended with code ${code}.`)
  })
  const answered = once(child, 'message', { signal }).then(([answer]) => {
    keepForNext(child)
    return resultOf(answer as Answer)
  })
  const result = Promise.race([answered, ended])
  // If no process could be started, `send` throws, and nobody else handles this rejection.
  result.catch(() => child.kill('SIGKILL'))
  try {
    child.send(bytes)
    return await result
  } finally {
    clearTimeout(timeout)
    settled.abort()
  }
}

const resultOf = (answer: Answer): Result =>
  'data' in answer ? { data: Buffer.from(answer.data) } : answer

const startProcess = (): ChildProcess => {
  const child = fork(/* turbopackIgnore: true */ program, {
    env: { NODE_ENV: process.env.NODE_ENV },
    execArgv: [
      '--conditions=production',
      '--import',
      'tsx',
      `--max-old-space-size=${limits.memory}`,
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // Handles an error while the process is idle, too, which would end the server otherwise.
  return child.on('error', () => child.kill('SIGKILL'))
}

/** Keeps a process for the next file for a while, without keeping the server alive for it. */
const keepForNext = (child: ChildProcess): void => {
  idleProcess = child
  idleTimer = setTimeout(() => child.disconnect(), limits.idle).unref()
  child.unref()
  child.channel?.unref()
}
