import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SanitizedConfig } from 'payload'

import type { HttpBindings } from '@hono/node-server'

import { getRequestListener } from '@hono/node-server'

import { answerPreview, isPreview } from '../app/(site)/answerPreview.ts'
import { answerSite } from '../app/(site)/answerSite.ts'
import { askedOf } from '../app/(site)/asked.ts'
import type { Reply } from '../delivery/reply.ts'
import type { ResponseCache } from '../delivery/responseCache.ts'
import { clientOf } from './clientOf.ts'
import { compress } from './compress.ts'
import { deliverFrom } from './deliver.ts'
import { enter } from './door.ts'
import type { Answered } from './observe.ts'

type Listener = (req: IncomingMessage, res: ServerResponse, answered: Answered) => Promise<void>

/**
 * Answers the website: pages from the cache, or made and kept there. Cookies and keys mean nothing
 * there, so a page is the same for everybody; previews alone look at who is signed in.
 */
export const siteListener = ({
  cache,
  config,
}: {
  cache: ResponseCache
  config: Promise<SanitizedConfig>
}): Listener => {
  const deliver = deliverFrom(cache)
  const preview = getRequestListener(
    async (sent, env) => {
      const client = clientOf((env as HttpBindings).incoming)
      const request = await enter({ client, config, request: sent })
      return request instanceof Response ? request : answerPreview({ config, request })
    },
    { overrideGlobalObjects: false },
  )
  return async (req, res, answered) => {
    answered.route = 'site'
    if (isPreview(req.url ?? '') && ['GET', 'HEAD', 'POST'].includes(req.method ?? '')) {
      compress(req, res)
      await preview(req, res)
      return
    }
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { Allow: 'GET, HEAD', 'Cache-Control': 'no-store' }).end()
      return
    }
    const asked = askedOf(req.url ?? '')
    await deliver({
      answer: () => answerSite({ asked, client: clientOf(req), config }),
      answered,
      isForKeeping: isPage,
      key: `site ${asked?.isElsewhere ? 'elsewhere ' : ''}${asked?.href ?? ''}`,
      req,
      res,
    })
  }
}

const isPage = ({ status }: Reply): boolean => status === 200
