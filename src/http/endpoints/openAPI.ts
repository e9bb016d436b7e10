import type { Endpoint } from 'payload'

import { describeAPI } from '../description/describeAPI.ts'

/** `GET /api/openapi.json`: the description of everything that the public can ask for. */
export const openAPI: Endpoint = {
  handler: ({ payload }) => Response.json(describeAPI(payload.config)),
  method: 'get',
  path: '/openapi.json',
}
