import { defaultLocale, locales } from '../vocabularies/locales.ts'

type Linkable = { path?: null | string; slug?: null | string }

const folders = { news: '/aktuelles', partners: '/partner', standards: '/standards' } as const

/** The status of a redirect to the one address of something: that does not change. */
export const redirectStatus = 308

/** The status of a redirect that is stored: permanent, unless it says otherwise. */
export const redirectStatusOf = ({ type }: { type?: null | string }): 307 | 308 =>
  type === '307' ? 307 : redirectStatus

/** The slug of the page that the website starts with. */
export const startSlug = 'startseite'

/** First parts of addresses that belong to something else, so no page of the first level has them. */
export const reservedSlugs: readonly string[] = [
  'admin',
  'api',
  'suche',
  'vorschau',
  ...Object.values(folders).map((folder) => folder.slice(1)),
  ...locales.map(({ code }) => code),
]

/** Collections whose documents have an address on a website. */
export type LinkableCollection = 'pages' | keyof typeof folders

export const linkableCollections: LinkableCollection[] = ['pages', 'partners', 'standards', 'news']

/** Collections whose documents have a file, which has an address of its own. */
export const fileCollections = ['documents', 'media'] as const

/** The field that shows in which languages a document is written. */
export const translatedField = {
  news: 'title',
  pages: 'title',
  partners: 'description',
  standards: 'title',
} as const satisfies Record<LinkableCollection, string>

/**
 * The path of a document on a website that follows the suggested addresses, which redirects are
 * written for: `/koordinierungsstelle` for a page, `/` for the one that it starts with, `/partner/…` for a partner.
 *
 * @returns undefined as long as the document has no slug.
 */
export const pathOf = (
  collection: LinkableCollection,
  { path, slug }: Linkable,
): string | undefined =>
  collection === 'pages' ? (path ?? undefined) : slug ? `${folders[collection]}/${slug}` : undefined

/** Addresses of the website that are no documents: lists, and the search. */
const listPaths: readonly string[] = ['/', '/suche', ...Object.values(folders)]

/** Whether there is something at an address whatever the content is. */
export const isListPath = (path: string): boolean => listPaths.includes(path)

/** Which document a path could be of: its collection, and the field and value to find it by. */
export const documentPathOf = (
  path: string,
): { collection: LinkableCollection; field: 'path' | 'slug'; value: string } => {
  const [, first = '', slug = '', ...rest] = path.split('/')
  const collection = linkableCollections.find(
    (each) => each !== 'pages' && folders[each] === `/${first}`,
  )
  return collection && slug && rest.length === 0
    ? { collection, field: 'slug', value: slug }
    : { collection: 'pages', field: 'path', value: path }
}

/** A path without the language in front of it, and that language, if there is one. */
export const withoutLocale = (
  path: string,
): { locale: (typeof locales)[number]['code'] | undefined; path: string } => {
  const [, first = ''] = path.split('/')
  const locale = locales.find(({ code }) => code === first)?.code
  return { locale, path: locale ? path.slice(locale.length + 1) || '/' : path }
}

/** The path of a page below another one; `above` is undefined on the first level. */
export const pathBelow = (above: string | undefined, slug: string): string => {
  if (!above) {
    return slug === startSlug ? '/' : `/${slug}`
  }
  return `${above === '/' ? `/${startSlug}` : above}/${slug}`
}

/** The paths of the pages above a page, the highest first. */
export const pathsAbove = (path: string): string[] => {
  const steps = path.split('/').slice(1, -1)
  return steps
    .map((_, index) => `/${steps.slice(0, index + 1).join('/')}`)
    .map((above) => (above === `/${startSlug}` ? '/' : above))
}

/** A path in another language than the default: `/en/aktuelles/…`. */
export const pathInLocale = (path: string, locale: string): string =>
  locale === defaultLocale ? path : `/${locale}${path === '/' ? '' : path}`

/**
 * The web address of a path in a language.
 *
 * @param locale all of them: the default.
 */
export const urlInLocale = (
  siteURL: string,
  path: string,
  locale: null | string | undefined,
): string => `${siteURL}${pathInLocale(path, !locale || locale === 'all' ? defaultLocale : locale)}`
