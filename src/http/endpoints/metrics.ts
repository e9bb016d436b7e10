import type { Endpoint, Payload, Where } from 'payload'

import { createHash, timingSafeEqual } from 'node:crypto'

import { NotFound } from 'payload'
import { collectDefaultMetrics, Counter, Gauge, Histogram } from 'prom-client'

import { environment } from '../../environment.ts'
import { durations, registry } from '../../lib/metricsRegistry.ts'

const requests = new Histogram({
  buckets: durations,
  collect: () => countPending(),
  help: 'Requests and how many seconds they took.',
  labelNames: ['route', 'status'],
  name: 'ikost_http_request_duration_seconds',
  registers: [registry],
})

/** How many jobs there are; counted whenever the metrics are read. */
const jobs = new Gauge({
  help: 'Jobs that are waiting, running, or have failed for good.',
  labelNames: ['state'],
  name: 'ikost_jobs',
  registers: [registry],
})

/**
 * `GET /api/metrics`: what this process has measured, in the text format of Prometheus, for whoever
 * sends `Authorization: Bearer` with the METRICS_TOKEN. To everybody else, and where there is no
 * token, it does not exist.
 */
export const metrics: Endpoint = {
  handler: async ({ headers, payload, t }) => {
    if (!isToken(headers.get('authorization'))) {
      throw new NotFound(t)
    }
    await countJobs(payload)
    return new Response(await registry.metrics(), {
      headers: { 'Content-Type': registry.contentType },
    })
  },
  method: 'get',
  path: '/metrics',
}

const isToken = (authorization: string | null): boolean =>
  environment.metricsToken !== undefined &&
  timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${environment.metricsToken}`))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const countJobs = async ({ count }: Payload): Promise<void> => {
  const unfinished = { completedAt: { exists: false } }
  const states: Record<string, Where> = {
    failed: { hasError: { equals: true } },
    running: { and: [unfinished, { processing: { equals: true } }] },
    waiting: {
      and: [unfinished, { processing: { equals: false } }, { hasError: { not_equals: true } }],
    },
  }
  for (const [state, where] of Object.entries(states)) {
    const { totalDocs } = await count({ collection: 'payload-jobs', where })
    jobs.set({ state }, totalDocs)
  }
}

/** Starts collecting Node's own metrics, such as memory and event loop lag. */
export const measureProcess = (): void => collectDefaultMetrics({ register: registry })

type Counted = {
  /** One of a few names, never a path that a client made up. */
  route: string
  seconds: number
  status: string
}

/** Counted together: each by itself costs the sixth part of a reply from the cache. */
let pending: Counted[] = []
const mostPending = 1_000

/** Counts a request. */
export const countRequest = (counted: Counted): void => {
  if (pending.push(counted) >= mostPending) {
    countPending()
  }
}

const countPending = (): void => {
  for (const { route, seconds, status } of pending) {
    requests.labels(route, status).observe(seconds)
  }
  pending = []
}

/**
 * Reports the hits and misses of a cache.
 *
 * @param counts are read each time that the metrics are.
 */
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
