import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { countRequest } from './endpoints/metrics.ts'
import { requestIdOf, withRequestId } from './requestId.ts'

/** How a request is answered; filled in before the reply is sent. */
export type Answered = {
  /** Whether the reply came from the cache. */
  isHit: boolean
  /** The path with names in place of ids, such as `/api/news/:id`, so that few different ones are measured. */
  route: string
}

/** Answers requests of one part of the server. */
export type Listener = (
  req: IncomingMessage,
  res: ServerResponse,
  answered: Answered,
) => Promise<void>

/**
 * Gives a request its id and answers it; whatever is logged meanwhile carries the id. Then logs one
 * line: method, path, status and milliseconds, but neither query nor client address. Replies from the
 * cache and files of the admin UI are so many that they are logged at level `debug`.
 */
export const observe = (
  { logger }: Payload,
  req: IncomingMessage,
  res: ServerResponse,
  answer: (answered: Answered) => Promise<void>,
): void => {
  const startedAt = performance.now()
  const requestId = requestIdOf(req.headers['x-request-id'])
  const answered: Answered = { isHit: false, route: 'none' }
  res.setHeader('X-Request-Id', requestId)
  res.once('close', () => {
    const seconds = (performance.now() - startedAt) / 1000
    const status = res.writableFinished ? String(res.statusCode) : 'aborted'
    countRequest({ route: answered.route, seconds, status })
    const level = answered.isHit || isAsset(req.url) ? 'debug' : 'info'
    if (logger.isLevelEnabled(level)) {
      logger[level]({
        method: req.method,
        milliseconds: Math.round(seconds * 1000),
        msg: 'Request',
        path: withoutSecrets(req.url),
        requestId,
        status,
      })
    }
  })
  withRequestId(requestId, () => answer(answered)).catch((err: unknown) => {
    logger.error({ err, msg: 'A request could not be answered.', requestId })
    if (!res.headersSent) {
      res.writeHead(500, { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' })
    }
    res.end(JSON.stringify({ errors: [{ message: 'Something went wrong.' }] }))
  })
}

const isAsset = (url = ''): boolean => url.startsWith('/_next/')

/** Links to set a password carry their secret in the path. */
const withoutSecrets = (url = ''): string =>
  url.replace(/\?.*$/, '').replace(/^(\/admin\/reset\/).+/, '$1…')
