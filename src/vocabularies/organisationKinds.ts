import type { Vocabulary } from './vocabulary.ts'

/** Kinds of organisation, after the office's own directory of professions. */
export const organisationKinds = [
  { value: 'police', label: { de: 'Polizei', en: 'Police' } },
  { value: 'public-prosecutor', label: { de: 'Staatsanwaltschaft', en: 'Public prosecutor' } },
  { value: 'court', label: { de: 'Gericht', en: 'Court' } },
  {
    value: 'social-service-of-justice',
    label: { de: 'Ambulanter Justizsozialdienst', en: 'Social service of justice' },
  },
  { value: 'womens-shelter', label: { de: 'Frauenhaus', en: "Women's shelter" } },
  {
    value: 'womens-counselling',
    label: { de: 'Frauenberatungsstelle', en: "Women's counselling" },
  },
  {
    value: 'biss',
    label: { de: 'Beratungs- und Interventionsstelle (BISS)', en: 'Intervention centre (BISS)' },
  },
  { value: 'work-with-perpetrators', label: { de: 'Täterarbeit', en: 'Work with perpetrators' } },
  { value: 'youth-welfare', label: { de: 'Jugendhilfe', en: 'Youth welfare' } },
  { value: 'health-care', label: { de: 'Gesundheitswesen', en: 'Health care' } },
  { value: 'psychotherapy', label: { de: 'Psychotherapie', en: 'Psychotherapy' } },
  { value: 'legal-profession', label: { de: 'Anwaltschaft', en: 'Legal profession' } },
  {
    value: 'equal-opportunities-office',
    label: { de: 'Gleichstellungsbüro', en: 'Equal-opportunities office' },
  },
  { value: 'school-authority', label: { de: 'Schulbehörde', en: 'School authority' } },
  {
    value: 'migration-authority',
    label: { de: 'Ausländer- und Migrationsbehörde', en: 'Migration authority' },
  },
  { value: 'university', label: { de: 'Hochschule', en: 'University' } },
  { value: 'municipality', label: { de: 'Kommune', en: 'Municipality' } },
  { value: 'victim-support', label: { de: 'Opferhilfe', en: 'Victim support' } },
  { value: 'other', label: { de: 'Sonstige', en: 'Other' } },
] as const satisfies Vocabulary

/** The kinds whose address is secret unless a coordinator decides otherwise. */
export const secretByDefault: string[] = ['womens-shelter']

/** Whether an organisation's address is secret by default. Without a kind, it is. */
export const isSecretByDefault = (kind: null | string | undefined): boolean =>
  !kind || secretByDefault.includes(kind)
