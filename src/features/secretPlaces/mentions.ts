import type { PayloadRequest } from 'payload'

import { published } from '../../access/content.ts'
import { hasPublicFields } from '../../access/publicFields.ts'
import { documentsOf } from '../../database/documentsOf.ts'
import { revisionOf } from '../../database/revision.ts'
import type { Kept } from '../../lib/ofEachDocument.ts'
import { ofEachDocument } from '../../lib/ofEachDocument.ts'
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

/**
 * Something of everything that the public can read.
 *
 * @param compute is asked anew only for what has changed since it was kept; whatever is no document, each time.
 * @param keptIn what has been kept of a collection.
 */
const ofPublicDocuments = async <Value>(
  req: PayloadRequest,
  compute: (readable: Readable) => Value,
  keptIn: (slug: string) => Kept<Value>,
): Promise<Value[]> => {
  const { config, db } = req.payload
  const values: Value[] = []
  for (const { flattenedFields: fields, slug, versions } of config.collections) {
    const where = versions ? published : { deletedAt: { exists: false } }
    const ofCollection = hasPublicFields(slug)
      ? await ofEachDocument<Stored, Value>(
          documentsOf(req.payload, {
            collection: slug,
            stateFields: stateFieldsOf(slug),
            where: slug === 'redirects' ? {} : where,
          }),
          (doc) =>
            compute({
              acceptedWarnings: doc.acceptedWarnings,
              entity: slug,
              id: doc.id,
              owner: slug === 'partners' ? doc.id : undefined,
              texts: publicTextsOf({ data: doc, fields, locale: 'all', slug, stored: doc }),
              title: titleOf(doc),
            }),
          keptIn(slug),
        )
      : []
    values.push(...ofCollection)
  }
  for (const { flattenedFields: fields, slug } of config.globals) {
    if (hasPublicFields(slug)) {
      // In MongoDB a global that nobody has saved is null.
      const doc = ((await db.findGlobal<Stored>({ slug })) as null | Stored) ?? { id: '' }
      values.push(
        compute({
          acceptedWarnings: doc.acceptedWarnings,
          entity: slug,
          owner: undefined,
          texts: publicTextsOf({ data: doc, fields, locale: 'all', slug, stored: doc }),
          title: '',
        }),
      )
    }
  }
  return values
}

/** An address is hidden without a new `updatedAt`, so that whoever edits the partner can go on. */
const stateFieldsOf = (slug: string): string[] => [
  'updatedAt',
  ...(slug === 'partners' ? ['address.visibility'] : []),
]

/** The public documents whose texts name one of the streets. */
export const mentionsOf = async (req: PayloadRequest, streets: string[]): Promise<Mention[]> => {
  const names = streets.map(spell)
  const mentionIn = ({ entity, id, texts, title }: Readable): Mention[] => {
    const spelled = texts.map(({ text }) => spell(text))
    return spelled.some((text) => names.some((name) => spelledNames(text, name)))
      ? [{ entity, ...(id && { id }), title }]
      : []
  }
  const mentions =
    streets.length > 0 ? (await ofPublicDocuments(req, mentionIn, () => new Map())).flat() : []
  return mentions.map(titled(req))
}

/** What has no title is called as its collection, or global. */
const titled =
  (req: PayloadRequest) =>
  <Found extends Mention>(mention: Found): Found => ({
    ...mention,
    title: mention.title || say(req, labelOf(req.payload.config, mention.entity)),
  })

/** A public document, or global, with the warnings about it that nobody has accepted. */
export type Giveaway = { warnings: Warning[] } & Mention

type Searched = {
  found: Giveaway[]
  kept: Map<string, Kept<Giveaway[]>>
  /** What was looked for. */
  key: string
  revision: number
}

const lastSearches = new WeakMap<object, Searched>()

/**
 * Everything that public texts reveal now, in all languages. Publishing asks about it, but an address may
 * have become secret, or known to the server, after a text was published; and editors are not warned of
 * other partners' places. Searching thousands of texts takes seconds, so each is searched once for each of
 * its states, and nothing at all is read where nothing has changed.
 */
export const giveaways = async (req: PayloadRequest): Promise<Giveaway[]> => {
  const { payload } = req
  const places = await knownSecretPlaces(req)
  const revision = revisionOf(payload)
  await revision.look()
  const now = revision.current()
  const key = JSON.stringify(
    places.map(({ owner, ownerName, street }) => [owner, ownerName, street]),
  )
  const last = lastSearches.get(payload.db)
  if (last?.key === key && last.revision === now) {
    return last.found.map(titled(req))
  }
  const kept = last?.key === key ? last.kept : new Map<string, Kept<Giveaway[]>>()
  const found = await searchAll(req, byStreet(places), kept)
  lastSearches.set(payload.db, { found, kept, key, revision: now })
  return found.map(titled(req))
}

const searchAll = async (
  req: PayloadRequest,
  streets: SecretStreet[],
  kept: Searched['kept'],
): Promise<Giveaway[]> => {
  const giveawayIn = ({
    acceptedWarnings,
    entity,
    id,
    owner,
    texts,
    title,
  }: Readable): Giveaway[] => {
    const warnings = notAccepted(warningsOf(texts, streets, owner), acceptedWarnings)
    return warnings.length > 0 ? [{ entity, ...(id && { id }), title, warnings }] : []
  }
  const keptIn = (slug: string): Kept<Giveaway[]> => {
    const known = kept.get(slug) ?? new Map<string, never>()
    kept.set(slug, known)
    return known
  }
  return streets.length > 0 ? (await ofPublicDocuments(req, giveawayIn, keptIn)).flat() : []
}
