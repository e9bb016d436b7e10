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
