import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SanitizedConfig } from 'payload'

import type { HttpBindings } from '@hono/node-server'

import { getRequestListener } from '@hono/node-server'

import { answerAPI, inTurn, refusalOf } from './api.ts'
import { deliverFrom, sendKept } from './cache/answerFromCache.ts'
import type { PublicRequest } from './cache/publicRequest.ts'
import { publicGraphQLOf, publicRequestOf, hasCredentials } from './cache/publicRequest.ts'
import type { Reply } from './cache/reply.ts'
import type { ResponseCache } from './cache/responseCache.ts'
import { clientOf } from './clientOf.ts'
import { compress } from './compress.ts'
import { isGraphQLQuery } from './limits/graphQLRules.ts'
import type { Answered, Part } from './observe.ts'

/**
 * Answers what comes below `/api`: public reads from the cache, or computed and kept there, and
 * everything else by Payload.
 */
export const apiListener = async ({
  cache,
  config,
}: {
  cache: ResponseCache
  config: Promise<SanitizedConfig>
}): Promise<Part> => {
  const routeOf = routesOf(await config)
  const passOn = getRequestListener(
    (request, env) =>
      answerAPI({ client: clientOf((env as HttpBindings).incoming), config, request }),
    { overrideGlobalObjects: false },
  )

  const deliver = deliverFrom(cache)

  const deliverPublic = (
    req: IncomingMessage,
    res: ServerResponse,
    answered: Answered,
    { headers, key, url }: PublicRequest,
    body?: string,
  ): Promise<void> => {
    const asking = {
      client: clientOf(req),
      config,
      request: new Request(url, { body, headers, method: body ? 'POST' : 'GET' }),
    }
    return deliver({
      answer: () => answerAPI({ ...asking, isAdmitted: true }),
      answered,
      inTurn: (work) => inTurn(asking, work),
      isForKeeping: body ? isGraphQLData : isFound,
      key,
      refusal: () => refusalOf(asking),
      req,
      res,
    })
  }

  return {
    answer: async (req, res, answered) => {
      const wanted = publicRequestOf(req)
      if (wanted) {
        return deliverPublic(req, res, answered, wanted)
      }
      if (isSmallGraphQL(req)) {
        const bytes = await readAll(req)
        const body = bytes.toString()
        const query = publicGraphQLOf(req.headers, body)
        if (cache.has(query.key) || isGraphQLQuery(body)) {
          return deliverPublic(req, res, answered, query, body)
        }
        Object.assign(req, { rawBody: bytes })
      }
      compress(req, res)
      await passOn(req, res)
    },
    answerFromMemory: (req, res, answered) => {
      answered.route = routeOf(req.url ?? '')
      const wanted = publicRequestOf(req)
      return wanted !== undefined && sendKept(cache, { answered, key: wanted.key, req, res })
    },
  }
}

const isFound = ({ status }: Reply): boolean => status === 200

const isGraphQLData = ({ of, status }: Reply): boolean =>
  status === 200 && !('errors' in (JSON.parse(of.identity.body.toString()) as object))

/**
 * Names of routes for the metrics: the first part of a path, if there is such a thing, and whether
 * anything follows.
 */
const routesOf = ({ collections, endpoints }: SanitizedConfig): ((url: string) => string) => {
  const known = new Set([
    'globals',
    'graphql',
    ...collections.map(({ slug }) => slug),
    ...endpoints.map(({ path }) => path.split('/')[1]),
  ])
  return (url) => {
    const [, first = '', rest] = /^\/api\/([^/?]+)(\/)?/.exec(url) ?? []
    return known.has(first) ? `/api/${first}${rest ? '/*' : ''}` : 'none'
  }
}

/** Longest GraphQL request whose reply is kept, in bytes. */
const maxGraphQLBytes = 30_000

const isSmallGraphQL = ({ headers, method, url }: IncomingMessage): boolean =>
  method === 'POST' &&
  url === '/api/graphql' &&
  Number(headers['content-length']) <= maxGraphQLBytes &&
  !hasCredentials(headers)

const readAll = async (req: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
