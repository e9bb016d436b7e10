import type { Endpoint, PayloadRequest } from 'payload'

import { addDataAndFileToRequest, Forbidden, NotFound } from 'payload'
import { renderSVG } from 'uqr'

import { accountOf, isCoordinator } from '../../access/people.ts'
import { environment } from '../../environment.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import { refusal } from '../../lib/refusal.ts'
import type { SecondFactor, User } from '../../payload-types.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { checkCurrentPassword, tryCurrentPassword } from './currentPassword.ts'
import {
  factorOf,
  hashOfRecoveryCode,
  markAccount,
  newRecoveryCodes,
  newSecret,
  noteUse,
  removeFactor,
  stepOfCode,
  switchOff,
} from './twoFactor.ts'

const step = (
  path: string,
  take: (req: PayloadRequest) => Promise<Record<string, unknown>>,
): Endpoint => ({
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const reply = await inTransaction(req, () => take(req))
    return Response.json(reply)
  },
  method: 'post',
  path,
})

const ownAccount = (req: PayloadRequest): User => {
  const account = accountOf({ req })
  if (!account) {
    throw new Forbidden(req.t)
  }
  return account
}

/** Checks the code in the request. @returns its time step, to be noted as used. @throws 400 or 429. */
const useCode = async (
  req: PayloadRequest,
  { email }: User,
  factor: SecondFactor,
): Promise<number> => {
  await countAttempt('login', req, email)
  const code: unknown = req.data?.totp
  const lastStep = stepOfCode(
    req.payload,
    factor,
    typeof code === 'string' ? code.replace(/\s/g, '') : '',
  )
  if (lastStep === undefined) {
    throw refusal(req, 400, {
      de: 'Der Code stimmt nicht. Bitte geben Sie die sechs Ziffern ein, die Ihre App gerade zeigt.',
      en: 'The code is wrong. Please enter the six digits that your app shows now.',
    })
  }
  await forgetAttempts('login', req, email)
  return lastStep
}

/**
 * Endpoints to set up and switch off the second factor:
 *
 * - `POST /api/users/two-factor/begin` with `{ currentPassword }` answers `{ secret, uri, image }` for an authenticator app.
 * - `POST /api/users/two-factor/enable` with `{ totp }` switches it on and answers `{ recoveryCodes }`.
 * - `POST /api/users/two-factor/disable` with `{ currentPassword, totp }` switches it off, unless it is
 *   required.
 * - `POST /api/users/:id/reset-two-factor` with `{ currentPassword }`, that of the coordinator who resets
 *   it for somebody with a lost phone.
 */
export const twoFactorEndpoints: Endpoint[] = [
  step('/two-factor/begin', async (req) => {
    const { email, id } = ownAccount(req)
    if ((await factorOf(req, id))?.isEnabled) {
      throw refusal(req, 409, {
        de: 'Die Zwei-Faktor-Anmeldung ist schon eingerichtet.',
        en: 'Two-factor sign-in is set up already.',
      })
    }
    await checkCurrentPassword(req, req.data?.currentPassword)
    await removeFactor(req, id)
    const { secret, stored, uri } = newSecret(req.payload, email)
    await req.payload.create({
      collection: 'second-factors',
      data: { secret: stored, user: id },
      req,
    })
    return { image: renderSVG(uri), secret, uri }
  }),

  step('/two-factor/enable', async (req) => {
    const account = ownAccount(req)
    const factor = await factorOf(req, account.id)
    if (!factor || factor.isEnabled) {
      throw refusal(req, 409, {
        de: 'Bitte die Einrichtung von vorn beginnen.',
        en: 'Please start the setup again.',
      })
    }
    const lastStep = await useCode(req, account, factor)
    const recoveryCodes = newRecoveryCodes()
    await noteUse(req, factor, {
      isEnabled: true,
      lastStep,
      recoveryCodes: recoveryCodes.map((code) =>
        hashOfRecoveryCode(req.payload.decrypt(factor.secret), code),
      ),
    })
    await markAccount(req, account.id, true)
    return { recoveryCodes }
  }),

  step('/two-factor/disable', async (req) => {
    const account = ownAccount(req)
    const { requireTwoFactor } = environment
    if (
      requireTwoFactor === 'everybody' ||
      (requireTwoFactor === 'coordinators' && account.role === 'coordinator')
    ) {
      throw refusal(req, 403, {
        de: 'Für Ihre Rolle ist die Zwei-Faktor-Anmeldung vorgeschrieben.',
        en: 'Two-factor sign-in is required for your role.',
      })
    }
    const factor = await factorOf(req, account.id)
    if (!factor?.isEnabled) {
      throw refusal(req, 409, {
        de: 'Die Zwei-Faktor-Anmeldung ist nicht eingerichtet.',
        en: 'Two-factor sign-in is not set up.',
      })
    }
    await tryCurrentPassword(req, req.data?.currentPassword)
    await useCode(req, account, factor)
    await switchOff(req, account.id)
    return {}
  }),

  step('/:id/reset-two-factor', async (req) => {
    if (!isCoordinator({ req })) {
      throw new NotFound(req.t)
    }
    const { id } = await req.payload.findByID({
      id: String(req.routeParams?.id),
      collection: 'users',
      depth: 0,
      req,
    })
    if (id === req.user?.id) {
      throw refusal(req, 409, {
        de: 'Den eigenen zweiten Faktor kann nur jemand anderes aus der Koordination zurücksetzen.',
        en: 'Only another coordinator can reset your own second factor.',
      })
    }
    await checkCurrentPassword(req, req.data?.currentPassword)
    await switchOff(req, id)
    return {}
  }),
]
