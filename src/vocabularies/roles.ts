import type { Vocabulary } from './vocabulary.ts'

/** Roles of the people who sign in. */
export const roles = [
  { value: 'coordinator', label: { de: 'Koordination', en: 'Coordinator' } },
  { value: 'partner-editor', label: { de: 'Partner-Redaktion', en: 'Partner editor' } },
] as const satisfies Vocabulary
