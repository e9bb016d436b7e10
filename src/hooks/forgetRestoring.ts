import type { BeforeOperation } from '../lib/beforeOperation.ts'

/**
 * Clears a note that Payload (3.90.1) leaves in the context of a request when it restores a version. With
 * it, hooks of the next change in the same GraphQL request would not get the stored document, and so
 * would find nothing to compare with.
 *
 * Workaround (no issue known): Payload notes in the context of a request that a version is being restored,
 * and never takes it back. Can go when it does; tests/integration/payload/upstream.test.ts notices.
 */
export const forgetRestoring: BeforeOperation = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update') {
    delete req.context.isRestoringVersion
  }
  return args
}
