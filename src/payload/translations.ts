import type { Field } from 'payload'

/** What Payload says otherwise than it is here: a version is restored as a draft, for everybody. */
export const translations = {
  de: {
    version: {
      aboutToRestore:
        'Der Stand vom {{versionDate}} wird als neuer Entwurf gespeichert. Öffentlich ändert sich nichts, bis Sie ihn veröffentlichen.',
      aboutToRestoreGlobal:
        'Der Stand vom {{versionDate}} wird als neuer Entwurf gespeichert. Öffentlich ändert sich nichts, bis Sie ihn veröffentlichen.',
      restoreThisVersion: 'Als Entwurf wiederherstellen',
    },
  },
  en: {
    version: {
      aboutToRestore:
        'The state of {{versionDate}} will be saved as a new draft. Nothing changes in public until you publish it.',
      aboutToRestoreGlobal:
        'The state of {{versionDate}} will be saved as a new draft. Nothing changes in public until you publish it.',
      restoreThisVersion: 'Restore as a draft',
    },
  },
}

const seoLabels: Record<string, { de: string; en: string }> = {
  description: { de: 'Beschreibung für Suchmaschinen', en: 'Description for search engines' },
  image: { de: 'Bild für geteilte Links', en: 'Image for shared links' },
  title: { de: 'Titel für Suchmaschinen', en: 'Title for search engines' },
}

/** Names a field of the seo plugin in both languages; the plugin has English only. */
export const labelSEOField = (field: Field): Field => {
  const label = 'name' in field ? seoLabels[field.name] : undefined
  return label ? ({ ...field, label } as Field) : field
}
