import type { BaseDatabaseAdapter, CollectionSlug, PayloadRequest, Where } from 'payload'

import { randomUUID } from 'node:crypto'

import type { TransactionID } from './transactions.ts'

/** The keys of rows that name documents whose change has not got a number yet (`src/features/changes`). */
export const touchedPrefix = 'touched:'

const collection = 'payload-kv'

/** So many documents one row names at most. */
const namesOfRow = 200

/** What a database operation is asked for, as far as it says which documents it writes. */
export type WriteArgs = {
  collection?: string
  data?: { id?: string }
  id?: unknown
  req?: { transactionID?: unknown }
  slug?: string
  where?: Where & { id?: { equals?: unknown } }
}

/** A document of a collection, or a global, as rows name it. */
export const nameOf = (entity: string, id?: string): string =>
  id === undefined ? entity : `${entity}/${id}`

/** What a row names. */
export const namedBy = (name: string): { entity: string; id?: string } => {
  const [entity = '', id] = name.split('/')
  return { entity, ...(id && { id }) }
}

/**
 * Does a write.
 *
 * @returns what the database answers, and the names of what was written: documents, or a global.
 */
export const writeAndName = async (
  db: BaseDatabaseAdapter,
  write: (args: WriteArgs) => Promise<unknown>,
  args: WriteArgs,
): Promise<{ names: string[]; written: unknown }> => {
  const { collection: entity, slug = '' } = args
  if (entity === undefined) {
    return { names: [nameOf(slug)], written: await write(args) }
  }
  const known = await idsBefore(db, args)
  const written = await write(args)
  const { id: made } = (written ?? {}) as { id?: unknown }
  const ids = known.length === 0 && typeof made === 'string' ? [made] : known
  return { names: ids.map((id) => nameOf(entity, id)), written }
}

/** The ids that a write names, by a condition if need be. */
const idsBefore = async (
  db: BaseDatabaseAdapter,
  { collection: entity, id, req, where }: WriteArgs,
): Promise<string[]> => {
  const only = id ?? where?.id?.equals
  if (typeof only === 'string' || !where) {
    return typeof only === 'string' ? [only] : []
  }
  return idsOf(db, { collection: entity ?? '', req: req as never, where })
}

/** The ids of all documents of a collection, drafts included, that fit a condition. */
export const idsOf = async (
  db: Pick<BaseDatabaseAdapter, 'find'>,
  { collection: entity, req, where }: { collection: string; req?: PayloadRequest; where?: Where },
): Promise<string[]> => {
  const { docs } = await db.find<{ id: string }>({
    collection: entity as CollectionSlug,
    limit: 0,
    pagination: false,
    req,
    select: { id: true },
    // The default order may be by a localised text, which would need a language.
    sort: 'id',
    where,
  })
  return docs.map(({ id }) => id)
}

/** Leaves rows that name documents, in the transaction that has changed them. */
export const leaveTouched = async (
  write: BaseDatabaseAdapter['create'],
  names: readonly string[],
  transactionID: TransactionID,
): Promise<void> => {
  for (let done = 0; done < names.length; done += namesOfRow) {
    await write({
      collection,
      data: {
        data: { names: names.slice(done, done + namesOfRow) },
        key: `${touchedPrefix}${new Date().toISOString()}:${randomUUID()}`,
      },
      req: { transactionID },
    })
  }
}
