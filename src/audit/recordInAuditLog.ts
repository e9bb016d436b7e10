import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'

import { personOf } from '../access/people.ts'
import type { Stored } from '../hooks/publicState.ts'
import {
  isPublic,
  noteStateBefore,
  noteStateBeforeDeletion,
  stateAfter,
  stateBefore,
} from '../hooks/publicState.ts'
import type { LinkableCollection } from '../paths.ts'
import { linkableCollections, pathOf } from '../paths.ts'
import type { AuditLog } from '../payload-types.ts'
import { tellWebhooks } from '../webhooks/deliver.ts'

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

/** What a change amounts to; undefined for one that the public does not see, such as a draft. */
const actionOf = (
  before: Stored | undefined,
  after: Stored | undefined,
  isFile: boolean,
): Action | undefined => {
  if (Boolean(after?.deletedAt) !== Boolean(before?.deletedAt)) {
    return after?.deletedAt ? 'trash' : 'restore'
  }
  if (isPublic(after)) {
    // A draft that was saved beside it leaves it as it was.
    return after.updatedAt === before?.updatedAt ? undefined : 'publish'
  }
  if (!before) {
    return 'create'
  }
  return !isFile && isPublic(before) ? 'unpublish' : undefined
}

const placeOf = (
  entity: string,
  { path, slug }: Stored,
): { path?: string; slug?: null | string } => ({
  ...(linkableCollections.includes(entity as LinkableCollection) && {
    path: pathOf(entity as LinkableCollection, { path, slug }),
  }),
  slug,
})

/** Records creating, publishing, unpublishing, trashing and restoring, and tells webhooks of it. */
export const recordChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { slug: entity, upload } = collection
  const id = String(doc.id)
  const before = stateBefore(req, id)
  const after = await stateAfter(req, entity, id)
  const action = actionOf(before, after, Boolean(upload))
  if (action) {
    await record({ action, documentId: id, entity, req })
  }
  if (upload) {
    // Files are public as they are.
    const told = action === undefined || action === 'create' ? 'publish' : action
    await tellWebhooks({ action: told, entity, id, req })
  } else if (action) {
    // What was never published is no business of anybody's, nor is the address of a draft.
    const shown = [after, before].find((state) => state?._status === 'published')
    if (shown) {
      await tellWebhooks({ action, entity, id, req, ...placeOf(entity, shown) })
    }
  }
  return doc
}

export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const { slug: entity, upload } = collection
  const documentId = String(id)
  await record({ action: 'delete', documentId, entity, req })
  const before = stateBefore(req, documentId)
  const told = { action: 'delete', entity, id: documentId, req } as const
  if (upload) {
    await tellWebhooks(told)
  } else if (before?._status === 'published') {
    await tellWebhooks({ ...told, ...placeOf(entity, before) })
  }
}

export const recordGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  if (doc._status === 'published') {
    await record({ action: 'publish', entity: global.slug, req })
    await tellWebhooks({ action: 'publish', entity: global.slug, req })
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
