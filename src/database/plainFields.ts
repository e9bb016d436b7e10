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
 * Reads a few fields of all documents that a query finds, by their ids, as the database holds them. On the
 * embedded database they come out of one table: making a document of each row takes several times as long.
 *
 * @param fields that have one value in all languages, in no more than one group (`address.visibility`).
 */
export const readPlainFields = async <Doc extends { id: string }>(
  payload: Payload,
  fields: string[],
  asked: Asked,
): Promise<Doc[]> => {
  const db: BaseDatabaseAdapter = payload.db as never
  const { collection, isDraft = false, req, where } = asked
  const operation = isDraft ? 'queryDrafts' : 'find'
  if (isEmbedded(db)) {
    return timed(operation, () => readEmbedded<Doc>(db, fields, asked))
  }
  // As Payload's `select` has it.
  const select = inGroups(fields, () => true as const)
  const { docs } = await db[operation]<Doc>({
    collection,
    limit: 0,
    pagination: false,
    req,
    select: isDraft ? { parent: true, version: select } : select,
    sort: isDraft ? 'parent' : 'id',
    where,
  })
  return docs
}

const readEmbedded = async <Doc extends { id: string }>(
  db: SQLiteAdapter,
  fields: string[],
  { collection, isDraft = false, req, where }: Asked,
): Promise<Doc[]> => {
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
    where: isDraft ? combineQueries({ latest: { equals: true } }, where) : where,
  })
  if (joins.length > 0) {
    throw new Error(`Documents of ${collection} are looked for in more than one table.`)
  }
  const columnOf = (field: string): unknown => {
    const column = table[`${isDraft ? 'version_' : ''}${field.replaceAll('.', '_')}`]
    if (!column) {
      throw new Error(`The table of ${collection} has no field ${field}.`)
    }
    return column
  }
  const id = isDraft ? table.parent : table.id
  const transaction = db.sessions[String(await req?.transactionID)]
  const drizzle = (transaction?.db as typeof db.drizzle | undefined) ?? db.drizzle
  const rows = await drizzle
    .select({ id, ...inGroups(fields, columnOf) } as never)
    .from(table)
    .where(condition)
    .orderBy(asc(id))
  return rows
}

type Grouped<Value> = { [name: string]: { [name: string]: Value } | Value }

/** Something for each field, of those in a group together. */
const inGroups = <Value>(fields: string[], valueOf: (field: string) => Value): Grouped<Value> => {
  const all: Grouped<Value> = {}
  for (const field of fields) {
    const [first = '', inGroup] = field.split('.')
    const value = valueOf(field)
    all[first] = inGroup === undefined ? value : { ...all[first], [inGroup]: value }
  }
  return all
}
