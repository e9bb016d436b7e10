import { LRUCache } from 'lru-cache'

import { publicFields } from '../../access/publicFields.ts'
import { environment } from '../../environment.ts'
import { asksForProblem, problemType } from '../problem.ts'

type Headers = { [name: string]: string | string[] | undefined }

/** What of a request decides on its reply, when nobody is signed in. */
export type PublicRequest = {
  headers: Record<string, string>
  /** Requests with the same key get the same reply. */
  key: string
  url: string
}

/** Ways of one request below `/api` whose replies everybody may get, beside the content itself. */
const described =
  /^\/api\/(?:bundle|changes|docs|feed\/\w+|graphql|hsds(?:\/|\/\w+(?:\/[0-9A-Fa-f-]{36})?)?|openapi\.json|resolve|schema\.graphql|search|sitemap|types\.d\.ts|vocabularies)$/

/** Lists, counts, documents by id, and globals: what else a collection has routes for is nobody's to keep. */
const content = new RegExp(
  `^/api/(?:globals/)?(?:${Object.keys(publicFields).join('|')})(?:/(?:count|[0-9A-Fa-f-]{24,36}))?$`,
)

/**
 * Whether everybody may get the reply to a request, if it succeeds: a read of something public, by somebody
 * who sends neither a key nor a sign-in. The cache of the server and the headers for others both follow it.
 *
 * @param path without the query.
 */
export const isPublicRead = (
  { headers, method }: { headers: Headers; method?: string },
  path: string,
): boolean => isRead(method) && !hasCredentials(headers) && isPublicPath(path)

const isRead = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD'

const isPublicPath = (path: string): boolean => content.test(path) || described.test(path)

/** Only the path and the query are used. */
const base = 'http://localhost'

/**
 * The request that everybody who asks for a public reply is taken to have sent: the same parameters in
 * the same order, and no headers of theirs but the origin of a website that may read the API.
 *
 * @returns undefined for anything else, and for whoever sends a key or a sign-in.
 */
export const publicRequestOf = ({
  headers,
  method,
  url = '',
}: {
  headers: Headers
  method?: string
  url?: string
}): PublicRequest | undefined => {
  const read = isRead(method) && !hasCredentials(headers) ? publicURLOf(url) : ''
  return read === '' ? undefined : asPublicRead(read, headers)
}

/** The public URLs that were asked last, as they came: to take one apart costs the tenth part of a kept reply. */
const publicURLs = new LRUCache<string, string>({ max: 1_000 })

/** Longer ones, in characters, are hardly asked again. */
const longestKept = 1_000

/**
 * The URL of something public as everybody is taken to have written it; empty for anything else, and for a question
 * that names how old its reply may be: whether there is such a revision is asked at the door, of whom may ask.
 */
const publicURLOf = (url: string): string => {
  const known = publicURLs.get(url)
  if (known !== undefined) {
    return known
  }
  const mark = url.indexOf('?')
  const path = mark === -1 ? url : url.slice(0, mark)
  if (!isPublicPath(path)) {
    return ''
  }
  const parameters = new URLSearchParams(mark === -1 ? '' : url.slice(mark))
  const query = canonicalQuery(parameters)
  const publicURL = parameters.has('revision') ? '' : query === '' ? path : `${path}?${query}`
  if (url.length <= longestKept) {
    publicURLs.set(url, publicURL)
  }
  return publicURL
}

/**
 * The request that everybody who sends a GraphQL query without a key is taken to have sent.
 *
 * @param body as it was sent.
 */
export const publicGraphQLOf = (headers: Headers, body: string): PublicRequest => {
  const request = asGraphQL('/api/graphql', headers)
  return {
    ...request,
    headers: { ...request.headers, 'Content-Type': 'application/json' },
    key: `${request.key} ${body}`,
  }
}

const asPublicRead = (url: string, headers: Headers): PublicRequest =>
  url.startsWith('/api/graphql?') ? asGraphQL(url, headers) : withHeaders(url, headers)

/** A GraphQL request, which says which of two media types it wants. */
const asGraphQL = (url: string, headers: Headers): PublicRequest => {
  const accept = /application\/graphql-response\+json/.exec(String(headers.accept ?? ''))?.[0]
  const request = withHeaders(url, headers)
  return {
    ...request,
    headers: { ...request.headers, Accept: accept ?? 'application/json' },
    key: `${request.key} ${accept ?? ''}`,
  }
}

const withHeaders = (url: string, headers: Headers): PublicRequest => {
  const allowed = allowedOrigin(headers.origin)
  return {
    headers: {
      // The language and the form of refusals, which are not kept.
      'Accept-Language': String(headers['accept-language'] ?? ''),
      ...(asksForProblem(headers.accept) && { Accept: problemType }),
      ...(allowed && { Origin: allowed }),
    },
    key: `${allowed ?? ''} ${url}`,
    url: `${base}${url}`,
  }
}

/** The origin of a request, if its scripts may read the API. */
export const allowedOrigin = (origin: unknown): string | undefined =>
  environment.allowedOrigins.find((each) => each === origin)

/** The order of parameters means nothing, that of values with the same name does. */
const canonicalQuery = (parameters: URLSearchParams): string => {
  for (const name of [...parameters.keys()].filter(isTracking)) {
    parameters.delete(name)
  }
  parameters.sort()
  return parameters.toString()
}

/** Whether a parameter asks for nothing: where a visitor came from, and what keeps caches from answering. */
export const isTracking = (name: string): boolean => /^(?:_|utm_\w*)$/.test(name)

/** Whether a request carries a key or a sign-in, valid or not. */
export const hasCredentials = ({ authorization, cookie }: Headers): boolean =>
  authorization !== undefined || hasSessionCookie(String(cookie ?? ''))

export const hasSessionCookie = (cookie: string): boolean => cookie.includes('payload-token=')
