import { publicFields } from '../../access/publicFields.ts'
import { environment } from '../../environment.ts'

type Headers = { [name: string]: string | string[] | undefined }

/** What of a request decides on its reply, when nobody is signed in. */
export type PublicRequest = {
  headers: Record<string, string>
  /** Requests with the same key get the same reply. */
  key: string
  url: string
}

/** Ways of one request below `/api` whose replies everybody may get, beside the content itself. */
const described = /^\/api\/(?:docs|feed\/\w+|openapi\.json|search|sitemap|vocabularies)$/

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
): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !hasCredentials(headers) &&
  (content.test(path) || described.test(path))

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
  const mark = url.indexOf('?')
  const path = mark === -1 ? url : url.slice(0, mark)
  if (!isPublicRead({ headers, method }, path)) {
    return undefined
  }
  return withHeaders(mark === -1 ? path : `${path}?${canonicalQuery(url.slice(mark))}`, headers)
}

/**
 * The request that everybody who sends a GraphQL query without a key is taken to have sent.
 *
 * @param body as it was sent.
 */
export const publicGraphQLOf = (headers: Headers, body: string): PublicRequest => {
  const accept = /application\/graphql-response\+json/.exec(String(headers.accept ?? ''))?.[0]
  const request = withHeaders('/api/graphql', headers)
  return {
    ...request,
    headers: {
      ...request.headers,
      Accept: accept ?? 'application/json',
      'Content-Type': 'application/json',
    },
    key: `${request.key} ${accept ?? ''} ${body}`,
  }
}

const withHeaders = (url: string, headers: Headers): PublicRequest => {
  const allowed = environment.allowedOrigins.find((each) => each === headers.origin)
  return {
    headers: {
      // The language of refusals, which are not kept.
      'Accept-Language': String(headers['accept-language'] ?? ''),
      ...(allowed && { Origin: allowed }),
    },
    key: `${allowed ?? ''} ${url}`,
    url: `${base}${url}`,
  }
}

/** The order of parameters means nothing, that of values with the same name does. */
const canonicalQuery = (search: string): string => {
  const parameters = new URLSearchParams(search)
  parameters.sort()
  return parameters.toString()
}

/** Whether a request carries a key or a sign-in, valid or not. */
export const hasCredentials = ({ authorization, cookie }: Headers): boolean =>
  authorization !== undefined || hasSessionCookie(String(cookie ?? ''))

export const hasSessionCookie = (cookie: string): boolean => cookie.includes('payload-token=')
