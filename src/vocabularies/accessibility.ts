import type { Vocabulary } from './vocabulary.ts'

/** What makes a place or an offer accessible. */
export const accessibility = [
  { value: 'step-free', label: { de: 'Stufenloser Zugang', en: 'Step-free access' } },
  {
    value: 'wheelchair-accessible',
    label: { de: 'Rollstuhlgerecht', en: 'Wheelchair accessible' },
  },
  { value: 'accessible-toilet', label: { de: 'Barrierefreie Toilette', en: 'Accessible toilet' } },
  { value: 'accessible-parking', label: { de: 'Behindertenparkplatz', en: 'Accessible parking' } },
  { value: 'lift', label: { de: 'Aufzug', en: 'Lift' } },
  {
    value: 'tactile-guidance',
    label: { de: 'Leitsystem für blinde Menschen', en: 'Tactile guidance' },
  },
  { value: 'induction-loop', label: { de: 'Induktive Höranlage', en: 'Induction loop' } },
  {
    value: 'sign-language',
    label: { de: 'Gebärdensprachdolmetschen möglich', en: 'Sign language interpreting available' },
  },
  {
    value: 'easy-language',
    label: { de: 'Beratung in Leichter Sprache', en: 'Counselling in Easy Language' },
  },
  {
    value: 'assistance-dog-welcome',
    label: { de: 'Assistenzhund willkommen', en: 'Assistance dogs welcome' },
  },
  { value: 'home-visits', label: { de: 'Hausbesuche möglich', en: 'Home visits available' } },
] as const satisfies Vocabulary
