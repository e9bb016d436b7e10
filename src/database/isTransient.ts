import { MongoError } from 'mongodb'

/**
 * Whether an error says that a transaction lost against another one and may be tried again. MongoDB
 * labels such errors; GraphQL wraps what a resolver throws.
 */
export const isTransient = (error: unknown): boolean => {
  if (error instanceof MongoError) {
    return error.hasErrorLabel('TransientTransactionError')
  }
  return (
    error instanceof Error &&
    'originalError' in error &&
    error.originalError !== error &&
    isTransient(error.originalError)
  )
}
