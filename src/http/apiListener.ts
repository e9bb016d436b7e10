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
      isForKeeping: keepingOf(new URL(url)),
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
      const body = bodyOf(req)
      if (body !== undefined) {
        const query = publicGraphQLOf(req.headers, body)
        if (cache.has(query.key) || isGraphQLQuery(body)) {
          return deliverPublic(req, res, answered, query, body)
        }
      }
      compress(req, res)
      await passOn(req, res)
    },
    answerFromMemory: (req, res, answered) => {
      answered.route = routeOf(req.url ?? '')
      const send = (key: string): boolean => sendKept(cache, { answered, key, req, res })
      if (isSmallGraphQL(req)) {
        return readSmallBody(req).then((body) => send(publicGraphQLOf(req.headers, body).key))
      }
      const wanted = publicRequestOf(req)
      return wanted !== undefined && send(wanted.key)
    },
  }
}

/** Which replies are kept. @param url of the question. */
const keepingOf = ({ pathname, searchParams }: URL): ((reply: Reply) => boolean) =>
  pathname === '/api/graphql'
    ? isGraphQLData
    : // In a minute, somebody else may be open.
      searchParams.has('openNow')
      ? () => false
      : isFound

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

/** A request whose body may have been read before it is passed on; `@hono/node-server` looks for it there. */
type PerhapsRead = { rawBody?: Buffer } & IncomingMessage

const bodyOf = ({ rawBody }: PerhapsRead): string | undefined => rawBody?.toString()

/** Reads a body, which is kept with the request. By listeners: an iterator would cost as much as a cached reply. */
const readSmallBody = (req: PerhapsRead): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.once('end', () => {
      req.rawBody = Buffer.concat(chunks)
      resolve(req.rawBody.toString())
    })
    req.once('error', reject)
  })
