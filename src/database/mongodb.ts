import type { DatabaseAdapterObj } from 'payload'

import type { MongooseAdapter } from '@payloadcms/db-mongodb'

import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { MongoClient, WriteConcern } from 'mongodb'

import { hostsOf } from '../lib/hostsOf.ts'
import { OperatorError } from '../lib/OperatorError.ts'
import { filteredLists } from './indexes.ts'

/** How long to look for a MongoDB server before giving up, unless the connection string says so itself. */
const serverSelectionTimeoutFor = (url: string): { serverSelectionTimeoutMS?: number } =>
  /[?&]serverSelectionTimeoutMS=/i.test(url) ? {} : { serverSelectionTimeoutMS: 10_000 }

/**
 * MongoDB, with transactions. Before it connects, it checks that the server can be reached and is a
 * replica set: without one, Payload would silently run without transactions.
 *
 * @throws OperatorError when it connects, if the server is not there or no replica set.
 */
export const mongoDatabase = ({
  allowStandalone,
  url,
}: {
  allowStandalone: boolean
  url: string
}): DatabaseAdapterObj => {
  const adapter = mongooseAdapter({
    afterOpenConnection: async ({ connection }) => {
      for (const { collection, field } of filteredLists) {
        await connection.collection(collection).createIndex({ _status: 1, [field]: 1 })
      }
    },
    connectOptions: serverSelectionTimeoutFor(url),
    ensureIndexes: true,
    transactionOptions: {
      readConcern: { level: 'snapshot' },
      writeConcern: new WriteConcern('majority'),
    },
    url,
  })
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args) as MongooseAdapter
      const connect = database.connect
      database.connect = async (options) => {
        const replicaSet = await replicaSetAt(url)
        if (!replicaSet && !allowStandalone) {
          throw new OperatorError(
            `MongoDB at ${hostsOf(url)} is not a replica set, so there would be no transactions. Start it as one (mongod --replSet rs0, then rs.initiate()), or set MONGODB_ALLOW_STANDALONE=true to go without.`,
          )
        }
        // Workaround (no issue known): Payload silently does without transactions unless the URL names
        // the replica set. Can go when it asks the server; tests/integration/payload/upstream.test.ts
        // notices.
        database.connectOptions = { ...database.connectOptions, ...(replicaSet && { replicaSet }) }
        await connect?.call(database, options)
      }
      return database
    },
  }
}

/**
 * The name of the replica set at a URL; undefined for a standalone server, and for the router of a
 * sharded cluster, on which Payload's adapter has no transactions either.
 *
 * @throws OperatorError if no server responds.
 */
const replicaSetAt = async (url: string): Promise<string | undefined> => {
  let client: MongoClient | undefined
  try {
    client = new MongoClient(url, serverSelectionTimeoutFor(url))
    const hello = await client.db('admin').command({ hello: 1 })
    return typeof hello.setName === 'string' ? hello.setName : undefined
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(url, '…')
    throw new OperatorError(
      `MongoDB at ${hostsOf(url)} cannot be reached: ${reason}. Check DATABASE_URL and whether the server runs.`,
      { cause: error },
    )
  } finally {
    await client?.close()
  }
}
