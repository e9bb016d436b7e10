import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type {
  BaseDatabaseAdapter,
  CollectionSlug,
  Payload,
  SelectIncludeType,
  Where,
} from 'payload'

import { asc } from '@payloadcms/db-sqlite/drizzle'
import { buildQuery } from '@payloadcms/drizzle'
import { buildVersionCollectionFields, combineQueries } from 'payload'

import { isEmbedded, tableNameOf } from './embeddedTables.ts'
import { timed } from './withTimings.ts'

type Asked = {
  collection: CollectionSlug
  /** Whether the newest drafts are read, whose ids are those of their documents. */
  isDraft?: boolean
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
  const { collection, isDraft = false, where } = asked
  const operation = isDraft ? 'queryDrafts' : 'find'
  if (isEmbedded(db)) {
    return timed(operation, () => readEmbedded<Doc>(db, fields, asked))
  }
  const select = selectOf(fields)
  const { docs } = await db[operation]<Doc>({
    collection,
    limit: 0,
    pagination: false,
    select: isDraft ? { parent: true, version: select } : select,
    sort: isDraft ? 'parent' : 'id',
    where,
  })
  return docs
}

const readEmbedded = async <Doc extends { id: string }>(
  db: SQLiteAdapter,
  fields: string[],
  { collection, isDraft = false, where }: Asked,
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
  const columns = { id, ...Object.fromEntries(fields.map((field) => [field, columnOf(field)])) }
  const rows = await db.drizzle
    .select(columns as never)
    .from(table)
    .where(condition)
    .orderBy(asc(id))
  return rows
}

/** `select` as Payload has it. */
const selectOf = (fields: string[]): SelectIncludeType =>
  Object.fromEntries(
    fields.map((field) => {
      const [first = '', inGroup] = field.split('.')
      return [first, inGroup ? { [inGroup]: true } : true]
    }),
  )
