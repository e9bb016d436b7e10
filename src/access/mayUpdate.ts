import type { CollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '../lib/idOf.ts'
import { ownValue } from '../lib/ownValue.ts'
import { asPerson } from './asPerson.ts'

/** A document of a collection, or a global. */
export type Target =
  | { collection: string; globalSlug?: undefined; id: string }
  | { collection?: undefined; globalSlug: string }

/** Whether the person may change a document, or a global. */
export const mayUpdate = async (req: PayloadRequest, target: Target): Promise<boolean> => {
  const { collections, globals } = req.payload
  if (target.globalSlug !== undefined) {
    const global = globals.config.find(({ slug }) => slug === target.globalSlug)
    return global !== undefined && (await global.access.update({ req })) !== false
  }
  const { collection, id } = target
  const access = await ownValue(collections, collection)?.config.access.update({ id, req })
  if (typeof access !== 'object') {
    return access ?? false
  }
  const { totalDocs } = await req.payload.count({
    collection: collection as CollectionSlug,
    req,
    trash: true,
    where: { and: [{ id: { equals: id } }, access] },
  })
  return totalDocs > 0
}

/** Whether the person may read a document, or a global, as a draft and in the trash as well. */
export const mayRead = async (req: PayloadRequest, target: Target): Promise<boolean> => {
  const { collections, globals } = req.payload
  if (target.globalSlug !== undefined) {
    const global = globals.config.find(({ slug }) => slug === target.globalSlug)
    return global !== undefined && (await global.access.read({ req })) !== false
  }
  const collection = ownValue(collections, target.collection)
  return (
    collection !== undefined &&
    (await req.payload.findByID({
      ...asPerson(req),
      id: target.id,
      collection: collection.config.slug,
      depth: 0,
      disableErrors: true,
      draft: true,
      trash: true,
    })) !== null
  )
}

/** The document or global that a lock is for; undefined if there is no such lock. */
export const targetOfLock = async (
  req: PayloadRequest,
  id: number | string,
): Promise<Target | undefined> => {
  const lock = await req.payload.db.findOne<{
    id: string
    document?: { relationTo: string; value: unknown }
    globalSlug?: null | string
  }>({ collection: 'payload-locked-documents', req, where: { id: { equals: id } } })
  const { document, globalSlug } = lock ?? {}
  const documentId = idOf(document?.value)
  return document && documentId
    ? { collection: document.relationTo, id: documentId }
    : globalSlug
      ? { globalSlug }
      : undefined
}
