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

/** Images. Encoding them anew as WebP drops the metadata (place, device, author). No SVG. */
export const Media: CollectionConfig<'media'> = {
  slug: 'media',
  access: {
    create: coordinatorOrEditor,
    delete: coordinatorOrOwnFile,
    read: anyoneButTrash,
    update: coordinatorOrOwnFile,
  },
  admin: {
    defaultColumns: ['filename', 'alt', 'organisation', 'updatedAt'],
    group: { de: 'Dateien', en: 'Files' },
    listSearchableFields: ['alt', 'credit', 'filename'],
  },
  fields: [
    ...officeWarnings('media'),
    {
      name: 'alt',
      type: 'text',
      admin: {
        description: {
          de: 'Was auf dem Bild zu sehen ist, für Menschen, die es nicht sehen.',
          en: 'What the image shows, for people who do not see it.',
        },
      },
      label: { de: 'Alternativtext', en: 'Alternative text' },
      localized: true,
      required: true,
    },
    {
      name: 'credit',
      type: 'text',
      admin: { placeholder: { de: 'Foto: …', en: 'Photo: …' } },
      label: { de: 'Bildnachweis', en: 'Credit' },
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
    beforeOperation: [refuseDeletionInUse('media'), prepareUpload('media')],
  },
  labels: labels({ de: 'Bild', en: 'Image' }, { de: 'Bilder', en: 'Images' }),
  trash: true,
  upload: {
    adminThumbnail: 'thumbnail',
    disableLocalStorage: true,
    // A duplicate comes without; `prepareUpload` asks everybody else for one.
    filesRequiredOnCreate: false,
    focalPoint: true,
    handlers: [serveFile('inline')],
    // Made by `makeSizes`; here they are fields of the document.
    imageSizes: [
      { name: 'thumbnail', height: 240, width: 320 },
      { name: 'card', width: 768 },
      { name: 'wide', width: 1600 },
    ],
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    pasteURL: false,
  },
}
