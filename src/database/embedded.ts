import type { Client, InStatement, ResultSet } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj, Migration, Payload } from 'payload'

import path from 'node:path'

import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { ObjectId } from 'mongodb'

import { makeWritable } from '../lib/makeWritable.ts'
import { OperatorError } from '../lib/OperatorError.ts'
import { fileOf, openConnection } from './connection.ts'
import { indexFilteredLists, indexTranslations } from './indexes.ts'
import { migrations } from './migrations/sqlite/index.ts'
import { throwFailedCommits } from './throwFailedCommits.ts'
import type { Writer } from './writer.ts'
import { makeWriter } from './writer.ts'

/** How long a write waits for its turn, and a transaction for its next statement, in milliseconds. */
const timeouts = { idle: 60_000, turn: 15_000 }

/**
 * The embedded SQLite database. Migrations are applied at every start, whatever NODE_ENV says, and
 * the schema is never pushed.
 */
export const embeddedDatabase = ({ url }: { url: string }): DatabaseAdapterObj => {
  const adapter = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    // For `npm run payload -- migrate:create`, which runs at the top of the repository.
    migrationDir: path.resolve('src/database/migrations/sqlite'),
    push: false,
    transactionOptions: {},
  })
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      database.beforeSchemaInit.push(({ schema }) => {
        indexFilteredLists(database)
        indexTranslations(database)
        return schema
      })
      let writer: undefined | Writer
      // Innermost, so that all wrappers of the adapter notice a commit that failed.
      throwFailedCommits(database, () => writer?.newest())
      const connect = database.connect
      database.connect = async (options) => {
        const opened = await open(url, database.payload.logger)
        writer = opened.writer
        database.client = withWriter(opened.reader, writer)
        makeIDsAsMongoDB(database)
        await connect?.call(database, options)
        if (process.env.PAYLOAD_MIGRATING !== 'true') {
          await database.migrate({ migrations: migrations as Migration[] })
        }
      }
      const destroy = database.destroy
      database.destroy = async () => {
        const { client } = database
        await destroy?.call(database)
        // Moves the write-ahead log into the database, so that one file remains, which can be copied.
        await writer?.close()
        await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        client.close()
      }
      return database
    },
  }
}

/** @throws OperatorError if the database can neither be opened nor made. */
const open = async (
  url: string,
  logger: Payload['logger'],
): Promise<{ reader: Client; writer: Writer }> => {
  const file = fileOf(url)
  makeWritable(path.dirname(file), 'DATABASE_URL', path.basename(file))
  try {
    const writer = makeWriter(url, timeouts)
    await updateStatistics(writer, logger)
    const reader = openConnection(url)
    await reader.execute('PRAGMA journal_mode = WAL')
    return { reader, writer }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`The database ${file} cannot be opened: ${reason}.`, { cause: error })
  }
}

/**
 * Counts how many rows an index finds for a value. SQLite takes ten for granted, and would go through
 * everything that is published for each batch that is read by ids. A connection reads these numbers when it
 * is opened. Without new ones, as on a full disk, the old ones do.
 */
const updateStatistics = async (writer: Writer, logger: Payload['logger']): Promise<void> => {
  try {
    await write(writer, 'ANALYZE')
  } catch (err) {
    logger.warn({ err, msg: 'The statistics of the database could not be updated.' })
  }
}

/**
 * Makes new ids as MongoDB does, so that documents keep theirs when they move there. Older documents
 * may still have UUIDs.
 */
const makeIDsAsMongoDB = ({ payload, tables }: SQLiteAdapter): void => {
  for (const table of Object.values(tables)) {
    const { id } = table as { id?: { defaultFn?: () => string } }
    if (id?.defaultFn) {
      id.defaultFn = () => new ObjectId().toHexString()
    }
  }
  for (const collection of Object.values(payload.collections)) {
    // Workaround (no issue known): in a list of ids of several collections, Payload leaves out those
    // that are not UUIDs. Can go when it looks for them; tests/integration/payload/upstream.test.ts
    // notices.
    collection.customIDType = 'text'
  }
}

/** Reads on the client itself, which never waits for a writer; writes on the one connection that may write. */
const withWriter = (client: Client, writer: Writer): Client => {
  const read: (statement: InStatement) => Promise<ResultSet> = client.execute.bind(client)

  return Object.assign(client, {
    execute: (statement: InStatement) =>
      isWrite(statement) ? write(writer, statement) : read(statement),
    transaction: () => writer.begin(),
  })
}

/** Executes a statement in a transaction of its own. */
const write = async (writer: Writer, statement: InStatement): Promise<ResultSet> => {
  const transaction = await writer.begin()
  try {
    const result = await transaction.execute(statement)
    await transaction.commit()
    return result
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

const isWrite = (statement: InStatement): boolean =>
  /^\s*(?:alter|create|delete|drop|insert|replace|update)\b/i.test(
    typeof statement === 'string' ? statement : statement.sql,
  )
