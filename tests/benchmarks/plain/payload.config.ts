import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'

/**
 * What somebody gets who takes Payload as it comes, for the same kind of content: drafts, languages, public
 * reads of what is published, one field that is not public. Nothing of this project is in it.
 */
const url = process.env.DATABASE_URL ?? ''

const published = ({ req }: { req: { user: unknown } }) =>
  req.user ? true : { _status: { equals: 'published' } }

const text = (name: string, more = {}) => ({ name, type: 'text' as const, ...more })
const texts = (name: string) => text(name, { hasMany: true })
const localized = { localized: true }
const indexed = { index: true }

export default buildConfig({
  collections: [
    { slug: 'users', auth: true, fields: [] },
    {
      slug: 'media',
      access: { read: () => true },
      fields: [text('alt', localized)],
      upload: { imageSizes: [{ name: 'thumbnail', width: 320 }], staticDir: process.env.DATA_DIR },
    },
    {
      slug: 'partners',
      access: { read: published },
      fields: [
        text('name', indexed),
        text('shortName'),
        text('slug', indexed),
        text('kind', indexed),
        texts('districts'),
        texts('services'),
        texts('languages'),
        {
          name: 'phones',
          type: 'array',
          fields: [text('label', localized), text('number')],
        },
        text('email'),
        text('website'),
        { name: 'description', type: 'textarea', ...localized },
        text('internal', { access: { read: ({ req }: { req: { user: unknown } }) => !!req.user } }),
      ],
      versions: { drafts: true },
    },
    {
      slug: 'news',
      access: { read: published },
      fields: [
        text('title', localized),
        { name: 'teaser', type: 'textarea', ...localized },
        { name: 'body', type: 'richText', ...localized },
        text('slug', indexed),
        { name: 'publishedAt', type: 'date', ...indexed },
        texts('topics'),
        { name: 'image', type: 'upload', relationTo: 'media' },
        { name: 'partners', type: 'relationship', hasMany: true, relationTo: 'partners' },
      ],
      versions: { drafts: true },
    },
  ],
  db: url.startsWith('file:')
    ? sqliteAdapter({ client: { url }, wal: true })
    : mongooseAdapter({ url }),
  editor: lexicalEditor(),
  localization: { defaultLocale: 'de', fallback: true, locales: ['de', 'en'] },
  secret: process.env.PAYLOAD_SECRET ?? '',
  sharp,
  telemetry: false,
})
