import type { Endpoint } from 'payload'

import { addDataAndFileToRequest } from 'payload'

import type { Partner } from '../../payload-types.ts'

type Body = { note?: unknown; updatedAt?: unknown }

/**
 * `POST /api/partners/:id/…`: one step of somebody with one partner, who sends the `updatedAt` that was seen.
 *
 * @param answered the fields of the partner that the reply holds.
 */
export const partnerStep = (
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
    return Response.json(answer)
  },
  method: 'post',
  path,
})
