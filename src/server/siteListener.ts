import type { IncomingMessage } from 'node:http'
import type { SanitizedConfig } from 'payload'

import type { HttpBindings } from '@hono/node-server'

import { getRequestListener } from '@hono/node-server'
import { getPayload } from 'payload'

import { deliverFrom, sendKept } from '../http/cache/answerFromCache.ts'
import type { Reply } from '../http/cache/reply.ts'
import type { ResponseCache } from '../http/cache/responseCache.ts'
import { clientOf } from '../http/clientOf.ts'
import { compress } from '../http/compress.ts'
import { inTurn } from '../http/api.ts'
import { enter } from '../http/door.ts'
import { computeFor } from '../http/limits/rateLimits.ts'
import type { Part } from '../http/observe.ts'
import type { Asked } from '../site/asked.ts'
import { askedOf } from '../site/asked.ts'
import { isPreview } from '../site/preview.ts'
import { answerPreview, answerSite, refusalOfPage } from './website.ts'

/**
 * Answers requests for the website, from the cache if possible. Cookies and keys are ignored, so that a
 * page is the same for everybody; only previews check who is signed in.
 */
export const siteListener = ({
  cache,
  config,
}: {
  cache: ResponseCache
  config: Promise<SanitizedConfig>
}): Part => {
  const deliver = deliverFrom(cache)
  const preview = getRequestListener(
    async (sent, env) => {
      const client = clientOf((env as HttpBindings).incoming)
      const request = await enter({ client, config, request: sent })
      return request instanceof Response
        ? request
        : inTurn({ client, config, request }, () => answerPreview({ config, request }))
    },
    { overrideGlobalObjects: false },
  )
  return {
    answer: async (req, res, answered) => {
      if (isPreview(req.url ?? '') && ['GET', 'HEAD', 'POST'].includes(req.method ?? '')) {
        compress(req, res)
        await preview(req, res)
        return
      }
      if (!isRead(req)) {
        res.writeHead(405, { Allow: 'GET, HEAD', 'Cache-Control': 'no-store' }).end()
        return
      }
      const asked = askedOf(req.url ?? '')
      const client = clientOf(req)
      await deliver({
        answer: () => answerSite({ asked, config }),
        answered,
        inTurn: async (compute) =>
          computeFor(
            { payload: await getPayload({ config }), what: 'reads', who: client },
            compute,
          ),
        isForKeeping: isPage,
        key: keyOf(asked),
        refusal: () => refusalOfPage({ asked, client, config }),
        req,
        res,
      })
    },
    answerFromMemory: (req, res, answered) => {
      answered.route = 'site'
      return (
        isRead(req) &&
        !isPreview(req.url ?? '') &&
        sendKept(cache, { answered, key: keyOf(askedOf(req.url ?? '')), req, res })
      )
    },
  }
}

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

const keyOf = (asked: Asked | undefined): string =>
  `site ${asked?.isElsewhere ? 'elsewhere ' : ''}${asked?.href ?? ''}`

const isPage = ({ status }: Reply): boolean => status === 200
