import { officeContent } from '../../src/access/content.ts'
import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { officeWarnings } from '../../src/features/secretPlaces/index.ts'
import { bodyField } from '../../src/fields/richText.ts'
import { slugField } from '../../src/fields/slug.ts'
import { labels } from '../../src/lib/say.ts'
import { contentCollection } from '../contentCollection.ts'
import { breadcrumbsField, parentField, pathField } from './fields.ts'
import { detachDescendants, keepPath, moveDescendants } from './hooks/keepPath.ts'
import {
  refuseToDeleteAbovePublic,
  refuseToHideAbovePublic,
  refuseToPublishBelowDraft,
} from './hooks/keepPathPublic.ts'

/** The page tree. The SEO plugin adds `meta`. */
export const Pages = contentCollection({
  slug: 'pages',
  access: officeContent('pages'),
  admin: {
    defaultColumns: ['title', 'parent', '_status', 'updatedAt'],
    group: { de: 'Inhalte', en: 'Content' },
    hidden: hiddenFromEditors,
    listSearchableFields: ['title', 'slug'],
    useAsTitle: 'title',
  },
  defaultPopulate: { path: true, slug: true, title: true, url: true },
  defaultSort: 'title',
  fields: [
    breadcrumbsField,
    ...officeWarnings('pages'),
    {
      name: 'title',
      type: 'text',
      label: { de: 'Titel', en: 'Title' },
      localized: true,
      required: true,
    },
    {
      name: 'intro',
      type: 'textarea',
      admin: {
        description: {
          de: 'Ein oder zwei Sätze, die über dem Text und in Übersichten stehen.',
          en: 'One or two sentences above the text and in overviews.',
        },
      },
      label: { de: 'Einleitung', en: 'Introduction' },
      localized: true,
    },
    bodyField,
    slugField({ from: 'title' }),
    parentField,
    pathField,
  ],
  labels: labels({ de: 'Seite', en: 'Page' }, { de: 'Seiten', en: 'Pages' }),
  own: {
    detach: [detachDescendants],
    fill: [keepPath],
    follow: [moveDescendants],
    refuse: [refuseToPublishBelowDraft, refuseToHideAbovePublic],
    refuseDeletion: [refuseToDeleteAbovePublic],
  },
  searched: { common: [], excerpt: 'intro', localized: ['title', 'intro', 'body'] },
})
