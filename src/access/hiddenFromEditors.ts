import type { User } from '../payload-types.ts'

/** Hides from the menu what partner editors could only read. */
export const hiddenFromEditors = ({ user }: { user: unknown }): boolean =>
  (user as null | undefined | User)?.role !== 'coordinator'
