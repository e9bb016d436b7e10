import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { CollectionSlug, FlattenedField, GlobalSlug, Payload } from 'payload'

import { upsertRow } from '@payloadcms/drizzle'

import { tableNameOf } from '../../database/embeddedTables.ts'
import { isObject } from '../../lib/isObject.ts'
import { mapFields } from './mapFields.ts'
import type { Row, Snapshot, Table, Target } from './tables.ts'

/** How many rows are read at a time. */
const batchSize = 200

/** A consistent snapshot of all rows, while others go on writing. */
export const embeddedSnapshot = async (payload: Payload): Promise<Snapshot> => {
  const { client } = adapterOf(payload)
  // Blocks no writer: SQLite shows a transaction the state in which it began.
  await client.execute('BEGIN')
  return {
    end: async () => {
      await client.execute('ROLLBACK')
    },
    async *rowsOf(table) {
      // In the order of their creation, which decides between documents that a list sorts alike.
      const { rows } = await client.execute(
        `SELECT id FROM "${nameOf(payload, table)}" ORDER BY rowid`,
      )
      const ids = rows.map(({ id }) => id as string)
      for (let start = 0; start < ids.length; start += batchSize) {
        const batch = ids.slice(start, start + batchSize)
        const found = new Map(
          (await read(payload, table, batch)).map((row) => [row.id, row] as const),
        )
        yield* batch.map((id) => found.get(id)).filter((row) => row !== undefined)
      }
    },
  }
}

const read = async ({ db }: Payload, table: Table, ids: string[]): Promise<Row[]> => {
  const { isGlobal, isOfVersions } = table
  const collection = table.slug as CollectionSlug
  const global = table.slug as GlobalSlug
  const query = { limit: 0, pagination: false, sort: 'id', where: { id: { in: ids } } } as const
  if (!isGlobal) {
    const { docs } = isOfVersions
      ? await db.findVersions({ collection, ...query })
      : // Joins are rows of other tables.
        await db.find({ collection, joins: false as never, ...query })
    return docs as Row[]
  }
  return isOfVersions
    ? (await db.findGlobalVersions({ global, ...query })).docs
    : [await db.findGlobal({ slug: global })]
}

/**
 * Writes rows with their ids and timestamps, in one transaction.
 *
 * @param ids of all documents in the archive. References to others are left out: MongoDB keeps
 * references to deleted documents, SQLite refuses them.
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
  // A row may refer to one that is written later.
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

/** Leaves out references to documents that do not exist. */
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

/** Removes all rows of a table, and those of its subtables. */
export const removeEmbeddedRows = async (payload: Payload, table: Table): Promise<void> => {
  await adapterOf(payload).client.execute(`DELETE FROM "${nameOf(payload, table)}"`)
}

const adapterOf = ({ db }: Payload): SQLiteAdapter => db as unknown as SQLiteAdapter

const nameOf = (payload: Payload, table: Table): string => tableNameOf(adapterOf(payload), table)
