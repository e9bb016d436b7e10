import type { Access, FieldAccess } from 'payload'

import { notTrashed, publishedOrPreview, versionsOutsideTrash } from './content.ts'
import { isCoordinator, isFrontend, isPartnerEditor, ofOwnPartners, partnersOf } from './people.ts'

/** Read access to partners: everybody to what is published, editors to drafts of their own as well. */
export const publishedOrOwnPartner: Access = async (args) => {
  const own = ofOwnPartners(args.req.user, 'id')
  const everybody = await publishedOrPreview(args)
  return own && typeof everybody === 'object'
    ? { or: [everybody, { and: [own, notTrashed] }] }
    : everybody
}

/** Access to versions of partners: coordinators and frontends to all, editors to those of their own. */
export const versionsOfOwnPartner: Access = async (args) => {
  if (isCoordinator(args)) {
    return true
  }
  // A version has the id of its document in `parent`.
  const own = isFrontend(args) ? {} : ofOwnPartners(args.req.user, 'parent')
  return own && { and: [own, await versionsOutsideTrash('partners', args.req)] }
}

/**
 * Update access to partners: coordinators to all, editors to their own, as a draft. Editors can neither
 * trash nor restore from the trash, and publish trusted partners only.
 */
export const updateOwnPartnerAsDraft: Access = (args) => {
  if (isCoordinator(args)) {
    return true
  }
  const data = (args.data ?? {}) as { _status?: unknown; deletedAt?: unknown }
  const own = ofOwnPartners(args.req.user, 'id')
  if (!own || data.deletedAt) {
    return false
  }
  return data._status === 'published'
    ? { and: [own, notTrashed, { trusted: { equals: true } }] }
    : { and: [own, notTrashed] }
}

/**
 * Field access to what the office shares with one partner: coordinators and that partner's editors.
 * Payload checks a `where` or a `sort` without a document; only coordinators pass that.
 */
export const coordinatorOrOwnPartner: FieldAccess = ({ doc, id, req }) =>
  isCoordinator({ req }) || partnersOf(req.user).includes(String(id ?? doc?.id))

/** Create access to files. */
export const coordinatorOrEditor: Access = (args) => isCoordinator(args) || isPartnerEditor(args)

/** Update and delete access to files: coordinators to all, editors to those of their organisation. */
export const coordinatorOrOwnFile: Access = (args) =>
  isCoordinator(args) ? true : ofOwnPartners(args.req.user, 'organisation')
