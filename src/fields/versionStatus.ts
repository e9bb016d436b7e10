import type { CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'

const statusIn = (found: unknown): unknown =>
  (found as { version: { _status?: unknown } } | null)?.version._status

/** The status of an earlier version of a document; undefined where there is no such version. */
export const versionStatus = async (
  collection: CollectionSlug,
  id: string,
  req: PayloadRequest,
): Promise<unknown> =>
  statusIn(
    await req.payload.findVersionByID({ id, collection, depth: 0, disableErrors: true, req }),
  )

/** As above, of a global. */
export const globalVersionStatus = async (
  slug: GlobalSlug,
  id: string,
  req: PayloadRequest,
): Promise<unknown> =>
  statusIn(
    await req.payload.findGlobalVersionByID({ id, slug, depth: 0, disableErrors: true, req }),
  )
