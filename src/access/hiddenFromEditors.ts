import type { User } from '../payload-types.ts'

/** Whether the menu leaves something out that a partner editor can only read. */
export const hiddenFromEditors = ({ user }: { user: unknown }): boolean =>
  (user as null | undefined | User)?.role !== 'coordinator'
