/** How many documents are read at a time. */
const batchSize = 200

/** One batch, as arguments for `find` and `queryDrafts` of a database adapter. */
type Batch = {
  limit: number
  page: number
  /**
   * Workaround (no issue known): without it, Payload's MongoDB adapter returns the first page for any
   * page. Can go when it heeds `page`; tests/integration/payload/upstream.test.ts notices.
   */
  pagination: true
  sort: 'id'
}

/** Reads all documents that a query finds, in batches, so that they are never all in memory. */
export const inBatches = async function* <Doc>(
  read: (batch: Batch) => Promise<{ docs: Doc[] }>,
): AsyncGenerator<Doc> {
  for (let page = 1, isLast = false; !isLast; page += 1) {
    const { docs } = await read({ limit: batchSize, page, pagination: true, sort: 'id' })
    yield* docs
    isLast = docs.length < batchSize
  }
}
