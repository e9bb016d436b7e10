import type { PayloadRequest } from 'payload'

import { findOperation, headersWithCors, isolateObjectProperty } from 'payload'

import { publicEffectOf, publicFields } from '../access/publicFields.ts'
import { markOfGlobal, revisionOf } from '../database/revision.ts'
import type { PublicMemory } from '../http/cache/publicMemory.ts'
import { publicMemoryOf } from '../http/cache/publicMemory.ts'
import { giveShape, readingOf, shapeOf } from '../http/shapes/shape.ts'
import { giveWay } from '../lib/giveWay.ts'
import type { Listing } from '../lib/listing.ts'
import type { Resolve } from './countIfAsked.ts'
import type { Handler } from './restoreAsDraft.ts'

type Args = Parameters<typeof findOperation>[0]

/** The collections whose documents are kept: all that are public, but for redirects, which nothing else shows. */
export const keptCollections = Object.keys(publicFields).filter(
  (slug) => !['global', 'replies'].includes(publicEffectOf(slug)),
)

/** How many documents are rendered in one piece. More cost a little less each, but others wait longer. */
const atOnce = 10

/**
 * Answers lists that anybody asks for with documents that are kept as JSON. What anybody gets of a
 * document depends on the document, the language and the shape, not on the question; so Payload, with all
 * its checks and ours, only finds out which documents there are, and those that are missing are rendered a
 * few at a time.
 *
 * @param slug of a collection that is public, at least in part.
 * @param endpoint Payload's own for lists.
 */
export const listFromMemory = (slug: string, endpoint: Handler): Handler => ({
  ...endpoint,
  handler: async (req) => {
    if (!isForMemory(req)) {
      return endpoint.handler(req)
    }
    const { documents, list: response } = await listDocuments(req, slug, () =>
      endpoint.handler(req),
    )
    if (documents.length === 0) {
      return response
    }
    const list = await response.text()
    return new Response(
      list.replace('"docs":[]', () => `"docs":[${documents.join()}]`),
      response,
    )
  },
})

/**
 * The same for a list by GraphQL. One request may ask for several at a time, each of its own language.
 *
 * @param resolve Payload's own for lists.
 */
export const resolveFromMemory =
  (slug: string, resolve: Resolve): Resolve =>
  async (source, args, context, info) => {
    const asked = context as { req: PayloadRequest }
    if (!isForMemory(asked.req)) {
      return resolve(source, args, context, info)
    }
    const req = isolateObjectProperty(asked.req, 'context')
    req.context = { ...asked.req.context }
    const own = { ...asked, req }
    const { documents, list } = await listDocuments(req, slug, () =>
      giveWay(async () => resolve(source, args, own, info) as Promise<object>),
    )
    // Payload notes there what the fields of the documents are resolved with.
    Object.assign(asked, own)
    return documents.length > 0
      ? { ...list, docs: documents.map((json) => JSON.parse(json) as unknown) }
      : list
  }

/**
 * Answers a global that anybody asks for as it is kept, in a language and a shape.
 *
 * @param slug of a global that is public.
 * @param endpoint Payload's own.
 */
export const globalFromMemory = (slug: string, endpoint: Handler): Handler => ({
  ...endpoint,
  handler: async (req) => {
    const shape = shapeOf(req)
    // A converted text does not name what it was made of.
    if (!isForMemory(req) || shape?.format || req.data || req.searchParams.has('data')) {
      return endpoint.handler(req)
    }
    const { memory, since } = await memoryOf(req)
    const { fallbackLocale, locale, query, searchParams } = req
    // As the endpoint reads them: `query` and `searchParams` are not always of one mind.
    const asked = ['depth', 'draft', 'flattenLocales'].map((name) => searchParams.get(name))
    const shown = [locale, fallbackLocale, asked, query.populate, query.select, shape]
    const key = `${markOfGlobal(slug)} ${JSON.stringify(shown)}`
    const known = memory.get(key) as string | undefined
    if (known !== undefined) {
      const headers = new Headers({ 'Content-Type': 'application/json' })
      return new Response(known, { headers: headersWithCors({ headers, req }) })
    }
    const response = await endpoint.handler(req)
    const json = await response.text()
    if (response.status === 200) {
      memory.keep(key, json, since)
    }
    return new Response(json, response)
  },
})

