import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { countRequest } from './endpoints/metrics.ts'
import { requestIdOf, withRequestId } from './requestId.ts'

/** How a request is answered; filled in before the reply is sent. */
export type Answered = {
  /** Whether the reply came from the cache. */
  isHit: boolean
  /** What the reply and all that is logged meanwhile name the request. */
  requestId: string
  /** The path with names in place of ids, such as `/api/news/:id`, so that few different ones are measured. */
  route: string
}

/** Answers requests of one part of the server. */
export type Part = {
  answer: (req: IncomingMessage, res: ServerResponse, answered: Answered) => Promise<void>
  /**
   * Answers at once what needs nothing but memory, and perhaps the body of the request. @returns whether it has.
   *
   * @throws if the client has gone before the body was there.
   */
  answerFromMemory?: (
    req: IncomingMessage,
    res: ServerResponse,
    answered: Answered,
  ) => boolean | Promise<boolean>
}

/**
 * Gives a request its id and answers it; whatever is logged meanwhile carries the id. Then logs one
 * line: method, path, status and milliseconds, but neither query nor client address. Replies from the
 * cache and files of the admin UI are so many that they are logged at level `debug`.
 */
export const observe = (
  { logger }: Payload,
  req: IncomingMessage,
  res: ServerResponse,
  part: Part,
): void => {
  const startedAt = performance.now()
  const requestId = requestIdOf(req.headers['x-request-id'])
  const answered: Answered = { isHit: false, requestId, route: 'none' }
  const noteStatus = (status: string): void => note({ answered, logger, req, startedAt, status })
  const compute = async (): Promise<void> => {
    res.setHeader('X-Request-Id', requestId)
    res.once('close', () => noteStatus(res.writableFinished ? String(res.statusCode) : 'aborted'))
    await withRequestId(requestId, () => part.answer(req, res, answered))
  }
  const fail = (err: unknown): void => {
    logger.error({ err, msg: 'A request could not be answered.', requestId })
    if (!res.headersSent) {
      res.writeHead(500, { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' })
    }
    res.end(
      JSON.stringify({ errors: [{ code: 'internal-error', message: 'Something went wrong.' }] }),
    )
  }
  const answering = part.answerFromMemory?.(req, res, answered)
  if (answering === true) {
    // It is handed over already; waiting for the end of it would cost more than it tells.
    noteStatus(String(res.statusCode))
  } else if (!answering) {
    compute().catch(fail)
  } else {
    answering.then(
      (isAnswered) => (isAnswered ? noteStatus(String(res.statusCode)) : compute().catch(fail)),
      (err: unknown) => {
        if (!req.errored) {
          fail(err)
        }
        noteStatus(req.errored ? 'aborted' : '500')
      },
    )
  }
}

/** Counts a request that is answered, and logs it. */
const note = ({
  answered: { isHit, requestId, route },
  logger,
  req: { method, url },
  startedAt,
  status,
}: {
  answered: Answered
  logger: Payload['logger']
  req: IncomingMessage
  startedAt: number
  status: string
}): void => {
  const seconds = (performance.now() - startedAt) / 1000
  countRequest({ route, seconds, status })
  const level = isHit || isAsset(url) ? 'debug' : 'info'
  if (logger.isLevelEnabled(level)) {
    logger[level]({
      method,
      milliseconds: Math.round(seconds * 1000),
      msg: 'Request',
      path: withoutSecrets(url),
      requestId,
      status,
    })
  }
}

const isAsset = (url = ''): boolean => url.startsWith('/_next/')

/** Links to set a password carry their secret in the path. */
const withoutSecrets = (url = ''): string =>
  url.replace(/\?.*$/, '').replace(/^(\/admin\/reset\/).+/, '$1…')
