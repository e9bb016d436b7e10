import type { CollectionConfig } from 'payload'

import { anyoneButTrash } from '../../src/access/content.ts'
import { coordinatorOrEditor, coordinatorOrOwnFile } from '../../src/access/partners.ts'
import { audited } from '../../src/features/audit/index.ts'
import {
  noteFiles,
  prepareUpload,
  removeFilesWithDocument,
  serveFile,
  withoutFile,
} from '../../src/features/files/index.ts'
import { refuseDeletionInUse, usedInField } from '../../src/features/links/index.ts'
import { askBeforePublishing, recordAnswers } from '../../src/features/publishing/index.ts'
import { officeWarnings } from '../../src/features/secretPlaces/index.ts'
import { tellOfChange, tellOfDeletion } from '../../src/features/webhooks/index.ts'
import { organisationField } from '../../src/fields/files.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { labels } from '../../src/lib/say.ts'
import { languages } from '../../src/vocabularies/languages.ts'

/** PDFs to download. */
export const Documents: CollectionConfig<'documents'> = {
  slug: 'documents',
  access: {
    create: coordinatorOrEditor,
    delete: coordinatorOrOwnFile,
    read: anyoneButTrash,
    update: coordinatorOrOwnFile,
  },
  admin: {
    defaultColumns: ['title', 'language', 'accessible', 'organisation', 'updatedAt'],
    group: { de: 'Dateien', en: 'Files' },
    listSearchableFields: ['title', 'filename'],
    useAsTitle: 'title',
  },
  fields: [
    ...officeWarnings('documents'),
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
    organisationField,
    usedInField,
    seedKeyField,
    withoutFile,
  ],
  hooks: {
    ...audited,
    afterChange: [...audited.afterChange, tellOfChange, recordAnswers],
    afterDelete: [...audited.afterDelete, tellOfDeletion],
    beforeChange: [noteFiles, ...audited.beforeChange, askBeforePublishing],
    beforeDelete: [...audited.beforeDelete, removeFilesWithDocument],
    beforeOperation: [refuseDeletionInUse('documents'), prepareUpload('documents')],
  },
  labels: labels({ de: 'Dokument', en: 'Document' }, { de: 'Dokumente', en: 'Documents' }),
  trash: true,
  upload: {
    disableLocalStorage: true,
    // A duplicate comes without; `prepareUpload` asks everybody else for one.
    filesRequiredOnCreate: false,
    handlers: [serveFile('attachment')],
    mimeTypes: ['application/pdf'],
    pasteURL: false,
  },
}
