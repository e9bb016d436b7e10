import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { createLocalReq } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { hasPublicFields, publicFields } from '../../access/publicFields.ts'
import { pathsAbove } from '../../addresses/paths.ts'
import type { ChangeHead } from '../../database/changeHead.ts'
import { headKey, readHead } from '../../database/changeHead.ts'
import { isTransient } from '../../database/isTransient.ts'
import { revisionOf } from '../../database/revision.ts'
import { idsOf, leaveTouched, namedBy, nameOf, touchedPrefix } from '../../database/touched.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import { makeQueue } from '../../lib/makeQueue.ts'
import type { PublicChange } from '../../payload-types.ts'
import { isGlobal } from './publicDocuments.ts'

const rows = 'payload-kv'

/** How many rows of names, and how many names, are numbered in one transaction, while nobody else may write. */
const atOnce = { names: 1_000, rows: 100 }

/** After so many attempts, which take some seconds, the conflict is reported. */
const mostAttempts = 9

/** How long clients are told of what is gone, in days. */
const daysOfTheGone = 30

const touched: Where = {
  and: [{ key: { greater_than: touchedPrefix } }, { key: { less_than: `${touchedPrefix}~` } }],
}

const queue = makeQueue()

/**
 * Numbers the public changes that have been committed since it was done last. Numbers are given after the commit,
 * and together with what they stand for: whoever has read up to a number has read all up to it, whatever was
 * written at the same time.
 *
 * @returns up to where there are numbers now.
 */
export const numberChanges = (payload: Payload): Promise<ChangeHead> =>
  queue(async () => {
    for (;;) {
      const isDone = !(await hasTouched(payload))
      // Only now: another process may have numbered the last of them.
      const head = await readHead(payload)
      if (head && isDone) {
        return head
      }
      await repeated(async () => {
        const req = await createLocalReq({}, payload)
        await inTransaction(req, () => (head ? numberSome(req) : begin(req)))
      })
    }
  })

/** The same, for whoever then reads documents: nothing that this process keeps of them is older than that. */
export const upToNow = async (payload: Payload): Promise<ChangeHead> => {
  const head = await numberChanges(payload)
  await revisionOf(payload).lookNow()
  return head
}

/** Repeats work whose transaction has lost against that of another process. */
const repeated = async (work: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (!isTransient(error) || attempt === mostAttempts) {
        throw error
      }
      await pause(Math.random() * 10 * 2 ** attempt)
    }
  }
}

const hasTouched = async ({ db }: Payload): Promise<boolean> =>
  (await db.findOne({ collection: rows, where: touched })) !== null

/** Begins to count, with whatever there is. */
const begin = async (req: PayloadRequest): Promise<void> => {
  const { payload } = req
  if (await readHead(payload, req)) {
    return
  }
  const head: ChangeHead = { epoch: randomBytes(6).toString('hex'), forgotten: 0, number: 0 }
  await payload.db.create({ collection: rows, data: { data: head, key: headKey }, req })
  for (const slug of Object.keys(publicFields)) {
    const ids = isGlobal(payload, slug)
      ? [undefined]
      : await idsOf(payload.db, { collection: slug, req })
    const names = ids.map((id) => nameOf(slug, id))
    await leaveTouched(payload.db.create.bind(payload.db), names, await req.transactionID)
  }
}

/** What the public can read of a document; `path` where it has one. */
type Seen = { path: null | string }

const numberSome = async (req: PayloadRequest): Promise<void> => {
  const { db } = req.payload
  // In this transaction: whoever numbers at the same time writes the same row, and one of them is repeated.
  const head = await readHead(req.payload, req)
  if (!head) {
    return
  }
  const { docs } = await db.find<{ data: { names: string[] }; id: string; key: string }>({
    collection: rows,
    limit: atOnce.rows,
    pagination: false,
    req,
    sort: 'key',
    where: touched,
  })
  let count = 0
  const taken = docs.filter(({ data }) => {
    count += data.names.length
    return count <= atOnce.names
  })
  // An older version may have left names of what is no longer public at all.
  const names = [...new Set(taken.flatMap(({ data }) => data.names))].filter((name) =>
    hasPublicFields(namedBy(name).entity),
  )
  const known = await knownChanges(req, names)
  const seen = await whatIsPublic(req, names)
  const moved = await showing(req, names, { known, seen })
  for (const [name, each] of await knownChanges(req, moved)) {
    known.set(name, each)
  }
  for (const [name, each] of await whatIsPublic(req, moved)) {
    seen.set(name, each)
  }
  let { number } = head
  for (const name of [...names, ...moved]) {
    const change = await changeOf(req, name, {
      before: known.get(name),
      now: seen.get(name),
      number: number + 1,
    })
    number += change ? 1 : 0
  }
  await db.updateOne({
    collection: rows,
    data: { data: { ...head, number } },
    req,
    returning: false,
    where: { key: { equals: headKey } },
  })
  await db.deleteMany({
    collection: rows,
    req,
    where: { key: { in: taken.map(({ key }) => key) } },
  })
}

/** The newest change of a document, as it is stored. */
export type ChangeRow = Omit<PublicChange, 'createdAt' | 'updatedAt'>

const knownChanges = async (
  { payload, transactionID }: PayloadRequest,
  names: string[],
): Promise<Map<string, ChangeRow>> => {
  const { docs } = await payload.db.find<ChangeRow>({
    collection: 'public-changes',
    limit: 0,
    pagination: false,
    req: { transactionID },
    sort: 'id',
    where: { document: { in: names } },
  })
  return new Map(docs.map((row) => [row.document, row]))
}

