import type { Endpoint } from 'payload'

import { randomUUID } from 'node:crypto'

import { Forbidden } from 'payload'

import { isCoordinator } from '../../access/people.ts'
import { deliver } from './deliver.ts'

/** `POST /api/webhooks/:id/test`: sends the event `test` at once, and answers the outcome. */
export const testWebhook: Omit<Endpoint, 'root'> = {
  handler: async (req) => {
    if (!isCoordinator({ req })) {
      throw new Forbidden(req.t)
    }
    const webhook = await req.payload.findByID({
      id: String(req.routeParams?.id),
      collection: 'webhooks',
      depth: 0,
      joins: false,
      req,
    })
    const message = {
      at: new Date().toISOString(),
      data: {},
      event: 'test',
      id: `msg_${randomUUID()}`,
    }
    return Response.json(await deliver(req.payload, webhook, message, 1))
  },
  method: 'post',
  path: '/:id/test',
}
