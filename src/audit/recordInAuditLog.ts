import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'

import { personOf } from '../access/people.ts'
import type { AuditLog } from '../payload-types.ts'

type Action = AuditLog['action']
type Entry = { action: Action; documentId?: string; entity: string; req: PayloadRequest }

/**
 * Writes one line of the audit log, in the transaction of what it records. It names who did what to
 * which document, never a value.
 */
export const record = async ({ action, documentId, entity, req }: Entry): Promise<void> => {
  await req.payload.create({
    collection: 'audit-log',
    data: { action, actor: personOf({ req })?.id, documentId, entity },
    req,
  })
}

type State = { _status?: unknown; deletedAt?: unknown }

/** What a change amounts to; undefined for one that the public does not see, such as a draft. */
const actionOf = (
  operation: 'create' | 'update',
  doc: State,
  previousDoc: State | undefined,
): Action | undefined => {
  if (Boolean(doc.deletedAt) !== Boolean(previousDoc?.deletedAt)) {
    return doc.deletedAt ? 'trash' : 'restore'
  }
  if (doc._status === 'published') {
    return 'publish'
  }
  if (operation === 'create') {
    return 'create'
  }
  return undefined
}

/** Records creating, publishing, trashing and restoring. */
export const recordChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const action = actionOf(operation, doc, previousDoc)
  if (action) {
    await record({ action, documentId: String(doc.id), entity: collection.slug, req })
  }
  return doc
}

export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await record({ action: 'delete', documentId: String(id), entity: collection.slug, req })
}

export const recordGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  if (doc._status === 'published') {
    await record({ action: 'publish', entity: global.slug, req })
  }
  return doc
}

/** The hooks that a collection needs to appear in the audit log. */
export const audited = { afterChange: [recordChange], afterDelete: [recordDeletion] }
