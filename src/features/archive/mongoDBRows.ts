import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Collection, Document } from 'mongodb'
import type { FlattenedField, Payload } from 'payload'

import { ObjectId } from 'mongodb'

import { isObject } from '../../lib/isObject.ts'
import { mapFields } from './mapFields.ts'
import type { Row, Snapshot, Table, Target } from './tables.ts'

/** A consistent snapshot of all rows, while others go on writing. */
export const mongoDBSnapshot = (payload: Payload): Promise<Snapshot> => {
  // Snapshots need MongoDB 5 or newer, which keeps them for five minutes.
  const session = adapterOf(payload).connection.getClient().startSession({ snapshot: true })
  return Promise.resolve({
    end: () => session.endSession(),
    async *rowsOf(table) {
      // In the order of their creation, as far as ids tell.
      const cursor = collectionOf(payload, table).find(ofTable(table), { session }).sort({ _id: 1 })
      for await (const { _id: id, ...document } of cursor) {
        // JSON turns ids and dates into strings. `__v` is Mongoose's, and means nothing to Payload.
        const row = { id: id as unknown, ...document, __v: undefined }
        yield JSON.parse(JSON.stringify(row)) as Row
      }
    },
  })
}

/** Writes rows with their ids and timestamps; without a transaction, which MongoDB would end too early. */
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

/** A value as Payload's adapter stores it: ids and dates have their own types, and null is left out. */
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

/** @param value an id, or an id with its collection. */
const toReference = (value: unknown): unknown =>
  isObject(value)
    ? { ...value, value: toReference(value.value) }
    : typeof value === 'string' && ObjectId.isValid(value)
      ? new ObjectId(value)
      : value
