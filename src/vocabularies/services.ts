import type { Vocabulary } from './vocabulary.ts'

/** What an organisation offers. */
export const services = [
  { value: 'counselling', label: { de: 'Beratung', en: 'Counselling' } },
  {
    value: 'outreach-counselling',
    label: { de: 'Aufsuchende Beratung', en: 'Outreach counselling' },
  },
  {
    value: 'proactive-counselling',
    label: {
      de: 'Proaktive Beratung nach Polizeieinsatz',
      en: 'Proactive counselling after police action',
    },
  },
  { value: 'online-counselling', label: { de: 'Online-Beratung', en: 'Online counselling' } },
  { value: 'shelter', label: { de: 'Schutzunterkunft', en: 'Shelter' } },
  { value: 'crisis-intervention', label: { de: 'Krisenintervention', en: 'Crisis intervention' } },
  {
    value: 'child-and-youth-support',
    label: {
      de: 'Unterstützung für Kinder und Jugendliche',
      en: 'Support for children and young people',
    },
  },
  {
    value: 'court-accompaniment',
    label: {
      de: 'Begleitung zu Gericht und Behörden',
      en: 'Accompaniment to courts and authorities',
    },
  },
  {
    value: 'psychosocial-court-support',
    label: {
      de: 'Psychosoziale Prozessbegleitung',
      en: 'Psychosocial support in criminal proceedings',
    },
  },
  { value: 'legal-advice', label: { de: 'Rechtsberatung', en: 'Legal advice' } },
  { value: 'police-protection', label: { de: 'Polizeilicher Schutz', en: 'Police protection' } },
  { value: 'criminal-prosecution', label: { de: 'Strafverfolgung', en: 'Criminal prosecution' } },
  {
    value: 'protection-orders',
    label: {
      de: 'Schutzanordnungen nach dem Gewaltschutzgesetz',
      en: 'Protection orders under the Protection Against Violence Act',
    },
  },
  {
    value: 'securing-of-evidence',
    label: { de: 'Vertrauliche Spurensicherung', en: 'Confidential securing of evidence' },
  },
  { value: 'medical-care', label: { de: 'Medizinische Versorgung', en: 'Medical care' } },
  { value: 'psychotherapy', label: { de: 'Psychotherapie', en: 'Psychotherapy' } },
  { value: 'trauma-counselling', label: { de: 'Traumaberatung', en: 'Trauma counselling' } },
  { value: 'perpetrator-programme', label: { de: 'Täterprogramm', en: 'Perpetrator programme' } },
  {
    value: 'high-risk-case-conference',
    label: { de: 'Fallkonferenz bei Hochrisikofällen', en: 'High-risk case conference' },
  },
  {
    value: 'material-help',
    label: { de: 'Finanzielle und praktische Hilfe', en: 'Financial and practical help' },
  },
  { value: 'interpreting', label: { de: 'Sprachmittlung', en: 'Interpreting' } },
  { value: 'prevention', label: { de: 'Prävention', en: 'Prevention' } },
  { value: 'training', label: { de: 'Fortbildung', en: 'Training' } },
] as const satisfies Vocabulary
