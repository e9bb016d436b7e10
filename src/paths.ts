import { defaultLocale } from './vocabularies/locales.ts'

type Linkable = {
  breadcrumbs?: { url?: null | string }[] | null
  slug?: null | string
}

const folders = { news: '/aktuelles', partners: '/partner', standards: '/standards' } as const

/** Collections whose documents have an address on a website. */
export type LinkableCollection = 'pages' | keyof typeof folders

export const linkableCollections: LinkableCollection[] = ['pages', 'partners', 'standards', 'news']

/**
 * The path of a document on a website that follows the suggested addresses, which redirects are
 * written for: `/koordinierungsstelle` for a page, `/partner/…` for a partner.
 *
 * @returns undefined as long as the document has no slug.
 */
export const pathOf = (collection: LinkableCollection, doc: Linkable): string | undefined => {
  if (!doc.slug) {
    return undefined
  }
  return collection === 'pages'
    ? (doc.breadcrumbs?.at(-1)?.url ?? `/${doc.slug}`)
    : `${folders[collection]}/${doc.slug}`
}

/** A path in another language than the default: `/en/aktuelles/…`. */
export const pathInLocale = (path: string, locale: string): string =>
  locale === defaultLocale ? path : `/${locale}${path}`
