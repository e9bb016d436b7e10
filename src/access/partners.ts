import type { Access, FieldAccess } from 'payload'

import { notTrashed, publishedOrPreview, versionsOutsideTrash } from './content.ts'
import { isCoordinator, isFrontend, isPartnerEditor, ofOwnPartners, partnersOf } from './people.ts'

/** Read access to partners: what is published, and all of one's own. */
export const publishedOrOwnPartner: Access = async (args) => {
  const own = ofOwnPartners(args.req.user, 'id')
  const everybody = await publishedOrPreview(args)
  return own && typeof everybody === 'object'
    ? { or: [everybody, { and: [own, notTrashed] }] }
    : everybody
}

/** Versions carry the id of their document in `parent`. */
export const versionsOfOwnPartner: Access = async (args) => {
  if (isCoordinator(args)) {
    return true
  }
  const own = isFrontend(args) ? {} : ofOwnPartners(args.req.user, 'parent')
  return own && { and: [own, await versionsOutsideTrash('partners', args.req)] }
}

/**
 * Update access to partners: coordinators all; editors their own, as a draft. Editors trash nothing
 * and take nothing out of the trash; they publish trusted partners only.
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
 * Field access to what the office and one partner share. Without a document at hand - as when a
 * `where` or a `sort` is checked - only coordinators pass.
 */
export const coordinatorOrOwnPartner: FieldAccess = ({ doc, id, req }) =>
  isCoordinator({ req }) || partnersOf(req.user).includes(String(id ?? doc?.id))

/** Create access to files: everybody who works here. */
export const coordinatorOrEditor: Access = (args) => isCoordinator(args) || isPartnerEditor(args)

/** Change and delete access to files: coordinators all, editors those of their organisation. */
export const coordinatorOrOwnFile: Access = (args) =>
  isCoordinator(args) ? true : ofOwnPartners(args.req.user, 'organisation')
