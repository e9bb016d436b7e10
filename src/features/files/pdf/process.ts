import type { Fault } from './rebuild.ts'
import { PDFFault, rebuildPDF } from './rebuild.ts'

/** What this process sends back: the rebuilt file, or why it is refused; `unforeseen` is an unexpected error. */
export type Answer = { data: Uint8Array } | { fault: Fault; unforeseen?: string }

const answerTo = (error: unknown): Answer =>
  error instanceof PDFFault
    ? { fault: error.fault }
    : { fault: 'unreadable', unforeseen: error instanceof Error ? error.stack : String(error) }

/** Rebuilds each file that is sent to this process, until the parent disconnects. */
process.on('message', (bytes: Uint8Array) => {
  void rebuildPDF(Buffer.from(bytes))
    .then((data): Answer => ({ data }))
    .catch(answerTo)
    .then((answer) => process.send?.(answer))
})

// Ignores the signals that a terminal sends to all processes: the server first finishes open requests.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => undefined)
}
