import type { Payload, Where } from 'payload'

import { published } from '../../access/content.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import { linkableCollections } from '../../addresses/paths.ts'
import { looksLikeID } from '../../database/ids.ts'
import { widerReaches } from '../../hooks/includeWiderReach.ts'
import { idOf } from '../../lib/idOf.ts'
import { isObject } from '../../lib/isObject.ts'
import { nodesIn } from '../../lib/richText.ts'
import type { Partner } from '../../payload-types.ts'

type Values = Record<string, unknown>

export type RichText = { root: object }

/** A document that a text leads to, or shows something of. */
export type Reference = { id: string; slug: 'documents' | 'media' | LinkableCollection }

/** Which partners a list in a text shows; undefined: all. */
export type Choice = { districts?: string[]; kinds?: string[] }

export type ListedPartner = Pick<Partner, 'id' | 'kind' | 'name' | 'slug'>

/** What texts lead to and show. */
export type Targets = {
  /** What of a document everybody may see, with texts in all languages; undefined if it is not public. */
  find: (reference: Reference | undefined) => undefined | Values
  list: (choice: Choice) => ListedPartner[]
}

/** How many lists of partners one text may show. */
const mostLists = 10

/** What is shown of each. */
const shown: Record<Reference['slug'], string[]> = {
  documents: ['accessible', 'filesize', 'language', 'title', 'url'],
  media: ['alt', 'credit', 'height', 'sizes', 'url', 'width'],
  news: ['slug'],
  pages: ['path', 'slug'],
  partners: ['address', 'email', 'kind', 'name', 'openingHours', 'phones', 'slug', 'website'],
  standards: ['slug'],
}

/** The document that a link leads to. */
export const linked = (fields: Values): Reference | undefined => {
  const { relationTo, value } = isObject(fields.doc) ? fields.doc : {}
  const slug = linkableCollections.find((each) => each === relationTo)
  return slug && reference(slug, value)
}

/** A document of a collection, be it populated or not; undefined for what is none. */
export const reference = (slug: Reference['slug'], value: unknown): Reference | undefined => {
  const id = idOf(value)
  return id !== undefined && looksLikeID(id) ? { id, slug } : undefined
}

/** Which partners a block lists. */
export const choiceOf = ({ districts, kinds }: Values): Choice => ({
  districts: codesIn(districts),
  kinds: codesIn(kinds),
})

const codesIn = (codes: unknown): string[] | undefined => {
  const chosen = [codes].flat().filter((code) => typeof code === 'string')
  return chosen.length > 0 ? chosen : undefined
}

/** The documents that a text leads to, or shows something of. */
export const referencesIn = (text: RichText): Reference[] =>
  nodesIn(text)
    .flatMap((node) => {
      const fields = isObject(node.fields) ? node.fields : {}
      if (node.type === 'upload') {
        return [reference('media', node.value)]
      }
      if (node.type !== 'block') {
        return [linked(fields)]
      }
      return [
        reference('partners', fields.partner),
        ...[fields.documents].flat().map((each) => reference('documents', each)),
      ]
    })
    .filter((each) => each !== undefined)

/** The lists of partners that a text shows, as many as it may. */
export const choicesIn = (text: RichText): Choice[] =>
  nodesIn(text)
    .flatMap(({ fields, type }) =>
      type === 'block' && isObject(fields) && fields.blockType === 'partnerList' ? [fields] : [],
    )
    .slice(0, mostLists)
    .map(choiceOf)

/**
 * Reads what texts lead to and show: what everybody may see of it, whoever asks, so that no text leads to a draft
 * or shows anything of one. In one query for each collection, however many texts and languages there are.
 */
export const readTargets = async (payload: Payload, texts: RichText[]): Promise<Targets> => {
  const references = texts.flatMap(referencesIn)
  const slugs = [...new Set(references.map(({ slug }) => slug))]
  const found = new Map<string, Values>()
  for (const slug of slugs) {
    const ids = references.filter((each) => each.slug === slug).map(({ id }) => id)
    for (const doc of await readPublic(payload, slug, [...new Set(ids)])) {
      found.set(`${slug} ${String(doc.id)}`, doc)
    }
  }
  const lists = new Map<string, ListedPartner[]>()
  for (const choice of texts.flatMap(choicesIn)) {
    const key = JSON.stringify(choice)
    if (!lists.has(key)) {
      lists.set(key, await listPartners(payload, choice))
    }
  }
  return {
    find: (wanted) => wanted && found.get(`${wanted.slug} ${wanted.id}`),
    list: (choice) => lists.get(JSON.stringify(choice)) ?? [],
  }
}

/** How many documents are read at a time: far fewer than SQLite takes ids in one query. */
const batchSize = 200

const readPublic = async (
  payload: Payload,
  slug: Reference['slug'],
  ids: string[],
): Promise<Values[]> => {
  const found: Values[] = []
  for (let begin = 0; begin < ids.length; begin += batchSize) {
    const { docs } = await payload.find({
      collection: slug,
      // As `asPerson`, but as nobody.
      context: { isReadOfServer: true },
      depth: 0,
      limit: 0,
      locale: 'all',
      overrideAccess: false,
      pagination: false,
      select: Object.fromEntries(shown[slug].map((field) => [field, true])) as never,
      where: { id: { in: ids.slice(begin, begin + batchSize) } },
    })
    found.push(...(docs as unknown as Values[]))
  }
  return found
}

/** As the database holds them: three fields that are public need none of Payload's checks. */
const listPartners = async (
  { db }: Payload,
  { districts, kinds }: Choice,
): Promise<ListedPartner[]> => {
  const chosen: Where[] = [
    ...(kinds ? [{ kind: { in: kinds } }] : []),
    ...(districts
      ? [{ or: [{ districts: { in: districts } }, { reach: { in: widerReaches } }] }]
      : []),
  ]
  const { docs } = await db.find<ListedPartner>({
    collection: 'partners',
    limit: 0,
    pagination: false,
    select: { kind: true, name: true, slug: true },
    sort: 'name',
    where: { and: [published, ...chosen] },
  })
  return docs
}
