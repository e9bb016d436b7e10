import type { PayloadRequest } from 'payload'

import { published } from '../../access/content.ts'
import { hasPublicFields } from '../../access/publicFields.ts'
import { revisionOf } from '../../database/revision.ts'
import { inBatches } from '../../lib/inBatches.ts'
import { say } from '../../lib/say.ts'
import { labelOf, titleOf } from '../links/references.ts'
import { knownSecretPlaces } from './places.ts'
import type { PublicText } from './publicTexts.ts'
import { publicTextsOf } from './publicTexts.ts'
import { spell, spelledNames } from './streets.ts'
import type { SecretStreet, Warning } from './warnings.ts'
import { byStreet, notAccepted, warningsOf } from './warnings.ts'

/** A public document, or global, whose texts name a street. */
export type Mention = { entity: string; id?: string; title: string }

type Stored = { id: string } & Record<string, unknown>

/** A public document, or global, with all its texts. */
type Readable = {
  acceptedWarnings: unknown
  owner: string | undefined
  texts: PublicText[]
} & Mention

/** Everything that the public can read, in batches. */
const publicDocuments = async function* (req: PayloadRequest): AsyncGenerator<Readable> {
  const { config, db } = req.payload
  for (const { flattenedFields: fields, slug, versions } of config.collections) {
    const where = versions ? published : { deletedAt: { exists: false } }
    const found = hasPublicFields(slug)
      ? inBatches(
          (part) => db.find<Stored>({ ...part, collection: slug }),
          slug === 'redirects' ? {} : where,
        )
      : []
    for await (const doc of found) {
      yield {
        acceptedWarnings: doc.acceptedWarnings,
        entity: slug,
        id: doc.id,
        owner: slug === 'partners' ? doc.id : undefined,
        texts: publicTextsOf({ data: doc, fields, locale: 'all', slug, stored: doc }),
        title: titleOf(doc) || say(req, labelOf(config, slug)),
      }
    }
  }
  for (const { flattenedFields: fields, slug } of config.globals) {
    if (hasPublicFields(slug)) {
      // In MongoDB a global that nobody has saved is null.
      const doc = ((await db.findGlobal<Stored>({ slug })) as null | Stored) ?? { id: '' }
      yield {
        acceptedWarnings: doc.acceptedWarnings,
        entity: slug,
        owner: undefined,
        texts: publicTextsOf({ data: doc, fields, locale: 'all', slug, stored: doc }),
        title: say(req, labelOf(config, slug)),
      }
    }
  }
}

/** The public documents whose texts name one of the streets. */
export const mentionsOf = async (req: PayloadRequest, streets: string[]): Promise<Mention[]> => {
  const mentions: Mention[] = []
  const names = streets.map(spell)
  if (streets.length > 0) {
    for await (const { entity, id, texts, title } of publicDocuments(req)) {
      const spelled = texts.map(({ text }) => spell(text))
      if (spelled.some((text) => names.some((name) => spelledNames(text, name)))) {
        mentions.push({ entity, ...(id && { id }), title })
      }
    }
  }
  return mentions
}

/** A public document, or global, with the warnings about it that nobody has accepted. */
export type Giveaway = { warnings: Warning[] } & Mention

const lastResults = new WeakMap<object, { found: Giveaway[]; key: string }>()

/**
 * Everything that public texts reveal now, in all languages. Publishing asks about it, but an address may
 * have become secret, or known to the server, after a text was published; and editors are not warned of
 * other partners' places. Searching thousands of texts takes seconds, so it is done once for each state of
 * the public content.
 */
export const giveaways = async (req: PayloadRequest): Promise<Giveaway[]> => {
  const { payload } = req
  const places = await knownSecretPlaces(req)
  const revision = revisionOf(payload)
  await revision.look()
  const key = JSON.stringify([
    revision.current(),
    req.i18n.language,
    places.map(({ owner, ownerName, street }) => [owner, ownerName, street]),
  ])
  const last = lastResults.get(payload.db)
  if (last?.key === key) {
    return last.found
  }
  const found = await searchAll(req, byStreet(places))
  lastResults.set(payload.db, { found, key })
  return found
}

const searchAll = async (req: PayloadRequest, streets: SecretStreet[]): Promise<Giveaway[]> => {
  const found: Giveaway[] = []
  if (streets.length > 0) {
    for await (const { acceptedWarnings, entity, id, owner, texts, title } of publicDocuments(
      req,
    )) {
      const warnings = notAccepted(warningsOf(texts, streets, owner), acceptedWarnings)
      if (warnings.length > 0) {
        found.push({ entity, ...(id && { id }), title, warnings })
      }
    }
  }
  return found
}
