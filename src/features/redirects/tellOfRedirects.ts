import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import type { Redirect } from '../../payload-types.ts'
import { tellWebhooks } from '../webhooks/index.ts'

const isShown = ({ targetIsPublic }: Pick<Redirect, 'targetIsPublic'>): boolean =>
  targetIsPublic !== false

/** Notifies webhooks of a redirect that is new or has changed; its `path` is the address that it leads from. */
export const tellOfRedirect: CollectionAfterChangeHook<Redirect> = async ({
  doc,
  previousDoc,
  req,
}) => {
  await tellWebhooks({
    action: 'publish',
    entity: 'redirects',
    id: doc.id,
    oldPath: previousDoc?.from,
    path: doc.from,
    req,
  })
  return doc
}

export const tellOfDeletedRedirect: CollectionAfterDeleteHook<Redirect> = async ({ doc, req }) => {
  if (isShown(doc)) {
    await tellWebhooks({
      action: 'delete',
      entity: 'redirects',
      id: doc.id,
      path: doc.from,
      req,
    })
  }
}
