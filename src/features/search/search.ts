import type { Endpoint, PayloadRequest, Where } from 'payload'

import { published } from '../../access/content.ts'
import type { LocaleCode } from '../../addresses/localeOf.ts'
import { inLocale } from '../../addresses/localeOf.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import { linkableCollections, pathOf, urlInLocale } from '../../addresses/paths.ts'
import type { SearchResult, SearchResults } from '../../addresses/searchResults.ts'
import { environment } from '../../environment.ts'
import { checkPage, clampLimit, numberAsked } from '../../http/limits/clampQuery.ts'
import { isGap } from '../../http/shapes/fallbacks.ts'
import { shapeOf } from '../../http/shapes/shape.ts'
import { fold } from '../../lib/fold.ts'
import { refusal } from '../../lib/refusal.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import type { Searched } from './searchText.ts'

/** What one search may ask for, and how many documents of a collection are ranked. */
const limits = { characters: 100, documents: 50, ranked: 200, words: 8 }

/** What is searched; of results that fit equally well, one from the first of these comes first. */
const collections = [...linkableCollections].sort()

export type SearchArgs = {
  fallbackLocale?: LocaleCode | false
  limit?: number
  locale: LocaleCode
  page?: number
  q: string
}

/** `GET /api/search?q=…`: pages, news, standards and partners that hold all the words. */
export const search: Endpoint = {
  handler: async (req) => {
    const results = await findByWords(req, {
      ...inLocale(req),
      limit: numberAsked(req, 'limit'),
      page: numberAsked(req, 'page'),
      q: req.searchParams.get('q') ?? '',
    })
    return Response.json(
      shapeOf(req)?.isMarked
        ? { ...results, docs: await markResults(req, results.docs, inLocale(req)) }
        : results,
    )
  },
  method: 'get',
  path: '/search',
}

/**
 * Published documents that hold all words of `q`, or parts of words, in the asked language or in
 * German. Those with the words in the title come first.
 *
 * @throws 400 with one sentence.
 */
export const findByWords = async (
  req: PayloadRequest,
  { fallbackLocale = defaultLocale, locale, q, ...asked }: SearchArgs,
): Promise<SearchResults> => {
  const words = wordsOf(req, 'q', q)
  const limit = clampLimit(asked, req, limits.documents) ?? 10
  const page = checkPage(asked.page, req) ?? 1
  const found: SearchResult[] = []
  for (const collection of collections) {
    found.push(...(await findIn(req, { collection, fallbackLocale, locale, words })))
  }
  const ranked = found
    .map((result) => ({ rank: rankOf(result.title, words), result }))
    .sort((one, other) => other.rank - one.rank)
    .map(({ result }) => result)
  const totalPages = Math.max(1, Math.ceil(ranked.length / limit))
  return {
    docs: ranked.slice((page - 1) * limit, page * limit),
    hasNextPage: page < totalPages,
    limit,
    page,
    totalDocs: ranked.length,
    totalPages,
  }
}

/**
 * The words that are looked for, folded.
 *
 * @param name of the parameter that they were sent in.
 * @throws 400 with one sentence.
 */
export const wordsOf = (req: PayloadRequest, name: string, text: string): string[] => {
  const words = text.length <= limits.characters ? [...new Set(fold(text).split(' '))] : []
  const long = words.filter((word) => word.length > 1)
  if (long.length === 0 || long.length > limits.words) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: `„${name}“ braucht ein bis ${limits.words} Wörter aus mindestens zwei Buchstaben, zusammen höchstens ${limits.characters} Zeichen.`,
      en: `"${name}" needs one to ${limits.words} words of at least two letters, at most ${limits.characters} characters in all.`,
    })
  }
  return long
}

const places = ['searchCommon', 'searchText', `searchText.${defaultLocale}`]

/**
 * The condition that a published document holds all words, in the language of the query or in German. Only the server
 * may ask it: nobody else reads what it compares.
 */
export const holdsWords = (words: string[]): Where => ({
  and: [
    published,
    ...words.map((word) => ({ or: places.map((place) => ({ [place]: { contains: word } })) })),
  ],
})

/** In which language results are, and what fills the gaps of it. */
type Languages = { fallbackLocale: LocaleCode | false; locale: LocaleCode }

const findIn = async (
  req: PayloadRequest,
  {
    collection,
    words,
    ...languages
  }: { collection: LinkableCollection; words: string[] } & Languages,
): Promise<SearchResult[]> => {
  return readResults(req, { collection, where: holdsWords(words), ...languages })
}

/** Says of each result which of its texts are not in the language that was asked for. */
const markResults = async (
  req: PayloadRequest,
  results: SearchResult[],
  { fallbackLocale, locale }: Languages,
): Promise<SearchResult[]> => {
  if (fallbackLocale === false || fallbackLocale === locale) {
    return results.map((result) => ({ ...result, fallbacks: {} }))
  }
  const own: SearchResult[] = []
  for (const collection of new Set(results.map((result) => result.collection))) {
    const ids = results.filter((result) => result.collection === collection).map(({ id }) => id)
    const where: Where = { and: [published, { id: { in: ids } }] }
    own.push(...(await readResults(req, { collection, fallbackLocale: false, locale, where })))
  }
  return results.map((result) => {
    const inOwn = own.find(
      ({ collection, id }) => collection === result.collection && id === result.id,
    )
    const gaps = (['title', 'excerpt'] as const).filter(
      (name) => inOwn && !isGap(result[name]) && isGap(inOwn[name]),
    )
    return { ...result, fallbacks: Object.fromEntries(gaps.map((name) => [name, fallbackLocale])) }
  })
}

const readResults = async (
  { payload }: PayloadRequest,
  {
    collection,
    fallbackLocale,
    locale,
    where,
  }: { collection: LinkableCollection; where: Where } & Languages,
): Promise<SearchResult[]> => {
  const { admin, custom } = payload.collections[collection].config
  const { excerpt } = custom?.searched as Searched
  const title = admin.useAsTitle as string
  const { docs } = await payload.find({
    collection,
    depth: 0,
    fallbackLocale,
    limit: limits.ranked,
    locale,
    pagination: false,
    select: {
      [excerpt]: true,
      slug: true,
      [title]: true,
      ...(collection === 'pages' && { path: true }),
    },
    where,
  })
  return (docs as unknown as Record<string, unknown>[]).map((doc) => {
    const path = pathOf(collection, doc) ?? ''
    return {
      collection,
      excerpt: (doc[excerpt] as string | undefined) ?? null,
      id: String(doc.id),
      path,
      slug: String(doc.slug),
      title: (doc[title] as string | undefined) ?? '',
      url: urlInLocale(environment.siteURL, path, locale),
    }
  })
}

/** How well a title fits: a whole word counts more than the beginning of one, that more than a part. */
const rankOf = (title: string, words: string[]): number => {
  const folded = ` ${fold(title)} `
  return words
    .map((word) => [` ${word} `, ` ${word}`, word].findIndex((part) => folded.includes(part)))
    .reduce((sum, place) => sum + (place === -1 ? 0 : 3 - place), 0)
}
