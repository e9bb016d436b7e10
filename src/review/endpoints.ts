import type { Endpoint } from 'payload'

import { addDataAndFileToRequest } from 'payload'

import type { Partner } from '../payload-types.ts'
import { verify } from '../verification/verify.ts'
import { returnToEditors, submitForReview } from './review.ts'

type Body = { note?: unknown; updatedAt?: unknown }

const step = (
  path: string,
  answered: (keyof Partner)[],
  take: (
    step: { id: string; req: Parameters<Endpoint['handler']>[0]; updatedAt?: string } & Body,
  ) => Promise<Partner>,
): Endpoint => ({
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { note, updatedAt } = (req.data ?? {}) as Body
    const partner = await take({
      id: String(req.routeParams?.id),
      note,
      req,
      updatedAt:
        updatedAt === undefined ? undefined : typeof updatedAt === 'string' ? updatedAt : '',
    })
    const answer = Object.fromEntries(answered.map((field) => [field, partner[field]]))
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
  },
  method: 'post',
  path,
})

/**
 * `POST /api/partners/:id/submit`, `POST /api/partners/:id/return` with `{ note }`, which answer
 * `{ review, updatedAt }`, and `POST /api/partners/:id/verify`, which answers
 * `{ reviewDue, updatedAt, verifiedAt }`. All take the `updatedAt` that was seen.
 */
export const partnerSteps = [
  step('/:id/submit', ['review', 'updatedAt'], submitForReview),
  step('/:id/return', ['review', 'updatedAt'], returnToEditors),
  step('/:id/verify', ['reviewDue', 'updatedAt', 'verifiedAt'], verify),
]
