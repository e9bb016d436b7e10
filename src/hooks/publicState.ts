import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import type { BeforeOperation } from '../lib/beforeOperation.ts'
import { requestNotes } from '../lib/requestNotes.ts'

/** A document as the database holds it, with the texts of all languages; drafts beside it left aside. */
export type Stored = {
  _status?: null | string
  deletedAt?: null | string
  id: string
  path?: null | string
  slug?: null | string
  updatedAt?: string
} & Record<string, unknown>

const before = requestNotes<Stored>('state before')
const after = requestNotes<Stored>('state after')

/** The document itself: what is published of it or, as long as nothing is, its first draft. */
export const readStored = async (
  req: PayloadRequest,
  collection: string,
  id: number | string,
): Promise<Stored | undefined> =>
  (await req.payload.db.findOne<Stored>({
    collection: collection as CollectionSlug,
    req,
    where: { id: { equals: id } },
  })) ?? undefined

/** A document in all languages: as it is published, or its newest draft. */
export const storedState = async (
  req: PayloadRequest,
  slug: string,
  id: number | string,
  draft: boolean,
): Promise<Stored | undefined> => {
  if (!draft || !req.payload.collections[slug as CollectionSlug]?.config.versions) {
    return readStored(req, slug, id)
  }
  const { docs } = await req.payload.db.queryDrafts<Stored>({
    collection: slug as CollectionSlug,
    limit: 1,
    pagination: false,
    req,
    sort: 'id',
    where: { parent: { equals: id } },
  })
  return docs[0]
}

/** Whether the public reads it. */
export const isPublic = (
  doc: Pick<Stored, '_status' | 'deletedAt'> | null | undefined,
): doc is Stored => doc?._status === 'published' && !doc.deletedAt

/** Notes what there is of a document before it is changed. */
export const noteStateBefore: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const id = originalDoc?.id as string | undefined
  before.set(req, id, id ? await readStored(req, collection.slug, id) : undefined)
  after.set(req, id, undefined)
  return data
}

/** Notes what there is of a document before it is deleted. */
export const noteStateBeforeDeletion: CollectionBeforeDeleteHook = async ({
  collection,
  id,
  req,
}) => {
  before.set(req, id, await readStored(req, collection.slug, id))
}

/** The document as it was before the change that is under way; undefined for a new one. */
export const stateBefore = (req: PayloadRequest, id: number | string): Stored | undefined =>
  before.get(req, id)

/**
 * The document as it is after the change that is under way. What a hook gets as `doc` may be a draft
 * beside it, and has no more fields than the client has asked for.
 */
export const stateAfter = async (
  req: PayloadRequest,
  collection: string,
  id: number | string,
): Promise<Stored | undefined> => {
  const known = after.get(req, id)
  if (known) {
    return known
  }
  const read = await readStored(req, collection, id)
  after.set(req, id, read)
  return read
}

type Writing = 'draft' | 'itself' | 'restored version'

const writing = requestNotes<Writing>('what is written')

/**
 * Notes, last of the hooks in front of an operation, what it writes: the document itself or a draft
 * beside it. A version is always restored as a draft.
 *
 * Workaround (no issue known): Payload does not tell hooks of documents whether a draft is written. Can go
 * when they are told; tests/integration/payload/upstream.test.ts notices.
 */
export const noteWhatIsWritten =
  (collection: string): BeforeOperation =>
  ({ args, operation, req }) => {
    if (operation === 'restoreVersion') {
      writing.set(req, collection, 'restored version')
    } else if (operation === 'create' || operation === 'update') {
      writing.set(req, collection, (args as { draft?: boolean }).draft ? 'draft' : 'itself')
    }
    return args
  }

type Change = {
  collection: { slug: string }
  data: { _status?: unknown; deletedAt?: unknown }
  req: PayloadRequest
}

/** Whether a change publishes. A version that is restored may say so, too, but becomes a draft. */
export const isPublishing = ({ collection, data, req }: Change): boolean =>
  data._status === 'published' && writing.get(req, collection.slug) !== 'restored version'

/** Whether a change takes back what is published, or puts it into the trash. */
export const isTakingBack = ({ collection, data, req }: Change): boolean =>
  Boolean(data.deletedAt) ||
  (data._status === 'draft' && writing.get(req, collection.slug) === 'itself')

/** What a change does to what the public sees. */
type PublicChange = 'create' | 'publish' | 'restore' | 'trash' | 'unpublish'

/** What a change amounts to; undefined for one that the public does not see, such as a draft. */
const changeBetween = (
  before: Stored | undefined,
  after: Stored | undefined,
  isFile: boolean,
): PublicChange | undefined => {
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

/** What the change of a document that is under way amounts to; undefined for one that the public does not see. */
export const changeUnderWay = async (
  req: PayloadRequest,
  { slug, upload }: Pick<SanitizedCollectionConfig, 'slug' | 'upload'>,
  id: string,
): Promise<PublicChange | undefined> =>
  changeBetween(stateBefore(req, id), await stateAfter(req, slug, id), Boolean(upload))
