import type { Vocabulary } from './vocabulary.ts'

/** Topics of news. */
export const topics = [
  { value: 'cooperation', label: { de: 'Kooperation', en: 'Cooperation' } },
  { value: 'events', label: { de: 'Veranstaltungen', en: 'Events' } },
  { value: 'law', label: { de: 'Recht und Gesetz', en: 'Law' } },
  { value: 'prevention', label: { de: 'Prävention', en: 'Prevention' } },
  { value: 'protection', label: { de: 'Schutz und Hilfe', en: 'Protection and help' } },
  { value: 'training', label: { de: 'Fortbildung', en: 'Training' } },
  { value: 'publications', label: { de: 'Veröffentlichungen', en: 'Publications' } },
  { value: 'work-with-perpetrators', label: { de: 'Täterarbeit', en: 'Work with perpetrators' } },
  {
    value: 'children-and-youth',
    label: { de: 'Kinder und Jugendliche', en: 'Children and young people' },
  },
] as const satisfies Vocabulary
