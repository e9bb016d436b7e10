import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, handleEndpoints } from 'payload'

import { answerPreflight } from './cors.ts'
import type { Asking } from './door.ts'
import { enter, isSigned, isUncounted, leave, limitOf, refuseTooMany } from './door.ts'
import { computeFor } from './limits/rateLimits.ts'
import { retryWriteConflicts } from './retryWriteConflicts.ts'

/**
 * Answers a request below `/api`: GraphQL by Payload's GraphQL handler, the rest by its endpoints.
 *
 * @param client to whom rate limits count the request, such as an IP address.
 * @param isAdmitted whether that is done (`refusalOf`), and it is the client's turn (`inTurn`).
 * @returns a response in every case; errors become responses, too.
 */
export const answerAPI = async ({
  client,
  config,
  isAdmitted = false,
  request,
}: { isAdmitted?: boolean } & Asking): Promise<Response> => {
  if (request.method === 'OPTIONS') {
    return answerPreflight(request)
  }
  if (request.method === 'HEAD') {
    return withoutBody(await answerAPI({ client, config, isAdmitted, request: asGet(request) }))
  }
  const entered = await enter({ client, config, isAdmitted, request })
  if (entered instanceof Response) {
    return leave(request, entered)
  }
  const answer = (): Promise<Response> =>
    retryWriteConflicts(entered, (attempt) =>
      isGraphQL(attempt)
        ? GRAPHQL_POST(config)(attempt)
        : handleEndpoints({ config, request: attempt }),
    )
  const response = await (isAdmitted ? answer() : inTurn({ client, config, request }, answer))
  return hasNoRoute(response)
    ? leave(request, Response.json(nothing, { status: 404 }))
    : leave(request, response, !isGraphQL(request) || (await isWithoutErrors(response)))
}

/** GraphQL answers 200 where only a part of what was asked for could be read. */
const isWithoutErrors = async (response: Response): Promise<boolean> =>
  response.status === 200 && !('errors' in ((await response.clone().json()) as object))

/** Counts a request. @returns the refusal, if its client may ask no more. */
export const refusalOf = async (asking: Asking): Promise<Response | undefined> => {
  const refused = await refuseTooMany(asking)
  return refused && leave(asking.request, refused)
}

/** Computes the reply to a request when it is the turn of its client. */
export const inTurn = async <Result>(
  { client, config, request }: Asking,
  compute: () => Promise<Result>,
): Promise<Result> =>
  isUncounted(request)
    ? compute()
    : computeFor(
        {
          isSigned: isSigned(request),
          payload: await getPayload({ config }),
          what: limitOf(request),
          who: client,
        },
        compute,
      )

/** Payload answers 501 for a collection whose routes are switched off. */
const hasNoRoute = ({ status }: Response): boolean => status === 501

/**
 * A HEAD request as a GET.
 *
 * Workaround (payloadcms/payload#16754): Payload has no routes for HEAD. Can go when it answers HEAD
 * like GET; tests/integration/payload/upstream.test.ts notices.
 */
const asGet = ({ headers, signal, url }: Request): Request => new Request(url, { headers, signal })

const withoutBody = async (response: Response): Promise<Response> => {
  await response.body?.cancel()
  return new Response(null, response)
}

const nothing = { errors: [{ message: 'Not found.' }] }

const isGraphQL = ({ method, url }: Request): boolean =>
  (method === 'GET' || method === 'POST') && new URL(url).pathname === '/api/graphql'
