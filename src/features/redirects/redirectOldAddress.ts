import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'

import type { LinkableCollection } from '../../addresses/paths.ts'
import { pathOf } from '../../addresses/paths.ts'
import { isPublic, stateAfter, stateBefore } from '../../hooks/publicState.ts'
import { updateVisibility, forgetRedirectsTo } from './checkRedirect.ts'
import { forgetRedirects, moveRedirect } from './moveRedirect.ts'

/**
 * Keeps an address alive which was public: it leads to the document when the public finds that
 * elsewhere now. Where a document is, nothing leads away from it.
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

/** Redirects to a document end with it. */
export const forgetRedirectsToDeleted: CollectionBeforeDeleteHook = ({ id, req }) =>
  forgetRedirectsTo(req, String(id))
