/** @jsxImportSource hono/jsx */
import type { Where } from 'payload'

import { PayloadSDKError } from '@payloadcms/sdk'

import { linkableCollections, pathInLocale, translatedField } from '../../addresses/paths.ts'
import type { SearchResults } from '../../addresses/searchResults.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import type { Asked } from '../asked.ts'
import { pageOf } from '../asked.ts'
import type { Reader } from '../cms.ts'
import { noFallback } from '../cms.ts'
import { Pagination } from '../components/Pagination.tsx'
import { SearchForm } from '../components/SearchForm.tsx'
import { markGerman } from '../language.ts'
import type { View } from '../view.ts'
import { isBeyond } from './partners.tsx'

/** The search form and its results. */
export const searchView = async (reader: Reader, asked: Asked): Promise<View> => {
  const { locale, say } = reader
  const { q } = asked.query
  const results = q === undefined ? undefined : await findByWords(reader, asked)
  const translated = results ? await translatedOf(reader, results) : new Set<string>()
  return {
    breadcrumbs: [{ label: say.search }],
    content: (
      <>
        <h1>{say.search}</h1>
        <SearchForm q={q} reader={reader} />
        {q !== undefined && !results && <p class="results">{say.searchUnclear}</p>}
        {results && (
          <p class="results">
            <strong>{say.results(results.totalDocs)}</strong>{' '}
            {results.totalDocs === 0 && say.searchNothing}
          </p>
        )}
        <ul class="cards">
          {results?.docs.map(({ collection, excerpt, id, path, title }) => (
            <li>
              <p class="quiet">{nameOf(reader, collection)}</p>
              <h2 {...markGerman(reader, collection !== 'partners' && translated.has(id))}>
                <a href={pathInLocale(path, locale)}>{title}</a>
              </h2>
              {excerpt && <p {...markGerman(reader, translated.has(id))}>{excerpt}</p>}
            </li>
          ))}
        </ul>
        {results && <Pagination asked={asked} reader={reader} totalPages={results.totalPages} />}
      </>
    ),
    status: results && isBeyond(asked, results.totalPages) ? 404 : 200,
    title: say.search,
  }
}

/** @returns undefined if there are too many words, or they are too short. */
const findByWords = async (
  { cms, locale }: Reader,
  { query }: Asked,
): Promise<SearchResults | undefined> => {
  const sent = new URLSearchParams({
    locale,
    page: String(pageOf(query)),
    q: query.q ?? '',
  })
  try {
    const response = await cms.request({ method: 'GET', path: `/search?${sent}` })
    return (await response.json()) as SearchResults
  } catch (error) {
    if (error instanceof PayloadSDKError && error.status === 400) {
      return undefined
    }
    throw error
  }
}

/** The ids of results that are available in the reader's language. */
const translatedOf = async (
  { cms, locale }: Reader,
  { docs }: SearchResults,
): Promise<Set<string>> => {
  if (locale === defaultLocale) {
    return new Set()
  }
  const found = await Promise.all(
    linkableCollections.map(async (collection) => {
      const ids = docs.filter((doc) => doc.collection === collection).map(({ id }) => id)
      const where: Where = { id: { in: ids } }
      const field = translatedField[collection]
      return ids.length === 0
        ? []
        : (
            await cms.find({
              collection,
              depth: 0,
              fallbackLocale: noFallback,
              limit: ids.length,
              locale,
              pagination: false,
              select: { [field]: true } as never,
              where,
            })
          ).docs.filter((doc) => (doc as unknown as Record<string, unknown>)[field])
    }),
  )
  return new Set(found.flat().map(({ id }) => id as string))
}

const nameOf = ({ say }: Reader, collection: SearchResults['docs'][number]['collection']) =>
  ({ news: say.news, pages: say.pages, partners: say.partners, standards: say.standards })[
    collection
  ]
