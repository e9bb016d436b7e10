import type { CollectionSlug, Endpoint, Payload } from 'payload'

import { createHash } from 'node:crypto'

import { cursorOf, readHead } from '../../database/changeHead.ts'
import { describeAPI } from '../description/describeAPI.ts'
import type { Known } from '../description/examplePaths.ts'
import { collectionsInPaths } from '../description/examplePaths.ts'
import { pageOf, style } from '../description/page.ts'

const csp = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** `GET /api/docs`: the description of the API as a page for people. It loads nothing else. */
export const docs: Endpoint = {
  handler: async ({ payload }) => {
    const description = describeAPI(payload.config)
    const known = await knownOf(payload, collectionsInPaths(description))
    return new Response(String(await pageOf(description, known)), {
      headers: { 'Content-Security-Policy': csp, 'Content-Type': 'text/html; charset=utf-8' },
    })
  },
  method: 'get',
  path: '/docs',
}

/** A public document of each collection, and the newest state of the content, so that examples by id can be tried. */
const knownOf = async (payload: Payload, slugs: string[]): Promise<Known> => {
  const head = await readHead(payload)
  const known: Known = { revision: head && { id: cursorOf(head) } }
  for (const slug of slugs) {
    const { docs } = await payload.find({
      collection: slug as CollectionSlug,
      depth: 0,
      limit: 1,
      overrideAccess: false,
      pagination: false,
    })
    known[slug] = docs[0] as Known[string]
  }
  return known
}
