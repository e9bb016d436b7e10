import type { CollectionSlug, PayloadRequest, TypeWithVersion, Where } from 'payload'

type Doc = Record<string, unknown>

/** Versions as they are stored, newest first, with the texts of all languages. */
export const storedVersions = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  limit = 0,
): Promise<TypeWithVersion<Doc>[]> => {
  const { docs } = await req.payload.db.findVersions<Doc>({
    collection,
    limit,
    locale: 'all',
    pagination: false,
    req,
    sort: '-updatedAt',
    where,
  })
  return docs
}

/**
 * Changes a stored version in place, for values that follow from something else and are no edit: the
 * dates of a confirmation, the path of a page. No hook runs, and no new version is made.
 *
 * Workaround (payloadcms/payload#13267): Payload applies an update to the newest draft, and would
 * publish it along with the change. Can go when a published version can be changed beside a newer
 * draft; tests/integration/payload/upstream.test.ts notices.
 *
 * @param changedAt the new `updatedAt` of the version. The version with the latest one counts as
 * newest.
 */
export const rewriteVersion = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  {
    createdAt,
    id,
    latest,
    parent,
    updatedAt,
    version,
  }: { latest?: boolean } & TypeWithVersion<Doc>,
  change: Doc,
  changedAt: string = updatedAt,
): Promise<void> => {
  await req.payload.db.updateVersion<Doc>({
    id,
    collection,
    req,
    returning: false,
    versionData: {
      createdAt,
      latest,
      parent,
      updatedAt: changedAt,
      version: { ...version, ...change },
    },
  })
}
