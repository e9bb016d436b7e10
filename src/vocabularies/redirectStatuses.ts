import type { Vocabulary } from './vocabulary.ts'

/** The status of a redirect (RFC 9110, 15.4): what has moved for good does not come back. */
export const redirectStatuses = [
  { value: '308', label: { de: 'Dauerhaft (308)', en: 'Permanent (308)' } },
  { value: '307', label: { de: 'Vorübergehend (307)', en: 'Temporary (307)' } },
] as const satisfies Vocabulary
