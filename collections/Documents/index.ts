import { labels } from '../../src/lib/say.ts'
import { languages } from '../../src/vocabularies/languages.ts'
import { fileCollection } from '../fileCollection.ts'

/** PDFs for download. */
export const Documents = fileCollection({
  slug: 'documents',
  admin: {
    defaultColumns: ['title', 'language', 'accessible', 'organisation', 'updatedAt'],
    listSearchableFields: ['title', 'filename'],
    useAsTitle: 'title',
  },
  disposition: 'attachment',
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { de: 'Titel', en: 'Title' },
      required: true,
    },
    {
      name: 'language',
      type: 'select',
      defaultValue: 'de',
      label: { de: 'Sprache', en: 'Language' },
      options: [...languages],
      required: true,
    },
    {
      name: 'accessible',
      type: 'checkbox',
      admin: {
        description: {
          de: 'Ob die Datei mit Vorleseprogrammen lesbar ist (PDF/UA).',
          en: 'Whether screen readers can read the file (PDF/UA).',
        },
      },
      defaultValue: false,
      label: { de: 'Barrierefrei', en: 'Accessible' },
    },
  ],
  labels: labels({ de: 'Dokument', en: 'Document' }, { de: 'Dokumente', en: 'Documents' }),
  upload: {
    mimeTypes: ['application/pdf'],
  },
})
