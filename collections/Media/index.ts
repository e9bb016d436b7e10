import type { CollectionConfig } from 'payload'

import { anyoneButTrash } from '../../src/access/content.ts'
import { coordinatorOrEditor, coordinatorOrOwnFile } from '../../src/access/partners.ts'
import { audited } from '../../src/audit/recordInAuditLog.ts'
import { environment } from '../../src/environment.ts'
import { neutralFileName, organisationField, protectFile } from '../../src/fields/files.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { usedInField } from '../../src/fields/usedIn.ts'
import {
  askBeforePublishing,
  recordAnswers,
} from '../../src/features/publishing/askBeforePublishing.ts'
import { officeWarnings } from '../../src/features/secretPlaces/warnings.ts'
import { refuseDeletionInUse } from '../../src/links/refuseDeletionInUse.ts'
import { labels } from '../../src/say.ts'

const formatOptions = { format: 'webp', options: { quality: 82 } } as const

/** Images. Re-encoding them as WebP drops the metadata (place, device, author). No SVG. */
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
  ],
  hooks: {
    ...audited,
    afterChange: [...audited.afterChange, recordAnswers],
    beforeChange: [...audited.beforeChange, askBeforePublishing],
    beforeOperation: [refuseDeletionInUse('media'), neutralFileName],
  },
  labels: labels({ de: 'Bild', en: 'Image' }, { de: 'Bilder', en: 'Images' }),
  trash: true,
  upload: {
    adminThumbnail: 'thumbnail',
    focalPoint: true,
    formatOptions,
    imageSizes: [
      { name: 'thumbnail', formatOptions, height: 240, width: 320 },
      { name: 'card', formatOptions, width: 768, withoutEnlargement: true },
      { name: 'wide', formatOptions, width: 1600, withoutEnlargement: true },
    ],
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    modifyResponseHeaders: protectFile('inline'),
    pasteURL: false,
    staticDir: `${environment.dataDirectory}/media`,
  },
}
