import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'

import { editorsOf, queueMail } from '../../../src/features/mail/index.ts'
import type { Partner } from '../../../src/payload-types.ts'

/** Publishing ends the review, so that nothing stays handed in. */
export const endReviewOnPublish: CollectionBeforeChangeHook<Partner> = ({ data }) =>
  data._status === 'published'
    ? { ...data, review: { note: null, state: 'none', submittedAt: null } }
    : data

/** Notifies editors by mail when the changes that they had handed in are published. */
export const tellEditorsOnPublish: CollectionAfterChangeHook<Partner> = async ({
  doc,
  previousDoc,
  req,
}) => {
  if (doc._status === 'published' && previousDoc?.review?.state === 'submitted') {
    for (const editor of await editorsOf(doc.id, req)) {
      await queueMail({ kind: 'published', partner: doc.id, req, to: editor.id })
    }
  }
  return doc
}
