import type { Vocabulary } from './vocabulary.ts'

/** The review state of a partner editor's changes. */
export const reviewStates = [
  { value: 'none', label: { de: 'Keine offene Prüfung', en: 'Nothing to review' } },
  { value: 'submitted', label: { de: 'Zur Prüfung eingereicht', en: 'Handed in for review' } },
  { value: 'returned', label: { de: 'Zurückgegeben', en: 'Handed back' } },
] as const satisfies Vocabulary
