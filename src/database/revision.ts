import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload'

import { randomUUID } from 'node:crypto'

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
  /** Calls back after every commit of public content, before the write is answered. */
  onChange: (listener: () => void) => void
}

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

type Write = (args: {
  collection?: string
  req?: { transactionID?: unknown }
  slug?: string
}) => Promise<unknown>

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

/** Whether the public may read anything of a collection or global. */
export type HasPublicFields = (slug: string) => boolean

/**
 * Notices every write of public content, by whatever way it comes, and raises the revision once it is
 * committed; hooks of documents would run before that. In the same transaction it leaves a row for other
 * processes. Each write has a row of its own, since transactions that write the same row conflict in
 * MongoDB.
 */
export const withRevision = (
  adapter: DatabaseAdapterObj,
  hasPublicFields: HasPublicFields,
): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    trackRevision(db, hasPublicFields)
    return db
  },
})

const trackRevision = (db: BaseDatabaseAdapter, hasPublicFields: HasPublicFields): void => {
  const self = randomUUID()
  const listeners: (() => void)[] = []
  let current = 0
  const raise = (): void => {
    current += 1
    listeners.forEach((listener) => listener())
  }
  const look = lookForOthers(db, self, raise)
  noteWrites(db, { hasPublicFields, raise, self })
  const revision: Revision = {
    current: () => current,
    look,
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
  Object.assign(db, { [property]: revision })
}

/**
 * Leaves a row with every write of public content.
 *
 * @param raise is called once a write is committed.
 * @param self names this process.
 */
const noteWrites = (
  db: BaseDatabaseAdapter,
  {
    hasPublicFields,
    raise,
    self,
  }: { hasPublicFields: HasPublicFields; raise: () => void; self: string },
): void => {
  const uncommitted = new Set<TransactionID>()
  const write = db.create.bind(db)
  const leaveRow = async (transactionID: TransactionID): Promise<void> => {
    await write({
      collection,
      data: { data: {}, key: `${keyAt(Date.now())}:${randomUUID()}:${self}` },
      req: { transactionID },
    })
  }
  for (const name of writes) {
    const original = (db[name] as unknown as Write).bind(db)
    const tracked: Write = async (args) => {
      const transactionID = (await args.req?.transactionID) as TransactionID
      if (!hasPublicFields(args.collection ?? args.slug ?? '')) {
        return original(args)
      }
      if (transactionID !== undefined && transactionID !== null) {
        uncommitted.add(transactionID)
        return original(args)
      }
      try {
        return await original(args)
      } finally {
        await leaveRow(undefined).finally(raise)
      }
    }
    Object.assign(db, { [name]: tracked })
  }
  const raiseFor = (id: TransactionID): void => {
    if (uncommitted.delete(id)) {
      raise()
    }
  }
  listenToTransactions(db, {
    committed: raiseFor,
    committing: async (id) => {
      if (uncommitted.has(id)) {
        await leaveRow(id)
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
): Revision['look'] => {
  let seen = new Set<string>()
  let lastLookAt = -Infinity
  let looking: Promise<void> | undefined
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
  return () => {
    if (performance.now() - lastLookAt < maxAge) {
      return undefined
    }
    looking ??= lookNow().finally(() => {
      looking = undefined
    })
    return looking
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
