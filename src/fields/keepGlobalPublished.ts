import type { GlobalBeforeOperationHook } from 'payload'

/**
 * Does for a global what `keepPublished` does for a document: an update that says neither `draft`
 * nor `_status` goes to the newer draft, if there is one, and takes nothing off the websites.
 */
export const keepGlobalPublished: GlobalBeforeOperationHook = async ({
  args,
  global: { slug },
  operation,
  req,
}) => {
  if (operation !== 'update' || args.draft || !args.data || args.data._status) {
    return args
  }
  const seenByPublic = await req.payload.findGlobal({ slug, depth: 0, req })
  const newest = await req.payload.findGlobal({ slug, depth: 0, draft: true, req })
  return seenByPublic._status === 'published' && newest._status === 'draft'
    ? { ...args, draft: true }
    : args
}
