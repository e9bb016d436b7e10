import type { CollectionConfig } from 'payload'

import { officeContent } from '../../src/access/content.ts'
import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { recordChange, recordDeletion } from '../../src/features/audit/index.ts'
import { dayAndTime } from '../../src/fields/dates.ts'
import { bodyField } from '../../src/fields/richText.ts'
import { draftsWithSchedule } from '../../src/fields/drafts.ts'
import { keepPublished } from '../../src/hooks/keepPublished.ts'
import { forgetRedirectsToDeleted, redirectOldAddress } from '../../src/features/redirects/index.ts'
import { noteStateBefore, noteStateBeforeDeletion } from '../../src/hooks/publicState.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { refuseDeletionInUse, usedInField } from '../../src/features/links/index.ts'
import { scheduledColumn } from '../../src/features/schedule/index.ts'
import { slugField } from '../../src/fields/slug.ts'
import { askBeforePublishing, recordAnswers } from '../../src/features/publishing/index.ts'
import { officeWarnings } from '../../src/features/secretPlaces/index.ts'
import { previewOf } from '../../src/features/preview/index.ts'
import { tellOfChange, tellOfDeletion } from '../../src/features/webhooks/index.ts'
import { labels } from '../../src/lib/say.ts'
import { keepSearchText, searchFields } from '../../src/features/search/index.ts'
import { topics } from '../../src/vocabularies/topics.ts'
import { findBeyondDistricts } from '../../src/hooks/findBeyondDistricts.ts'

const searched = { common: ['topics'], localized: ['title', 'teaser', 'body'] }

export const News: CollectionConfig<'news'> = {
  slug: 'news',
  access: officeContent('news'),
  admin: {
    defaultColumns: ['title', 'publishedAt', 'topics', '_status', 'scheduled', 'updatedAt'],
    group: { de: 'Inhalte', en: 'Content' },
    hidden: hiddenFromEditors,
    listSearchableFields: ['title', 'teaser', 'slug'],
    preview: previewOf('news'),
    useAsTitle: 'title',
  },
  custom: { searched },
  defaultPopulate: { image: true, publishedAt: true, slug: true, teaser: true, title: true },
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
          de: 'Datum der Meldung. Soll sie erst später erscheinen: beim Veröffentlichen „Zeitplan“ wählen.',
          en: 'Date of the item. To have it appear later, choose "Schedule publish".',
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
    usedInField,
    scheduledColumn,
    seedKeyField,
    ...searchFields,
  ],
  graphQL: { pluralName: 'News', singularName: 'NewsItem' },
  hooks: {
    afterChange: [redirectOldAddress('news'), recordChange, tellOfChange, recordAnswers],
    afterDelete: [recordDeletion, tellOfDeletion],
    beforeChange: [noteStateBefore, askBeforePublishing, keepSearchText(searched)],
    beforeDelete: [noteStateBeforeDeletion, forgetRedirectsToDeleted],
    beforeOperation: [refuseDeletionInUse('news'), keepPublished, findBeyondDistricts],
  },
  indexes: [{ fields: ['slug', '_status'] }, { fields: ['_status', 'deletedAt', 'publishedAt'] }],
  labels: labels({ de: 'Meldung', en: 'News item' }, { de: 'Aktuelles', en: 'News' }),
  trash: true,
  versions: draftsWithSchedule,
}
