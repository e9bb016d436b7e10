import type { CollectionSlug, Endpoint, PayloadRequest, Where } from 'payload'

import { asNobody, asPerson } from '../../access/asPerson.ts'
import { published } from '../../access/content.ts'
import { isPartnerEditor } from '../../access/people.ts'
import { facetsOf } from '../../addresses/filters.ts'
import { checkWhere } from '../../http/limits/checkWhere.ts'
import { checkPage, clampLimit } from '../../http/limits/clampQuery.ts'
import { didYouMean } from '../../lib/closest.ts'
import { isTime } from '../../lib/isTime.ts'
import { numbersOf } from '../../lib/listing.ts'
import { refusal } from '../../lib/refusal.ts'
import type { Facets } from './facets.ts'
import { countFacets } from './facets.ts'
import type { Around } from './near.ts'
import { distancesFrom } from './near.ts'
import { openAt } from './openAt.ts'

type Handler = Omit<Endpoint, 'root'>

/** What may be asked of a directory beside conditions on fields. */
type Questions = {
  around: Around | undefined
  /** Of standards: those in force that nothing in force supersedes. */
  current: boolean
  facets: string[]
  /** When somebody is to be there. */
  open: Date | undefined
}

/** The furthest that is looked, in kilometres: further than the country is long. */
const furthest = 1_000

/**
 * Answers lists and counts that ask what no field holds: what is near a place, open at a time, current, and how many
 * there are of each code.
 *
 * @param endpoint of a collection, for its lists or its count.
 * @throws 400 with one sentence.
 */
export const answerQuestions = (slug: string, endpoint: Handler): Handler => ({
  ...endpoint,
  handler: async (req) => {
    const questions = questionsIn(req, slug)
    const distances = questions.around && (await distancesFrom(req.payload, questions.around))
    const only = await onlyOf(req, slug, questions, distances)
    if (only) {
      req.context.onlyIDs = { collection: slug, ids: only }
    }
    if (endpoint.path !== '/' || !(distances ?? questions.facets.length > 0)) {
      return endpoint.handler(req)
    }
    checkConditions(req, slug)
    const facets = await facetsIn(req, slug, questions.facets)
    const nearest = distances && (await narrowToNearest(req, slug, distances))
    const response = await endpoint.handler(req)
    if (response.status !== 200) {
      return response
    }
    const list = (await response.json()) as List
    return Response.json({ ...list, ...nearest?.(list), ...facets }, response)
  },
})

/** The server looks for what it counts and sorts before Payload's own route looks at the conditions. */
const checkConditions = (req: PayloadRequest, slug: string): void =>
  checkWhere({
    fields: req.payload.collections[slug as CollectionSlug].config.flattenedFields,
    hops: isPartnerEditor({ req }) ? 0 : 2,
    req,
    where: req.query.where,
  })

const questionsIn = (req: PayloadRequest, slug: string): Questions => {
  const value = (name: string): string | undefined => req.searchParams.get(name) ?? undefined
  const near = value('near')
  const at = value('openAt')
  const now = value('openNow')
  if (near !== undefined && value('draft') === 'true') {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: 'Bitte „near“ ohne „draft“ fragen: Bekannt ist, wo Veröffentlichtes liegt.',
      en: 'Please ask "near" without "draft": it is known where that is which is published.',
    })
  }
  if (at !== undefined && now !== undefined) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: 'Bitte „openAt“ oder „openNow“ angeben, nicht beides.',
      en: 'Please send "openAt" or "openNow", not both.',
    })
  }
  return {
    around: near === undefined ? undefined : aroundIn(req, near),
    current: value('current') === 'true',
    facets: facetNames(req, slug),
    open: at === undefined ? (now === 'true' ? new Date() : undefined) : timeIn(req, at),
  }
}

const aroundIn = (req: PayloadRequest, text: string): Around => {
  const numbers = text
    .split(',')
    .map((part) => (/^-?\d{1,4}(?:\.\d{1,10})?$/.test(part.trim()) ? Number(part) : NaN))
  const [latitude = NaN, longitude = NaN, km = NaN] = numbers
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  if (numbers.length !== 3 || !isPlace || !(km > 0 && km <= furthest)) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: `„near“ ist eine Breite, eine Länge und eine Entfernung bis ${furthest} km, zum Beispiel near=52.26,10.52,10.`,
      en: `"near" is a latitude, a longitude and a distance of up to ${furthest} km, for example near=52.26,10.52,10.`,
    })
  }
  return { km, latitude, longitude }
}

/** A time without a time zone is one in Berlin. */
const timeIn = (req: PayloadRequest, text: string): Date => {
  const isComplete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?$/.test(
    text,
  )
  if (!isComplete || !isTime(text)) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: '„openAt“ ist ein Tag und eine Uhrzeit, zum Beispiel openAt=2026-12-24T10:00; ein + heißt in einer Adresse %2B.',
      en: '"openAt" is a day and a time, for example openAt=2026-12-24T10:00; a + is %2B in an address.',
    })
  }
  return /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : berlinTime(text)
}

