import type { Fault } from './rebuild.ts'
import { PDFFault, rebuildPDF } from './rebuild.ts'

/** What this process sends back: the file, or why there is none; with what nobody has foreseen. */
export type Answer = { data: Uint8Array } | { fault: Fault; unforeseen?: string }

const answerTo = (error: unknown): Answer =>
  error instanceof PDFFault
    ? { fault: error.fault }
    : { fault: 'unreadable', unforeseen: error instanceof Error ? error.stack : String(error) }

/** Answers each file that is sent to this process rebuilt, or why not, until nobody sends any more. */
process.on('message', (bytes: Uint8Array) => {
  void rebuildPDF(Buffer.from(bytes))
    .then((data): Answer => ({ data }))
    .catch(answerTo)
    .then((answer) => process.send?.(answer))
})

// It ends with the server, which answers first what is in flight.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => undefined)
}
