/** How many documents are read at a time. */
const size = 200

/** Which of them: for `find` and `queryDrafts` of a database adapter. */
type Part = {
  limit: number
  page: number
  /**
   * Workaround (no issue known): Payload's adapter for MongoDB answers the first page for any page without
   * it. Can go when it heeds `page`; tests/integration/payload/upstream.test.ts notices.
   */
  pagination: true
  sort: 'id'
}

/** Reads all documents that a query finds, in parts, so that they need not all be in memory. */
export const inBatches = async function* <Doc>(
  read: (part: Part) => Promise<{ docs: Doc[] }>,
): AsyncGenerator<Doc> {
  for (let page = 1, isLast = false; !isLast; page += 1) {
    const { docs } = await read({ limit: size, page, pagination: true, sort: 'id' })
    yield* docs
    isLast = docs.length < size
  }
}
