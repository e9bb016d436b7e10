import { MongoError } from 'mongodb'

/**
 * Whether a transaction lost against another one and may be repeated. MongoDB labels such errors;
 * GraphQL wraps what a resolver throws.
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
