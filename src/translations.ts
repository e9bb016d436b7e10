/** What the plugins leave untranslated. */
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
