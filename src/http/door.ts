import type { SanitizedConfig } from 'payload'

import { getPayload } from 'payload'

import { fileCollections } from '../addresses/paths.ts'
import type { Fault, ProblemCode } from '../lib/problems.ts'
import { problemCodeOf } from '../lib/problems.ts'
import type { Text } from '../lib/say.ts'
import { allowedOrigin, hasCredentials, isPublicRead } from './cache/publicRequest.ts'
import { fileCacheControl, publicCacheControl, vary } from './cache/reply.ts'
import { expandFilters } from './expandFilters.ts'
import { expandJSON } from './expandJSON.ts'
import { faultOfBody, faultOfParameters, faultOfURL, isOverridden, overridden } from './faults.ts'
import { isForeign } from './isForeign.ts'
import { clientHeader } from './limits/clientAddress.ts'
import { faultOfGraphQL } from './limits/graphQLRules.ts'
import { holdBack, waitToAsk } from './limits/rateLimits.ts'
import { readBody } from './readBody.ts'
import { withProblem } from './problem.ts'
import { securityHeaders } from './securityHeaders.ts'

/** A reply in the form that Payload gives its errors. */
export const refuse = (
  request: Request,
  status: number,
  text: { code?: ProblemCode } & Text,
  headers?: Record<string, string>,
): Response => {
  const isEnglish = /^en\b/i.test(request.headers.get('accept-language') ?? '')
  return Response.json(
    {
      errors: [
        {
          code: problemCodeOf(text.code, status),
          message: isEnglish ? text.en : text.de,
          name: 'APIError',
        },
      ],
    },
    { headers, status },
  )
}

/** A request on its way in, before its body is read. */
type Arriving = {
  /** Whom it counts for. */
  client: string
  config: Promise<SanitizedConfig>
  /** Whether it is known that the client may ask (`refuseTooMany`). */
  isAdmitted: boolean
  isGraphQL: boolean
  request: Request
}

/** Somebody who asks. */
export type Asking = Pick<Arriving, 'client' | 'config' | 'request'>

/** A request whose body is there, whole, and no larger than is allowed. */
type Entering = { body: Blob } & Arriving

/** @returns the refusal; undefined: the request may pass. */
type Guard<Seen extends Arriving> = (
  seen: Seen,
) => Promise<Response | undefined> | Response | undefined

const refuseForeign: Guard<Arriving> = ({ request }) =>
  isForeign({ header: (name) => request.headers.get(name), method: request.method })
    ? refuse(request, 403, {
        de: 'Diese Anfrage kommt von einer fremden Internetseite.',
        en: 'This request comes from another website.',
      })
    : undefined

/** Whoever watches the server asks as often as they like. */
const uncounted = ['/api/health', '/api/metrics']

/** Whether a request waits for nobody, and costs nobody anything. */
export const isUncounted = ({ url }: Request): boolean => uncounted.includes(new URL(url).pathname)

/** Counts a request against the limit of its client. @returns the refusal, if that was too many. */
export const refuseTooMany = async ({
  client,
  config,
  request,
}: Asking): Promise<Response | undefined> => {
  const wait = isUncounted(request)
    ? 0
    : await waitToAsk({
        isSigned: isSigned(request),
        payload: await getPayload({ config }),
        what: limitOf(request),
        who: client,
      })
  if (wait === 0) {
    return undefined
  }
  await holdBack()
  return refuse(
    request,
    429,
    {
      de: `Das waren zu viele Anfragen. Bitte in ${wait} Sekunden noch einmal versuchen.`,
      en: `Too many requests. Please try again in ${wait} seconds.`,
    },
    { 'Retry-After': String(wait) },
  )
}

/** The limit against which a request counts. */
export const limitOf = ({ url }: Request): 'graphQL' | 'reads' =>
  new URL(url).pathname === '/api/graphql' ? 'graphQL' : 'reads'

const refuseUnlessAdmitted: Guard<Arriving> = ({ isAdmitted, ...asking }) =>
  isAdmitted ? undefined : refuseTooMany(asking)

const refuseFaultyURL: Guard<Arriving> = ({ request }) => refuseFault(request, faultOfURL(request))

const refuseFaultyBody: Guard<Entering> = async ({ body, isGraphQL, request }) =>
  isGraphQL ? undefined : refuseFault(request, await faultOfBody(request, body))

const refuseFaultyGraphQL: Guard<Entering> = async ({ body, isGraphQL }) => {
  const fault = isGraphQL && body.size > 0 ? faultOfGraphQL(await body.text()) : undefined
  return fault ? Response.json({ errors: [{ message: fault }] }, { status: 400 }) : undefined
}

const refuseFault = (request: Request, fault: Fault | undefined): Response | undefined =>
  fault && refuse(request, 400, fault)

