import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import type { LinkableCollection } from '../paths.ts'
import { pathOf } from '../paths.ts'

const contextKey = (id: unknown): string => `published address of ${String(id)}`

/** Notes, before a change, the path under which the public knows the document. */
const noteAddress =
  (collection: LinkableCollection): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    if (operation === 'update') {
      const { docs } = await req.payload.find({
        collection,
        depth: 0,
        limit: 1,
        pagination: false,
        req,
        where: {
          and: [{ id: { equals: originalDoc?.id } }, { _status: { equals: 'published' } }],
        },
      })
      req.context[contextKey(originalDoc?.id)] = docs[0] && pathOf(collection, docs[0])
    }
    return data
  }

/** Redirects, after a change, the noted path to the document, if the public finds it elsewhere now. */
const redirectNotedAddress =
  (collection: LinkableCollection): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const oldPath = req.context[contextKey(doc.id)]
    const newPath = pathOf(collection, doc)
    if (doc._status !== 'published' || !newPath || typeof oldPath !== 'string') {
      return doc
    }
    if (oldPath !== newPath) {
      await moveRedirect({ collection, id: String(doc.id), newPath, oldPath, req })
    }
    return doc
  }

const moveRedirect = async ({
  collection,
  id,
  newPath,
  oldPath,
  req,
}: {
  collection: LinkableCollection
  id: string
  newPath: string
  oldPath: string
  req: PayloadRequest
}): Promise<void> => {
  // One from the new path would lead visitors away from the document, or in a circle.
  await req.payload.delete({
    collection: 'redirects',
    req,
    where: { from: { in: [oldPath, newPath] } },
  })
  await req.payload.create({
    collection: 'redirects',
    data: {
      from: oldPath,
      to: { reference: { relationTo: collection, value: id }, type: 'reference' },
    },
    req,
  })
}

/** The hooks that keep an address alive which was public: the old path leads to the document. */
export const redirectOldAddress = (
  collection: LinkableCollection,
): { after: CollectionAfterChangeHook; before: CollectionBeforeChangeHook } => ({
  after: redirectNotedAddress(collection),
  before: noteAddress(collection),
})
