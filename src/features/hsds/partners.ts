import type { PayloadRequest, Where } from 'payload'

import { asNobody } from '../../access/asPerson.ts'
import { inLocale } from '../../addresses/localeOf.ts'
import { giveWay } from '../../lib/giveWay.ts'
import type { Partner } from '../../payload-types.ts'
import { holdsWords, wordsOf } from '../search/search.ts'
import { partnerOf } from './ids.ts'
import { timeAsked, unknownID, valueOf } from './parameters.ts'
import { toldFields } from './records.ts'
import type { TaxonomyName } from './taxonomies.ts'
import { conditionOf } from './taxonomies.ts'

/** How many partners are read whole in one piece; others wait as long. */
const atOnce = 10

/** A partner as anybody may list it. */
type Listed = Pick<Partner, 'id' | 'updatedAt'>

/**
 * Lists partners as anybody may, whoever asks: no key and no sign-in shows a directory more. In an order that no edit
 * changes, so that none is missed from page to page.
 *
 * @returns ids and last changes of a page, and how many there are on all pages.
 */
export const listPartners = async (
  req: PayloadRequest,
  { limit, page, where }: { limit: number; page?: number; where: Where },
): Promise<{ partners: Listed[]; total: number }> => {
  const { docs, totalDocs } = await req.payload.find({
    ...(await asNobody(req.payload)),
    collection: 'partners',
    depth: 0,
    limit,
    page,
    select: { updatedAt: true },
    sort: 'id',
    where,
  })
  return { partners: docs, total: totalDocs }
}

/**
 * Makes records of partners as anybody may read them, a few at a time.
 *
 * @returns nothing of those that are not public.
 */
export const ofEachPartner = async <Item>(
  req: PayloadRequest,
  ids: string[],
  records: (partner: Partner) => Item[],
): Promise<Item[]> => {
  const made = new Map<string, Item[]>()
  for (let done = 0; done < ids.length; done += atOnce) {
    await giveWay(async () => {
      const { docs } = await req.payload.find({
        ...(await asNobody(req.payload)),
        ...inLocale(req),
        collection: 'partners',
        depth: 1,
        limit: atOnce,
        pagination: false,
        select: toldFields,
        where: { id: { in: ids.slice(done, done + atOnce) } },
      })
      for (const partner of docs as Partner[]) {
        made.set(partner.id, records(partner))
      }
    })
  }
  return ids.flatMap((id) => made.get(id) ?? [])
}

/**
 * The condition on partners that the parameters of a list make.
 *
 * @param of the taxonomies that are told of each.
 * @returns undefined if it is known that there is none.
 * @throws 400 with one sentence.
 */
export const conditionAsked = async (
  req: PayloadRequest,
  of: TaxonomyName[],
): Promise<undefined | Where> => {
  const conditions = [
    await ofOrganization(req),
    ofTerm(req, of, 'taxonomy_id', 'taxonomy'),
    ofTerm(req, of, 'taxonomy_term_id', 'term'),
    await ofWords(req),
    ofTime(req),
  ]
  return conditions.includes('nothing')
    ? undefined
    : { and: conditions.filter((each) => typeof each === 'object') }
}

type Condition = 'nothing' | undefined | Where

const ofOrganization = async (req: PayloadRequest): Promise<Condition> => {
  const uuid = valueOf(req, 'organization_id')
  if (uuid === undefined) {
    return undefined
  }
  const id = await partnerOf(req.payload, 'organization', uuid)
  return id === undefined ? 'nothing' : { id: { equals: id } }
}

const ofTerm = (
  req: PayloadRequest,
  of: TaxonomyName[],
  name: string,
  key: 'taxonomy' | 'term',
): Condition => {
  const id = valueOf(req, name)
  if (id === undefined) {
    return undefined
  }
  const condition = conditionOf({ [key]: id.toLowerCase() }, of)
  if (condition === undefined) {
    throw unknownID(req, name, key === 'term' ? 'taxonomy_terms' : 'taxonomies')
  }
  return condition
}

/** Only the server compares the text that is searched; so it finds the ids first. */
const ofWords = async (req: PayloadRequest): Promise<Condition> => {
  const text = valueOf(req, 'search')
  if (text === undefined) {
    return undefined
  }
  const { docs } = await req.payload.find({
    collection: 'partners',
    depth: 0,
    limit: 0,
    locale: inLocale(req).locale,
    pagination: false,
    select: {},
    where: holdsWords(wordsOf(req, 'search', text)),
  })
  return docs.length === 0 ? 'nothing' : { id: { in: docs.map(({ id }) => id) } }
}

const ofTime = (req: PayloadRequest): Condition => {
  const since = timeAsked(req, 'modified_after')
  return since === undefined ? undefined : { updatedAt: { greater_than_equal: since } }
}
