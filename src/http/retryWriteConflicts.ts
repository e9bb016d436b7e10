import type { AfterErrorHook, Payload } from 'payload'

import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'

import { isTransient } from '../database/isTransient.ts'
import { outageOf } from '../database/outage.ts'
import { listenToTransactions } from '../database/transactions.ts'
import { hasCredentials } from './cache/publicRequest.ts'
import { refuse } from './door.ts'
import { outageTexts, waits } from './tellOutage.ts'

type Attempt = { hasCommitted: boolean; hasConflict: boolean; isCutOff: boolean }

const attempts = new AsyncLocalStorage<Attempt>()

/** How often a request is tried before the conflict is reported: some seconds long. */
const maxAttempts = 9

/**
 * Answers a request, and answers it again when its transaction lost against another one. Nothing is
 * repeated once anything of the request is committed.
 *
 * Workaround (payloadcms/payload#16766): MongoDB asks for that by the label `TransientTransactionError`,
 * and Payload does not do it. Can go when it does; tests/integration/payload/upstream.test.ts notices.
 *
 * The body is read into memory, since a stream could be read only once. Payload writes to the
 * request, so each attempt gets a plain one of its own.
 */
export const retryWriteConflicts = async (
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> => {
  const body = request.body ? await request.arrayBuffer() : null
  for (let number = 1; ; number += 1) {
    const attempt: Attempt = { hasCommitted: false, hasConflict: false, isCutOff: false }
    const copy = new Request(request.url, {
      body,
      headers: request.headers,
      method: request.method,
      signal: request.signal,
    })
    const response = await attempts.run(attempt, () => answer(copy))
    if (
      attempt.isCutOff &&
      hasCredentials(Object.fromEntries(request.headers)) &&
      response.status < 500
    ) {
      // Payload takes whoever it cannot look up for nobody, and would say that they may not.
      return refuse(request, 503, outageTexts.gone, { 'Retry-After': String(waits.gone) })
    }
    if (!attempt.hasConflict || attempt.hasCommitted || number === maxAttempts) {
      return response
    }
    await pause(Math.random() * 10 * 2 ** number)
  }
}

/** Payload turns errors into replies; this hook sees them before. */
export const noteTransientError: AfterErrorHook = ({ error }) => {
  const attempt = attempts.getStore()
  if (attempt && isTransient(error)) {
    attempt.hasConflict = true
  }
}

/**
 * Lets the requests of this instance know when they have committed something, and when the database did
 * not answer them.
 */
export const watchDatabase = ({ db }: Payload): void => {
  listenToTransactions(db, {
    committed: () => {
      const attempt = attempts.getStore()
      if (attempt) {
        attempt.hasCommitted = true
      }
    },
  })
  for (const operation of ['find', 'findOne'] as const) {
    const read = (db[operation] as (args: unknown) => Promise<unknown>).bind(db)
    const watched = async (args: unknown): Promise<unknown> => {
      try {
        return await read(args)
      } catch (error) {
        const attempt = attempts.getStore()
        if (attempt && outageOf(error) === 'gone') {
          attempt.isCutOff = true
        }
        throw error
      }
    }
    Object.assign(db, { [operation]: watched })
  }
}
