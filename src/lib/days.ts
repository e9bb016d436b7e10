import { forLanguage } from './forLanguage.ts'

const timeZone = 'Europe/Berlin'

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone })

/** The day of a time in the office's time zone, as `2026-11-25`. */
export const dayOf = (time: Date | string): string => berlin.format(new Date(time))

/** A day as the admin UI's date picker stores it: at noon, UTC. */
export const noonOf = (day: string): string => `${day}T12:00:00.000Z`

/** Adds days to a day; a negative number of days leads back. */
export const daysAfter = (day: string, days: number): string => {
  const date = new Date(noonOf(day))
  date.setUTCDate(date.getUTCDate() + days)
  return dayOf(date)
}

/** The same day one year later; a 29 February becomes the 1 March. */
export const yearAfter = (day: string): string => {
  const date = new Date(noonOf(day))
  date.setUTCFullYear(date.getUTCFullYear() + 1)
  return dayOf(date)
}

const inWords = forLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }),
)

/** A day in words, such as "25. November 2026". */
export const dayInWords = (time: Date | string, language: string): string =>
  inWords(language).format(new Date(time))
