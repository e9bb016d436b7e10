import { labels } from '../../src/lib/say.ts'
import { fileCollection } from '../fileCollection.ts'

/** Images. They are encoded as WebP, which drops their metadata (place, device, author). No SVG. */
export const Media = fileCollection({
  slug: 'media',
  admin: {
    defaultColumns: ['filename', 'alt', 'organisation', 'updatedAt'],
    listSearchableFields: ['alt', 'credit', 'filename'],
  },
  disposition: 'inline',
  fields: [
    {
      name: 'alt',
      type: 'text',
      admin: {
        description: {
          de: 'Was auf dem Bild zu sehen ist, für Menschen, die es nicht sehen.',
          en: 'What the image shows, for people who cannot see it.',
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
  ],
  labels: labels({ de: 'Bild', en: 'Image' }, { de: 'Bilder', en: 'Images' }),
  upload: {
    adminThumbnail: 'thumbnail',
    focalPoint: true,
    // `makeSizes` makes these copies; here they only define fields of the document.
    imageSizes: [
      { name: 'thumbnail', height: 240, width: 320 },
      { name: 'card', width: 768 },
      { name: 'wide', width: 1600 },
    ],
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
  },
})
