import type { PayloadRequest } from 'payload'

import { clientHeader } from '../limits/clientAddress.ts'
import { givePointsBack, takePoint } from '../limits/rateLimits.ts'
import { refusal } from '../refusal.ts'

/** A client may try as many accounts as this, one after the other. */
const accountsPerClient = 4

const nameOf = (account: string): string => `account ${account.trim().toLowerCase()}`

/**
 * Counts an attempt for the account and for the client, whether there is such an account or not.
 *
 * @throws 429 when there were too many.
 */
export const countAttempt = async (
  what: 'login' | 'reset',
  req: PayloadRequest,
  account: string,
): Promise<void> => {
  const { payload } = req
  const client = req.headers?.get(clientHeader) ?? 'unknown'
  const wait = Math.max(
    await takePoint({ payload, what, who: nameOf(account) }),
    await takePoint({ payload, times: accountsPerClient, what, who: client }),
  )
  if (wait > 0) {
    const minutes = Math.ceil(wait / 60)
    throw refusal(
      req,
      429,
      {
        de: `Das waren zu viele Versuche. Bitte in ${minutes} Minuten noch einmal versuchen.`,
        en: `Too many attempts. Please try again in ${minutes} minutes.`,
      },
      { retryAfter: wait },
    )
  }
}

/** The account is not counted any more: somebody has signed in. */
export const forgetAttempts = (
  what: 'login' | 'reset',
  { payload }: Pick<PayloadRequest, 'payload'>,
  account: string,
): Promise<void> => givePointsBack({ payload, what, who: nameOf(account) })
