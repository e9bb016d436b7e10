import type { SanitizedConfig } from 'payload'

import { getPayload, handleEndpoints } from 'payload'

import { environment } from '../environment.ts'
import { publicCacheControl } from '../http/cache/reply.ts'
import { holdBack, waitToAsk } from '../http/limits/rateLimits.ts'
import { securityHeaders } from '../http/securityHeaders.ts'
import { retryAfterSeconds } from '../http/tellOutage.ts'
import type { Asked } from '../site/asked.ts'
import { answerAsset } from '../site/assets.ts'
import type { Source } from '../site/cms.ts'
import { contentSecurityPolicy, failure, pageOrRedirect, tooManyRequests } from '../site/page.ts'
import { previewOf } from '../site/preview.ts'
import { defaultLocale } from '../vocabularies/locales.ts'

/** The API of this process, called without the network. */
const sourceOf = (config: Promise<SanitizedConfig>): Source => ({
  baseURL: 'http://localhost/api',
  fetch: (url, init) => handleEndpoints({ config, request: new Request(url, init) }),
  siteURL: environment.siteURL,
})

/** The page for an address that cannot exist. */
const nowhere: Asked = {
  href: '/',
  isElsewhere: false,
  locale: defaultLocale,
  path: '',
  query: {},
}

type Asking = {
  /** undefined if there can be no such page. */
  asked: Asked | undefined
  /** Whom the request counts for, such as an IP address. */
  client: string
  config: Promise<SanitizedConfig>
}

/** Answers a GET of the website: a page, a redirect, or one of its files. */
export const answerSite = async ({
  asked = nowhere,
  config,
}: Omit<Asking, 'client'>): Promise<Response> => {
  return leave(answerAsset(asked.path) ?? (await answerPage({ asked, config })))
}

/** Counts a request for a page. @returns the refusal, if its client may ask no more. */
export const refusalOfPage = async ({
  asked = nowhere,
  client,
  config,
}: Asking): Promise<Response | undefined> => {
  const payload = await getPayload({ config })
  const wait = answerAsset(asked.path)
    ? 0
    : await waitToAsk({ payload, what: 'reads', who: client })
  if (wait === 0) {
    return undefined
  }
  await holdBack()
  return leave(await tooManyRequests(asked.locale, wait))
}

const leave = (response: Response): Response =>
  withHeaders(response, {
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
  config,
}: {
  asked: Asked
  config: Promise<SanitizedConfig>
}): Promise<Response> => {
  const payload = await getPayload({ config })
  try {
    return await pageOrRedirect(sourceOf(config), asked)
  } catch (err) {
    payload.logger.error({ err, msg: 'A page of the website could not be shown.' })
    return failure(
      asked.locale,
      isOutage(err) ? { retryAfter: retryAfterSeconds.gone, status: 503 } : { status: 500 },
    )
  }
}

/** Whether the API, from which the website reads, has reported an outage. */
const isOutage = (error: unknown): boolean => (error as { status?: unknown }).status === 503

/**
 * Answers a preview.
 *
 * @param request as it came through the door of the API (`enter`).
 */
export const answerPreview = async ({
  config,
  request,
}: {
  config: Promise<SanitizedConfig>
  request: Request
}): Promise<Response> =>
  withHeaders(await previewOf(sourceOf(config), request), {
    ...securityHeaders(),
    'Cache-Control': 'private, no-store',
    // The script of the preview requests the page again.
    'Content-Security-Policy': `${contentSecurityPolicy}; connect-src 'self'`,
    'Content-Type': 'text/html; charset=utf-8',
    'X-Robots-Tag': 'noindex',
  })

const withHeaders = (response: Response, headers: Record<string, string>): Response => {
  for (const [name, value] of Object.entries(headers)) {
    response.headers.set(name, value)
  }
  return response
}
