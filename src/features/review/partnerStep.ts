import type { Endpoint } from 'payload'

import { addDataAndFileToRequest } from 'payload'

import type { Partner } from '../../payload-types.ts'

type Body = { note?: unknown; updatedAt?: unknown }

/**
 * `POST /api/partners/:id/…`: an endpoint that takes a step with a partner. Clients send the `updatedAt`
 * of the state that they saw.
 *
 * @param answered the fields of the partner that the reply contains.
 * @param take takes the step, and returns the partner.
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
