import type { CollectionBeforeLoginHook, PayloadRequest } from 'payload'

import { refusal } from '../../lib/refusal.ts'
import type { SecondFactor } from '../../payload-types.ts'
import { factorOf, noteUse, stepOfCode, withoutRecoveryCode } from './twoFactor.ts'

/**
 * Demands the code of the second factor, once it is set up, of every sign-in: with a password, and
 * with a new password from a mail. It comes as `totp` in the body: six digits from the app, or a
 * recovery code. The use of a code is noted in the transaction of the sign-in, so that of two with
 * the same code one is refused.
 *
 * @throws 401 with `data: { secondFactor: 'missing' | 'wrong' }`.
 */
export const demandSecondFactor: CollectionBeforeLoginHook = async ({ req, user }) => {
  const factor = await factorOf(req, String(user.id))
  if (factor?.isEnabled) {
    await useCode(req, factor)
  }
  return user
}

const useCode = async (req: PayloadRequest, factor: SecondFactor): Promise<void> => {
  const given = (req.data as { totp?: unknown } | undefined)?.totp
  const code = typeof given === 'string' ? given.replace(/\s/g, '') : ''
  if (code === '') {
    throw refusal(
      req,
      401,
      {
        de: 'Bitte geben Sie auch den Code aus Ihrer Authenticator-App ein.',
        en: 'Please also enter the code from your authenticator app.',
      },
      { secondFactor: 'missing' },
    )
  }
  const lastStep = stepOfCode(req.payload, factor, code)
  const recoveryCodes =
    lastStep === undefined ? withoutRecoveryCode(req.payload, factor, code) : undefined
  if (lastStep === undefined && recoveryCodes === undefined) {
    throw refusal(
      req,
      401,
      {
        de: 'Der Code stimmt nicht oder wurde schon benutzt. Bitte warten Sie auf den nächsten.',
        en: 'The code is wrong or was used before. Please wait for the next one.',
      },
      { secondFactor: 'wrong' },
    )
  }
  await noteUse(req, factor, lastStep === undefined ? { recoveryCodes } : { lastStep })
}
