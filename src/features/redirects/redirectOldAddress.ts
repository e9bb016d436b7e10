import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import type { LinkableCollection } from '../../addresses/paths.ts'
import { pathOf } from '../../addresses/paths.ts'
import { isPublic, stateAfter, stateBefore } from '../../hooks/publicState.ts'
import { updateVisibility, forgetRedirectsTo } from './checkRedirect.ts'
import { forgetRedirects, moveRedirect } from './moveRedirect.ts'

/**
 * Keeps former public addresses of a document alive: when it moves, a redirect leads from the old
 * address to it, and redirects from its new address are deleted.
 */
export const redirectOldAddress =
  (collection: LinkableCollection): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const id = String(doc.id)
    const before = stateBefore(req, id)
    const after = await stateAfter(req, collection, id)
    if (before && isPublic(before) !== isPublic(after)) {
      await updateVisibility(req, id, isPublic(after))
    }
    const newPath = after && pathOf(collection, after)
    if (!isPublic(after) || !newPath || after.updatedAt === before?.updatedAt) {
      return doc
    }
    const oldPath = isPublic(before) ? pathOf(collection, before) : undefined
    if (oldPath && oldPath !== newPath) {
      await moveRedirect({ collection, id, newPath, oldPath, req })
    } else {
      await forgetRedirects(req, newPath)
    }
    return doc
  }

/** Deletes the redirects to a document with it. */
export const forgetRedirectsToDeleted: CollectionBeforeDeleteHook = ({ id, req }) =>
  forgetRedirectsTo(req, String(id))
