import { filters } from '../addresses/filters.ts'
import type { LocaleCode } from '../addresses/localeOf.ts'
import { pathInLocale } from '../addresses/paths.ts'
import { decoded } from '../lib/urlPath.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'

/** What of a request decides on its page: everything else is dropped. */
export type Asked = {
  /** The address as it should be; another one is redirected to it. */
  href: string
  /** Whether the request came with another address than `href`. */
  isElsewhere: boolean
  locale: LocaleCode
  /** Without language, decoded. */
  path: string
  query: Query
}

/** Parameters of a list that are valid, page 1 left out. */
export type Query = Partial<Record<string, string>>

const longest = { path: 500, q: 100 }
const mostPages = 1000

/** The filters of the directory, in the order of its form. */
export const partnerFilters = ['district', 'kind', 'service', 'language'] as const

const parameters: Record<string, readonly string[]> = {
  '/aktuelles': ['topic', 'page'],
  '/partner': [...partnerFilters, 'targetGroup', 'page'],
  '/suche': ['q', 'page'],
}

const collectionAt: Record<string, string> = { '/aktuelles': 'news', '/partner': 'partners' }

/**
 * Reads the address of a request: path, language and the parameters that its page knows.
 *
 * @param url path and query, as they came.
 * @returns undefined where there can be no such page.
 */
export const askedOf = (url: string): Asked | undefined => {
  const [rawPath = '', ...rest] = url.split('?')
  const given = decoded(rawPath)
  if (
    given === undefined ||
    given.length > longest.path ||
    !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(given)
  ) {
    return undefined
  }
  const [first = '', ...others] = given.split('/').slice(1)
  const locale = locales.find(({ code }) => code === first)?.code
  const path = `/${(locale ? others : [first, ...others]).join('/')}`.replace(/\/+$/, '') || '/'
  if (path.includes('//')) {
    return undefined
  }
  const query = queryOf(path, new URLSearchParams(rest.join('?')))
  const asked = { locale: locale ?? defaultLocale, path, query }
  return {
    ...asked,
    href: hrefOf(asked),
    isElsewhere: pathInLocale(path, asked.locale) !== given,
  }
}

/** The address of a page. */
export const hrefOf = ({
  locale,
  path,
  query = {},
}: {
  locale: LocaleCode
  path: string
  query?: Query
}): string => {
  const sent = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  sent.sort()
  return `${encodeURI(pathInLocale(path, locale))}${sent.size > 0 ? `?${sent}` : ''}`
}

const queryOf = (path: string, sent: URLSearchParams): Query =>
  Object.fromEntries(
    (parameters[path] ?? [])
      .map((name) => [name, valueOf(path, name, sent.get(name)?.trim() ?? '')])
      .filter(([, value]) => value !== undefined),
  ) as Query

const valueOf = (path: string, name: string, value: string): string | undefined => {
  if (name === 'page') {
    return /^[1-9]\d{0,3}$/.test(value) && Number(value) > 1 && Number(value) <= mostPages
      ? value
      : undefined
  }
  if (name === 'q') {
    return value.replaceAll(/\p{Cc}/gu, ' ').slice(0, longest.q) || undefined
  }
  const codes = filters[collectionAt[path] ?? '']?.[name]?.codes
  return codes?.some((code) => code.value === value) ? value : undefined
}

/** The page of a list. */
export const pageOf = ({ page }: Query): number => Number(page ?? 1)