/** What of some documents and globals the public can read, by the rules of their collections. */
const whatIsPublic = async (req: PayloadRequest, names: string[]): Promise<Map<string, Seen>> => {
  const seen = new Map<string, Seen>()
  for (const [slug, ids] of byCollection(names)) {
    if (isGlobal(req.payload, slug)) {
      const { _status } = ((await req.payload.findGlobal({
        ...asPerson(req),
        slug: slug as 'site',
        depth: 0,
        disableErrors: true,
        select: { _status: true } as never,
      })) ?? {}) as { _status?: string }
      if (_status === 'published') {
        seen.set(slug, { path: null })
      }
      continue
    }
    const { docs } = await req.payload.find({
      ...asPerson(req),
      collection: slug as 'pages',
      depth: 0,
      pagination: false,
      select: { from: true, path: true, slug: true } as never,
      sort: 'id',
      where: { id: { in: ids } },
    })
    for (const doc of docs as { from?: string; id: string; path?: null | string }[]) {
      seen.set(nameOf(slug, doc.id), { path: doc.path ?? doc.from ?? null })
    }
  }
  return seen
}

const byCollection = (names: string[]): Map<string, string[]> => {
  const ids = new Map<string, string[]>()
  for (const name of names) {
    const { entity, id } = namedBy(name)
    const known = ids.get(entity) ?? []
    ids.set(entity, known)
    if (id) {
      known.push(id)
    }
  }
  return ids
}

/** What shows something of what has changed: the pages below, and the menus; of a standard, all others. */
const showing = async (
  req: PayloadRequest,
  names: string[],
  { known, seen }: { known: Map<string, ChangeRow>; seen: Map<string, Seen> },
): Promise<string[]> => {
  const pages = names.filter((name) => name.startsWith('pages/'))
  const standards = names.some((name) => name.startsWith('standards/'))
    ? (await idsOf(req.payload.db, { collection: 'standards', req })).map((id) =>
        nameOf('standards', id),
      )
    : []
  if (pages.length === 0) {
    return standards.filter((name) => !names.includes(name))
  }
  const paths = pages.flatMap((name) => [known.get(name)?.path, seen.get(name)?.path])
  const { docs } = await req.payload.db.find<{ id: string; path?: null | string }>({
    collection: 'pages',
    limit: 0,
    pagination: false,
    req,
    select: { path: true },
    sort: 'id',
    where: { path: { exists: true } },
  })
  const below = docs
    .filter(({ path }) => pathsAbove(path ?? '').some((above) => paths.includes(above)))
    .map(({ id }) => nameOf('pages', id))
  return [...below, ...standards, 'navigation'].filter((name) => !names.includes(name))
}

/**
 * Writes the newest change of a document.
 *
 * @returns whether there is one that the public can see.
 */
const changeOf = async (
  req: PayloadRequest,
  document: string,
  { before, now, number }: { before: ChangeRow | undefined; now: Seen | undefined; number: number },
): Promise<boolean> => {
  const { db } = req.payload
  const wasPublic = before?.state === 'public'
  const state = now ? 'public' : (await exists(req, document)) ? 'unpublished' : 'deleted'
  if (!now && (!before || before.state === state)) {
    return false
  }
  const path = now ? now.path : (before?.path ?? null)
  const data = {
    at: new Date().toISOString(),
    document,
    number,
    oldPath: wasPublic && before.path !== path ? before.path : null,
    path,
    publicSince: now && !wasPublic ? number : (before?.publicSince ?? number),
    state,
  }
  await (before
    ? db.updateOne({ id: before.id, collection: 'public-changes', data, req, returning: false })
    : db.create({ collection: 'public-changes', data, req }))
  return true
}

const exists = async (req: PayloadRequest, document: string): Promise<boolean> => {
  const { entity, id } = namedBy(document)
  const { totalDocs } = id
    ? await req.payload.db.count({
        collection: entity as CollectionSlug,
        req,
        where: { id: { equals: id } },
      })
    : { totalDocs: 1 }
  return totalDocs > 0
}

/** Forgets, after some weeks, what is no longer public: its path, too, is not told for ever. */
export const forgetTheGone = async (payload: Payload): Promise<void> => {
  const oldest = new Date(Date.now() - daysOfTheGone * 24 * 60 * 60 * 1000).toISOString()
  await numberChanges(payload)
  await queue(() =>
    repeated(async () => {
      const req = await createLocalReq({}, payload)
      await inTransaction(req, () => forget(req, oldest))
    }),
  )
}

const forget = async (req: PayloadRequest, oldest: string): Promise<void> => {
  const { db } = req.payload
  const where: Where = { and: [{ at: { less_than: oldest } }, { state: { not_equals: 'public' } }] }
  const { docs } = await db.find<ChangeRow>({
    collection: 'public-changes',
    limit: 1,
    pagination: false,
    req,
    sort: '-number',
    where,
  })
  const [newest] = docs
  const head = await readHead(req.payload, req)
  if (!newest || !head) {
    return
  }
  await db.deleteMany({ collection: 'public-changes', req, where })
  await db.updateOne({
    collection: rows,
    data: { data: { ...head, forgotten: newest.number } },
    req,
    returning: false,
    where: { key: { equals: headKey } },
  })
}
