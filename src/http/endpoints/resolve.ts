import type { Endpoint, PayloadRequest } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import type { LocaleCode } from '../../addresses/localeOf.ts'
import { localeOf } from '../../addresses/localeOf.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import {
  documentPathOf,
  pathInLocale,
  pathOf,
  redirectStatus,
  redirectStatusOf,
  startSlug,
  urlInLocale,
  withoutLocale,
} from '../../addresses/paths.ts'
import { environment } from '../../environment.ts'
import { refusal } from '../../lib/refusal.ts'
import { redirectTarget } from '../../lib/safeLink.ts'
import { decoded, withoutEndingSlashes } from '../../lib/urlPath.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'

/** The longest address, in characters, as it is sent. */
const longest = 2_000

/**
 * `GET /api/resolve?path=/en/…`: what is at an address of the website. A document as by its id, with
 * `depth`, `select` and `populate` as there; or where the address leads: `{ redirect: { path, status, url } }`, `path`
 * only on the website. The language is that of the address, unless `locale` names another.
 *
 * @throws 400 for what is no path, 404 where nothing is.
 */
export const resolve: Endpoint = {
  handler: async (req) => {
    const place = withoutLocale(pathIn(req))
    const locale = req.searchParams.has('locale') ? localeOf(req) : (place.locale ?? defaultLocale)
    req.locale = locale
    const found = await documentAt(req, place.path)
    if (found) {
      return answer(req, found, locale)
    }
    const redirect = await redirectFrom(req, place.path, locale)
    if (redirect) {
      return Response.json({ redirect })
    }
    throw refusal(req, 404, {
      de: 'Unter dieser Adresse ist nichts veröffentlicht.',
      en: 'Nothing is published at this address.',
    })
  },
  method: 'get',
  path: '/resolve',
}

/** The path that is asked for: decoded, without query and anchor, and without a slash at its end. */
const pathIn = (req: PayloadRequest): string => {
  const asked = req.searchParams.get('path') ?? ''
  const [address = ''] = asked.length > longest ? [] : asked.split(/[?#]/)
  const path = withoutEndingSlashes(decoded(address)?.normalize('NFC') ?? '')
  if (!/^\/(?!\/)[^\\\p{Cc}]*$/u.test(path)) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: '„path“ ist der Pfad einer Seite und beginnt mit /, zum Beispiel path=/en/partner/polizei.',
      en: '"path" is the path of a page and begins with /, for example path=/en/partner/polizei.',
    })
  }
  return path
}

type Found = { collection: LinkableCollection; id: string; path: string }

const documentAt = async (req: PayloadRequest, path: string): Promise<Found | undefined> => {
  const { collection, field, value } = documentPathOf(path)
  const { docs } = await req.payload.find({
    ...asPerson(req),
    collection,
    depth: 0,
    limit: 1,
    pagination: false,
    select: {},
    where: { [field]: { equals: value } },
  })
  return docs[0] && { collection, id: docs[0].id, path }
}

/** The document as Payload's own route by id answers it. */
const answer = async (
  req: PayloadRequest,
  { collection, id, path }: Found,
  locale: LocaleCode,
): Promise<Response> => {
  const { endpoints } = req.payload.collections[collection].config
  const byID = (endpoints || []).find((each) => each.method === 'get' && each.path === '/:id')
  if (!byID) {
    throw new Error(`There is no route to read one of ${collection}.`)
  }
  req.routeParams = { collection, id }
  const response = await byID.handler(req)
  const doc = await response.text()
  return response.ok
    ? new Response(
        `${JSON.stringify({ collection, id, locale, ...addressOf(path, locale) }).slice(0, -1)},"doc":${doc}}`,
        response,
      )
    : new Response(doc, response)
}

const addressOf = (path: string, locale: LocaleCode): { path: string; url: string } => ({
  path: pathInLocale(path, locale),
  url: urlInLocale(environment.siteURL, path, locale),
})

/** Where an address leads that has no document of its own. */
const redirectFrom = async (
  req: PayloadRequest,
  path: string,
  locale: LocaleCode,
): Promise<{ path: null | string; status: number; url: string } | undefined> => {
  if (path === `/${startSlug}`) {
    return { ...addressOf('/', locale), status: redirectStatus }
  }
  const { docs } = await req.payload.find({
    ...asPerson(req),
    collection: 'redirects',
    depth: 1,
    limit: 1,
    pagination: false,
    where: { from: { in: [path, `${path}/`] } },
  })
  const { reference, type, url: stored } = docs[0]?.to ?? {}
  const status = redirectStatusOf(docs[0] ?? {})
  if (type === 'custom') {
    const url = redirectTarget(stored)
    const isOwn = url?.startsWith('/') ?? false
    return url === undefined || url === path
      ? undefined
      : { path: isOwn ? url : null, status, url: isOwn ? `${environment.siteURL}${url}` : url }
  }
  const target = reference && typeof reference.value === 'object' ? reference : undefined
  const own = target && pathOf(target.relationTo, target.value as { path?: string; slug?: string })
  return own === undefined || own === path ? undefined : { ...addressOf(own, locale), status }
}
