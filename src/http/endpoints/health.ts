import type { Client } from '@libsql/client'
import type { DatabaseAdapter, Endpoint, Payload } from 'payload'

import { access, readdir } from 'node:fs/promises'

import { isEmbedded } from '../../database/embeddedTables.ts'
import { fileOf } from '../../database/connection.ts'
import { migrations } from '../../database/migrations/sqlite/index.ts'
import { environment } from '../../environment.ts'
import { version } from '../../lib/version.ts'

/** How long the database may take to answer before it counts as gone, in milliseconds. */
const timeout = 3_000

type Health = {
  database: 'embedded' | 'mongodb'
  migrations: { pending: string[]; state: 'current' | 'pending' }
  /** The process that answers: memory in bytes; open files, or null where the system does not say. */
  process: { memory: number; openFiles: null | number }
  status: 'ok'
  transactions: boolean
  version: string
}

/**
 * `GET /api/health`: 200 with the kind of database, whether it has transactions, the state of the
 * migrations, memory and open files, and the version; 503 while the database is gone. It names no host and no path.
 */
export const health: Endpoint = {
  handler: async ({ payload }) => {
    try {
      return Response.json(await withinTime(healthOf(payload)))
    } catch (err) {
      payload.logger.error({ err, msg: 'Health: the database is not responding.' })
      return Response.json(
        { database: environment.database.kind, status: 'unavailable', version },
        { status: 503 },
      )
    }
  },
  method: 'get',
  path: '/health',
}

const healthOf = async (payload: Payload): Promise<Health> => {
  const { db } = payload
  await ping(db)
  const pending = await pendingMigrations(payload)
  return {
    database: environment.database.kind,
    migrations: { pending, state: pending.length === 0 ? 'current' : 'pending' },
    process: { memory: process.memoryUsage.rss(), openFiles: await countOpenFiles() },
    status: 'ok',
    transactions: hasTransactions(db),
    version,
  }
}

/** Only Linux has this folder. */
const countOpenFiles = async (): Promise<null | number> => {
  const files = await readdir('/proc/self/fd').catch(() => null)
  return files && files.length
}

type MongoAdapter = {
  connection: { db: { command: (command: object) => Promise<unknown> } }
  transactionOptions?: unknown
} & DatabaseAdapter

/** Payload's MongoDB adapter clears its `transactionOptions` when it runs without transactions. */
const hasTransactions = (db: DatabaseAdapter): boolean =>
  isEmbedded(db) || Boolean((db as MongoAdapter).transactionOptions)

const ping = async (db: DatabaseAdapter): Promise<void> => {
  if (environment.database.kind === 'embedded') {
    // SQLite goes on reading a file that was deleted, so look for the file itself.
    await access(fileOf(environment.database.url))
    await (db as { client: Client } & DatabaseAdapter).client.execute('SELECT 1')
  } else {
    await (db as MongoAdapter).connection.db.command({ ping: 1 })
  }
}

const pendingMigrations = async ({ db, find }: Payload): Promise<string[]> => {
  if (!isEmbedded(db)) {
    return []
  }
  const { docs } = await find({
    collection: 'payload-migrations',
    depth: 0,
    pagination: false,
  })
  const applied = new Set(docs.map(({ name }) => name))
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name))
}

const withinTime = async <Result>(work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${timeout} ms.`)), timeout)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
