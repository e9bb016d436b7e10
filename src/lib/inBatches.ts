import type { Where } from 'payload'

/** How many documents are read at a time. */
const batchSize = 200

/** One batch, as arguments for `find` of a database adapter. */
type Batch = { limit: number; pagination: false; sort: 'id'; where: Where }

/**
 * Reads all documents that a query finds, by their ids, in batches. Each begins after the last id of the one
 * before: a database that is asked for a page reads all that stands before it, so that ten times as many
 * documents would take a hundred times as long.
 */
export const inBatches = async function* <Doc extends { id: number | string }>(
  read: (batch: Batch) => Promise<{ docs: Doc[] }>,
  where: Where,
): AsyncGenerator<Doc> {
  for (let after: Where[] = [], isLast = false; !isLast;) {
    const { docs } = await read({
      limit: batchSize,
      pagination: false,
      sort: 'id',
      where: { and: [where, ...after] },
    })
    yield* docs
    after = [{ id: { greater_than: docs.at(-1)?.id } }]
    isLast = docs.length < batchSize
  }
}
