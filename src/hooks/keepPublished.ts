import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import type { BeforeOperation } from '../lib/beforeOperation.ts'
import { refusal } from '../lib/refusal.ts'
import { refuseToRestoreAsPublished } from './refuseToRestoreAsPublished.ts'

type UpdateArgs = {
  collection: { config: { slug: string } }
  data?: { _status?: unknown; deletedAt?: unknown }
  draft?: boolean
  id?: number | string
  where?: Where
}

/**
 * Keeps an update from unpublishing by accident: with neither `draft` nor `_status`, it is saved to the
 * newer draft, if there is one. A bulk update is refused instead, since it would mean something else
 * for each document. A bulk update that publishes, publishes the newest draft of each.
 *
 * Workaround (payloadcms/payload#13267): Payload applies an update to the newest version, and so
 * unpublishes a document that has a newer draft. In a bulk update, it publishes the published state of
 * each document, not its newest draft. Can go when an update without `draft` leaves what is published
 * published; tests/integration/payload/upstream.test.ts notices.
 *
 * @throws 409 for a bulk update that would unpublish, and for restoring a version as published.
 */
export const keepPublished: BeforeOperation = async ({ args, operation, req }) => {
  const { collection, data, draft, id, where } = args as UpdateArgs
  const slug = collection.config.slug as CollectionSlug
  refuseToRestoreAsPublished(args as UpdateArgs, operation, req)
  if (operation === 'update' && id === undefined && data?._status === 'published') {
    // With `draft`, the newest draft is published, as for a single document; the admin UI sends it,
    // too.
    return { ...args, draft: true }
  }
  if (operation !== 'update' || draft || !data || data._status || 'deletedAt' in data) {
    return args
  }
  if (id !== undefined) {
    const hasDraft = await hasNewerDraft({ req, slug, where: { id: { equals: id } } })
    return hasDraft ? { ...args, draft: true } : args
  }
  if (where && (await hasNewerDraft({ req, slug, where }))) {
    throw refusal(req, 409, {
      de: 'Für mindestens eines dieser Dokumente gibt es einen neueren Entwurf. Bitte angeben, ob die Änderung als Entwurf gespeichert (draft=true) oder veröffentlicht werden soll (_status).',
      en: 'At least one of these documents has a newer draft. Please say whether to save the change as a draft (draft=true) or to publish it (_status).',
    })
  }
  return args
}

const hasNewerDraft = async ({
  req,
  slug,
  where,
}: {
  req: PayloadRequest
  slug: CollectionSlug
  where: Where
}): Promise<boolean> => {
  const { docs } = await req.payload.find({
    collection: slug,
    depth: 0,
    pagination: false,
    req,
    select: {},
    where: { and: [where, { _status: { equals: 'published' } }] },
  })
  if (docs.length === 0) {
    return false
  }
  const { totalDocs } = await req.payload.countVersions({
    collection: slug,
    req,
    where: {
      and: [
        { parent: { in: docs.map(({ id }) => id) } },
        { latest: { equals: true } },
        { 'version._status': { equals: 'draft' } },
      ],
    },
  })
  return totalDocs > 0
}
