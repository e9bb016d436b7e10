import type { Endpoint } from 'payload'

import { addDataAndFileToRequest } from 'payload'

import type { Partner } from '../payload-types.ts'
import { returnToEditors, submitForReview } from './review.ts'

type Body = { note?: unknown; updatedAt?: unknown }

const step = (
  path: string,
  take: (
    step: { id: string; req: Parameters<Endpoint['handler']>[0]; updatedAt?: string } & Body,
  ) => Promise<Partner>,
): Endpoint => ({
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { note, updatedAt } = (req.data ?? {}) as Body
    const { review, updatedAt: now } = await take({
      id: String(req.routeParams?.id),
      note,
      req,
      updatedAt:
        updatedAt === undefined ? undefined : typeof updatedAt === 'string' ? updatedAt : '',
    })
    return Response.json({ review, updatedAt: now }, { headers: { 'Cache-Control': 'no-store' } })
  },
  method: 'post',
  path,
})

/**
 * `POST /api/partners/:id/submit` and `POST /api/partners/:id/return` with `{ note }`; both take the
 * `updatedAt` that was seen, and answer `{ review, updatedAt }`.
 */
export const reviewEndpoints = [
  step('/:id/submit', submitForReview),
  step('/:id/return', returnToEditors),
]
