import type { Endpoint, PayloadRequest } from 'payload'

import { hasPublicFields } from '../../access/publicFields.ts'
import { inLocale } from '../../addresses/localeOf.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import { linkableCollections, urlInLocale } from '../../addresses/paths.ts'
import type { ChangeHead, Cursor } from '../../database/changeHead.ts'
import { cursorOf, readCursor } from '../../database/changeHead.ts'
import { namedBy, nameOf } from '../../database/touched.ts'
import { environment } from '../../environment.ts'
import { clampLimit, numberAsked } from '../../http/limits/clampQuery.ts'
import { refusal } from '../../lib/refusal.ts'
import { namesSecretPlace } from '../secretPlaces/index.ts'
import type { ChangeRow } from './numberChanges.ts'
import { upToNow } from './numberChanges.ts'
import type { InLocale } from './publicDocuments.ts'
import { publicDocuments, publicGlobal } from './publicDocuments.ts'

/** How many changes are answered at once, at most. */
const most = 100

type Change = {
  /** When it was first told. */
  at: string
  /** As it is now; not of what is gone. */
  doc?: object
  /** Slug of a collection or global. */
  entity: string
  id?: string
  oldPath?: null | string
  path: null | string
  type: 'changed' | 'created' | 'deleted' | 'unpublished'
  url?: string
}

/**
 * `GET /api/changes?since=…`: what has changed of the public content since a state that `cursor` of an earlier reply
 * names, or a webhook's `revision`: each document once, with its newest change, the oldest change first. Without
 * `since`, all there is.
 *
 * @throws 400 for what is no cursor, 410 for one of another database, or from which on too much is forgotten.
 */
export const changes: Endpoint = {
  handler: async (req) => {
    const language = inLocale(req)
    const limit = clampLimit({ limit: numberAsked(req, 'limit') }, req, most) ?? most
    const head = await upToNow(req.payload)
    const since = sinceOf(req, head)
    const rows = await changesAfter(req, { head, limit, since })
    const told = rows.slice(0, limit)
    const last = told.at(-1)
    const hasMore = rows.length > limit
    const { begun, epoch } = since
    return Response.json({
      changes: await describe(req, told, { language, since: since.number }),
      cursor:
        hasMore && last
          ? cursorOf({ begun, epoch, number: last.number })
          : cursorOf({ epoch, number: head.number }),
      hasMore,
    })
  },
  method: 'get',
  path: '/changes',
}

/** After which changes are told. */
const sinceOf = (req: PayloadRequest, head: ChangeHead): Cursor => {
  const asked = req.searchParams.get('since')
  if (asked === null || asked === '') {
    return { begun: head.number, epoch: head.epoch, number: 0 }
  }
  const cursor = readCursor(asked)
  if (!cursor) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: '„since“ ist der „cursor“ einer früheren Antwort, oder die „revision“ eines Webhooks.',
      en: '"since" is the "cursor" of an earlier reply, or the "revision" of a webhook.',
    })
  }
  const { begun, epoch, number } = cursor
  const isFuture = Math.max(number, begun ?? 0) > head.number
  if (epoch !== head.epoch || isFuture || (begun ?? number) < head.forgotten) {
    throw refusal(req, 410, {
      de: 'Was seitdem geschehen ist, ist nicht mehr bekannt: Bitte ohne „since“ neu beginnen, oder mit /api/bundle.',
      en: 'What has happened since then is not known any more: please begin anew without "since", or with /api/bundle.',
    })
  }
  return cursor
}

/** One more than the limit, if there is. What is numbered while this is read is told the next time. */
const changesAfter = async (
  { payload }: PayloadRequest,
  { head, limit, since }: { head: ChangeHead; limit: number; since: Cursor },
): Promise<ChangeRow[]> => {
  const { docs } = await payload.db.find<ChangeRow>({
    collection: 'public-changes',
    limit: limit + 1,
    pagination: false,
    sort: 'number',
    where: {
      number: { greater_than: since.number, less_than_equal: head.number },
      // Who begins has nothing of what was gone by then.
      ...(since.begun !== undefined && {
        or: [{ state: { equals: 'public' } }, { number: { greater_than: since.begun } }],
      }),
    },
  })
  return docs
}

const describe = async (
  req: PayloadRequest,
  rows: ChangeRow[],
  { language, since }: { language: InLocale; since: number },
): Promise<Change[]> => {
  const docs = await documentsOf(req, rows, language)
  const isSecret = rows.some(({ oldPath, state }) => oldPath ?? state !== 'public')
    ? await namesSecretPlace(req)
    : () => false
  /** What may not be told any more is not. */
  const former = (path: null | string | undefined): null | string =>
    path && !isSecret(path) ? path : null
  return rows.flatMap(({ at, document, oldPath, path, publicSince, state }): Change[] => {
    const { entity, id } = namedBy(document)
    const named = { at, entity, ...(id && { id }) }
    if (state !== 'public') {
      return [{ ...named, path: former(path), type: state }]
    }
    const doc = docs.get(document)
    // What has ceased to be public in the meantime is told the next time.
    return doc
      ? [
          {
            ...named,
            doc,
            ...(oldPath && { oldPath: former(oldPath) }),
            path: path ?? null,
            type: publicSince > since ? 'created' : 'changed',
            ...(path && linkableCollections.includes(entity as LinkableCollection)
              ? { url: urlInLocale(environment.siteURL, path, language.locale) }
              : {}),
          },
        ]
      : []
  })
}

/** Documents and globals by the names of rows. */
const documentsOf = async (
  { payload }: PayloadRequest,
  rows: ChangeRow[],
  language: InLocale,
): Promise<Map<string, object>> => {
  const found = new Map<string, object>()
  const names = rows
    .filter(({ state }) => state === 'public')
    .map(({ document }) => namedBy(document))
  for (const slug of new Set(names.map(({ entity }) => entity))) {
    if (!hasPublicFields(slug)) {
      continue
    }
    const ids = names.flatMap(({ entity, id }) => (entity === slug && id ? [id] : []))
    if (ids.length === 0) {
      found.set(slug, await publicGlobal(payload, slug, language))
    }
    for (const doc of await publicDocuments(payload, slug, { ids, ...language })) {
      found.set(nameOf(slug, doc.id), doc)
    }
  }
  return found
}
