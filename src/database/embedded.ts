import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj, Migration } from 'payload'

import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { createClient } from '@libsql/client'
import { sqliteAdapter } from '@payloadcms/db-sqlite'

import { filteredLists } from './indexes.ts'
import { migrations } from '../migrations/sqlite/index.ts'

/** How long a write waits for another writer, in milliseconds. */
const patience = 15_000

/**
 * The embedded SQLite database. Migrations are applied at every start, whatever NODE_ENV says, and
 * the schema is never pushed.
 */
export const embeddedDatabase = ({ url }: { url: string }): DatabaseAdapterObj => {
  const adapter = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    // For `npm run payload -- migrate:create`, which runs at the top of the repository.
    migrationDir: path.resolve('src/migrations/sqlite'),
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
      const connect = database.connect
      database.connect = async (options) => {
        mkdirSync(path.dirname(fileOf(url)), { recursive: true })
        database.client = withPatientWriters(url)
        await database.client.execute('PRAGMA journal_mode = WAL')
        await connect?.call(database, options)
        if (process.env.PAYLOAD_MIGRATING !== 'true') {
          await database.migrate({ migrations: migrations as Migration[] })
        }
      }
      const destroy = database.destroy
      database.destroy = async () => {
        const { client } = database
        await destroy?.call(database)
        // Leaves one file behind that can be copied as it is.
        await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        client.close()
      }
      return database
    },
  }
}

const indexFilteredLists = ({ rawTables }: SQLiteAdapter): void => {
  for (const { collection, field } of filteredLists) {
    const name = `${collection}_${toSnakeCase(field)}`
    const table = rawTables[name]
    if (!table) {
      throw new Error(`There is no table ${name} to index; see src/database/indexes.ts.`)
    }
    table.indexes = {
      ...table.indexes,
      valueIdx: { name: `${name}_value_idx`, on: ['value', 'parent'] },
    }
  }
}

/**
 * Every document is read with its translations. Payload's index on them begins with the language, so
 * SQLite would look through the translations of all documents for each.
 */
const indexTranslations = ({ rawTables }: SQLiteAdapter): void => {
  for (const [name, table] of Object.entries(rawTables)) {
    if (name.endsWith('_locales')) {
      table.indexes = {
        ...table.indexes,
        parentIdx: { name: `${name}_parent_idx`, on: '_parentID' },
      }
    }
  }
}

const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The path of the file that a `file:` URL names. */
export const fileOf = (url: string): string =>
  path.resolve(url.startsWith('file:///') ? fileURLToPath(url) : url.slice('file:'.length))

/**
 * SQLite has one writer at a time. Its own waiting blocks the thread, so a second request of this
 * process would wait for the first without ever letting it finish; this waits without blocking. Each
 * write begins on a connection of its own: one on which a write was refused may keep an old snapshot
 * of the database for good. Readers never wait.
 */
const withPatientWriters = (url: string): Client => {
  const client = createClient({ url })
  const read: (statement: InStatement) => Promise<ResultSet> = client.execute.bind(client)

  const write = async (statement: InStatement): Promise<ResultSet> => {
    const transaction = await begin(url)
    try {
      const result = await transaction.execute(statement)
      await transaction.commit()
      return result
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }

  return Object.assign(client, {
    execute: (statement: InStatement) => (isWrite(statement) ? write(statement) : read(statement)),
    transaction: () => begin(url),
  })
}

/** Begins to write as soon as no other request and no other process does. */
const begin = async (url: string): Promise<Transaction> => {
  const deadline = Date.now() + patience
  for (;;) {
    const client = createClient({ url })
    try {
      return await client.transaction('write')
    } catch (error) {
      client.close()
      if (!isBusy(error) || Date.now() > deadline) {
        throw error
      }
      await pause(2 + Math.random() * 8)
    }
  }
}

const isWrite = (statement: InStatement): boolean =>
  /^\s*(?:alter|create|delete|drop|insert|replace|update)\b/i.test(
    typeof statement === 'string' ? statement : statement.sql,
  )

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
