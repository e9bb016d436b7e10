import type { Field } from 'payload'

/** Replaces sentences of Payload that are not true here: a version is always restored as a draft. */
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
        'The version of {{versionDate}} will be saved as a new draft. Nothing that is public changes until you publish it.',
      aboutToRestoreGlobal:
        'The version of {{versionDate}} will be saved as a new draft. Nothing that is public changes until you publish it.',
      restoreThisVersion: 'Restore as draft',
    },
  },
}

const seoLabels: Record<string, { de: string; en: string }> = {
  description: { de: 'Beschreibung für Suchmaschinen', en: 'Description for search engines' },
  image: { de: 'Bild für geteilte Links', en: 'Image for shared links' },
  title: { de: 'Titel für Suchmaschinen', en: 'Title for search engines' },
}

/** Labels a field of the SEO plugin in both languages; the plugin itself has English labels only. */
export const labelSEOField = (field: Field): Field => {
  const label = 'name' in field ? seoLabels[field.name] : undefined
  return label ? ({ ...field, label } as Field) : field
}
