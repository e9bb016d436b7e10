import type { Endpoint, PayloadRequest } from 'payload'

import { addDataAndFileToRequest, Forbidden, NotFound } from 'payload'
import { renderSVG } from 'uqr'

import { accountOf, isCoordinator } from '../access/people.ts'
import { record } from '../audit/recordInAuditLog.ts'
import { environment } from '../environment.ts'
import { refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import type { StoredUser } from './twoFactor.ts'
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  stepOfCode,
  storedUser,
  storeFactor,
} from './twoFactor.ts'

const none = { enabled: false, lastStep: null, recoveryCodes: null, secret: null }

const step = (
  path: string,
  take: (req: PayloadRequest) => Promise<Record<string, unknown>>,
): Endpoint => ({
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const reply = await inTransaction(req, () => take(req))
    return Response.json(reply, { headers: { 'Cache-Control': 'no-store' } })
  },
  method: 'post',
  path,
})

const ownAccount = (req: PayloadRequest): Promise<StoredUser> => {
  const account = accountOf({ req })
  if (!account) {
    throw new Forbidden(req.t)
  }
  return storedUser(req, account.id)
}

/** Checks the code that was sent along. A code that is used here cannot be used again. */
const demandCode = async (req: PayloadRequest, user: StoredUser): Promise<number> => {
  await countAttempt('login', req, user.email)
  const step = stepOfCode(req.payload, user, String(req.data?.totp ?? '').replace(/\s/g, ''))
  if (step === undefined) {
    throw refusal(req, 400, {
      de: 'Der Code stimmt nicht. Bitte geben Sie die sechs Ziffern ein, die Ihre App gerade zeigt.',
      en: 'The code is wrong. Please enter the six digits that your app shows now.',
    })
  }
  await forgetAttempts('login', req, user.email)
  return step
}

/**
 * The way to a second factor and away from it:
 *
 * - `POST /api/users/two-factor/begin` answers `{ secret, uri, image }` for an authenticator app.
 * - `POST /api/users/two-factor/enable` with `{ totp }` switches it on and answers `{ recoveryCodes }`.
 * - `POST /api/users/two-factor/disable` with `{ totp }` switches it off, where it may be off.
 * - `POST /api/users/:id/reset-two-factor`, for coordinators: for a lost phone.
 */
export const twoFactorEndpoints: Endpoint[] = [
  step('/two-factor/begin', async (req) => {
    const user = await ownAccount(req)
    if (user.twoFactor?.enabled) {
      throw refusal(req, 409, {
        de: 'Die Zwei-Faktor-Anmeldung ist schon eingerichtet.',
        en: 'Two-factor sign-in is set up already.',
      })
    }
    const { secret, stored, uri } = newSecret(req.payload, user.email)
    await storeFactor(req, user, { ...none, secret: stored })
    return { image: renderSVG(uri), secret, uri }
  }),

  step('/two-factor/enable', async (req) => {
    const user = await ownAccount(req)
    if (user.twoFactor?.enabled || !user.twoFactor?.secret) {
      throw refusal(req, 409, {
        de: 'Bitte die Einrichtung von vorn beginnen.',
        en: 'Please begin to set it up again.',
      })
    }
    const lastStep = await demandCode(req, user)
    const recoveryCodes = newRecoveryCodes()
    await storeFactor(req, user, {
      enabled: true,
      lastStep,
      recoveryCodes: recoveryCodes.map((code) => hashOfRecoveryCode(req.payload, code)),
    })
    await record({ action: 'two-factor-on', documentId: user.id, entity: 'users', req })
    return { recoveryCodes }
  }),

  step('/two-factor/disable', async (req) => {
    const user = await ownAccount(req)
    const { requireTwoFactor } = environment
    if (
      requireTwoFactor === 'everybody' ||
      (requireTwoFactor === 'coordinators' && user.role === 'coordinator')
    ) {
      throw refusal(req, 403, {
        de: 'Für Ihre Rolle ist die Zwei-Faktor-Anmeldung vorgeschrieben.',
        en: 'Two-factor sign-in is required for your role.',
      })
    }
    await demandCode(req, user)
    await storeFactor(req, user, none)
    await record({ action: 'two-factor-off', documentId: user.id, entity: 'users', req })
    return {}
  }),

  step('/:id/reset-two-factor', async (req) => {
    if (!isCoordinator({ req })) {
      throw new NotFound(req.t)
    }
    const user = await storedUser(req, String(req.routeParams?.id))
    if (user.id === req.user?.id) {
      throw refusal(req, 409, {
        de: 'Den eigenen zweiten Faktor kann nur jemand anderes aus der Koordination zurücksetzen.',
        en: 'Only another coordinator can reset your own second factor.',
      })
    }
    await storeFactor(req, user, none)
    await req.payload.update({
      id: user.id,
      collection: 'users',
      data: { sessions: [] },
      req,
    })
    await record({ action: 'two-factor-off', documentId: user.id, entity: 'users', req })
    return {}
  }),
]
