import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload'

import { randomUUID } from 'node:crypto'

import type { WriteArgs } from './touched.ts'
import { leaveTouched, writeAndName } from './touched.ts'
import type { TransactionID } from './transactions.ts'
import { listenToTransactions } from './transactions.ts'

/**
 * How long a process may go without checking for commits of other processes, in milliseconds. No reply
 * may be older than a second; the difference is for the check itself and the reply.
 */
const maxAge = 700

/**
 * How far back a check goes, in milliseconds: further than any transaction lasts, or the clocks of two
 * machines differ.
 */
const lookback = 5 * 60_000

const collection = 'payload-kv'
export const revisionPrefix = 'revision:'
const keyAt = (time: number): string => `${revisionPrefix}${new Date(time).toISOString()}`

/** The state of the public content. Whatever was read before it changed is out of date. */
export type Revision = {
  /** A number that changes with every commit of public content. */
  current: () => number
  /** Checks for commits of other processes; undefined if that was done a moment ago. */
  look: () => Promise<void> | undefined
  /** Checks for all that is committed now. */
  lookNow: () => Promise<void>
  /** Calls back after every commit of public content, before the write is answered. */
  onChange: (listener: (change: PublicChange) => void) => void
}

/**
 * What a commit has changed beside whole replies: whatever has one of these texts in it or in its key, such as
 * the id of a document; or who knows what.
 */
type PublicChange = 'everything' | ReadonlySet<string>

/** It is kept on the adapter: Next's bundle has its own copy of this module, but shares the adapter. */
const property = Symbol.for('revision of the public content')

type Wrapped = { [property]?: Revision }

/** @throws if the adapter is not wrapped by `withRevision`. */
export const revisionOf = ({ db }: Payload): Revision => {
  const revision = (db as Wrapped)[property]
  if (!revision) {
    throw new Error('The database adapter is not wrapped by withRevision.')
  }
  return revision
}

type Write = (args: WriteArgs) => Promise<unknown>

const writes = [
  'create',
  'createGlobal',
  'deleteMany',
  'deleteOne',
  'updateGlobal',
  'updateMany',
  'updateOne',
  'upsert',
] as const

/**
 * What a write to a collection or global can change of what the public reads: whole replies only; the global
 * as well; the document and those that name it; besides these, breadcrumbs; who knows what, once an image is
 * more than new; or who knows what.
 */
export type PublicEffectOf = (
  slug: string,
) => 'document' | 'everything' | 'global' | 'image' | 'nothing' | 'replies' | 'tree'

/** A name of a global that is in the key of whatever is kept of it. */
export const markOfGlobal = (slug: string): string => `"global ${slug}"`

/**
 * Notices every write of public content, by whatever way it comes, and raises the revision once it is
 * committed; hooks of documents would run before that. In the same transaction it leaves a row for other
 * processes. Each write has a row of its own, since transactions that write the same row conflict in
 * MongoDB.
 */
export const withRevision = (
  adapter: DatabaseAdapterObj,
  effectOf: PublicEffectOf,
): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    trackRevision(db, effectOf)
    return db
  },
})

