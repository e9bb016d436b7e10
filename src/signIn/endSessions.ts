import type { CollectionBeforeChangeHook } from 'payload'

import type { User } from '../payload-types.ts'

/**
 * Signs a person out everywhere when the account is disabled or gets a new password; the session
 * that sets the own new password goes on.
 */
export const endSessions: CollectionBeforeChangeHook<User> = ({ data, originalDoc, req }) => {
  const isDisabled = Boolean(data.disabled) && !originalDoc?.disabled
  if (!originalDoc || (!isDisabled && !data.password)) {
    return data
  }
  const own = (req.user as { _sid?: string } | null)?._sid
  return {
    ...data,
    sessions: isDisabled ? [] : (originalDoc.sessions ?? []).filter(({ id }) => id === own),
  }
}
