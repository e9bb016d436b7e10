import type { Vocabulary } from './vocabulary.ts'

/** How far the work of an organisation reaches. Whoever reaches beyond a district serves every district. */
export const reach = [
  { value: 'district', label: { de: 'Einzelne Landkreise oder Städte', en: 'Single districts' } },
  { value: 'region', label: { de: 'Region Braunschweig', en: 'Braunschweig region' } },
  { value: 'state', label: { de: 'Land Niedersachsen', en: 'State of Lower Saxony' } },
  { value: 'country', label: { de: 'Bundesweit', en: 'Nationwide' } },
] as const satisfies Vocabulary
