import { giveShape, readingOf, shapeOf } from '../http/shapes/shape.ts'
import type { Handler } from './restoreAsDraft.ts'

type Reply = { docs?: Record<string, unknown>[] } & Record<string, unknown>

/**
 * Gives what a route answers - a list, a document or a global - the shape that a client asks for.
 *
 * @param slug of the collection or the global.
 * @param endpoint Payload's own.
 */
export const inShape = (slug: string, endpoint: Handler): Handler => ({
  ...endpoint,
  handler: async (req) => {
    const shape = shapeOf(req)
    const reading = readingOf(req)
    const response = await endpoint.handler(req)
    if (!shape || !response.ok) {
      return response
    }
    const reply = (await response.json()) as Reply
    await giveShape(req, shape, { docs: reply.docs ?? [reply], slug, ...reading })
    return Response.json(reply, response)
  },
})
