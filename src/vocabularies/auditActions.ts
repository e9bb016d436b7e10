import type { Vocabulary } from './vocabulary.ts'

/** What the audit log records. */
export const auditActions = [
  { value: 'create', label: { de: 'Angelegt', en: 'Created' } },
  { value: 'publish', label: { de: 'Veröffentlicht', en: 'Published' } },
  { value: 'unpublish', label: { de: 'Zurückgezogen', en: 'Unpublished' } },
  { value: 'trash', label: { de: 'In den Papierkorb gelegt', en: 'Moved to trash' } },
  { value: 'restore', label: { de: 'Aus dem Papierkorb geholt', en: 'Restored from trash' } },
  { value: 'delete', label: { de: 'Endgültig gelöscht', en: 'Deleted' } },
  {
    value: 'change-access',
    label: { de: 'Rolle oder Zuordnung geändert', en: 'Role or assignment changed' },
  },
] as const satisfies Vocabulary
