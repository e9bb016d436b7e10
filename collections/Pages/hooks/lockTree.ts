import type { PayloadRequest } from 'payload'

/**
 * Has changes of the tree follow one another. In MongoDB two transactions that each read what the
 * other one writes would both succeed: a circle of two pages, or a page below the old address of its
 * parent, or below one that is taken back. Writing the same document makes one of them fail and be
 * tried again. SQLite has one writer.
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
