import type { AfterErrorHook, Payload } from 'payload'

import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'

import { isTransient } from '../database/isTransient.ts'
import { outageOf } from '../database/outage.ts'
import { listenToTransactions } from '../database/transactions.ts'
import { hasCredentials } from './cache/publicRequest.ts'
import { refuseForOutage } from './door.ts'

type Attempt = { hasCommitted: boolean; hasConflict: boolean; isDatabaseGone: boolean }

const attempts = new AsyncLocalStorage<Attempt>()

/** After so many attempts, which take some seconds, the conflict is reported. */
const maxAttempts = 9

/**
 * Answers a request, and repeats it when its transaction lost against another one. Nothing is repeated
 * once anything of the request is committed. The body is read into memory, since a stream can be read
 * only once. Payload writes to the request, so each attempt gets a fresh copy.
 *
 * Workaround (payloadcms/payload#16766): MongoDB asks for the repetition with the label
 * `TransientTransactionError`, but Payload does not do it. Can go when it does;
 * tests/integration/payload/upstream.test.ts notices.
 *
 * @returns the response of the last attempt; 503 if the database was gone while a person or a key had
 * to be looked up.
 */
export const retryWriteConflicts = async (
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> => {
  const body = request.body ? await request.arrayBuffer() : null
  for (let number = 1; ; number += 1) {
    const attempt: Attempt = { hasCommitted: false, hasConflict: false, isDatabaseGone: false }
    const copy = new Request(request.url, {
      body,
      headers: request.headers,
      method: request.method,
      signal: request.signal,
    })
    const response = await attempts.run(attempt, () => answer(copy))
    if (
      attempt.isDatabaseGone &&
      hasCredentials(Object.fromEntries(request.headers)) &&
      response.status < 500
    ) {
      // Payload treats an account that it cannot look up as anonymous, and would answer "not allowed".
      return refuseForOutage(request)
    }
    if (!attempt.hasConflict || attempt.hasCommitted || number === maxAttempts) {
      return response
    }
    await pause(Math.random() * 10 * 2 ** number)
  }
}

/** Sees an error before Payload turns it into a response. */
export const noteTransientError: AfterErrorHook = ({ error }) => {
  const attempt = attempts.getStore()
  if (attempt && isTransient(error)) {
    attempt.hasConflict = true
  }
}

/**
 * Notes for each request of this instance when it has committed something, and when the database was
 * gone. `retryWriteConflicts` needs both.
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
          attempt.isDatabaseGone = true
        }
        throw error
      }
    }
    Object.assign(db, { [operation]: watched })
  }
}
