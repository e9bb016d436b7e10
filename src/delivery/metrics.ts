import type { Endpoint, Payload, Where } from 'payload'

import { createHash, timingSafeEqual } from 'node:crypto'

import { NotFound } from 'payload'

import { environment } from '../environment.ts'
import { jobs, registry } from '../metrics.ts'

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
