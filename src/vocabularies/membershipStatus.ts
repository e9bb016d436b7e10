import type { Vocabulary } from './vocabulary.ts'

/** Whether an organisation is, will be or was party to the cooperation agreement. */
export const membershipStatus = [
  { value: 'signatory', label: { de: 'Unterzeichnet', en: 'Signatory' } },
  { value: 'associated', label: { de: 'Assoziiert', en: 'Associated' } },
  { value: 'candidate', label: { de: 'In Aufnahme', en: 'Candidate' } },
  { value: 'former', label: { de: 'Ausgeschieden', en: 'Former' } },
] as const satisfies Vocabulary
