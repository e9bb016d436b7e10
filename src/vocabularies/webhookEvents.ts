import type { Vocabulary } from './vocabulary.ts'

/** The events that a webhook can report. */
export const webhookEvents = [
  { value: 'published', label: { de: 'Veröffentlicht oder geändert', en: 'Published or changed' } },
  { value: 'unpublished', label: { de: 'Zurückgezogen', en: 'Unpublished' } },
  { value: 'deleted', label: { de: 'Gelöscht', en: 'Deleted' } },
] as const satisfies Vocabulary
