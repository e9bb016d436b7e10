import type { CollectionBeforeLoginHook, PayloadRequest } from 'payload'

import { refusal } from '../../lib/refusal.ts'
import type { SecondFactor } from '../../payload-types.ts'
import { factorOf, noteUse, stepOfCode, withoutRecoveryCode } from './twoFactor.ts'

/**
 * Requires a code of the second factor, once it is set up, for every sign-in, with a password or through
 * the link in a mail. The code is `totp` in the body: six digits from the app, or a recovery code. Its
 * use is noted in the transaction of the sign-in, so that it cannot be used twice at the same time.
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
  const sent = (req.data as { totp?: unknown } | undefined)?.totp
  const code = typeof sent === 'string' ? sent.replace(/\s/g, '') : ''
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
