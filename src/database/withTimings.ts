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

type Operation = (typeof measuredOperations)[number]

/** Measures how long an operation takes, whether it succeeds or not. */
export const timed = async <Result>(
  operation: Operation,
  work: () => Promise<Result>,
): Promise<Result> => {
  const end = database.labels(operation).startTimer()
  try {
    return await work()
  } finally {
    end()
  }
}

/** Measures how long each operation of a database adapter takes. */
export const withTimings = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    for (const operation of measuredOperations) {
      const original = (db[operation] as (args: unknown) => Promise<unknown>).bind(db)
      Object.assign(db, { [operation]: (args: unknown) => timed(operation, () => original(args)) })
    }
    return db
  },
})
