import type { CollectionBeforeLoginHook, PayloadRequest } from 'payload'

import { refusal } from '../refusal.ts'
import type { StoredUser } from './twoFactor.ts'
import { stepOfCode, storedUser, storeFactor, withoutRecoveryCode } from './twoFactor.ts'

/**
 * Demands the code of the second factor, once it is set up, of every sign-in: with a password, and
 * with a new password from a mail. It comes as `totp` in the body: six digits from the app, or a
 * recovery code.
 *
 * @throws 401 with `data: { secondFactor: 'missing' | 'wrong' }`.
 */
export const demandSecondFactor: CollectionBeforeLoginHook = async ({ req, user }) => {
  // Read again, within the transaction: of two sign-ins with one code the second is refused.
  const stored = await storedUser(req, String(user.id))
  if (stored.twoFactor?.enabled) {
    await useCode(req, stored)
  }
  return user
}

const useCode = async (req: PayloadRequest, user: StoredUser): Promise<void> => {
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
  const step = stepOfCode(req.payload, user, code)
  const recoveryCodes =
    step === undefined ? withoutRecoveryCode(req.payload, user, code) : undefined
  if (step === undefined && recoveryCodes === undefined) {
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
  await storeFactor(req, user, step === undefined ? { recoveryCodes } : { lastStep: step })
}
