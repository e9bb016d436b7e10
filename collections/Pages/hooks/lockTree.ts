import type { PayloadRequest } from 'payload'

/**
 * Makes changes of the page tree wait for one another. In MongoDB, two transactions that each read what
 * the other one writes would both succeed, and could leave a circle of two pages, a page with the old
 * path of its parent, or one below an unpublished page. Here both write the same document, so that one of
 * them fails and is repeated. SQLite has only one writer anyway.
 */
export const lockTree = async ({
  payload: { db },
  transactionID,
}: PayloadRequest): Promise<void> => {
  if (db.name === 'mongoose' && transactionID) {
    const key = 'tree:pages'
    await db.upsert({
      collection: 'payload-kv',
      data: { data: { at: Date.now() }, key },
      req: { transactionID },
      where: { key: { equals: key } },
    })
  }
}
