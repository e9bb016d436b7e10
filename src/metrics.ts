import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What is measured in this process, for Prometheus; `GET /api/metrics` answers it. */
export const registry = new Registry()

const requests = new Histogram({
  buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  help: 'Requests and how many seconds they took.',
  labelNames: ['route', 'status'],
  name: 'ikost_http_request_duration_seconds',
  registers: [registry],
})

const database = new Histogram({
  buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  help: 'Operations of the database and how many seconds they took.',
  labelNames: ['operation'],
  name: 'ikost_database_duration_seconds',
  registers: [registry],
})

/** How many jobs there are; filled in when somebody asks. */
export const jobs = new Gauge({
  help: 'Jobs that wait, run, or have failed for good.',
  labelNames: ['state'],
  name: 'ikost_jobs',
  registers: [registry],
})

/** Begins to measure what Node itself tells: memory, the delay of the event loop. */
export const measureProcess = (): void => collectDefaultMetrics({ register: registry })

/**
 * Counts a request.
 *
 * @param route one of a few names, never a path that a client made up.
 */
export const countRequest = ({
  route,
  seconds,
  status,
}: {
  route: string
  seconds: number
  status: string
}): void => requests.labels(route, status).observe(seconds)

/** Tells what a cache has done so far. */
export const measureCache = (counts: { hits: number; misses: number }): void => {
  new Counter({
    collect() {
      this.reset()
      this.inc({ result: 'hit' }, counts.hits)
      this.inc({ result: 'miss' }, counts.misses)
    },
    help: 'Public reads that were answered from the response cache, and those that were computed.',
    labelNames: ['result'],
    name: 'ikost_response_cache_total',
    registers: [registry],
  })
}

const measured = [
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

/** Measures how long the database takes. */
export const withTimings = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    for (const operation of measured) {
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
