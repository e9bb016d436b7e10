import { defaultLocale, locales } from './vocabularies/locales.ts'

type Linkable = {
  breadcrumbs?: { url?: null | string }[] | null
  slug?: null | string
}

const folders = { news: '/aktuelles', partners: '/partner', standards: '/standards' } as const

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

/**
 * The path of a document on a website that follows the suggested addresses, which redirects are
 * written for: `/koordinierungsstelle` for a page, `/` for the one that it starts with, `/partner/…` for a partner.
 *
 * @returns undefined as long as the document has no slug.
 */
export const pathOf = (collection: LinkableCollection, doc: Linkable): string | undefined => {
  if (!doc.slug) {
    return undefined
  }
  if (collection !== 'pages') {
    return `${folders[collection]}/${doc.slug}`
  }
  const path = doc.breadcrumbs?.at(-1)?.url ?? `/${doc.slug}`
  return path === `/${startSlug}` ? '/' : path
}

/** A path in another language than the default: `/en/aktuelles/…`. */
export const pathInLocale = (path: string, locale: string): string =>
  locale === defaultLocale ? path : `/${locale}${path === '/' ? '' : path}`
