import type { Field } from 'payload'

/** What the redirects plugin leaves untranslated. */
export const translations = {
  de: {
    'plugin-redirects': {
      customUrl: 'Eigene Adresse',
      documentToRedirect: 'Dokument, auf das weitergeleitet wird',
      fromUrl: 'Alte Adresse',
      internalLink: 'Dokument',
      redirectType: 'Art der Weiterleitung',
      toUrlType: 'Ziel',
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
