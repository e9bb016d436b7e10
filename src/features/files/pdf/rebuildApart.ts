import { fork } from 'node:child_process'
import path from 'node:path'

import { makeQueue } from '../../../lib/makeQueue.ts'
import type { Answer } from './process.ts'
import type { Fault } from './rebuild.ts'

/** How long a file may take, in milliseconds, and how much memory, in megabytes. */
const most = { memory: 1024, time: 60_000 }

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

const inProcess = (bytes: Buffer): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = fork(/* turbopackIgnore: true */ program, {
      env: { NODE_ENV: process.env.NODE_ENV },
      execArgv: [
        '--conditions=production',
        '--import',
        'tsx',
        `--max-old-space-size=${most.memory}`,
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      timeout: most.time,
    })
    let result: Result | undefined
    child.once('message', (message: Answer) => {
      result = 'data' in message ? { data: Buffer.from(message.data) } : message
      child.disconnect()
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (result || signal) {
        // Out of time, or of memory.
        resolve(result ?? { fault: 'too-much' })
      } else {
        reject(new Error(`The process that rebuilds PDFs has ended with code ${code}.`))
      }
    })
    child.send(bytes)
  })
