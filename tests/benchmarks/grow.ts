import type { Payload } from 'payload'

import { getPayload } from 'payload'

import config from '../../payload.config.ts'

/** Fills the database of the settings up to 5,000 partners and 20,000 news, made from the sample. */
const sizes = { news: 20_000, partners: 5_000 }
const batch = 500

type Doc = { id: string } & Record<string, unknown>

const withoutIDs = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(withoutIDs)
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'id' && name !== '_id')
      .map(([name, inside]) => [name, withoutIDs(inside)]),
  )
}

const grow = async ({ db }: Payload, collection: 'news' | 'partners'): Promise<void> => {
  const { docs } = await db.find<Doc>({ collection, limit: 30, pagination: false, sort: 'id' })
  for (let number = docs.length; number < sizes[collection];) {
    const transactionID = await db.beginTransaction()
    for (const end = number + batch; number < end; number += 1) {
      const doc = withoutIDs(docs[number % docs.length]) as Record<string, unknown>
      await db.create({
        collection,
        data: {
          ...doc,
          ...(collection === 'partners' && { name: `Muster ${number}` }),
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
