import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Collection, Document } from 'mongodb'
import type { FlattenedField, Payload } from 'payload'

import { ObjectId } from 'mongodb'

import { isObject } from '../../lib/isObject.ts'
import { mapFields } from './mapFields.ts'
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
        // Ids and dates turn into strings; the count that mongoose keeps means nothing to Payload.
        const row = { id: id as unknown, ...document, __v: undefined }
        yield JSON.parse(JSON.stringify(row)) as Row
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
          ...mapFields(table.fields, data, toStored),
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

/** As Payload's adapter stores a value: ids and dates are no strings, and nothing is null. */
const toStored = (value: unknown, field: FlattenedField | undefined, name: string): unknown => {
  if (value === null) {
    return undefined
  }
  if (field?.type === 'date' || (!field && (name === 'createdAt' || name === 'updatedAt'))) {
    return toDate(value)
  }
  if (field?.type === 'relationship' || field?.type === 'upload') {
    return Array.isArray(value) ? value.map(toReference) : toReference(value)
  }
  return value
}

const toDate = (value: unknown): unknown => (typeof value === 'string' ? new Date(value) : value)

/** @param value an id, or one with the collection that it is of. */
const toReference = (value: unknown): unknown =>
  isObject(value)
    ? { ...value, value: toReference(value.value) }
    : typeof value === 'string' && ObjectId.isValid(value)
      ? new ObjectId(value)
      : value
