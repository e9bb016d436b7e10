import type { Payload, PayloadRequest } from 'payload'

import { findOperation } from 'payload'

import { revisionOf } from '../database/revision.ts'
import { publicMemoryOf } from '../http/cache/publicMemory.ts'
import type { Listing } from '../lib/listing.ts'
import type { Handler } from './restoreAsDraft.ts'

type Args = Parameters<typeof findOperation>[0]

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
    if (req.user || !publicMemoryOf(req.payload).isOn) {
      return endpoint.handler(req)
    }
    await revisionOf(req.payload).look()
    const listing: Listing = { collection: slug, count: countOnce(req.payload) }
    req.context.listing = listing
    const response = await endpoint.handler(req)
    delete req.context.listing
    if (!listing.ids?.length) {
      return response
    }
    const documents = await documentsOf(req, listing.args as Args, listing.ids)
    const list = await response.text()
    return new Response(
      list.replace('"docs":[]', () => `"docs":[${documents.join()}]`),
      response,
    )
  },
})

/** Counts again only after the public content has changed. */
const countOnce =
  (payload: Payload): Listing['count'] =>
  async (what, compute) => {
    const memory = publicMemoryOf(payload)
    const key = `count ${what}`
    const known = memory.get(key) as string | undefined
    if (known !== undefined) {
      return Number(known)
    }
    const since = revisionOf(payload).current()
    const count = await compute()
    memory.keep(key, String(count), since)
    return count
  }

/** Documents as JSON, without those that have ceased to be public since they were listed. */
const documentsOf = async (req: PayloadRequest, args: Args, ids: string[]): Promise<string[]> => {
  const memory = publicMemoryOf(req.payload)
  const shape = shapeOf(req, args)
  const keyOf = (id: string): string => `${shape} ${id}`
  const known = new Map(ids.map((id) => [id, memory.get(keyOf(id)) as string | undefined]))
  const missing = ids.filter((id) => known.get(id) === undefined)
  if (missing.length > 0) {
    const since = revisionOf(req.payload).current()
    for (const [id, json] of await render(req, args, missing)) {
      known.set(id, json)
      memory.keep(keyOf(id), json, since)
    }
  }
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** All that decides what is shown of a document. */
const shapeOf = (
  { fallbackLocale, locale }: PayloadRequest,
  { collection, depth, joins, populate, select, trash }: Args,
): string =>
  JSON.stringify([
    collection.config.slug,
    locale,
    fallbackLocale,
    depth,
    joins,
    populate,
    select,
    trash,
  ])

const render = async (
  req: PayloadRequest,
  { collection, depth, joins, populate, select, trash }: Args,
  ids: string[],
): Promise<[string, string][]> => {
  const { docs } = await findOperation({
    collection,
    // Not a question of a client, which has been checked; the documents themselves have this depth.
    currentDepth: 1,
    depth,
    joins,
    pagination: false,
    populate,
    req,
    select,
    trash,
    where: { id: { in: ids } },
  })
  return docs.map((doc) => [doc.id, JSON.stringify(doc)])
}
