import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  GlobalAfterChangeHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import { personOf } from '../access/people.ts'
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

type State = { _status?: unknown; deletedAt?: unknown; slug?: null | string }

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

/**
 * Whether a draft was saved over what was published: a hook cannot tell it from one beside it, so
 * the document and the log are asked.
 */
const isUnpublished = async (slug: string, id: string, req: PayloadRequest): Promise<boolean> => {
  const stored = (await req.payload.findByID({
    id,
    collection: slug as CollectionSlug,
    depth: 0,
    disableErrors: true,
    req,
    trash: true,
  })) as State | null
  if (stored?._status !== 'draft') {
    return false
  }
  const { docs } = await req.payload.find({
    collection: 'audit-log',
    limit: 1,
    pagination: false,
    req,
    sort: '-createdAt',
    where: {
      and: [
        { documentId: { equals: id } },
        { entity: { equals: slug } },
        { action: { in: ['publish', 'unpublish'] } },
      ],
    },
  })
  return docs[0]?.action === 'publish'
}

/**
 * Tells webhooks of a change, if it is one that the public sees. Files are public as they are; what
 * was never published is no business of anybody's, nor is the slug of a draft.
 */
const tellOf = async ({
  action,
  collection: { slug: entity, upload },
  docs,
  id,
  req,
}: {
  action: Action
  collection: SanitizedCollectionConfig
  /** The document, and what it was before. */
  docs: (State | undefined)[]
  id: string
  req: PayloadRequest
}): Promise<void> => {
  if (upload) {
    await tellWebhooks({ action: action === 'create' ? 'publish' : action, entity, id, req })
    return
  }
  const shown = docs.find((doc) => doc?._status === 'published')
  if (shown || (await wasPublished(entity, id, req))) {
    await tellWebhooks({ action, entity, id, req, slug: shown?.slug })
  }
}

const wasPublished = async (slug: string, id: string, req: PayloadRequest): Promise<boolean> => {
  if (!req.payload.collections[slug as CollectionSlug].config.versions) {
    return false
  }
  const { totalDocs } = await req.payload.countVersions({
    collection: slug as 'pages',
    req,
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
  })
  return totalDocs > 0
}

/** Records creating, publishing, unpublishing, trashing and restoring, and tells webhooks of it. */
export const recordChange: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const action =
    actionOf(operation, doc, previousDoc) ??
    (doc._status === 'draft' && (await isUnpublished(collection.slug, String(doc.id), req))
      ? 'unpublish'
      : undefined)
  if (action) {
    await record({ action, documentId: String(doc.id), entity: collection.slug, req })
  }
  if (action ?? collection.upload) {
    const docs = [doc, previousDoc] as State[]
    await tellOf({ action: action ?? 'publish', collection, docs, id: String(doc.id), req })
  }
  return doc
}

export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, doc, id, req }) => {
  await record({ action: 'delete', documentId: String(id), entity: collection.slug, req })
  await tellOf({ action: 'delete', collection, docs: [doc as State], id: String(id), req })
}

export const recordGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  if (doc._status === 'published') {
    await record({ action: 'publish', entity: global.slug, req })
    await tellWebhooks({ action: 'publish', entity: global.slug, req })
  }
  return doc
}

/** The hooks that a collection needs to appear in the audit log. */
export const audited = { afterChange: [recordChange], afterDelete: [recordDeletion] }
