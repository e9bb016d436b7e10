import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, FlattenedField, GlobalSlug, Payload } from 'payload'

import { upsertRow } from '@payloadcms/drizzle'

import { isObject } from '../../lib/isObject.ts'
import { toSnakeCase } from '../../lib/toSnakeCase.ts'
import { mapFields } from './mapFields.ts'
import type { Row, Snapshot, Table, Target } from './tables.ts'

/** How many rows are read at a time. */
const size = 200

/** Rows as they were at one moment, while others write. */
export const embeddedSnapshot = async (payload: Payload): Promise<Snapshot> => {
  const { client } = adapterOf(payload)
  // Holds up nobody: SQLite keeps for a reader what it began with.
  await client.execute('BEGIN')
  return {
    end: async () => {
      await client.execute('ROLLBACK')
    },
    async *rowsOf(table) {
      // Documents that are alike in what a list is sorted by keep their order.
      const { rows } = await client.execute(
        `SELECT id FROM "${nameOf(payload, table)}" ORDER BY rowid`,
      )
      const ids = rows.map(({ id }) => id as string)
      for (let start = 0; start < ids.length; start += size) {
        const some = ids.slice(start, start + size)
        const found = new Map(
          (await read(payload, table, some)).map((row) => [row.id, row] as const),
        )
        yield* some.map((id) => found.get(id)).filter((row) => row !== undefined)
      }
    },
  }
}

const read = async ({ db }: Payload, table: Table, ids: string[]): Promise<Row[]> => {
  const { isGlobal, isOfVersions } = table
  const collection = table.slug as CollectionSlug
  const global = table.slug as GlobalSlug
  const every = { limit: 0, pagination: false, sort: 'id', where: { id: { in: ids } } } as const
  if (!isGlobal) {
    const { docs } = isOfVersions
      ? await db.findVersions({ collection, ...every })
      : // What others say of a document is theirs.
        await db.find({ collection, joins: false as never, ...every })
    return docs as Row[]
  }
  return isOfVersions
    ? (await db.findGlobalVersions({ global, ...every })).docs
    : [await db.findGlobal({ slug: global })]
}

/**
 * Writes rows with their ids and time stamps: all at once, when it ends.
 *
 * @param ids of all documents that will be there. MongoDB keeps references to deleted ones; SQLite refuses
 * them.
 */
export const embeddedTarget = async (
  payload: Payload,
  ids: Map<string, Set<string>>,
): Promise<Target> => {
  const adapter = adapterOf(payload)
  const transactionID = await adapter.beginTransaction()
  const { db } = adapter.sessions[String(transactionID)] ?? {}
  if (!transactionID || !db) {
    throw new Error('There is no transaction.')
  }
  // Rows may name others that come later.
  await adapter.execute({ db: db as never, raw: 'PRAGMA defer_foreign_keys = ON' })
  return {
    end: () => adapter.commitTransaction(transactionID),
    giveUp: () => adapter.rollbackTransaction(transactionID),
    write: async (table, rows) => {
      for (const { id, ...data } of rows) {
        await upsertRow({
          adapter: adapter as never,
          collectionSlug: table.slug,
          customID: id,
          data: mapFields(table.fields, data, withoutUnknown(ids)),
          db: db as never,
          fields: table.fields,
          globalSlug: table.isGlobal ? table.slug : undefined,
          ignoreResult: true,
          operation: 'create',
          tableName: nameOf(payload, table),
        })
      }
    },
  }
}

/** A reference, unless it leads to nothing. */
const withoutUnknown =
  (ids: Map<string, Set<string>>) =>
  (value: unknown, field: FlattenedField | undefined): unknown => {
    if (field?.type !== 'relationship' && field?.type !== 'upload') {
      return value
    }
    const { relationTo } = field
    const isKnown = (one: unknown): boolean =>
      isObject(one)
        ? ids.get(String(one.relationTo))?.has(String(one.value)) === true
        : typeof relationTo === 'string' && ids.get(relationTo)?.has(String(one)) === true
    if (Array.isArray(value)) {
      return value.filter(isKnown)
    }
    return isKnown(value) ? value : null
  }

/** Removes all rows of a table, and what hangs on them. */
export const removeEmbeddedRows = async (payload: Payload, table: Table): Promise<void> => {
  await adapterOf(payload).client.execute(`DELETE FROM "${nameOf(payload, table)}"`)
}

const adapterOf = ({ db }: Payload): SQLiteAdapter => db as unknown as SQLiteAdapter

const nameOf = (payload: Payload, { isOfVersions, slug }: Table): string => {
  const adapter = adapterOf(payload)
  const own = toSnakeCase(slug)
  const name = adapter.tableNameMap.get(isOfVersions ? `_${own}${adapter.versionsSuffix}` : own)
  if (!name) {
    throw new Error(`There is no table for ${slug}.`)
  }
  return name
}
