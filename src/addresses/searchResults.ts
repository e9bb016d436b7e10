import type { LocaleCode } from './localeOf.ts'
import type { LinkableCollection } from './paths.ts'

/** A document that the search has found. */
export type SearchResult = {
  collection: LinkableCollection
  excerpt: null | string
  /** Only if it was asked for: which texts are not in the language that was asked for, and in which instead. */
  fallbacks?: { [text: string]: LocaleCode }
  id: string
  /** Without a language, the same in all of them. */
  path: string
  slug: string
  title: string
  url: string
}

/** One page of results, best first; `totalDocs` counts those that were ranked. */
export type SearchResults = {
  docs: SearchResult[]
  hasNextPage: boolean
  limit: number
  page: number
  totalDocs: number
  totalPages: number
}
