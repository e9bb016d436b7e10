import type { GlobalBeforeOperationHook } from 'payload'

import { refuseToRestoreAsPublished } from './refuseToRestoreAsPublished.ts'

/**
 * Does for a global what `keepPublished` does for a document: an update with neither `draft` nor
 * `_status` is saved to the newer draft, if there is one, and unpublishes nothing.
 *
 * Workaround (payloadcms/payload#13267): Payload applies the update of a global to its newest version
 * as well. Can go when it no longer does; tests/integration/payload/upstream.test.ts notices.
 */
export const keepGlobalPublished: GlobalBeforeOperationHook = async ({
  args,
  global: { slug },
  operation,
  req,
}) => {
  refuseToRestoreAsPublished(args, operation, req)
  if (operation !== 'update' || args.draft || !args.data || args.data._status) {
    return args
  }
  const statusOf = async (draft: boolean): Promise<unknown> => {
    const global = await req.payload.findGlobal({ slug, depth: 0, draft, req })
    return '_status' in global ? global._status : undefined
  }
  return (await statusOf(false)) === 'published' && (await statusOf(true)) === 'draft'
    ? { ...args, draft: true }
    : args
}
