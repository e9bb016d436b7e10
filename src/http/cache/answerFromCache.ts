import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Answered } from '../observe.ts'
import type { Reply } from './reply.ts'
import { codingFor, isKnown } from './reply.ts'
import type { ResponseCache } from './responseCache.ts'

type Delivery = {
  /** Computes the reply where none is kept. */
  answer: () => Promise<Response>
  answered: Answered
  isForKeeping: (reply: Reply) => boolean
  /** Requests with the same key get the same reply. */
  key: string
  req: IncomingMessage
  res: ServerResponse
}

/** Sends the reply that the cache keeps, or computes it and has it kept. */
export const deliverFrom =
  (cache: ResponseCache) =>
  async ({ answer, answered, isForKeeping, key, req, res }: Delivery): Promise<void> => {
    const found = cache.find(key)
    const kept = found instanceof Promise ? await found : found
    answered.isHit = kept !== undefined
    const reply = kept ?? (await cache.compute(key, answer, isForKeeping))
    const coding = codingFor(req.headers['accept-encoding'], reply)
    const coded = reply.of[coding] ? reply : await cache.inCoding(key, reply, coding)
    const { body, etag, headers } = coded.of[coding] ?? coded.of.identity
    if (req.method !== 'POST' && isKnown(req.headers['if-none-match'], etag)) {
      res.writeHead(304, withoutBody(headers)).end()
      return
    }
    res.writeHead(reply.status, headers)
    res.end(req.method === 'HEAD' ? undefined : body)
  }

/** What a 304 does not say (RFC 9110, 15.4.5). */
const ofBody = ['content-encoding', 'content-length', 'content-type']

const withoutBody = (headers: string[]): string[] =>
  headers.filter((_, index) => !ofBody.includes(headers[index - (index % 2)] ?? ''))