const trackRevision = (db: BaseDatabaseAdapter, effectOf: PublicEffectOf): void => {
  const self = randomUUID()
  const listeners: Parameters<Revision['onChange']>[0][] = []
  let current = 0
  const raise = (change: PublicChange): void => {
    current += 1
    listeners.forEach((listener) => listener(change))
  }
  const looking = lookForOthers(db, self, () => raise('everything'))
  noteWrites(db, { effectOf, raise, self })
  const revision: Revision = {
    ...looking,
    current: () => current,
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
  Object.assign(db, { [property]: revision })
}

const none: PublicChange = new Set()

/** What every document that shows breadcrumbs has in it, as JSON. */
const breadcrumbs = '"breadcrumbs"'

const changeOf = (
  effect: ReturnType<PublicEffectOf>,
  name: (typeof writes)[number],
  args: WriteArgs,
): PublicChange => {
  if (effect === 'everything') {
    return effect
  }
  if (effect === 'replies') {
    return none
  }
  if (effect === 'global') {
    return new Set([markOfGlobal(args.slug ?? '')])
  }
  const shown = effect === 'tree' ? [breadcrumbs] : []
  const { data, id = args.where?.id?.equals } = args
  if (name === 'create') {
    // A new id is shown nowhere yet; one that is given may have been that of a document before.
    return new Set(data?.id === undefined ? shown : [data.id, ...shown])
  }
  return effect !== 'image' && /^(?:update|delete)One$/.test(name) && typeof id === 'string'
    ? new Set([id, ...shown])
    : 'everything'
}

const both = (one: PublicChange | undefined, other: PublicChange): PublicChange =>
  one === 'everything' || other === 'everything'
    ? 'everything'
    : new Set([...(one ?? []), ...other])

/** What a transaction has written of the public content, and the names of its documents. */
type Uncommitted = { change: PublicChange; touched: Set<string> }

/**
 * Leaves rows with every write of public content: one that it happened, for other processes, and one that names
 * what was written.
 *
 * @param raise is called once a write is committed.
 * @param self names this process.
 */
const noteWrites = (
  db: BaseDatabaseAdapter,
  {
    effectOf,
    raise,
    self,
  }: { effectOf: PublicEffectOf; raise: (change: PublicChange) => void; self: string },
): void => {
  const uncommitted = new Map<TransactionID, Uncommitted>()
  const write = db.create.bind(db)
  const leaveRows = async (
    transactionID: TransactionID,
    touched: Iterable<string>,
  ): Promise<void> => {
    await write({
      collection,
      data: { data: {}, key: `${keyAt(Date.now())}:${randomUUID()}:${self}` },
      req: { transactionID },
    })
    await leaveTouched(write, [...touched], transactionID)
  }
  for (const name of writes) {
    const original = (db[name] as unknown as Write).bind(db)
    const tracked: Write = async (args) => {
      const transactionID = (await args.req?.transactionID) as TransactionID
      const effect = effectOf(args.collection ?? args.slug ?? '')
      if (effect === 'nothing') {
        return original(args)
      }
      const change = changeOf(effect, name, args)
      if (transactionID !== undefined && transactionID !== null) {
        const noted = uncommitted.get(transactionID) ?? { change: none, touched: new Set() }
        uncommitted.set(transactionID, noted)
        noted.change = both(noted.change, change)
        const { names, written } = await writeAndName(db, original, args)
        names.forEach((each) => noted.touched.add(each))
        return written
      }
      let touched: string[] = []
      try {
        const { names, written } = await writeAndName(db, original, args)
        touched = names
        return written
      } finally {
        await leaveRows(undefined, touched).finally(() => raise(change))
      }
    }
    Object.assign(db, { [name]: tracked })
  }
  const raiseFor = (id: TransactionID): void => {
    const noted = uncommitted.get(id)
    if (noted) {
      uncommitted.delete(id)
      raise(noted.change)
    }
  }
  listenToTransactions(db, {
    committed: raiseFor,
    committing: async (id) => {
      const noted = uncommitted.get(id)
      if (noted) {
        await leaveRows(id, noted.touched)
      }
    },
    failed: raiseFor,
    rollingBack: (id) => {
      uncommitted.delete(id)
    },
  })
}

/**
 * Checks for rows that other processes have left.
 *
 * @param raise is called if there are new ones.
 */
const lookForOthers = (
  db: BaseDatabaseAdapter,
  self: string,
  raise: () => void,
): Pick<Revision, 'look' | 'lookNow'> => {
  let seen = new Set<string>()
  let lastLookAt = -Infinity
  let looking: Promise<void> | undefined
  let next: Promise<void> | undefined
  const lookNow = async (): Promise<void> => {
    // Not the system clock, which may be set back.
    const startedAt = performance.now()
    const { docs } = await db.find<{ key: string }>({
      collection,
      limit: 0,
      pagination: false,
      select: { key: true },
      where: { key: { greater_than: keyAt(Date.now() - lookback) } },
    })
    const foreign = docs
      .map(({ key }) => key)
      .filter((key) => key.startsWith(revisionPrefix) && !key.endsWith(self))
    // After a long sleep, new rows may already be too old for the query.
    const hasSlept = startedAt - lastLookAt > lookback / 2
    if (hasSlept || foreign.some((key) => !seen.has(key))) {
      raise()
    }
    seen = new Set(foreign)
    lastLookAt = startedAt
  }
  return {
    look: () => {
      if (performance.now() - lastLookAt < maxAge) {
        return undefined
      }
      looking ??= lookNow().finally(() => {
        looking = undefined
      })
      return looking
    },
    // One that has begun may have missed something; all who come meanwhile share the next.
    lookNow: () => {
      next ??= Promise.resolve(looking)
        .catch(() => undefined)
        .then(() => {
          next = undefined
          looking = lookNow().finally(() => {
            looking = undefined
          })
          return looking
        })
      return next
    },
  }
}

/** Removes rows that are too old for any process to read. */
export const purgeRevisions = async ({ db }: Payload): Promise<void> => {
  await db.deleteMany({
    collection,
    where: {
      and: [
        { key: { greater_than: revisionPrefix } },
        { key: { less_than: keyAt(Date.now() - 2 * lookback) } },
      ],
    },
  })
}
