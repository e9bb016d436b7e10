import { NotFound } from 'payload'

import type { Handler } from './restoreAsDraft.ts'

/**
 * Removes a preference of one's own.
 *
 * Workaround (no issue known): in SQLite, Payload's route fails if there is none. Can go when it
 * answers 404; tests/integration/payload/upstream.test.ts notices.
 */
export const deletePreference: Handler = {
  handler: async (req) => {
    const { docs } = await req.payload.delete({
      collection: 'payload-preferences',
      overrideAccess: false,
      req,
      user: req.user,
      where: { key: { equals: String(req.routeParams?.key) } },
    })
    if (docs.length === 0) {
      throw new NotFound(req.t)
    }
    return Response.json({ message: req.t('general:deletedSuccessfully') })
  },
  method: 'delete',
  path: '/:key',
}
