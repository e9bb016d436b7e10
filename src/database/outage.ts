import { isTransient } from './isTransient.ts'

/** What an error says where others have been writing to the embedded database for too long. */
export const tooBusy = 'Others have been writing for too long.'

/** What an error says where the file of the embedded database is not where it was. */
export const isElsewhere = 'The file of the database was taken away, or replaced.'

/** How an error begins where the bucket with the uploaded files does not do its part. */
export const bucketIsGone = (bucket: string): string => `The bucket ${bucket} cannot be used`

/**
 * Why the database could not do its part, if that is what an error is about: others write, there is no
 * space left, or it is not there; `files`: the bucket for files could not. Payload and GraphQL wrap errors.
 *
 * Workaround (no issue known): of an error at the beginning of a transaction Payload's adapter for SQLite
 * keeps only what it says, so the text has to be looked at. Can go when it keeps its code or its cause;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const outageOf = (error: unknown): 'busy' | 'files' | 'full' | 'gone' | undefined => {
  if (!(error instanceof Error)) {
    return undefined
  }
  const { cause, code, originalError } = error as Error & Record<string, unknown>
  // What failed to be written is part of what such an error says.
  const message = error.message.startsWith('Failed query') ? '' : error.message
  const told = `${error.name} ${String(code)} ${message}`
  return (
    reasons.find(({ pattern }) => pattern.test(told))?.outage ??
    (isTransient(error) ? 'busy' : undefined) ??
    (cause === error ? undefined : outageOf(cause)) ??
    (originalError === error ? undefined : outageOf(originalError))
  )
}

const reasons = [
  { outage: 'busy', pattern: new RegExp(`${tooBusy}|SQLITE_BUSY|SQLITE_LOCKED`) },
  { outage: 'files', pattern: new RegExp(bucketIsGone('\\S+')) },
  { outage: 'full', pattern: /SQLITE_FULL|\bENOSPC\b|\bEDQUOT\b|OutOfDiskSpace/ },
  {
    outage: 'gone',
    pattern: new RegExp(
      `${isElsewhere}|SQLITE_(?:CANTOPEN|CORRUPT|IOERR|NOTADB|READONLY)|\\bEROFS\\b|^Mongo\\w*(?:Network|NotConnected|ServerSelection|PoolCleared|TopologyClosed)\\w*Error`,
    ),
  },
] as const
