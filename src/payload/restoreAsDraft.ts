import type { Endpoint, SanitizedGlobalConfig } from 'payload'

import { Forbidden, NotFound, saveVersion } from 'payload'

import { asPerson } from '../access/asPerson.ts'
import { inTransaction } from '../lib/inTransaction.ts'

/** A route of a collection or a global. */
export type Handler = Omit<Endpoint, 'root'>

/**
 * Makes the route that restores a version of a document always save it as a draft. Publishing it is a
 * second, deliberate step: what was public once may not be fit for it today.
 */
export const restoreAsDraft = (endpoint: Handler): Handler => ({
  ...endpoint,
  handler: (req) => {
    req.query.draft = 'true'
    req.searchParams.set('draft', 'true')
    return endpoint.handler(req)
  },
})

/**
 * Does for a global what `restoreAsDraft` does for a document, but saves the version itself.
 *
 * Workaround (payloadcms/payload#14658): Payload (3.90.1) overwrites what is published with the draft.
 * For collections, that issue is fixed. Can go when it is fixed for globals;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const restoreGlobalAsDraft = (
  endpoint: Handler,
  global: SanitizedGlobalConfig,
): Handler => ({
  ...endpoint,
  handler: async (req) => {
    if (!(await global.access.update({ req }))) {
      throw new Forbidden(req.t)
    }
    const { payload } = req
    const slug = global.slug
    await inTransaction(req, async () => {
      const { docs } = await payload.db.findGlobalVersions({
        global: slug,
        limit: 1,
        pagination: false,
        req,
        where: { id: { equals: req.routeParams?.id } },
      })
      if (!docs[0]) {
        throw new NotFound(req.t)
      }
      await saveVersion({
        docWithLocales: { ...docs[0].version, _status: 'draft' },
        draft: true,
        global,
        operation: 'restoreVersion',
        payload,
        req,
      })
    })
    const doc = await payload.findGlobal({
      ...asPerson(req),
      slug,
      depth: 0,
      draft: true,
    })
    return Response.json({ doc, message: req.t('version:restoredSuccessfully') })
  },
})
