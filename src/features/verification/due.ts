import type { Where } from 'payload'

import { published } from '../../access/content.ts'
import { dayOf, daysAfter, noonOf } from '../../lib/days.ts'

/** How many days before it is due editors are asked for a confirmation. */
const noticeDays = 30

/** Whether the day on which a confirmation was due is over. */
export const isOverdue = (reviewDue: string): boolean => dayOf(reviewDue) < dayOf(new Date())

/** A confirmation that is due before this time is due soon, or overdue. */
export const dueBefore = (): string => startOfDay(noticeDays + 1)

/** A confirmation that was due before this time is overdue. */
export const overdueBefore = (): string => startOfDay(0)

/** Published partners whose confirmation is overdue, or due soon. */
export const dueSoon = (): Where => ({
  and: [published, { reviewDue: { less_than: dueBefore() } }],
})

/** Published partners that nobody has confirmed yet. */
export const neverVerified: Where = { and: [published, { verifiedAt: { exists: false } }] }

/** Midnight, UTC: any time that a European date picker stores for the day is later. */
const startOfDay = (days: number): string => {
  const noon = new Date(noonOf(daysAfter(dayOf(new Date()), days)))
  noon.setUTCHours(0)
  return noon.toISOString()
}
