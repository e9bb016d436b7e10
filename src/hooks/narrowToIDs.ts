import type { Where } from 'payload'

import type { BeforeOperation } from '../lib/beforeOperation.ts'

/** An id that no document has: an empty list of them does not mean the same to both databases. */
const nobodys = '0'.repeat(24)

/**
 * Narrows a list, or a count, to the documents that its request notes (`req.context.onlyIDs`). After the limits of what
 * clients ask: there may be more of them than a client may name.
 */
export const narrowToIDs: BeforeOperation = ({ args, operation, req: { context } }) => {
  const { collection, currentDepth, where } = args as {
    collection?: { config: { slug: string } }
    currentDepth?: number
    where?: Where
  }
  const { onlyIDs } = context
  const isMeant =
    (operation === 'read' || operation === 'count') &&
    // Not what documents of the list show of others.
    currentDepth === undefined &&
    collection?.config.slug === onlyIDs?.collection
  const ids = onlyIDs?.ids.length ? onlyIDs.ids : [nobodys]
  return onlyIDs && isMeant ? { ...args, where: { and: [where ?? {}, { id: { in: ids } }] } } : args
}
