import type { Access, Where } from 'payload'

import { isCoordinator, isFrontend } from './people.ts'

export const notTrashed: Where = { deletedAt: { exists: false } }

/**
 * What the public may read. Trashed documents keep their status and Payload lets anybody ask for
 * them with `trash=true`, so they are left out here.
 */
const published: Where = {
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

/** Read access to versions of content that no partner looks after. */
const coordinatorOrFrontend: Access = (args) => isCoordinator(args) || isFrontend(args)

/** Pages, standards and news: everybody reads what is published, coordinators do all. */
export const officeContent = {
  create: isCoordinator,
  delete: isCoordinator,
  read: publishedOrPreview,
  readVersions: coordinatorOrFrontend,
  update: isCoordinator,
}

/** As above, for globals. */
export const officeGlobal = {
  read: publishedGlobalOrPreview,
  readVersions: coordinatorOrFrontend,
  update: isCoordinator,
}

/** Read access to files: everybody, but what is in the trash is for coordinators only. */
export const anyoneButTrash: Access = (args) => (isCoordinator(args) ? true : notTrashed)
