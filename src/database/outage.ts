import { isTransient } from './isTransient.ts'

/** The message of an error when the embedded database was busy for too long. */
export const busyMessage = 'Others have been writing for too long.'

/** The message of an error when the file of the embedded database is no longer where it was. */
export const fileMovedMessage = 'The file of the database was moved, deleted or replaced.'

/** How the message of an error begins when the bucket with the uploaded files fails. */
export const bucketFailureMessage = (bucket: string): string =>
  `The bucket ${bucket} cannot be used`

/**
 * The kind of outage that an error is about: the database is `busy`, its disk `full`, or it is `gone`;
 * or the bucket for `files` failed. Undefined for any other error. It looks into errors that Payload
 * and GraphQL have wrapped, and at messages.
 *
 * Workaround (no issue known): Payload's SQLite adapter keeps only the message of an error at the
 * beginning of a transaction, so messages have to be read. Can go when it keeps the code or the cause;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const outageOf = (error: unknown): 'busy' | 'files' | 'full' | 'gone' | undefined => {
  if (!(error instanceof Error)) {
    return undefined
  }
  const { cause, code, originalError } = error as Error & Record<string, unknown>
  // This message holds the values of the failed query, and a value could look like an outage.
  const message = error.message.startsWith('Failed query') ? '' : error.message
  const description = `${error.name} ${String(code)} ${message}`
  return (
    reasons.find(({ pattern }) => pattern.test(description))?.outage ??
    (isTransient(error) ? 'busy' : undefined) ??
    (cause === error ? undefined : outageOf(cause)) ??
    (originalError === error ? undefined : outageOf(originalError))
  )
}

const reasons = [
  { outage: 'busy', pattern: new RegExp(`${busyMessage}|SQLITE_BUSY|SQLITE_LOCKED`) },
  { outage: 'files', pattern: new RegExp(bucketFailureMessage('\\S+')) },
  { outage: 'full', pattern: /SQLITE_FULL|\bENOSPC\b|\bEDQUOT\b|OutOfDiskSpace/ },
  {
    outage: 'gone',
    pattern: new RegExp(
      `${fileMovedMessage}|SQLITE_(?:CANTOPEN|CORRUPT|IOERR|NOTADB|READONLY)|\\bEROFS\\b|^Mongo\\w*(?:Network|NotConnected|ServerSelection|PoolCleared|TopologyClosed)\\w*Error`,
    ),
  },
] as const
