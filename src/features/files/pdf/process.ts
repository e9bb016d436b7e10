import { PDFFault, rebuildPDF } from './rebuild.ts'

/** Answers the file that is sent to this process rebuilt, or why not. */
process.once('message', (bytes: Uint8Array) => {
  rebuildPDF(Buffer.from(bytes))
    .then((data) => process.send?.({ data }))
    .catch((error: unknown) =>
      process.send?.({ fault: error instanceof PDFFault ? error.fault : 'unreadable' }),
    )
})
