import type { Vocabulary } from './vocabulary.ts'

/** What the audit log records. */
export const auditActions = [
  { value: 'create', label: { de: 'Angelegt', en: 'Created' } },
  { value: 'publish', label: { de: 'Veröffentlicht', en: 'Published' } },
  {
    value: 'publish-anyway',
    label: { de: 'Trotz Warnung veröffentlicht', en: 'Published despite a warning' },
  },
  {
    value: 'confirm-address',
    label: { de: 'Anschrift ausdrücklich veröffentlicht', en: 'Address explicitly made public' },
  },
  { value: 'hide-address', label: { de: 'Anschrift verborgen', en: 'Address hidden' } },
  { value: 'submit', label: { de: 'Zur Prüfung eingereicht', en: 'Handed in for review' } },
  { value: 'return', label: { de: 'Zurückgegeben', en: 'Handed back' } },
  { value: 'verify', label: { de: 'Profil bestätigt', en: 'Profile confirmed' } },
  {
    value: 'export',
    label: { de: 'Mit internen Angaben exportiert', en: 'Exported with internal fields' },
  },
  { value: 'unpublish', label: { de: 'Zurückgezogen', en: 'Unpublished' } },
  { value: 'trash', label: { de: 'In den Papierkorb gelegt', en: 'Moved to trash' } },
  { value: 'restore', label: { de: 'Aus dem Papierkorb geholt', en: 'Restored from trash' } },
  { value: 'delete', label: { de: 'Endgültig gelöscht', en: 'Deleted' } },
  {
    value: 'change-access',
    label: { de: 'Rolle oder Zuordnung geändert', en: 'Role or assignment changed' },
  },
  { value: 'sign-in', label: { de: 'Angemeldet', en: 'Signed in' } },
  { value: 'sign-in-failed', label: { de: 'Anmeldung gescheitert', en: 'Sign-in failed' } },
  { value: 'invite', label: { de: 'Eingeladen', en: 'Invited' } },
  {
    value: 'change-password',
    label: { de: 'Passwort geändert', en: 'Password changed' },
  },
  {
    value: 'change-email',
    label: { de: 'E-Mail-Adresse geändert', en: 'E-mail address changed' },
  },
  {
    value: 'two-factor-on',
    label: { de: 'Zwei-Faktor-Anmeldung eingerichtet', en: 'Two-factor sign-in set up' },
  },
  {
    value: 'two-factor-off',
    label: { de: 'Zwei-Faktor-Anmeldung abgeschaltet', en: 'Two-factor sign-in switched off' },
  },
  {
    value: 'end-sessions',
    label: { de: 'Überall abgemeldet', en: 'Signed out everywhere' },
  },
] as const satisfies Vocabulary
