import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Collection, Document } from 'mongodb'
import type { FlattenedField, Payload } from 'payload'

import { ObjectId } from 'mongodb'

import type { Row, Snapshot, Table, Target } from './tables.ts'

/** Rows as they were at one moment, while others write. */
export const mongoDBSnapshot = (payload: Payload): Promise<Snapshot> => {
  // Of MongoDB 5 or newer, which keeps what was there for five minutes.
  const session = adapterOf(payload).connection.getClient().startSession({ snapshot: true })
  return Promise.resolve({
    end: () => session.endSession(),
    async *rowsOf(table) {
      const cursor = collectionOf(payload, table)
        .find(ofTable(table), { session })
        .sort({ $natural: 1 })
      for await (const { _id: id, ...document } of cursor) {
        // Ids and dates turn into strings.
        yield JSON.parse(JSON.stringify({ id: id as unknown, ...document })) as Row
      }
    },
  })
}

/** Writes rows with their ids and time stamps; a transaction of MongoDB may not last that long. */
export const mongoDBTarget = (payload: Payload): Promise<Target> => {
  const nothing = (): Promise<void> => Promise.resolve()
  return Promise.resolve({
    end: nothing,
    giveUp: nothing,
    write: async (table, rows) => {
      await collectionOf(payload, table).insertMany(
        rows.map(({ id, ...data }) => ({
          _id: new ObjectId(id),
          ...toStored(table.fields, data),
          ...ofTable(table),
        })),
      )
    },
  })
}

/** Removes all rows of a table. */
export const removeMongoDBRows = async (payload: Payload, table: Table): Promise<void> => {
  await collectionOf(payload, table).deleteMany(ofTable(table))
}

/** All globals share a collection. */
const ofTable = ({ isGlobal, isOfVersions, slug }: Table): Document =>
  isGlobal && !isOfVersions ? { globalType: slug } : {}

const adapterOf = ({ db }: Payload): MongooseAdapter => db as unknown as MongooseAdapter

const collectionOf = (payload: Payload, { isGlobal, isOfVersions, slug }: Table): Collection => {
  const adapter = adapterOf(payload)
  const model = isOfVersions
    ? adapter.versions[slug]
    : isGlobal
      ? adapter.globals
      : adapter.collections[slug]
  if (!model) {
    throw new Error(`There is no collection for ${slug}.`)
  }
  return model.collection
}

type Data = Record<string, unknown>

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** As Payload's adapter stores a document: ids and dates are no strings, and nothing is null. */
const toStored = (fields: FlattenedField[], data: Data, isLocalized = false): Document => {
  const stored: Document = {}
  for (const [name, value] of Object.entries(data)) {
    const field = fields.find((each) => each.name === name)
    if (value === null || value === undefined) {
      continue
    }
    if (!field) {
      stored[name] = name === 'createdAt' || name === 'updatedAt' ? toDate(value) : value
      continue
    }
    const hasLocales = Boolean(field.localized) && !isLocalized
    const convert = (one: unknown): unknown => valueOf(field, one, isLocalized || hasLocales)
    stored[name] =
      hasLocales && isData(value)
        ? Object.fromEntries(Object.entries(value).map(([locale, one]) => [locale, convert(one)]))
        : convert(value)
  }
  return stored
}

const valueOf = (field: FlattenedField, value: unknown, isLocalized: boolean): unknown => {
  switch (field.type) {
    case 'array':
      return Array.isArray(value)
        ? value.map((row: Data) => toStored(field.flattenedFields, row, isLocalized))
        : value
    case 'blocks':
      return Array.isArray(value)
        ? value.map((row: Data) => {
            const block = field.blocks.find(({ slug }) => slug === row.blockType)
            return block ? toStored(block.flattenedFields, row, isLocalized) : row
          })
        : value
    case 'date':
      return toDate(value)
    case 'group':
    case 'tab':
      return isData(value) ? toStored(field.flattenedFields, value, isLocalized) : value
    case 'relationship':
    case 'upload':
      return Array.isArray(value) ? value.map(toReference) : toReference(value)
    default:
      return value
  }
}

const toDate = (value: unknown): unknown => (typeof value === 'string' ? new Date(value) : value)

/** @param value an id, or one with the collection that it is of. */
const toReference = (value: unknown): unknown =>
  isData(value)
    ? { ...value, value: toReference(value.value) }
    : typeof value === 'string' && ObjectId.isValid(value)
      ? new ObjectId(value)
      : value
