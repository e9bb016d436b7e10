import type { Access, CollectionSlug, PayloadRequest, Where } from 'payload'

import { isCoordinator, isFrontend } from './people.ts'

export const notTrashed: Where = { deletedAt: { exists: false } }

/**
 * What the public may read. Trashed documents keep their status, so this leaves them out.
 *
 * Workaround (no issue known): Payload lets anybody ask for what is in the trash (`trash=true`), and
 * for its versions. Can go when reading the trash has access control of its own;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const published: Where = {
  and: [{ _status: { equals: 'published' } }, notTrashed],
}

/** Read access: everybody to what is published; coordinators and, for previews, frontends to drafts as well. */
export const publishedOrPreview: Access = (args) => {
  if (isCoordinator(args)) {
    return true
  }
  return isFrontend(args) ? notTrashed : published
}

/** Read access of a global with drafts; globals have no trash. */
const publishedGlobalOrPreview: Access = (args) =>
  isCoordinator(args) || isFrontend(args) ? true : { _status: { equals: 'published' } }

/** Versions of documents outside the trash. A version does not say whether its document is trashed. */
export const versionsOutsideTrash = async (
  slug: CollectionSlug,
  { payload }: PayloadRequest,
): Promise<Where> => {
  const { docs } = await payload.find({
    collection: slug,
    depth: 0,
    pagination: false,
    select: {},
    trash: true,
    where: { deletedAt: { exists: true } },
  })
  return { parent: { not_in: docs.map(({ id }) => id) } }
}

/** Access to pages, standards and news: everybody reads what is published, coordinators may do everything. */
export const officeContent = (slug: CollectionSlug) => ({
  create: isCoordinator,
  delete: isCoordinator,
  read: publishedOrPreview,
  readVersions: ((args) =>
    isCoordinator(args) ||
    (isFrontend(args) && versionsOutsideTrash(slug, args.req))) satisfies Access,
  update: isCoordinator,
})

/** Access to the globals: everybody reads what is published, coordinators may do everything. */
export const officeGlobal = {
  read: publishedGlobalOrPreview,
  readVersions: ((args) => isCoordinator(args) || isFrontend(args)) satisfies Access,
  update: isCoordinator,
}

/** Read access to files: everybody, but to those in the trash coordinators only. */
export const anyoneButTrash: Access = (args) => (isCoordinator(args) ? true : notTrashed)
