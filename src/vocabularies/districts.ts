import type { Vocabulary } from './vocabulary.ts'

/** Districts of the region, by their official municipality key (AGS), which is always a string. */
export const districts = [
  { value: '03101', label: { de: 'Braunschweig', en: 'Braunschweig' } },
  { value: '03102', label: { de: 'Salzgitter', en: 'Salzgitter' } },
  { value: '03103', label: { de: 'Wolfsburg', en: 'Wolfsburg' } },
  { value: '03151', label: { de: 'Gifhorn', en: 'Gifhorn' } },
  { value: '03153', label: { de: 'Goslar', en: 'Goslar' } },
  { value: '03154', label: { de: 'Helmstedt', en: 'Helmstedt' } },
  { value: '03157', label: { de: 'Peine', en: 'Peine' } },
  { value: '03158', label: { de: 'Wolfenbüttel', en: 'Wolfenbüttel' } },
] as const satisfies Vocabulary
