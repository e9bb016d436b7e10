import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'

import { personOf } from '../../access/people.ts'
import { currentChange, noteStateBefore, noteStateBeforeDeletion } from '../../hooks/publicState.ts'
import type { AuditLog } from '../../payload-types.ts'

type Action = AuditLog['action']
type Entry = { action: Action; documentId?: string; entity: string; req: PayloadRequest }

/**
 * Writes a line of the audit log, in the transaction of what it records: who did what to which document,
 * never a value.
 */
export const record = async ({ action, documentId, entity, req }: Entry): Promise<void> => {
  await req.payload.create({
    collection: 'audit-log',
    data: { action, actor: personOf({ req })?.id, documentId, entity },
    req,
  })
}

/** Records creating, publishing, unpublishing, trashing and restoring. */
export const recordChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const id = String(doc.id)
  const action = await currentChange(req, collection, id)
  if (action) {
    await record({ action, documentId: id, entity: collection.slug, req })
  }
  return doc
}

export const recordDeletion: CollectionAfterDeleteHook = ({ collection, id, req }) =>
  record({ action: 'delete', documentId: String(id), entity: collection.slug, req })

export const recordGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  if (doc._status === 'published') {
    await record({ action: 'publish', entity: global.slug, req })
  }
  return doc
}

/** The hooks that a collection needs to appear in the audit log. */
export const audited = {
  afterChange: [recordChange],
  afterDelete: [recordDeletion],
  beforeChange: [noteStateBefore],
  beforeDelete: [noteStateBeforeDeletion],
}
