import { isLegalSlug } from '../addresses/legalPages.ts'
import type { LocaleCode } from '../addresses/localeOf.ts'
import {
  documentPathOf,
  isListPath,
  pathOf,
  redirectStatus,
  redirectStatusOf,
  startSlug,
} from '../addresses/paths.ts'
import { redirectTarget } from '../lib/safeLink.ts'
import type { Redirect } from '../payload-types.ts'
import type { Asked } from './asked.ts'
import { askedOf, hrefOf } from './asked.ts'
import type { Chrome } from './chrome.ts'
import { readChrome } from './chrome.ts'
import type { Found, Reader, Source } from './cms.ts'
import { readDocument, readerOf } from './cms.ts'
import { documentView } from './documentView.ts'
import { renderView } from './renderView.tsx'
import { texts } from './texts/index.ts'
import type { View } from './view.ts'
import { newsView } from './views/news.tsx'
import { notFilledInView, notFoundView } from './views/notices.tsx'
import { partnersView } from './views/partners.tsx'
import { plainPage } from './views/plainPage.tsx'
import { searchView } from './views/search.tsx'
import { standardsView } from './views/standards.tsx'
import { startView } from './views/start.tsx'

/** Nothing but what is named, and only from here. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

const html = (page: string, status: number, headers?: Record<string, string>): Response =>
  new Response(page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    status,
  })

const redirectTo = (location: string, status: 307 | 308 = redirectStatus): Response =>
  new Response(null, { headers: { Location: location }, status })

/** A page of the website, or a redirect. Nobody is known here: it is the same for everybody. */
export const pageOrRedirect = async (source: Source, asked: Asked): Promise<Response> => {
  const reader = await readerOf(source, asked.locale)
  if (asked.isElsewhere) {
    return redirectTo(asked.href)
  }
  if (asked.path === `/${startSlug}`) {
    return redirectTo(hrefOf({ locale: asked.locale, path: '/' }))
  }
  const [chrome, found] = await Promise.all([readChrome(reader), documentAt(reader, asked.path)])
  const view = await viewOf(reader, asked, chrome, found)
  if (!view) {
    const moved = await newAddressOf(reader, asked)
    if (moved?.location !== undefined) {
      return redirectTo(moved.location, moved.status)
    }
  }
  const shown = view ?? notFoundView(reader, chrome)
  return html(await renderView(reader, { asked, chrome, view: shown }), shown.status ?? 200)
}

/** Slugs, and nothing that a database would have to be asked for in vain. */
const slugs = /^(?:\/[a-z0-9-]+)+$/

/** The published document with exactly this address. */
const documentAt = async (reader: Reader, path: string): Promise<Found | undefined> => {
  if (path !== '/' && (isListPath(path) || !slugs.test(path))) {
    return undefined
  }
  return readDocument(reader, documentPathOf(path).collection, path)
}

/** What is shown to a client that has asked too often, and may again in so many seconds. */
export const tooManyRequests = async (locale: LocaleCode, wait: number): Promise<Response> => {
  const say = texts[locale]
  const page = await plainPage(locale, say.tooMany, say.tooManyText(wait))
  return html(page, 429, { 'Retry-After': String(wait) })
}

/** @param status 503 with the seconds to wait, or 500. */
export const failure = async (
  locale: LocaleCode,
  { retryAfter, status }: { retryAfter?: number; status: 500 | 503 },
): Promise<Response> => {
  const say = texts[locale]
  const page = await plainPage(locale, say.broken, say.brokenText)
  return html(page, status, retryAfter ? { 'Retry-After': String(retryAfter) } : undefined)
}

/** undefined: there is no such page. */
const viewOf = (
  reader: Reader,
  asked: Asked,
  chrome: Chrome,
  found: Found | undefined,
): Promise<View> | View | undefined => {
  if (found) {
    return documentView(reader, chrome, found)
  }
  switch (asked.path) {
    case '/':
      return startView(reader, chrome, undefined)
    case '/aktuelles':
      return newsView(reader, asked)
    case '/partner':
      return partnersView(reader, asked)
    case '/standards':
      return standardsView(reader)
    case '/suche':
      return searchView(reader, asked)
    default: {
      const slug = asked.path.slice(1)
      return isLegalSlug(slug) ? notFilledInView(reader, slug) : undefined
    }
  }
}

/** Where something is that had this address before. */
const newAddressOf = async (
  { cms, locale }: Reader,
  { path }: Asked,
): Promise<{ location: string | undefined; status: 307 | 308 } | undefined> => {
  const { docs } = await cms.find({
    collection: 'redirects',
    depth: 1,
    limit: 1,
    where: { from: { in: [path, `${path}/`] } },
  })
  const [redirect] = docs
  return (
    redirect && {
      location: locationOf(redirect, { locale, path }),
      status: redirectStatusOf(redirect),
    }
  )
}

/** Where a redirect leads; undefined: to nothing, or back to where it comes from. */
const locationOf = (
  { to }: Redirect,
  { locale, path }: Pick<Asked, 'locale' | 'path'>,
): string | undefined => {
  if (to?.type === 'custom') {
    const url = redirectTarget(to.url)
    const isItself = url?.startsWith('/') && askedOf(url)?.path === path
    return isItself ? undefined : url
  }
  const { relationTo, value } = to?.reference ?? {}
  const own = relationTo && typeof value === 'object' ? pathOf(relationTo, value) : undefined
  return own && own !== path ? hrefOf({ locale, path: own }) : undefined
}
