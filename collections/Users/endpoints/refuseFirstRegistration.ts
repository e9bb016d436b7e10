import type { Endpoint } from 'payload'

import { Forbidden } from 'payload'

/**
 * Closes Payload's open "create first user" route: the first coordinator comes from the
 * environment or from the seed.
 */
export const refuseFirstRegistration: Endpoint = {
  handler: (req) => {
    throw new Forbidden(req.t)
  },
  method: 'post',
  path: '/first-register',
}
