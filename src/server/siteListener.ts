import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SanitizedConfig } from 'payload'

import { answerSite } from '../app/(site)/answerSite.ts'
import { askedOf } from '../app/(site)/asked.ts'
import type { Reply } from '../delivery/reply.ts'
import type { ResponseCache } from '../delivery/responseCache.ts'
import { clientOf } from './clientOf.ts'
import { deliverFrom } from './deliver.ts'
import type { Answered } from './observe.ts'

type Listener = (req: IncomingMessage, res: ServerResponse, answered: Answered) => Promise<void>

/**
 * Answers the website: pages from the cache, or made and kept there. Cookies and keys mean nothing
 * here, so a page is the same for everybody.
 */
export const siteListener = ({
  cache,
  config,
}: {
  cache: ResponseCache
  config: Promise<SanitizedConfig>
}): Listener => {
  const deliver = deliverFrom(cache)
  return async (req, res, answered) => {
    answered.route = 'site'
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