const isForMemory = ({ payload, user }: PayloadRequest): boolean =>
  !user && publicMemoryOf(payload).isOn

/** What is taken from memory and kept there, as of a revision. */
type Keeping = { memory: PublicMemory; since: number }

/** The memory, and the revision of what it is now. */
const memoryOf = async ({ payload }: PayloadRequest): Promise<Keeping> => {
  const revision = revisionOf(payload)
  await revision.look()
  return { memory: publicMemoryOf(payload), since: revision.current() }
}

/**
 * Lists documents.
 *
 * @param find Payload's own way, for this request; only the ids are read.
 * @returns what that answers, without documents, and these as JSON.
 */
const listDocuments = async <List>(
  req: PayloadRequest,
  slug: string,
  find: () => Promise<List> | List,
): Promise<{ documents: string[]; list: List }> => {
  const { memory, since } = await memoryOf(req)
  keepRelated(req, { memory, since })
  const listing: Listing = { collection: slug, count: countOnce(memory, since) }
  req.context.listing = listing
  const list = await find()
  delete req.context.listing
  const documents = listing.ids?.length
    ? await documentsOf(listing.args as Args, listing.ids, { memory, since })
    : []
  return { documents, list }
}

/** Takes what documents show of others from memory as well, and keeps it there. */
const keepRelated = ({ payloadDataLoader }: PayloadRequest, { memory, since }: Keeping): void => {
  const load = payloadDataLoader.load.bind(payloadDataLoader)
  // Payload's key names all that decides on the document, such as its id, its depth and its language.
  payloadDataLoader.load = async (args) => {
    const [, , , , , , , overrideAccess, , draft] = JSON.parse(args) as unknown[]
    // Nothing is let go when a draft is saved.
    if (draft || overrideAccess) {
      return load(args)
    }
    const key = `related ${args}`
    const known = memory.get(key) as string | undefined
    if (known !== undefined) {
      return JSON.parse(known)
    }
    const doc = await load(args)
    if (!doc) {
      return doc
    }
    const json = JSON.stringify(doc)
    memory.keep(key, json, since)
    // Whoever gets a document may write into it.
    return JSON.parse(json)
  }
}

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

type Document = { id: string } & Record<string, unknown>

/**
 * Documents as JSON, without those that have ceased to be public since they were listed.
 *
 * @param args of the list.
 * @param since the revision before that.
 */
const documentsOf = async (
  { collection, depth, joins, populate, req, select, trash }: Args,
  ids: string[],
  { memory, since }: Keeping,
): Promise<string[]> => {
  const asked = req as PayloadRequest
  const { fallbackLocale, locale } = asked
  const { slug } = collection.config
  const shape = shapeOf(asked)
  const reading = readingOf(asked)
  // All that decides what is shown of a document.
  const shown = { depth, joins, populate, select, trash }
  const key = JSON.stringify([slug, locale, fallbackLocale, shown, shape])
  const keyOf = (id: string): string => `${key} ${id}`
  const known = new Map(ids.map((id) => [id, memory.get(keyOf(id)) as string | undefined]))
  const missing = ids.filter((id) => known.get(id) === undefined)
  for (let done = 0; done < missing.length; done += atOnce) {
    // In all languages at once, what a text links to is read in each, and Payload writes that into the request.
    Object.assign(asked, { fallbackLocale, locale })
    const { docs } = await giveWay(() =>
      findOperation({
        collection,
        // Not a question of a client, which has been checked; the documents themselves have this depth.
        currentDepth: 1,
        pagination: false,
        req,
        where: { id: { in: missing.slice(done, done + atOnce) } },
        ...shown,
      }),
    )
    // The same document may be shown in several places.
    const own = (shape ? JSON.parse(JSON.stringify(docs)) : docs) as Document[]
    const sources = shape && (await giveShape(asked, shape, { docs: own, slug, ...reading }))
    for (const [index, doc] of own.entries()) {
      const json = JSON.stringify(doc)
      const others = sources?.[index] ?? []
      known.set(doc.id, json)
      if (others !== 'everything') {
        memory.keep(keyOf(doc.id), json, since, others)
      }
    }
  }
  return ids.flatMap((id) => known.get(id) ?? [])
}
