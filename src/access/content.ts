import type { Access, CollectionSlug, PayloadRequest, Where } from 'payload'

import { isCoordinator, isFrontend } from './people.ts'

export const notTrashed: Where = { deletedAt: { exists: false } }

/**
 * What the public may read; what is in the trash keeps its status.
 *
 * Workaround (no issue known): Payload lets anybody ask for what is in the trash, and for its versions. Can
 * go when reading the trash has an access of its own; tests/integration/payload/upstream.test.ts notices.
 */
export const published: Where = {
  and: [{ _status: { equals: 'published' } }, notTrashed],
}

/** Read access: everybody reads what is published, coordinators and (for a preview) frontends drafts. */
export const publishedOrPreview: Access = (args) => {
  if (isCoordinator(args)) {
    return true
  }
  return isFrontend(args) ? notTrashed : published
}

/** Read access of a global with drafts; globals have no trash. */
const publishedGlobalOrPreview: Access = (args) =>
  isCoordinator(args) || isFrontend(args) ? true : { _status: { equals: 'published' } }

/** Versions of documents that are not in the trash; a version does not know where its document is. */
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

/** Pages, standards and news: everybody reads what is published, coordinators do all. */
export const officeContent = (slug: CollectionSlug) => ({
  create: isCoordinator,
  delete: isCoordinator,
  read: publishedOrPreview,
  readVersions: ((args) =>
    isCoordinator(args) ||
    (isFrontend(args) && versionsOutsideTrash(slug, args.req))) satisfies Access,
  update: isCoordinator,
})

/** The texts of the website that are globals: everybody reads what is published, coordinators do all. */
export const officeGlobal = {
  read: publishedGlobalOrPreview,
  readVersions: ((args) => isCoordinator(args) || isFrontend(args)) satisfies Access,
  update: isCoordinator,
}

/** Read access to files: everybody, but what is in the trash is for coordinators only. */
export const anyoneButTrash: Access = (args) => (isCoordinator(args) ? true : notTrashed)
