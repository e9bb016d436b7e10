import type { CollectionAfterChangeHook } from 'payload'

import type { LinkableCollection } from '../paths.ts'
import { pathOf } from '../paths.ts'

/**
 * Keeps an address that was public alive: when a published document moves, its old path redirects
 * to it, and a redirect that stood in the way of the new path goes.
 *
 * The last published state is the one before this one in the versions, since drafts may lie between.
 */
export const redirectOldAddress =
  (collection: LinkableCollection): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    const newPath = pathOf(collection, doc)
    if (operation !== 'update' || doc._status !== 'published' || !newPath) {
      return doc
    }
    const { docs: published } = await req.payload.findVersions({
      collection,
      depth: 0,
      limit: 2,
      req,
      sort: '-createdAt',
      where: {
        and: [{ parent: { equals: doc.id } }, { 'version._status': { equals: 'published' } }],
      },
    })
    const before = published[1]?.version
    const oldPath = before && pathOf(collection, before)
    if (!oldPath || oldPath === newPath) {
      return doc
    }
    await req.payload.delete({
      collection: 'redirects',
      req,
      where: { from: { in: [oldPath, newPath] } },
    })
    await req.payload.create({
      collection: 'redirects',
      data: {
        from: oldPath,
        to: { reference: { relationTo: collection, value: doc.id }, type: 'reference' },
      },
      req,
    })
    return doc
  }
