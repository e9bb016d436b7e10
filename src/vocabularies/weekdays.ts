import { forLanguage } from '../lib/forLanguage.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Days of the week, in the order of ISO 8601. */
export const weekdays = [
  { value: 'monday', label: { de: 'Montag', en: 'Monday' } },
  { value: 'tuesday', label: { de: 'Dienstag', en: 'Tuesday' } },
  { value: 'wednesday', label: { de: 'Mittwoch', en: 'Wednesday' } },
  { value: 'thursday', label: { de: 'Donnerstag', en: 'Thursday' } },
  { value: 'friday', label: { de: 'Freitag', en: 'Friday' } },
  { value: 'saturday', label: { de: 'Samstag', en: 'Saturday' } },
  { value: 'sunday', label: { de: 'Sonntag', en: 'Sunday' } },
] as const satisfies Vocabulary

/** Monday, 1 January 2024, and the days after it. */
const monday = Date.UTC(2024, 0, 1, 12)

const inWords = forLanguage(
  (language) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }),
)

/** A day of the week in a language of the content, such as "Pazartesi". */
export const weekdayInWords = (day: string, language: string): string =>
  inWords(language).format(monday + weekdays.findIndex(({ value }) => value === day) * 86_400_000)
