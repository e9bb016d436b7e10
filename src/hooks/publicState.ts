import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import type { BeforeOperation } from '../lib/beforeOperation.ts'
import { requestNotes } from '../lib/requestNotes.ts'

/** A document as it is stored, with the texts of all languages, and without its newer drafts. */
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

/** The main document: the published state or, before the first publication, the first draft. */
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

/** The main document, or its newest draft, with the texts of all languages. */
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

/** Whether the public can read a document. */
export const isPublic = (
  doc: Pick<Stored, '_status' | 'deletedAt'> | null | undefined,
): doc is Stored => doc?._status === 'published' && !doc.deletedAt

/** Notes the stored state of a document before it is changed. */
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

/** Notes the stored state of a document before it is deleted. */
export const noteStateBeforeDeletion: CollectionBeforeDeleteHook = async ({
  collection,
  id,
  req,
}) => {
  before.set(req, id, await readStored(req, collection.slug, id))
}

/** The document as it was before the current change; undefined for a new one. */
export const stateBefore = (req: PayloadRequest, id: number | string): Stored | undefined =>
  before.get(req, id)

/**
 * The document as it is after the current change. The `doc` that a hook gets will not do: it may be a
 * newer draft, and holds only the fields that the client has selected.
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

type WriteTarget = 'draft' | 'main document' | 'restored version'

const writeTarget = requestNotes<WriteTarget>('what is written')

/**
 * Notes for the hooks of documents whether an operation writes the main document or a draft. A version
 * is always restored as a draft. Must come after `beforeOperation` hooks that change the operation.
 *
 * Workaround (no issue known): Payload does not tell hooks of documents whether a draft is written. Can
 * go when it does; tests/integration/payload/upstream.test.ts notices.
 */
export const noteWhatIsWritten =
  (collection: string): BeforeOperation =>
  ({ args, operation, req }) => {
    if (operation === 'restoreVersion') {
      writeTarget.set(req, collection, 'restored version')
    } else if (operation === 'create' || operation === 'update') {
      writeTarget.set(
        req,
        collection,
        (args as { draft?: boolean }).draft ? 'draft' : 'main document',
      )
    }
    return args
  }

type Change = {
  collection: { slug: string }
  data: { _status?: unknown; deletedAt?: unknown }
  req: PayloadRequest
}

/** Whether a change publishes. A restored version may have the status "published", but becomes a draft. */
export const isPublishing = ({ collection, data, req }: Change): boolean =>
  data._status === 'published' && writeTarget.get(req, collection.slug) !== 'restored version'

/** Whether a change unpublishes a document, or moves it to the trash. */
export const isUnpublishing = ({ collection, data, req }: Change): boolean =>
  Boolean(data.deletedAt) ||
  (data._status === 'draft' && writeTarget.get(req, collection.slug) === 'main document')

/** What a change does to what the public can read. */
type PublicChange = 'create' | 'publish' | 'restore' | 'trash' | 'unpublish'

/** The kind of a change; undefined for one that does not affect the public, such as a draft. */
const changeBetween = (
  before: Stored | undefined,
  after: Stored | undefined,
  isFile: boolean,
): PublicChange | undefined => {
  if (Boolean(after?.deletedAt) !== Boolean(before?.deletedAt)) {
    return after?.deletedAt ? 'trash' : 'restore'
  }
  if (isPublic(after)) {
    // Saving a newer draft leaves the main document untouched.
    return after.updatedAt === before?.updatedAt ? undefined : 'publish'
  }
  if (!before) {
    return 'create'
  }
  return !isFile && isPublic(before) ? 'unpublish' : undefined
}

/** The kind of the current change of a document; undefined if it does not affect the public. */
export const currentChange = async (
  req: PayloadRequest,
  { slug, upload }: Pick<SanitizedCollectionConfig, 'slug' | 'upload'>,
  id: string,
): Promise<PublicChange | undefined> =>
  changeBetween(stateBefore(req, id), await stateAfter(req, slug, id), Boolean(upload))
