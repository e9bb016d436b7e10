import type { Where } from 'payload'

import { published } from '../../access/content.ts'
import { dayOf, daysAfter, noonOf } from '../../lib/days.ts'

/** How many days before it is due a confirmation is asked for. */
const notice = 30

/** Whether the day that a confirmation was due on is over. */
export const isOverdue = (reviewDue: string): boolean => dayOf(reviewDue) < dayOf(new Date())

/** A confirmation is due soon, or overdue, that is due before this time. */
export const dueBefore = (): string => startOfDay(notice + 1)

/** A confirmation is overdue that was due before this time. */
export const overdueBefore = (): string => startOfDay(0)

/** Published partners whose confirmation is overdue, or due soon. */
export const dueSoon = (): Where => ({
  and: [published, { reviewDue: { less_than: dueBefore() } }],
})

/** Published partners that nobody has confirmed yet. */
export const neverVerified: Where = { and: [published, { verifiedAt: { exists: false } }] }

/** Noon less half a day: what the pickers store lies in between, in any time zone of Europe. */
const startOfDay = (days: number): string => {
  const noon = new Date(noonOf(daysAfter(dayOf(new Date()), days)))
  noon.setUTCHours(0)
  return noon.toISOString()
}
