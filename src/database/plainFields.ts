import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

import { asc } from '@payloadcms/db-sqlite/drizzle'
import { buildQuery } from '@payloadcms/drizzle'
import { buildVersionCollectionFields, combineQueries } from 'payload'

import { isEmbedded, tableNameOf } from './embeddedTables.ts'
import { timed } from './withTimings.ts'

type Asked = {
  collection: CollectionSlug
  /** Whether the newest drafts are read, whose ids are those of their documents. */
  isDraft?: boolean
  /** In whose transaction is read, if it has one. */
  req?: PayloadRequest
  where: Where
}

/**
 * Reads a few fields of all documents that a query finds, by their ids, as the database holds them: from one table,
 * or what MongoDB answers. To make documents of it, as Payload does, takes several times as long.
 *
 * @param fields that have one value in all languages, in no more than one group (`address.visibility`).
 */
export const readPlainFields = <Doc extends { id: string }>(
  payload: Payload,
  fields: string[],
  asked: Asked,
): Promise<Doc[]> => {
  const db: BaseDatabaseAdapter = payload.db as never
  const read = (): Promise<object[]> =>
    isEmbedded(db)
      ? readEmbedded(db, fields, asked)
      : readMongoDB(db as unknown as MongooseAdapter, fields, asked)
  return timed(asked.isDraft ? 'queryDrafts' : 'find', read) as Promise<Doc[]>
}

/** Limits a query of versions to the newest drafts. */
const latest = (where: Where): Where => combineQueries({ latest: { equals: true } }, where)

const readMongoDB = async (
  { collections, payload, sessions, versions }: MongooseAdapter,
  fields: string[],
  { collection, isDraft = false, req, where }: Asked,
): Promise<object[]> => {
  const model = (isDraft ? versions : collections)[collection]
  if (!model) {
    throw new Error(`There is no model of ${collection}.`)
  }
  const session = sessions[String(await req?.transactionID)]
  const [id, names] = isDraft
    ? ['parent', ['parent', ...fields.map((field) => `version.${field}`)]]
    : ['_id', fields]
  const rows = await model.find(
    await model.buildQuery({ payload, where: isDraft ? latest(where) : where }),
    Object.fromEntries(names.map((name) => [name, true])),
    { lean: true, session: session?.inTransaction() ? session : null, sort: { [id]: 1 } },
  )
  return (rows as Record<string, unknown>[]).map(({ _id, ...doc }) =>
    isDraft ? { ...(doc.version as object), id: String(doc.parent) } : { ...doc, id: String(_id) },
  )
}

const readEmbedded = async (
  db: SQLiteAdapter,
  fields: string[],
  { collection, isDraft = false, req, where }: Asked,
): Promise<object[]> => {
  const { config } = db.payload.collections[collection]
  const tableName = tableNameOf(db, { isOfVersions: isDraft, slug: collection })
  const table = db.tables[tableName]
  if (!table) {
    throw new Error(`There is no table of ${collection}.`)
  }
  const { joins, where: condition } = buildQuery({
    adapter: db as never,
    fields: isDraft
      ? buildVersionCollectionFields(db.payload.config, config, true)
      : config.flattenedFields,
    tableName,
    where: isDraft ? latest(where) : where,
  })
  if (joins.length > 0) {
    throw new Error(`Documents of ${collection} are looked for in more than one table.`)
  }
  const columnOf = (field: string): object => {
    const column = table[`${isDraft ? 'version_' : ''}${field.replaceAll('.', '_')}`]
    if (!column) {
      throw new Error(`The table of ${collection} has no field ${field}.`)
    }
    return column
  }
  const id = isDraft ? table.parent : table.id
  const transaction = db.sessions[String(await req?.transactionID)]
  const drizzle = (transaction?.db as typeof db.drizzle | undefined) ?? db.drizzle
  return drizzle
    .select({ id, ...inGroups(fields, columnOf) } as never)
    .from(table)
    .where(condition)
    .orderBy(asc(id))
}

/** The column of each field, of those in a group together. */
const inGroups = (
  fields: string[],
  columnOf: (field: string) => object,
): Record<string, object> => {
  const all: Record<string, object> = {}
  for (const field of fields) {
    const [first = '', inGroup] = field.split('.')
    const column = columnOf(field)
    all[first] = inGroup === undefined ? column : { ...all[first], [inGroup]: column }
  }
  return all
}