/** The moment at which clocks in Berlin show a time; of two in autumn, the first. */
const berlinTime = (text: string): Date => {
  const utc = Date.parse(`${text}Z`)
  const shows = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Europe/Berlin',
  })
  const [summer, winter] = [2, 1].map((hours) => new Date(utc - hours * 3_600_000))
  const isShown = (time: Date | undefined): boolean =>
    time !== undefined &&
    Date.parse(`${shows.format(time).replace(' ', 'T')}Z`) === Math.floor(utc / 1000) * 1000
  return (isShown(summer) ? summer : winter) ?? new Date(utc)
}

const facetNames = (req: PayloadRequest, slug: string): string[] => {
  const names = [...req.searchParams.entries()]
    .filter(([name]) => /^facets(?:\[\d*\])?$/.test(name))
    .flatMap(([, value]) => value.split(','))
    .map((name) => name.trim())
  const known = facetsOf(slug)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const meant = didYouMean(unknown, known)
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: `„facets“ zählt hier ${known.join(', ')}.${meant.de}`,
      en: `"facets" counts ${known.join(', ')} here.${meant.en}`,
    })
  }
  return [...new Set(names)]
}

/** The ids to which the questions narrow a list; undefined: to none in particular. */
const onlyOf = async (
  { payload }: PayloadRequest,
  slug: string,
  { current, open }: Questions,
  distances: Map<string, number> | undefined,
): Promise<string[] | undefined> => {
  const sets = [
    distances && [...distances.keys()],
    open && (await openAt(payload, open)),
    slug === 'standards' && current ? await currentStandards(payload) : undefined,
  ].filter((each) => each !== undefined)
  const [first, ...others] = sets.map((ids) => new Set(ids))
  return first && [...first].filter((id) => others.every((other) => other.has(id)))
}

const currentStandards = async (payload: PayloadRequest['payload']): Promise<string[]> => {
  const { docs } = await payload.find({
    ...(await asNobody(payload)),
    collection: 'standards',
    depth: 0,
    pagination: false,
    select: { supersedes: true },
    sort: 'id',
    where: { and: [published, { status: { equals: 'in-force' } }] },
  })
  const superseded = docs.map(({ supersedes }) => supersedes)
  return docs.map(({ id }) => id).filter((id) => !superseded.includes(id))
}

/** The ids of all that a list finds on all its pages, in the order of the database. @param as by whose rights. */
const allIn = async (
  req: PayloadRequest,
  slug: string,
  as: { overrideAccess: false; req: PayloadRequest },
): Promise<string[]> => {
  const listing: NonNullable<PayloadRequest['context']['listing']> = {
    collection: slug,
    count: (_, compute) => compute(),
  }
  as.req.context = { ...as.req.context, listing, onlyIDs: req.context.onlyIDs }
  await req.payload.find({
    ...as,
    collection: slug as CollectionSlug,
    depth: 0,
    draft: false,
    fallbackLocale: req.fallbackLocale,
    limit: 0,
    locale: req.locale,
    pagination: false,
    sort: 'id',
    where: (req.query.where ?? {}) as Where,
  })
  return listing.ids ?? []
}

/** What facets add to a list. */
const facetsIn = async (
  req: PayloadRequest,
  slug: string,
  names: string[],
): Promise<{ facets?: Facets }> => {
  if (names.length === 0) {
    return {}
  }
  const ids = await allIn(req, slug, await asNobody(req.payload))
  return { facets: await countFacets(req.payload, { ids, names, slug }) }
}

type List = { docs: { id: string }[] } & Record<string, unknown>

/**
 * Narrows a list to a page of what is near, the nearest first, unless another order is asked for.
 *
 * @returns what the answer to that is then made of: the documents in their order, with how far away they are in
 * kilometres, to ten metres, and the numbers of the page.
 */
const narrowToNearest = async (
  req: PayloadRequest,
  slug: string,
  distances: Map<string, number>,
): Promise<(list: List) => Partial<List>> => {
  const distanceOf = (id: string): number => distances.get(id) ?? 0
  const withDistances = (docs: List['docs']): List['docs'] =>
    docs.map((doc) => ({ ...doc, distance: Math.round(distanceOf(doc.id) * 100) / 100 }))
  const { limit: asked, page: askedPage, pagination, sort } = req.query
  if (sort !== undefined && sort !== '') {
    return ({ docs }) => ({ docs: withDistances(docs) })
  }
  const number = (value: unknown): number | undefined =>
    value === undefined ? undefined : Number(value)
  const isCounted = pagination !== 'false'
  const limit = clampLimit({ limit: number(asked), pagination: isCounted }, req) ?? 10
  const page = isCounted ? (checkPage(number(askedPage), req) ?? 1) : 1
  const all = (await allIn(req, slug, asPerson(req))).sort(
    (one, other) => distanceOf(one) - distanceOf(other) || (one < other ? -1 : 1),
  )
  const ids = all.slice((page - 1) * limit, page * limit)
  req.context.onlyIDs = { collection: slug, ids }
  req.query = { ...req.query, limit: String(limit), page: '1', sort: 'id' }
  const places = new Map(ids.map((id, index) => [id, index]))
  const placeOf = ({ id }: { id: string }): number => places.get(id) ?? 0
  return ({ docs }) => ({
    docs: withDistances([...docs].sort((one, other) => placeOf(one) - placeOf(other))),
    ...numbersOf({ isCounted, limit, page, totalDocs: isCounted ? all.length : ids.length }),
  })
}
