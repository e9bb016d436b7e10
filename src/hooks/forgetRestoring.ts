import type { BeforeOperation } from '../lib/beforeOperation.ts'

/**
 * Clears Payload's note, in the context of a request, that a version is being restored.
 *
 * Workaround (no issue known): Payload (3.90.1) leaves this note behind. With it, hooks of the next
 * change in the same GraphQL request would not get the stored document, and so would find nothing to
 * compare with. Can go when Payload clears the note; tests/integration/payload/upstream.test.ts
 * notices.
 */
export const forgetRestoring: BeforeOperation = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update') {
    delete req.context.isRestoringVersion
  }
  return args
}
