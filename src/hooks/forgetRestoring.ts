import type { BeforeOperation } from '../lib/beforeOperation.ts'

/**
 * Payload (3.90.1) notes in the context of a request that a version is being restored, and never takes it
 * back: the next change in the same GraphQL request would be made without the stored values, so that
 * what compares with them saw nothing.
 */
export const forgetRestoring: BeforeOperation = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update') {
    delete req.context.isRestoringVersion
  }
  return args
}
