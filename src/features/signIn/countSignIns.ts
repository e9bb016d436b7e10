import type {
  AfterErrorHook,
  CollectionAfterLoginHook,
  CollectionBeforeLoginHook,
  PayloadRequest,
} from 'payload'

import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { refusal } from '../../lib/refusal.ts'
import { record } from '../audit/recordInAuditLog.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'

/**
 * Counts sign-ins by account and by client, so that neither passwords nor codes can be guessed. Accounts
 * that do not exist are counted, too, so that the reply does not reveal which do.
 *
 * @throws 429 after too many attempts.
 */
export const countSignIns: BeforeOperation = async ({ args, operation, req }) => {
  if (req.payloadAPI === 'local') {
    return args
  }
  const { email, token } = ((args as { data?: object }).data ?? {}) as Record<string, unknown>
  if (operation === 'login' && typeof email === 'string') {
    req.context.signInOf = email.trim().toLowerCase()
    await countAttempt('login', req, email)
    await spendHashingTime(req, req.context.signInOf)
  }
  if (operation === 'resetPassword' && typeof token === 'string') {
    await countAttempt('reset', req, token)
  }
  return args
}

const derive = promisify(pbkdf2)

/**
 * Hashes a password for an account that does not exist.
 *
 * Workaround (no issue known): Payload hashes only for accounts that exist, so the response time would
 * reveal them. Can go when it always hashes; tests/integration/payload/upstream.test.ts notices.
 */
const spendHashingTime = async ({ payload }: PayloadRequest, email: string): Promise<void> => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { email: { equals: email } },
  })
  if (totalDocs === 0) {
    await derive('', '', 600_000, 32, 'sha256')
  }
}

export const refuseDisabled: CollectionBeforeLoginHook = ({ req, user }) => {
  if (user.disabled) {
    throw refusal(req, 401, {
      de: 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Koordinierungsstelle.',
      en: 'This account is disabled. Please contact the coordination office.',
    })
  }
  return user
}

export const recordSignIn: CollectionAfterLoginHook = async ({ req, user }) => {
  await forgetAttempts('login', req, String(user.email))
  await record({ action: 'sign-in', documentId: String(user.id), entity: 'users', req })
  return user
}

const isWaitingForCode = (error: object): boolean =>
  'data' in error && (error.data as { secondFactor?: unknown } | null)?.secondFactor === 'missing'

/** Records a failed sign-in: for which account, if it exists, never what was typed. */
export const recordFailedSignIn: AfterErrorHook = async ({ error, req }) => {
  const signInOf = req.context?.signInOf
  // Only refusals. Not errors of the server, nor attempts beyond the limit, which would flood the log,
  // nor a code that has yet to be entered.
  const isRefused = 'status' in error && error.status === 401 && !isWaitingForCode(error)
  if (typeof signInOf !== 'string' || !isRefused) {
    return
  }
  const { payload } = req
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    limit: 1,
    pagination: false,
    where: { email: { equals: signInOf } },
  })
  await payload.create({
    collection: 'audit-log',
    data: { action: 'sign-in-failed', documentId: docs[0]?.id, entity: 'users' },
  })
}
