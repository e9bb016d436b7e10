import type { Vocabulary } from './vocabulary.ts'

/** How far the work of an organisation reaches. One that reaches further than its districts serves all of them. */
export const reach = [
  { value: 'district', label: { de: 'Einzelne Landkreise oder Städte', en: 'Single districts' } },
  { value: 'region', label: { de: 'Region Braunschweig', en: 'Braunschweig region' } },
  { value: 'state', label: { de: 'Land Niedersachsen', en: 'State of Lower Saxony' } },
  { value: 'country', label: { de: 'Bundesweit', en: 'Nationwide' } },
] as const satisfies Vocabulary
