import type {
  CollectionAfterChangeHook,
  CollectionAfterLoginHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { requestNotes } from '../../lib/requestNotes.ts'
import type { User } from '../../payload-types.ts'
import { record } from '../audit/recordInAuditLog.ts'
import { queueMail } from '../mail/sendMail.ts'

/** What a write changes about an account's sign-in. */
type Change = { formerEmail?: string; password: boolean; secondFactor: boolean }

const changes = requestNotes<Change>('sign-in of')

/**
 * Ends all sessions of an account when it is disabled, or when its password, e-mail address or second
 * factor changes; only the session that makes the change stays. Links to set a password end, too.
 */
export const endSessions: CollectionBeforeChangeHook<User> = ({ data, originalDoc, req }) => {
  if (!originalDoc) {
    return data
  }
  const { email, id } = originalDoc
  const isDisabled = Boolean(data.disabled) && !originalDoc.disabled
  const change: Change = {
    formerEmail: data.email && data.email !== email ? email : undefined,
    password: Boolean(data.password),
    secondFactor: data.secondFactor !== undefined && data.secondFactor !== originalDoc.secondFactor,
  }
  const isChange = change.password || change.secondFactor || change.formerEmail !== undefined
  changes.set(req, id, isChange ? change : undefined)
  if (!isDisabled && !isChange) {
    return data
  }
  const own = (req.user as { _sid?: string } | null)?._sid
  return {
    ...data,
    resetPasswordExpiration: null,
    resetPasswordToken: null,
    sessions: isDisabled ? [] : (originalDoc.sessions ?? []).filter((each) => each.id === own),
  }
}

/** Records a change of an account's sign-in, and notifies its owner by mail. */
export const recordSignInChange: CollectionAfterChangeHook<User> = async ({ doc, req }) => {
  const change = changes.get(req, doc.id)
  changes.set(req, doc.id, undefined)
  if (change?.password) {
    await recordPassword(req, doc.id, change.formerEmail)
  }
  if (change?.formerEmail !== undefined) {
    const { formerEmail } = change
    await record({ action: 'change-email', documentId: doc.id, entity: 'users', req })
    await queueMail({ formerEmail, kind: 'email-changed', req, to: doc.id })
  }
  if (change?.secondFactor) {
    const action = doc.secondFactor ? 'two-factor-on' : 'two-factor-off'
    await record({ action, documentId: doc.id, entity: 'users', req })
    await queueMail({ kind: action, req, to: doc.id })
  }
  return doc
}

const recordPassword = async (
  req: PayloadRequest,
  id: string,
  formerEmail?: string,
): Promise<void> => {
  await record({ action: 'change-password', documentId: id, entity: 'users', req })
  // Also to the former address: if a thief has changed both, the owner must hear of it.
  await queueMail({ formerEmail, kind: 'password-changed', req, to: id })
}

/** Notes that the password is set through the link in a mail, which is no update of the account for Payload. */
export const noteReset: BeforeOperation = ({ args, operation, req }) => {
  if (operation === 'resetPassword') {
    req.context.isPasswordReset = true
  }
  return args
}

/** Does what `recordSignInChange` does, for a password that is set through the link in a mail. */
export const recordReset: CollectionAfterLoginHook = async ({ req, user }) => {
  if (req.context.isPasswordReset) {
    await recordPassword(req, String(user.id))
  }
  return user
}
