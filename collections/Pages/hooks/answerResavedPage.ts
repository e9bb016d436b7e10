import type { CollectionAfterOperationHook } from 'payload'

/**
 * The nested-docs plugin saves a new page once more, to put the page's id into its breadcrumbs. The
 * reply to "create" tells of that state, so that its `updatedAt` can be sent along with the next
 * change.
 */
export const answerResavedPage: CollectionAfterOperationHook<'pages'> = async ({
  operation,
  req,
  result,
}) => {
  if (operation !== 'create') {
    return result
  }
  const { breadcrumbs, updatedAt } = await req.payload.findByID({
    id: (result as { id: string }).id,
    collection: 'pages',
    depth: 0,
    draft: true,
    req,
  })
  return { ...result, breadcrumbs, updatedAt } as typeof result
}
