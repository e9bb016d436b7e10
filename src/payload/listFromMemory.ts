import type { PayloadRequest } from 'payload'

import { findOperation } from 'payload'

import { publicEffectOf, publicFields } from '../access/publicFields.ts'
import { revisionOf } from '../database/revision.ts'
import type { PublicMemory } from '../http/cache/publicMemory.ts'
import { publicMemoryOf } from '../http/cache/publicMemory.ts'
import type { Listing } from '../lib/listing.ts'
import type { Handler } from './restoreAsDraft.ts'

type Args = Parameters<typeof findOperation>[0]

/** The collections whose documents are kept: all that are public, but for redirects, which change many at a time. */
export const keptCollections = Object.keys(publicFields).filter(
  (slug) => publicEffectOf(slug) !== 'lists',
)

/**
 * Answers lists that anybody asks for with documents that are kept as JSON. What anybody gets of a
 * document depends on the document, the language and the shape, not on the question; so Payload, with all
 * its checks and ours, only finds out which documents there are, and those that are missing are rendered in
 * one batch.
 *
 * @param slug of a collection that is public, at least in part.
 * @param endpoint Payload's own for lists.
 */
export const listFromMemory = (slug: string, endpoint: Handler): Handler => ({
  ...endpoint,
  handler: async (req) => {
    const memory = publicMemoryOf(req.payload)
    if (req.user || !memory.isOn) {
      return endpoint.handler(req)
    }
    const revision = revisionOf(req.payload)
    await revision.look()
    const since = revision.current()
    const listing: Listing = { collection: slug, count: countOnce(memory, since) }
    req.context.listing = listing
    const response = await endpoint.handler(req)
    delete req.context.listing
    if (!listing.ids?.length) {
      return response
    }
    const documents = await documentsOf(req, listing.args as Args, listing.ids, { memory, since })
    const list = await response.text()
    return new Response(
      list.replace('"docs":[]', () => `"docs":[${documents.join()}]`),
      response,
    )
  },
})

/**
 * Counts again only after the public content has changed.
 *
 * @param since the revision before the list.
 */
const countOnce =
  (memory: PublicMemory, since: number): Listing['count'] =>
  async (what, compute) => {
    const key = `count ${what}`
    const known = memory.get(key) as number | undefined
    if (known !== undefined) {
      return known
    }
    const count = await compute()
    memory.keep(key, count, since)
    return count
  }

/**
 * Documents as JSON, without those that have ceased to be public since they were listed.
 *
 * @param args of the list.
 * @param since the revision before that.
 */
const documentsOf = async (
  req: PayloadRequest,
  { collection, depth, joins, populate, select, trash }: Args,
  ids: string[],
  { memory, since }: { memory: PublicMemory; since: number },
): Promise<string[]> => {
  const { fallbackLocale, locale } = req
  // All that decides what is shown of a document.
  const shown = { depth, joins, populate, select, trash }
  const shape = JSON.stringify([collection.config.slug, locale, fallbackLocale, shown])
  const keyOf = (id: string): string => `${shape} ${id}`
  const known = new Map(ids.map((id) => [id, memory.get(keyOf(id)) as string | undefined]))
  const missing = ids.filter((id) => known.get(id) === undefined)
  if (missing.length > 0) {
    const { docs } = await findOperation({
      collection,
      // Not a question of a client, which has been checked; the documents themselves have this depth.
      currentDepth: 1,
      pagination: false,
      req,
      where: { id: { in: missing } },
      ...shown,
    })
    for (const doc of docs) {
      const json = JSON.stringify(doc)
      known.set(doc.id, json)
      memory.keep(keyOf(doc.id), json, since)
    }
  }
  return ids.flatMap((id) => known.get(id) ?? [])
}
