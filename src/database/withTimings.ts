import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

import { Histogram } from 'prom-client'

import { durations, registry } from '../lib/metricsRegistry.ts'

const database = new Histogram({
  buckets: durations,
  help: 'Database operations and how many seconds they took.',
  labelNames: ['operation'],
  name: 'ikost_database_duration_seconds',
  registers: [registry],
})

const measuredOperations = [
  'beginTransaction',
  'commitTransaction',
  'count',
  'countVersions',
  'create',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'find',
  'findGlobal',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateGlobal',
  'updateMany',
  'updateOne',
  'updateVersion',
] as const satisfies (keyof BaseDatabaseAdapter)[]

/** Measures how long each operation of a database adapter takes. */
export const withTimings = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    for (const operation of measuredOperations) {
      const original = (db[operation] as (args: unknown) => Promise<unknown>).bind(db)
      const timer = database.labels(operation)
      const timed = async (args: unknown): Promise<unknown> => {
        const end = timer.startTimer()
        try {
          return await original(args)
        } finally {
          end()
        }
      }
      Object.assign(db, { [operation]: timed })
    }
    return db
  },
})
