import type { Vocabulary } from './vocabulary.ts'

/** The life cycle of a standard. */
export const standardStatus = [
  { value: 'draft', label: { de: 'Entwurf', en: 'Draft' } },
  { value: 'in-force', label: { de: 'In Kraft', en: 'In force' } },
  { value: 'superseded', label: { de: 'Abgelöst', en: 'Superseded' } },
] as const satisfies Vocabulary
