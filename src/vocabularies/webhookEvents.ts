import type { Vocabulary } from './vocabulary.ts'

/** What frontends can be told of. */
export const webhookEvents = [
  { value: 'published', label: { de: 'Veröffentlicht oder geändert', en: 'Published or changed' } },
  { value: 'unpublished', label: { de: 'Zurückgezogen', en: 'Unpublished' } },
  { value: 'deleted', label: { de: 'Gelöscht', en: 'Deleted' } },
] as const satisfies Vocabulary
