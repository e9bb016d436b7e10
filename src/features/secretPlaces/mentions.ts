import type { PayloadRequest } from 'payload'

import { published } from '../../access/content.ts'
import { hasPublicFields } from '../../access/publicFields.ts'
import { titleOf } from '../../links/references.ts'
import { knownSecretPlaces } from './places.ts'
import type { PublicText } from './publicTexts.ts'
import { publicTextsOf } from './publicTexts.ts'
import { namesStreet } from './streets.ts'
import type { Warning } from './warnings.ts'
import { notAccepted, warningsOf } from './warnings.ts'

/** A public document, or global, whose texts name a street. */
export type Mention = { entity: string; id?: string; title: string }

type Stored = { id: string } & Record<string, unknown>

/** A public document, or global, with all its texts. */
type Readable = {
  acceptedWarnings: unknown
  owner: string | undefined
  texts: PublicText[]
} & Mention

/** How many documents are read at a time. */
const batch = 200

/** Everything that the public reads, a batch at a time. */
const publicDocuments = async function* ({
  payload: { config, db },
}: PayloadRequest): AsyncGenerator<Readable> {
  for (const { flattenedFields: fields, slug, versions } of config.collections) {
    const where = versions ? published : { deletedAt: { exists: false } }
    for (let page = 1, isLast = !hasPublicFields(slug); !isLast; page += 1) {
      const { docs } = await db.find<Stored>({
        collection: slug,
        limit: batch,
        page,
        pagination: false,
        sort: 'id',
        where: slug === 'redirects' ? {} : where,
      })
      for (const doc of docs) {
        yield {
          acceptedWarnings: doc.acceptedWarnings,
          entity: slug,
          id: doc.id,
          owner: slug === 'partners' ? doc.id : undefined,
          texts: publicTextsOf({ data: doc, fields, locale: 'all', slug, stored: doc }),
          title: titleOf(doc),
        }
      }
      isLast = docs.length < batch
    }
  }
  for (const { flattenedFields: fields, slug } of config.globals) {
    if (hasPublicFields(slug)) {
      const doc = ((await db.findGlobal<Stored>({ slug })) as null | Stored) ?? { id: '' }
      yield {
        acceptedWarnings: doc.acceptedWarnings,
        entity: slug,
        owner: undefined,
        texts: publicTextsOf({ data: doc, fields, locale: 'all', slug, stored: doc }),
        title: '',
      }
    }
  }
}

/** Where public texts name one of some streets. */
export const mentionsOf = async (req: PayloadRequest, streets: string[]): Promise<Mention[]> => {
  const mentions: Mention[] = []
  if (streets.length > 0) {
    for await (const { entity, id, texts, title } of publicDocuments(req)) {
      if (texts.some(({ text }) => streets.some((street) => namesStreet(text, street)))) {
        mentions.push({ entity, ...(id && { id }), title })
      }
    }
  }
  return mentions
}

/** A public document, or global, with what it gives away and nobody has accepted. */
export type Giveaway = { warnings: Warning[] } & Mention

/**
 * All that public texts give away now, in all languages: an address may have become secret, or have
 * been noted, after a text was published, and editors are not told of places that are not theirs.
 */
export const giveaways = async (req: PayloadRequest): Promise<Giveaway[]> => {
  const places = await knownSecretPlaces(req)
  const found: Giveaway[] = []
  if (places.length > 0) {
    for await (const { acceptedWarnings, entity, id, owner, texts, title } of publicDocuments(
      req,
    )) {
      const warnings = notAccepted(warningsOf(texts, places, owner), acceptedWarnings)
      if (warnings.length > 0) {
        found.push({ entity, ...(id && { id }), title, warnings })
      }
    }
  }
  return found
}
