import type { IncomingMessage, ServerResponse } from 'node:http'

import { countReplyFromMemory } from '../limits/rateLimits.ts'
import type { Answered } from '../observe.ts'
import type { Reply, Representation } from './reply.ts'
import { codingFor, isKnown, replyOf } from './reply.ts'
import type { ResponseCache } from './responseCache.ts'

type Asked = {
  answered: Answered
  /** Requests with the same key get the same reply. */
  key: string
  req: IncomingMessage
  res: ServerResponse
}

type Delivery = {
  /** Computes the reply where none is kept. */
  answer: () => Promise<Response>
  /** Does it when it is the client's turn. */
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>
  isForKeeping: (reply: Reply) => boolean
  /** The refusal, if the client may ask no more. */
  refusal: () => Promise<Response | undefined>
} & Asked

/**
 * Sends the reply that the cache keeps, in the coding that is asked for. Nothing is awaited, since that
 * would cost as much as all the rest of it.
 *
 * @returns whether there was one.
 */
export const sendKept = (cache: ResponseCache, { answered, key, req, res }: Asked): boolean => {
  const reply = cache.find(key)
  if (!reply || reply instanceof Promise) {
    return false
  }
  const kept = reply.of[codingFor(req.headers['accept-encoding'], reply)]
  if (!kept) {
    return false
  }
  cache.counts.hits += 1
  countReplyFromMemory()
  answered.isHit = true
  send({ kept, req, requestId: answered.requestId, res, status: reply.status })
  return true
}

/**
 * Sends the reply that the cache keeps, or computes it and has it kept. Clients who ask the same share what
 * one of them has computed, but none shares the refusal of another, or waits for another's turn.
 */
export const deliverFrom =
  (cache: ResponseCache) =>
  async ({
    answer,
    answered,
    inTurn,
    isForKeeping,
    key,
    refusal,
    req,
    res,
  }: Delivery): Promise<void> => {
    const find = async (): Promise<Reply | undefined> => {
      const found = await cache.find(key)
      answered.isHit = found !== undefined
      cache.counts.hits += found ? 1 : 0
      return found
    }
    const compute = async (): Promise<Reply | undefined> => {
      const refused = await refusal()
      return refused
        ? replyOf(refused)
        : inTurn(async () =>
            // Nothing is computed for who has gone while waiting.
            res.destroyed
              ? undefined
              : ((await find()) ?? cache.compute(key, answer, isForKeeping)),
          )
    }
    const reply = (await find()) ?? (await compute())
    if (!reply) {
      return
    }
    const coding = codingFor(req.headers['accept-encoding'], reply)
    const coded = reply.of[coding] ? reply : await cache.inCoding(key, reply, coding)
    const kept = coded.of[coding] ?? coded.of.identity
    send({ kept, req, requestId: answered.requestId, res, status: reply.status })
  }

const send = ({
  kept: { body, etag, headers },
  req,
  requestId,
  res,
  status,
}: {
  kept: Representation
  req: IncomingMessage
  requestId: string
  res: ServerResponse
  status: number
}): void => {
  const isNotModified = req.method !== 'POST' && isKnown(req.headers['if-none-match'], etag)
  // All of them at once, and none by `setHeader`: Node writes them as they are, without looking for doubles.
  const sent = isNotModified ? withoutBody(headers) : headers
  res.writeHead(isNotModified ? 304 : status, [...sent, 'x-request-id', requestId])
  res.end(isNotModified || req.method === 'HEAD' ? undefined : body)
}

/** What a 304 does not say (RFC 9110, 15.4.5). */
const ofBody = ['content-encoding', 'content-length', 'content-type']

const withoutBody = (headers: string[]): string[] =>
  headers.filter((_, index) => !ofBody.includes(headers[index - (index % 2)] ?? ''))