/** The order matters: nothing is read, let alone looked at, of whom is not to be answered. */
const guardsOfHeaders: Guard<Arriving>[] = [refuseForeign, refuseUnlessAdmitted, refuseFaultyURL]
const guardsOfBody: Guard<Entering>[] = [refuseFaultyBody, refuseFaultyGraphQL]

const firstRefusal = async <Seen extends Arriving>(
  guards: Guard<Seen>[],
  seen: Seen,
): Promise<Response | undefined> => {
  for (const guard of guards) {
    const refused = await guard(seen)
    if (refused) {
      return refused
    }
  }
  return undefined
}

/**
 * What a request passes before anything of the CMS sees it: the origin of a write with a cookie, how often
 * this client has asked, the address, the size and the form of the body.
 *
 * @param client whom to count it for; hooks find it in `clientHeader`.
 * @returns a request that can be sent on, or the refusal.
 */
export const enter = async ({
  client,
  config,
  isAdmitted = false,
  request,
}: { isAdmitted?: boolean } & Asking): Promise<Request | Response> => {
  const isGraphQL = limitOf(request) === 'graphQL'
  const arriving = { client, config, isAdmitted, isGraphQL, request }
  const refused = await firstRefusal(guardsOfHeaders, arriving)
  if (refused) {
    return refused
  }
  const body = await readBody(request)
  if (!body) {
    return refuse(request, 413, {
      de: 'Diese Anfrage ist zu groß. Erlaubt sind 2 MB, mit einer Datei 25 MB.',
      en: 'This request is too large. At most 2 MB are allowed, with a file 25 MB.',
    })
  }
  const refusedBody = await firstRefusal(guardsOfBody, { ...arriving, body })
  if (refusedBody) {
    return refusedBody
  }
  const asked =
    !isGraphQL && isOverridden(request) ? overridden(request, await body.text()) : request
  const url = addressOf(await config, asked)
  if (!(url instanceof URL)) {
    return refuse(request, 400, url)
  }
  const headers = new Headers(asked.headers)
  headers.set(clientHeader, client)
  const { method, signal } = asked
  return new Request(url, {
    body: method !== 'GET' && body.size > 0 ? body : null,
    headers,
    method,
    signal,
  })
}

/**
 * The URL of a request in the one form that Payload takes, or what is wrong with its parameters. A preflight asks
 * for nothing.
 */
const addressOf = (config: SanitizedConfig, { method, url }: Request): Fault | URL => {
  const expanded = expandJSON(new URL(url))
  if (!(expanded instanceof URL) || method === 'OPTIONS') {
    return expanded
  }
  return faultOfParameters(config, method, expanded) ?? expandFilters(expanded)
}

const credentialsOf = ({ headers }: Request) => ({
  authorization: headers.get('authorization') ?? undefined,
  cookie: headers.get('cookie') ?? undefined,
})

/** Whether a request carries a key or a sign-in, valid or not. */
export const isSigned = (request: Request): boolean => hasCredentials(credentialsOf(request))

/** What lets the script of an allowed website read a refusal as well: Payload says so of its own replies only. */
const corsOf = ({ headers }: Request): Record<string, string> => {
  const origin = allowedOrigin(headers.get('origin'))
  return origin === undefined
    ? {}
    : { 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Allow-Origin': origin }
}

/** A reply on its way out: in the one form of refusals, if it is one, and with the headers that every reply of the API carries. */
export const leave = async (request: Request, answered: Response): Promise<Response> => {
  const response = await withProblem(request, answered)
  const headers: Record<string, string> = {
    'Cache-Control': cacheControlFor(request, response),
    'Content-Security-Policy':
      response.headers.get('Content-Security-Policy') ??
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    ...securityHeaders(),
    'X-Robots-Tag': 'noindex',
    Vary: vary,
  }
  for (const [name, value] of Object.entries({ ...headers, ...corsOf(request) })) {
    response.headers.set(name, value)
  }
  for (const name of request.method === 'OPTIONS' ? [] : ofPreflight) {
    response.headers.delete(name)
  }
  response.headers.delete('X-Powered-By')
  return response
}

/** Payload sends them with every reply; they mean something in that to a preflight only. */
const ofPreflight = ['Access-Control-Allow-Headers', 'Access-Control-Allow-Methods']

const files = new RegExp(`^/api/(?:${fileCollections.join('|')})/file/`)

const cacheControlFor = (request: Request, { ok, status }: Response): string => {
  const { pathname } = new URL(request.url)
  const { method } = request
  if (status === 200 && isPublicRead({ headers: credentialsOf(request), method }, pathname)) {
    return publicCacheControl
  }
  const isFile = method === 'GET' && !isSigned(request) && files.test(pathname)
  return isFile && (ok || status === 304) ? fileCacheControl : 'private, no-store'
}
