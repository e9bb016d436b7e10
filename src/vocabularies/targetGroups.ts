import type { Vocabulary } from './vocabulary.ts'

/** The people whom an organisation supports. */
export const targetGroups = [
  { value: 'women', label: { de: 'Frauen', en: 'Women' } },
  { value: 'men', label: { de: 'Männer', en: 'Men' } },
  { value: 'non-binary-people', label: { de: 'Nicht-binäre Menschen', en: 'Non-binary people' } },
  { value: 'children', label: { de: 'Kinder', en: 'Children' } },
  { value: 'young-people', label: { de: 'Jugendliche', en: 'Young people' } },
  { value: 'older-people', label: { de: 'Ältere Menschen', en: 'Older people' } },
  {
    value: 'people-with-disabilities',
    label: { de: 'Menschen mit Behinderungen', en: 'People with disabilities' },
  },
  { value: 'migrants', label: { de: 'Menschen mit Migrationsgeschichte', en: 'Migrants' } },
  { value: 'refugees', label: { de: 'Geflüchtete', en: 'Refugees' } },
  { value: 'lgbtiq', label: { de: 'LSBTIQ*', en: 'LGBTIQ people' } },
  { value: 'relatives', label: { de: 'Angehörige und das Umfeld', en: 'Relatives and friends' } },
  { value: 'perpetrators', label: { de: 'Gewaltausübende', en: 'People who use violence' } },
  { value: 'professionals', label: { de: 'Fachkräfte', en: 'Professionals' } },
] as const satisfies Vocabulary
