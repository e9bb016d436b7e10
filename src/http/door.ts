import type { SanitizedConfig } from 'payload'

import { getPayload } from 'payload'

import { fileCollections } from '../addresses/paths.ts'
import { outageOf } from '../database/outage.ts'
import type { Fault, ProblemCode } from '../lib/problems.ts'
import { problemCodeOf } from '../lib/problems.ts'
import type { Text } from '../lib/say.ts'
import { isKnownRevision } from './asOf.ts'
import { hasCredentials, isPublicRead } from './cache/publicRequest.ts'
import { fileCacheControl, publicCacheControl } from './cache/reply.ts'
import { corsOf, originDecides } from './cors.ts'
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
import { outageTexts, retryAfterSeconds } from './tellOutage.ts'

/** A reply in the form that Payload gives its errors. */
const refuse = (
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

/** While the database is gone. */
export const refuseForOutage = (request: Request): Response =>
  refuse(request, 503, outageTexts.gone, { 'Retry-After': String(retryAfterSeconds.gone) })

const refuseUnknownRevision: Guard<Arriving> = async ({ config, request }) => {
  const revision = new URL(request.url).searchParams.get('revision')
  try {
    return revision === null || (await isKnownRevision(config, revision))
      ? undefined
      : refuse(request, 400, {
          code: 'invalid-value',
          de: 'Diese „revision“ gibt es hier nicht; gemeint ist die eines Webhooks oder ein „cursor“ von /api/changes.',
          en: 'There is no such "revision" here; it is that of a webhook, or a "cursor" of /api/changes.',
        })
  } catch (error) {
    if (outageOf(error) === undefined) {
      throw error
    }
    return refuseForOutage(request)
  }
}

const refuseFaultyBody: Guard<Entering> = async ({ body, isGraphQL, request }) =>
  isGraphQL ? undefined : refuseFault(request, await faultOfBody(request, body))

const refuseFaultyGraphQL: Guard<Entering> = async ({ body, isGraphQL, request }) => {
  const asked = isGraphQL ? (queryInURL(request) ?? (await body.text())) : ''
  const fault = asked === '' ? undefined : faultOfGraphQL(asked)
  return fault ? Response.json({ errors: [{ message: fault }] }, { status: 400 }) : undefined
}

/** What a GET asks of GraphQL (https://graphql.github.io/graphql-over-http, 6.2), as the body of a POST. */
const queryInURL = ({ method, url }: Request): string | undefined => {
  const query = method === 'GET' ? new URL(url).searchParams.get('query') : null
  return query === null ? undefined : JSON.stringify({ query })
}

const refuseFault = (request: Request, fault: Fault | undefined): Response | undefined =>
  fault && refuse(request, 400, fault)

/** The order matters: nothing is read, let alone looked at, of whom is not to be answered. */
const guardsOfHeaders: Guard<Arriving>[] = [
  refuseForeign,
  refuseUnlessAdmitted,
  refuseFaultyURL,
  refuseUnknownRevision,
]
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

/**
 * A reply on its way out: in the one form of refusals, if it is one, and with the headers that every reply of the API
 * carries.
 *
 * @param isComplete false: it holds errors, whatever its status says, and is not for keeping.
 */
export const leave = async (
  request: Request,
  answered: Response,
  isComplete = true,
): Promise<Response> => {
  const response = await withProblem(request, answered)
  const headers: Record<string, string> = {
    'Cache-Control': isComplete ? cacheControlFor(request, response) : notKept,
    'Content-Security-Policy':
      response.headers.get('Content-Security-Policy') ??
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    ...securityHeaders(),
    ...(isFileToShow(request, response) ? {} : { 'X-Robots-Tag': 'noindex' }),
    Vary: varyOf(request),
  }
  for (const name of removed) {
    response.headers.delete(name)
  }
  for (const [name, value] of Object.entries({ ...headers, ...corsOf(request) })) {
    response.headers.set(name, value)
  }
  return response
}

/** Payload sends them with every reply, as if it were one to a preflight; `corsOf` says what is so. */
const removed = [
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Origin',
  'X-Powered-By',
]

/**
 * What of a request decides on the reply, as caches that keep it must know. No cookie does where none is a sign-in:
 * whoever sends that gets a reply that is not kept, and a cache in front lets it pass (docs/operation.md).
 */
const varyOf = (request: Request): string =>
  [
    ...(new URL(request.url).pathname === '/api/graphql' ? ['Accept'] : []),
    'Accept-Encoding',
    'Authorization',
    ...(isSigned(request) ? ['Cookie'] : []),
    ...(originDecides() ? ['Origin'] : []),
  ].join(', ')

const notKept = 'private, no-store'

const files = new RegExp(`^/api/(?:${fileCollections.join('|')})/file/`)

const cacheControlFor = (request: Request, response: Response): string => {
  const { pathname } = new URL(request.url)
  const { method } = request
  if (
    response.status === 200 &&
    isPublicRead({ headers: credentialsOf(request), method }, pathname)
  ) {
    return publicCacheControl
  }
  return !isSigned(request) && isFileToShow(request, response) ? fileCacheControl : notKept
}

const isFileToShow = ({ method, url }: Request, { ok, status }: Response): boolean =>
  method === 'GET' && files.test(new URL(url).pathname) && (ok || status === 304)
