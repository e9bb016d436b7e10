import type { ChildProcess } from 'node:child_process'

import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { makeQueue } from '../../../lib/makeQueue.ts'
import type { Answer } from './process.ts'
import type { Fault } from './rebuild.ts'

/**
 * How long a file may take, and how long a process waits for the next one, in milliseconds; how much memory
 * it may take, in megabytes.
 */
const limits = { idle: 10_000, memory: 1024, time: 60_000 }

/** Next would take it into its bundle, where this never runs. */
const program = path.join(
  /* turbopackIgnore: true */ process.cwd(),
  'src/features/files/pdf/process.ts',
)

/** The file, or why there is none. */
type Result = { data: Buffer } | { fault: 'too-much' | Fault; unforeseen?: string }

/**
 * `rebuildPDF` in a process of its own: other requests go on meanwhile, and a file that was made to take
 * for ever, or all memory, ends that process only. It knows none of the settings.
 */
export const rebuildApart = (bytes: Buffer): Promise<Result> => inTurn(() => inProcess(bytes))

/** One process at a time, with its memory. */
const inTurn = makeQueue()

/** The process of the last file, which waits for the next: most files take less time than its start. */
let waiting: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined

const inProcess = async (bytes: Buffer): Promise<Result> => {
  clearTimeout(idle)
  const kept = waiting
  waiting = undefined
  if (kept?.connected) {
    const result = await rebuildIn(kept, bytes).catch(() => undefined)
    if (result && !('fault' in result && result.fault === 'too-much')) {
      return result
    }
    // It has died while it waited, or has no memory left after the files before.
  }
  return rebuildIn(startProcess(), bytes)
}

const rebuildIn = async (child: ChildProcess, bytes: Buffer): Promise<Result> => {
  const settled = new AbortController()
  const { signal } = settled
  const overdue = setTimeout(() => child.kill('SIGKILL'), limits.time)
  const ended = once(child, 'exit', { signal }).then(([code, killedBy]): Result => {
    if (killedBy) {
      // Out of time, or of memory.
      return { fault: 'too-much' }
    }
    throw new Error(`The process that rebuilds PDFs has ended with code ${code}.`)
  })
  const answered = once(child, 'message', { signal }).then(([answer]) => {
    letWait(child)
    return resultOf(answer as Answer)
  })
  const result = Promise.race([answered, ended])
  // Where no process can be started, there is nothing to send by.
  result.catch(() => child.kill('SIGKILL'))
  try {
    child.send(bytes)
    return await result
  } finally {
    clearTimeout(overdue)
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
  // Also one that comes when nobody waits for an answer.
  return child.on('error', () => child.kill('SIGKILL'))
}

/** Keeps a process for the next file, unless that is long in coming. This process does not live for it. */
const letWait = (child: ChildProcess): void => {
  waiting = child
  idle = setTimeout(() => child.disconnect(), limits.idle).unref()
  child.unref()
  child.channel?.unref()
}
