import type { Payload } from 'payload'

import { randomBytes } from 'node:crypto'

import { getPayload } from 'payload'

import config from '../../payload.config.ts'

/** Fills the database of the settings up to 5,000 partners and 20,000 news, made from the sample. */
const sizes = { news: 20_000, partners: 5_000 }
const batch = 500

/** News come an hour after one another, in milliseconds. */
const hour = 3_600_000
const newest = Date.parse('2026-01-01')

type Doc = { id: string } & Record<string, unknown>

/** The rows of lists in a document get ids of their own. */
const withNewIDs = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(withNewIDs)
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      name === 'id' && inside ? randomBytes(12).toString('hex') : withNewIDs(inside),
    ]),
  )
}

const grow = async ({ db }: Payload, collection: 'news' | 'partners'): Promise<void> => {
  const { docs } = await db.find<Doc>({ collection, limit: 30, pagination: false, sort: 'id' })
  for (let number = docs.length; number < sizes[collection];) {
    const transactionID = await db.beginTransaction()
    for (const end = number + batch; number < end; number += 1) {
      const doc = withNewIDs({ ...docs[number % docs.length], id: undefined }) as Doc
      await db.create({
        collection,
        data: {
          ...doc,
          ...(collection === 'partners'
            ? { name: `Muster ${number}` }
            : { publishedAt: new Date(newest - number * hour).toISOString() }),
          seedKey: null,
          slug: `gewachsen-${number}`,
        },
        req: { transactionID: transactionID ?? undefined },
      })
    }
    await db.commitTransaction(transactionID ?? '')
  }
}

const payload = await getPayload({ config })
await grow(payload, 'partners')
await grow(payload, 'news')
await payload.destroy()
process.exit(0)
