import { environment } from '../environment.ts'
import { allowedOrigin, hasCredentials, isPublicRead } from './cache/publicRequest.ts'
import { methodList } from './methods.ts'

/** What scripts of other websites may send. */
const allowedHeaders = [
  'Accept',
  'Authorization',
  'Content-Type',
  'If-None-Match',
  'X-Payload-HTTP-Method-Override',
  'X-Request-Id',
  'X-Requested-With',
].join(', ')

/** What they may read, beside what browsers let them read anyway (https://fetch.spec.whatwg.org, CORS-safelisted). */
const exposedHeaders = 'ETag, Retry-After, X-Request-Id'

/** How long a browser may go without asking again, in seconds: a day. */
const maxAge = String(24 * 60 * 60)

/** Whether the scripts of all websites may read what is public. */
const isOpen = (): boolean => environment.allowedOrigins.includes('*')

/** Whether the origin of a request decides on the headers of its reply. */
export const originDecides = (): boolean => environment.allowedOrigins.length > 0 && !isOpen()

/** Whether anybody may read the reply, and whoever asks says nothing of who that is. */
const isForAll = (request: Request, method: string): boolean => {
  const { pathname } = new URL(request.url)
  const headers = Object.fromEntries(request.headers)
  return (
    isPublicRead({ headers, method }, pathname) ||
    (method === 'POST' && pathname === '/api/graphql' && !hasCredentials(headers))
  )
}

/** Headers that let scripts of other websites read a reply, if they may: errors as well. */
export const corsOf = (
  request: Request,
  method: string = request.method,
): Record<string, string> => {
  const origin = allowedOrigin(request.headers.get('origin'))
  if (origin !== undefined) {
    return {
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': exposedHeaders,
    }
  }
  return isOpen() && isForAll(request, method)
    ? { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': exposedHeaders }
    : {}
}

/** Answers an OPTIONS request, by which a browser asks what a script may send. */
export const answerPreflight = (request: Request): Response => {
  const method = request.headers.get('access-control-request-method') ?? 'GET'
  const allowed = corsOf(request, method)
  return new Response(null, {
    headers: {
      Allow: methodList,
      'Cache-Control': 'no-store',
      Vary: 'Access-Control-Request-Headers, Access-Control-Request-Method, Origin',
      ...allowed,
      ...(Object.keys(allowed).length > 0 && {
        'Access-Control-Allow-Headers': allowedHeaders,
        'Access-Control-Allow-Methods': methodList,
        'Access-Control-Max-Age': maxAge,
      }),
    },
    status: 204,
  })
}
