import type { Payload } from 'payload'
import type { RateLimiterAbstract } from 'rate-limiter-flexible'

import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'

import { environment } from '../../environment.ts'
import { takeTurns } from './takeTurns.ts'

/** The window of each limit, in seconds. How many requests it allows is a setting, `RATE_LIMIT_…`. */
const seconds = { graphQL: 60, login: 600, reads: 60, reset: 3600 }

export type Limited = keyof typeof seconds

const limiters = new Map<string, RateLimiterAbstract>()

/**
 * Counts one request against a limit.
 *
 * @param who an IP address or an e-mail address; only an HMAC of it is stored.
 * @param times by what the number of requests in the setting is multiplied.
 * @returns how many seconds to wait before the next request; 0 if this one may go on.
 */
export const takePoint = async ({
  payload,
  times = 1,
  what,
  who,
}: {
  payload: Payload
  times?: number
  what: Limited
  who: string
}): Promise<number> => {
  try {
    await limiterFor(payload, what, times).consume(keyOf(payload, who))
    return 0
  } catch (reason) {
    if (reason instanceof RateLimiterRes) {
      return Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
    }
    throw reason
  }
}

/**
 * Holds a refusal back: those that were sent at once would be asked for at once again, and keep the server as
 * busy as replies.
 */
export const holdBack = (): Promise<void> => pause(1_000)

/**
 * Requests with a key or a sign-in - valid or not, which costs a query to find out - may be this many
 * times as many; editors and previews ask a lot.
 */
const signedInFactor = 5

/** What one request may cost, in milliseconds of CPU time; one that costs more counts as several. */
const worth = { graphQL: 40, reads: 10 }
/** But not as more than these: other work is never quite told apart. */
const mostPoints = 20

const cpuTime = (): number => {
  const { system, user } = process.cpuUsage()
  return (system + user) / 1000
}

let repliesFromMemory = 0

/** Counts a reply for which nothing had to be computed: while there are such, the others leave room for them. */
export const countReplyFromMemory = (): void => {
  repliesFromMemory += 1
}

const turnsFor = (most: Parameters<typeof takeTurns>[0]) =>
  takeTurns(most, cpuTime, () => repliesFromMemory)

const turns = {
  anybody: turnsFor({ inAll: 6, ofOne: 2, rest: 8 }),
  /** With a key or a sign-in, valid or not. A form asks for much at once, and its reader waits. */
  signed: turnsFor({ inAll: 60, ofOne: 10, rest: 0 }),
}

/** Somebody who asks for something. */
type Asking = {
  /** Whether the request carries a key or a sign-in. */
  isSigned?: boolean
  payload: Payload
  what: keyof typeof worth
  /** An IP address. */
  who: string
}

/**
 * Counts one request for something that has to be computed.
 *
 * @returns how many seconds to wait before the next; 0 if this one may go on.
 */
export const waitToAsk = async ({
  isSigned = false,
  payload,
  what,
  who,
}: Asking): Promise<number> =>
  turns[isSigned ? 'signed' : 'anybody'].isFull(who)
    ? 1
    : takePoint({ payload, times: isSigned ? signedInFactor : 1, what, who })

/**
 * Computes the reply to a request when it is the turn of its client. Without a key or a sign-in, one that
 * costs much counts as several: whoever may ask 1,200 times a minute may keep the server busy for about 12
 * seconds of it.
 */
export const computeFor = async <Result>(
  { isSigned = false, payload, what, who }: Asking,
  compute: () => Promise<Result>,
): Promise<Result> => {
  const { cost, result } = await turns[isSigned ? 'signed' : 'anybody'].inTurn(who, compute)
  const more = Math.min(mostPoints, Math.floor(cost / worth[what]))
  if (more > 0 && !isSigned) {
    await limiterFor(payload, what, 1).penalty(keyOf(payload, who), more)
  }
  return result
}

/** Forgets what was counted against a limit. */
export const givePointsBack = async ({
  payload,
  what,
  who,
}: {
  payload: Payload
  what: Limited
  who: string
}): Promise<void> => {
  await limiterFor(payload, what, 1).delete(keyOf(payload, who))
}

const keyOf = (payload: Payload, who: string): string =>
  createHmac('sha256', payload.secret).update(who).digest('base64url').slice(0, 22)

/**
 * What keeps passwords from being guessed counts in MongoDB, which several processes share; while that is gone, and
 * with SQLite, in memory. What keeps a process from being busy with one client each process counts for itself:
 * a write for each question would cost more than many an answer.
 */
const limiterFor = (payload: Payload, what: Limited, times: number): RateLimiterAbstract => {
  const keyPrefix = `${what}-${times}`
  const known = limiters.get(keyPrefix)
  if (known) {
    return known
  }
  const options = {
    duration: seconds[what],
    keyPrefix,
    points: environment.rateLimits[what] * times,
  }
  const inMemory = new RateLimiterMemory(options)
  const isShared = !(what in worth) && environment.database.kind !== 'embedded'
  const limiter = isShared
    ? new RateLimiterMongo({
        ...options,
        insuranceLimiter: inMemory,
        storeClient: (payload.db as unknown as { connection: unknown }).connection,
        tableName: 'rate-limits',
      })
    : inMemory
  limiters.set(keyPrefix, limiter)
  return limiter
}
