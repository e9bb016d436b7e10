import type { SanitizedConfig } from 'payload'

import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { getPayload, handleEndpoints } from 'payload'

import { enter, isSigned, isUncounted, leave } from './door.ts'
import { computeFor } from './limits/rateLimits.ts'
import { retryWriteConflicts } from './retryWriteConflicts.ts'

/**
 * Answers a request below `/api`: GraphQL by Payload's GraphQL handler, the rest by its endpoints.
 *
 * @param client to whom rate limits count the request, such as an IP address.
 * @returns a response in every case; errors become responses, too.
 */
export const answerAPI = async ({
  client,
  config,
  request,
}: {
  client: string
  config: Promise<SanitizedConfig>
  request: Request
}): Promise<Response> => {
  if (request.method === 'HEAD') {
    return withoutBody(await answerAPI({ client, config, request: asGet(request) }))
  }
  const entered = await enter({ client, config, request })
  if (entered instanceof Response) {
    return leave(request, entered)
  }
  const answer = (): Promise<Response> =>
    retryWriteConflicts(entered, (attempt) =>
      isGraphQL(attempt)
        ? GRAPHQL_POST(config)(attempt)
        : handleEndpoints({ config, request: attempt }),
    )
  const response =
    isSigned(request) || isUncounted(request)
      ? await answer()
      : await computeFor({
          compute: answer,
          payload: await getPayload({ config }),
          what: isGraphQL(request) ? 'graphQL' : 'reads',
          who: client,
        })
  return leave(request, hasNoRoute(response) ? Response.json(nothing, { status: 404 }) : response)
}

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
  method === 'POST' && new URL(url).pathname === '/api/graphql'
