import type { Where } from 'payload'

import { PayloadSDK } from '@payloadcms/sdk'

import type { LocaleCode } from '../addresses/localeOf.ts'
import type { LinkableCollection } from '../addresses/paths.ts'
import { pathOf, translatedField } from '../addresses/paths.ts'
import type { Config } from '../payload-types.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'
import type { Texts } from './texts/index.ts'
import { texts } from './texts/index.ts'

type CMS = PayloadSDK<Config>

export type Collections = Config['collections']

/** Labels of coded terms, as `GET /api/vocabularies` gives them. */
type Labels = Record<string, { label: string; value: string }[]>

/** The reader's language, and the source of the content. */
export type Reader = {
  cms: CMS
  labels: Labels
  locale: LocaleCode
  say: Texts
  siteURL: string
}

/**
 * What was read, with German texts in the gaps of a language, and `own` without them: it tells which
 * texts are in the reader's language.
 */
export type Reading<Read> = { own: Read; shown: Read }

/** A document with an address on the website. */
export type Found<Slug extends LinkableCollection = LinkableCollection> = {
  collection: Slug
  /** The languages in which it is written. */
  locales: LocaleCode[]
  /** Without language. */
  path: string
} & Reading<Collections[Slug]>

/** The source of the content. With the global `fetch` and the URL of an API, it may be another machine. */
export type Source = {
  /** The URL of the API, without a trailing slash. */
  baseURL: string
  fetch: typeof fetch
  /** The URL of the website itself, without a trailing slash. */
  siteURL: string
}

/**
 * A client of the public API, like that of any frontend, without a key: so the website cannot show
 * anything that an anonymous reader must not see.
 */
export const readerOf = async (
  { baseURL, fetch, siteURL }: Source,
  locale: LocaleCode,
): Promise<Reader> => {
  const cms = new PayloadSDK<Config>({ baseURL, fetch })
  const response = await cms.request({ args: { locale }, method: 'GET', path: '/vocabularies' })
  return { cms, labels: (await response.json()) as Labels, locale, say: texts[locale], siteURL }
}

/** Makes the API leave gaps instead of German texts. The client's types allow only `false`, which it would not send. */
export const noFallback = 'none' as unknown as false

/** @param read asks with this `fallback-locale`. */
const readTwice = async <Read>(
  { locale }: Reader,
  read: (fallbackLocale?: false) => Promise<Read>,
): Promise<Reading<Read>> => {
  if (locale === defaultLocale) {
    const shown = await read()
    return { own: shown, shown }
  }
  const [shown, own] = await Promise.all([read(), read(noFallback)])
  return { own, shown }
}

export const readGlobal = <Slug extends 'emergency' | 'navigation' | 'site'>(
  reader: Reader,
  slug: Slug,
): Promise<Reading<Config['globals'][Slug]>> =>
  readTwice(
    reader,
    (fallbackLocale) =>
      reader.cms.findGlobal({ slug, depth: 1, fallbackLocale, locale: reader.locale }) as Promise<
        Config['globals'][Slug]
      >,
  )

type List<Doc> = { docs: Reading<Doc>[]; totalDocs: number; totalPages: number }

type Find<Slug extends LinkableCollection> = Pick<
  Parameters<CMS['find']>[0],
  'depth' | 'limit' | 'page' | 'pagination' | 'where'
> & { collection: Slug; sort?: string }

/** A page of a list. */
export const readList = async <Slug extends LinkableCollection>(
  reader: Reader,
  { collection, depth = 0, limit, page, pagination, sort, where }: Find<Slug>,
): Promise<List<Collections[Slug]>> => {
  const { own, shown } = await readTwice(reader, (fallbackLocale) =>
    reader.cms.find({
      collection,
      depth,
      fallbackLocale,
      limit,
      locale: reader.locale,
      page,
      pagination,
      sort,
      where,
    }),
  )
  const docsOf = ({ docs }: typeof own) => docs as unknown as Collections[Slug][]
  return {
    docs: docsOf(shown).map((doc) => ({
      // If they are sorted by a text, the two lists may have different orders.
      own: docsOf(own).find(({ id }) => id === doc.id) ?? doc,
      shown: doc,
    })),
    totalDocs: shown.totalDocs,
    totalPages: shown.totalPages,
  }
}

/** The API returns at most so many documents for a request. */
const pageSize = 100

/** Reads a whole list, in pages. */
export const readWholeList = async <Slug extends LinkableCollection>(
  reader: Reader,
  { sort, ...find }: Omit<Find<Slug>, 'limit' | 'page'> & { sort: string },
): Promise<Reading<Collections[Slug]>[]> => {
  const docs: Reading<Collections[Slug]>[] = []
  for (let page = 1, totalPages = 1; page <= totalPages; page += 1) {
    // Also by id, since documents with equal values could change places from page to page.
    const list = await readList(reader, { ...find, limit: pageSize, page, sort: `${sort},id` })
    docs.push(...list.docs)
    totalPages = list.totalPages
  }
  return docs
}

/** The published document at a path; undefined if there is none. */
export const readDocument = async <Slug extends LinkableCollection>(
  reader: Reader,
  collection: Slug,
  path: string,
): Promise<Found<Slug> | undefined> => {
  const where: Where =
    collection === 'pages'
      ? { path: { equals: path } }
      : { slug: { equals: path.split('/').at(-1) } }
  // Neither to be counted, nor to be ordered by a text.
  const only = { collection, limit: 1, pagination: false, sort: 'id', where }
  const [{ docs }, languages] = await Promise.all([
    readList(reader, { ...only, depth: 1 }),
    reader.cms.find({
      ...only,
      depth: 0,
      locale: 'all',
      select: { [translatedField[collection]]: true } as never,
    }),
  ])
  const [reading] = docs
  const [inAll] = languages.docs as unknown as Record<string, Record<string, unknown> | undefined>[]
  return reading && pathOf(collection, reading.shown) === path
    ? {
        ...reading,
        collection,
        locales: locales
          .map(({ code }) => code)
          .filter((code) => code === defaultLocale || inAll?.[translatedField[collection]]?.[code]),
        path,
      }
    : undefined
}
