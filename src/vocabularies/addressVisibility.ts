import type { Vocabulary } from './vocabulary.ts'

/** How much of an address the public may see. `secret` is the default for women's shelters. */
export const addressVisibility = [
  { value: 'public', label: { de: 'Öffentlich', en: 'Public' } },
  { value: 'town-only', label: { de: 'Nur der Ort', en: 'Town only' } },
  { value: 'secret', label: { de: 'Geheim', en: 'Secret' } },
] as const satisfies Vocabulary
