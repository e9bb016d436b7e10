import type { CollectionConfig } from 'payload'

import { createBreadcrumbsField, createParentField } from '@payloadcms/plugin-nested-docs'

import { officeContent } from '../../src/access/content.ts'
import { hiddenFromEditors } from '../../src/admin/hiddenFromEditors.ts'
import { recordChange, recordDeletion } from '../../src/audit/recordInAuditLog.ts'
import { bodyField } from '../../src/fields/richText.ts'
import { draftsWithAutosave } from '../../src/fields/drafts.ts'
import { keepPublished } from '../../src/fields/keepPublished.ts'
import { redirectOldAddress } from '../../src/fields/redirectOldAddress.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { usedInField } from '../../src/fields/usedIn.ts'
import { refuseDeletionInUse } from '../../src/links/refuseDeletionInUse.ts'
import { slugField } from '../../src/fields/slug.ts'
import { officeWarnings } from '../../src/fields/warnings.ts'
import { previewOf } from '../../src/preview/preview.ts'
import { labels } from '../../src/say.ts'
import { keepSearchText, searchFields } from '../../src/search/searchText.ts'
import { answerResavedPage } from './hooks/answerResavedPage.ts'
import {
  refuseToDeleteAbovePublic,
  refuseToHideAbovePublic,
  refuseToPublishBelowDraft,
} from './hooks/keepPathPublic.ts'

const searched = { common: [], localized: ['title', 'intro', 'body'] }

const redirects = redirectOldAddress('pages')

/** The page tree. The nested-docs plugin fills in the breadcrumbs, the seo plugin adds `meta`. */
export const Pages: CollectionConfig<'pages'> = {
  slug: 'pages',
  access: officeContent('pages'),
  admin: {
    defaultColumns: ['title', 'parent', '_status', 'updatedAt'],
    group: { de: 'Inhalte', en: 'Content' },
    hidden: hiddenFromEditors,
    listSearchableFields: ['title', 'slug'],
    preview: previewOf('pages'),
    useAsTitle: 'title',
  },
  custom: { searched },
  defaultPopulate: { breadcrumbs: true, slug: true, title: true },
  defaultSort: 'title',
  fields: [
    officeWarnings('title', 'intro', 'body'),
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
    createParentField('pages', {
      admin: { position: 'sidebar' },
      label: { de: 'Übergeordnete Seite', en: 'Parent page' },
    }),
    createBreadcrumbsField('pages', {
      admin: {
        components: { Diff: '/src/admin/document/NoDifference.tsx#NoDifference' },
        disabled: true,
      },
      label: { de: 'Pfad', en: 'Breadcrumbs' },
    }),
    usedInField,
    seedKeyField,
    ...searchFields,
  ],
  hooks: {
    afterChange: [refuseToHideAbovePublic, redirects.after, recordChange],
    afterDelete: [recordDeletion],
    afterOperation: [answerResavedPage],
    beforeChange: [refuseToPublishBelowDraft, redirects.before, keepSearchText(searched)],
    beforeDelete: [refuseToDeleteAbovePublic],
    beforeOperation: [refuseDeletionInUse('pages'), keepPublished],
  },
  indexes: [{ fields: ['slug', '_status'] }],
  labels: labels({ de: 'Seite', en: 'Page' }, { de: 'Seiten', en: 'Pages' }),
  trash: true,
  versions: draftsWithAutosave,
}
