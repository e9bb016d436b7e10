import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload } from 'payload'

import { randomUUID } from 'node:crypto'

import type { TransactionID } from './transactions.ts'
import { listenToTransactions } from './transactions.ts'

/**
 * How long a process may go on without looking for what other processes have committed, in
 * milliseconds. Promised is a second; the rest is for the look itself and the reply.
 */
const freshFor = 700

/**
 * How far back a look goes, in milliseconds: longer than any transaction lasts and than the clocks of
 * two machines differ.
 */
const memory = 5 * 60_000

const collection = 'payload-kv'
export const revisionPrefix = 'revision:'
const keyAt = (time: number): string => `${revisionPrefix}${new Date(time).toISOString()}`

/** The state of what the public may read: everything that was read before it changed is out of date. */
export type Revision = {
  /** Another number after every commit of public content. */
  current: () => number
  /** Asks the database for commits of other processes, unless that was done a moment ago. */
  look: () => Promise<void> | undefined
  /** Calls back after every commit of public content, before whoever wrote it is told so. */
  onChange: (listener: () => void) => void
}

/** Where an adapter keeps its revision: Next's bundle has a copy of this module, but the same adapter. */
const property = Symbol.for('revision of the public content')

type Wrapped = { [property]?: Revision }

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

/** Whether the public may read something of a collection or global. */
export type HasPublicFields = (slug: string) => boolean

/**
 * Notes every write of what the public may read, by whichever way it comes, and raises the revision
 * once it is committed - hooks of documents run before that. In the same transaction it leaves a row
 * for other processes. A row each: transactions that wrote the same one would conflict in MongoDB.
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
 * Leaves a row with every write of what the public may read.
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
 * Looks for the rows that other processes have left.
 *
 * @param raise is called where there are new ones.
 */
const lookForOthers = (
  db: BaseDatabaseAdapter,
  self: string,
  raise: () => void,
): Revision['look'] => {
  let seen = new Set<string>()
  let lookedAt = -Infinity
  let looking: Promise<void> | undefined
  const lookNow = async (): Promise<void> => {
    // The clock of the wall may be set back.
    const startedAt = performance.now()
    const { docs } = await db.find<{ key: string }>({
      collection,
      limit: 0,
      pagination: false,
      select: { key: true },
      where: { key: { greater_than: keyAt(Date.now() - memory) } },
    })
    const foreign = docs
      .map(({ key }) => key)
      .filter((key) => key.startsWith(revisionPrefix) && !key.endsWith(self))
    // After a long sleep rows may have come and be too old to be found.
    const hasSlept = startedAt - lookedAt > memory / 2
    if (hasSlept || foreign.some((key) => !seen.has(key))) {
      raise()
    }
    seen = new Set(foreign)
    lookedAt = startedAt
  }
  return () => {
    if (performance.now() - lookedAt < freshFor) {
      return undefined
    }
    looking ??= lookNow().finally(() => {
      looking = undefined
    })
    return looking
  }
}

/** Removes rows that no process will look at any more. */
export const purgeRevisions = async ({ db }: Payload): Promise<void> => {
  await db.deleteMany({
    collection,
    where: {
      and: [
        { key: { greater_than: revisionPrefix } },
        { key: { less_than: keyAt(Date.now() - 2 * memory) } },
      ],
    },
  })
}
