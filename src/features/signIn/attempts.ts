import type { Endpoint, PayloadRequest } from 'payload'

import { addDataAndFileToRequest, Forbidden } from 'payload'

import { isCoordinator } from '../../access/people.ts'
import { clientHeader } from '../../http/limits/clientAddress.ts'
import { givePointsBack, takePoint } from '../../http/limits/rateLimits.ts'
import { refusal } from '../../lib/refusal.ts'

/** A client has the attempts of this many accounts. */
const accountsPerClient = 4

const nameOf = (account: string): string => `account ${account.trim().toLowerCase()}`

/**
 * Counts an attempt for the account and for the client, whether or not the account exists.
 *
 * @throws 429 if there were too many.
 */
export const countAttempt = async (
  what: 'login' | 'reset',
  req: PayloadRequest,
  account: string,
): Promise<void> => {
  const { payload } = req
  const client = req.headers?.get(clientHeader) ?? 'unknown'
  // The client comes first, so that one that must wait does not use up the attempts of an account.
  const wait =
    (await takePoint({ payload, times: accountsPerClient, what, who: client })) ||
    (await takePoint({ payload, what, who: nameOf(account) }))
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

/** Resets the count of an account, after a successful sign-in. */
export const forgetAttempts = (
  what: 'login' | 'reset',
  { payload }: Pick<PayloadRequest, 'payload'>,
  account: string,
): Promise<void> => givePointsBack({ payload, what, who: nameOf(account) })

/** `POST /api/users/unlock` with `{ email }`: coordinators let somebody try again at once. */
export const unlock: Endpoint = {
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    if (!isCoordinator({ req })) {
      throw new Forbidden(req.t)
    }
    const email: unknown = req.data?.email
    if (typeof email !== 'string') {
      throw refusal(req, 400, {
        de: 'Bitte eine E-Mail-Adresse angeben.',
        en: 'Please enter an e-mail address.',
      })
    }
    await forgetAttempts('login', req, email)
    return Response.json({})
  },
  method: 'post',
  path: '/unlock',
}
