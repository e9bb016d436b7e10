import type { SanitizedConfig } from 'payload'

import { getPayload } from 'payload'

import type { LinkableCollection } from '../../paths.ts'
import { publicCacheControl } from '../../delivery/reply.ts'
import { takePoint } from '../../limits/rateLimits.ts'
import { pathOf, startSlug } from '../../paths.ts'
import { securityHeaders } from '../../server/securityHeaders.ts'
import { waits } from '../../server/tellOutage.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import { answerAsset } from './assets.ts'
import type { Asked } from './asked.ts'
import { askedOf, hrefOf } from './asked.ts'
import type { Chrome } from './chrome.ts'
import { readChrome } from './chrome.ts'
import type { Found, Reader } from './cms.ts'
import { readDocument, readerOf } from './cms.ts'
import { documentView } from './documentView.ts'
import { isLegalSlug } from './legalPages.ts'
import { renderView } from './renderDocument.tsx'
import { safeLink } from '../../lib/safeLink.ts'
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

/** What somebody is shown who asks for an address that there cannot be. */
const nowhere: Asked = {
  href: '/',
  isElsewhere: false,
  locale: defaultLocale,
  path: '',
  query: {},
}

/**
 * Answers a GET of the website: a page, a redirect, or one of its files. Nobody is known here: it is
 * the same for everybody.
 *
 * @param asked undefined where there can be no such page.
 * @param client whom the request counts for, such as an address.
 */
export const answerSite = async ({
  asked = nowhere,
  client,
  config,
}: {
  asked: Asked | undefined
  client: string
  config: Promise<SanitizedConfig>
}): Promise<Response> => {
  const response = answerAsset(asked.path) ?? (await answerPage({ asked, client, config }))
  for (const [name, value] of Object.entries(headersOf(response))) {
    response.headers.set(name, value)
  }
  return response
}

const headersOf = (response: Response): Record<string, string> => ({
  ...securityHeaders(),
  'Cache-Control':
    response.headers.get('Cache-Control') ??
    (response.status === 200 ? publicCacheControl : 'no-store'),
  'Content-Security-Policy': contentSecurityPolicy,
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  Vary: 'Accept-Encoding',
})

const answerPage = async ({
  asked,
  client,
  config,
}: {
  asked: Asked
  client: string
  config: Promise<SanitizedConfig>
}): Promise<Response> => {
  const payload = await getPayload({ config })
  const say = texts[asked.locale]
  try {
    const wait = await takePoint({ payload, what: 'reads', who: client })
    if (wait > 0) {
      const page = await plainPage(asked.locale, say.tooMany, say.tooManyText(wait))
      return html(page, 429, { 'Retry-After': String(wait) })
    }
    return await pageOrRedirect(await readerOf(config, asked.locale), asked)
  } catch (err) {
    payload.logger.error({ err, msg: 'A page of the website could not be shown.' })
    const page = await plainPage(asked.locale, say.broken, say.brokenText)
    return isOutage(err) ? html(page, 503, { 'Retry-After': String(waits.gone) }) : html(page, 500)
  }
}

/** The website reads by the API, which says so. */
const isOutage = (error: unknown): boolean => (error as { status?: unknown }).status === 503

const html = (page: string, status: number, headers?: Record<string, string>): Response =>
  new Response(page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    status,
  })

const redirectTo = (location: string): Response =>
  new Response(null, { headers: { Location: location }, status: 308 })

const pageOrRedirect = async (reader: Reader, asked: Asked): Promise<Response> => {
  if (asked.isElsewhere) {
    return redirectTo(asked.href)
  }
  if (asked.path === `/${startSlug}`) {
    return redirectTo(hrefOf({ locale: asked.locale, path: '/' }))
  }
  const [chrome, found] = await Promise.all([readChrome(reader), documentAt(reader, asked.path)])
  const view = await viewOf(reader, asked, chrome, found)
  if (!view) {
    const location = await newAddressOf(reader, asked)
    if (location !== undefined) {
      return redirectTo(location)
    }
  }
  const shown = view ?? notFoundView(reader, chrome)
  return html(await renderView(reader, { asked, chrome, view: shown }), shown.status ?? 200)
}

const folders: Record<string, LinkableCollection> = {
  aktuelles: 'news',
  partner: 'partners',
  standards: 'standards',
}

/** Slugs, and nothing that a database would have to be asked for in vain. */
const slugs = /^(?:\/[a-z0-9-]+)+$/

/** The published document with exactly this address. */
const documentAt = async (reader: Reader, path: string): Promise<Found | undefined> => {
  if (path !== '/' && !slugs.test(path)) {
    return undefined
  }
  const [, first = '', second] = path.split('/')
  const folder = folders[first]
  if (folder && !second) {
    return undefined
  }
  return readDocument(reader, folder ?? 'pages', path)
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

/** An address as it may stand in a header, whatever was stored before addresses were checked. */
const customTarget = (stored: unknown): string | undefined => {
  const url = safeLink(stored)
  if (url && URL.canParse(url)) {
    return /^https?:/.test(url) ? new URL(url).href : undefined
  }
  return url?.startsWith('/') ? new URL(url, 'http://localhost').href.slice(16) : undefined
}

/** Where something is that had this address before. */
const newAddressOf = async (
  { cms, locale }: Reader,
  { path }: Asked,
): Promise<string | undefined> => {
  const { docs } = await cms.find({
    collection: 'redirects',
    depth: 1,
    limit: 1,
    where: { from: { in: [path, `${path}/`] } },
  })
  const target = docs[0]?.to
  if (target?.type === 'custom') {
    const url = customTarget(target.url)
    const isItself = url?.startsWith('/') && askedOf(url)?.path === path
    return isItself ? undefined : url
  }
  const { relationTo, value } = target?.reference ?? {}
  const own = relationTo && typeof value === 'object' ? pathOf(relationTo, value) : undefined
  return own && own !== path ? hrefOf({ locale, path: own }) : undefined
}
