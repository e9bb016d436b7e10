import type { CollectionAfterOperationHook, PayloadRequest } from 'payload'

import type { Page } from '../../../src/payload-types.ts'

/**
 * The nested-docs plugin saves a new page once more, to put the page's id into its breadcrumbs. The
 * reply to "create" tells of that state, so that its `updatedAt` can be sent along with the next
 * change.
 */
type Hook = { operation: string; req: PayloadRequest; result: Page }

export const answerResavedPage: CollectionAfterOperationHook<'pages'> = async (hook) => {
  // Payload's type is a union of the results of all operations.
  const { operation, req, result } = hook as Hook
  if (operation !== 'create') {
    return result
  }
  const { breadcrumbs, updatedAt } = await req.payload.findByID({
    id: result.id,
    collection: 'pages',
    depth: 0,
    draft: true,
    req,
  })
  return { ...result, breadcrumbs, updatedAt }
}
