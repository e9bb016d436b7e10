import { officeContent } from '../../src/access/content.ts'
import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { scheduledColumn } from '../../src/features/schedule/index.ts'
import { officeWarnings } from '../../src/features/secretPlaces/index.ts'
import { dayAndTime } from '../../src/fields/dates.ts'
import { draftsWithSchedule } from '../../src/fields/drafts.ts'
import { bodyField } from '../../src/fields/richText.ts'
import { slugField } from '../../src/fields/slug.ts'
import { includeWiderReach } from '../../src/hooks/includeWiderReach.ts'
import { labels } from '../../src/lib/say.ts'
import { topics } from '../../src/vocabularies/topics.ts'
import { contentCollection } from '../contentCollection.ts'

export const News = contentCollection({
  slug: 'news',
  access: officeContent('news'),
  admin: {
    defaultColumns: ['title', 'publishedAt', 'topics', '_status', 'scheduled', 'updatedAt'],
    group: { de: 'Inhalte', en: 'Content' },
    hidden: hiddenFromEditors,
    listSearchableFields: ['title', 'teaser', 'slug'],
    useAsTitle: 'title',
  },
  defaultPopulate: {
    image: true,
    path: true,
    publishedAt: true,
    slug: true,
    teaser: true,
    title: true,
    url: true,
  },
  defaultSort: '-publishedAt',
  fields: [
    ...officeWarnings('news'),
    {
      name: 'title',
      type: 'text',
      label: { de: 'Überschrift', en: 'Title' },
      localized: true,
      required: true,
    },
    {
      name: 'teaser',
      type: 'textarea',
      admin: {
        description: {
          de: 'Steht in Übersichten und in Feeds. Höchstens 300 Zeichen.',
          en: 'Shown in overviews and feeds. At most 300 characters.',
        },
      },
      label: { de: 'Anreißer', en: 'Teaser' },
      localized: true,
      maxLength: 300,
    },
    bodyField,
    { name: 'image', type: 'upload', label: { de: 'Bild', en: 'Image' }, relationTo: 'media' },
    slugField({ from: 'title' }),
    {
      name: 'publishedAt',
      type: 'date',
      admin: {
        date: dayAndTime,
        description: {
          de: 'Datum der Meldung. Soll sie erst später erscheinen: im Menü neben „Veröffentlichen“ die „Veröffentlichungsplanung“ wählen.',
          en: 'Date of the item. To publish it later, choose "Schedule Publish" in the menu next to "Publish changes".',
        },
        position: 'sidebar',
      },
      defaultValue: () => new Date().toISOString(),
      index: true,
      label: { de: 'Datum', en: 'Date' },
      required: true,
    },
    {
      name: 'topics',
      type: 'select',
      admin: { position: 'sidebar' },
      hasMany: true,
      label: { de: 'Themen', en: 'Topics' },
      options: [...topics],
    },
    {
      name: 'partners',
      type: 'relationship',
      admin: { position: 'sidebar' },
      hasMany: true,
      label: { de: 'Beteiligte Partner', en: 'Partners concerned' },
      relationTo: 'partners',
    },
    scheduledColumn,
  ],
  graphQL: { pluralName: 'News', singularName: 'NewsItem' },
  indexes: [{ fields: ['_status', 'deletedAt', 'publishedAt'] }],
  labels: labels({ de: 'Meldung', en: 'News item' }, { de: 'Aktuelles', en: 'News' }),
  own: { find: [includeWiderReach] },
  searched: { common: ['topics'], excerpt: 'teaser', localized: ['title', 'teaser', 'body'] },
  versions: draftsWithSchedule,
})
