import type { CollectionConfig } from 'payload'

import { officeContent } from '../../src/access/content.ts'
import { forgetRedirectsToDeleted, redirectOldAddress } from '../../src/features/redirects/index.ts'
import { noteStateBefore, noteStateBeforeDeletion } from '../../src/hooks/publicState.ts'
import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { recordChange, recordDeletion } from '../../src/features/audit/index.ts'
import { bodyField } from '../../src/fields/richText.ts'
import { draftsWithAutosave } from '../../src/fields/drafts.ts'
import { keepPublished } from '../../src/hooks/keepPublished.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { refuseDeletionInUse, usedInField } from '../../src/features/links/index.ts'
import { slugField } from '../../src/fields/slug.ts'
import { askBeforePublishing, recordAnswers } from '../../src/features/publishing/index.ts'
import { officeWarnings } from '../../src/features/secretPlaces/index.ts'
import { previewOf } from '../../src/features/preview/index.ts'
import { tellOfChange, tellOfDeletion } from '../../src/features/webhooks/index.ts'
import { labels } from '../../src/lib/say.ts'
import { keepSearchText, searchFields } from '../../src/features/search/index.ts'
import { breadcrumbsField, parentField, pathField } from './fields.ts'
import { detachDescendants, keepPath, moveDescendants } from './hooks/keepPath.ts'
import {
  refuseToDeleteAbovePublic,
  refuseToHideAbovePublic,
  refuseToPublishBelowDraft,
} from './hooks/keepPathPublic.ts'

const searched = { common: [], localized: ['title', 'intro', 'body'] }

/** The page tree. The seo plugin adds `meta`. */
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
  defaultPopulate: { path: true, slug: true, title: true },
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
    usedInField,
    seedKeyField,
    ...searchFields,
  ],
  hooks: {
    afterChange: [
      moveDescendants,
      redirectOldAddress('pages'),
      recordChange,
      tellOfChange,
      recordAnswers,
    ],
    afterDelete: [recordDeletion, tellOfDeletion],
    beforeChange: [
      noteStateBefore,
      refuseToPublishBelowDraft,
      refuseToHideAbovePublic,
      askBeforePublishing,
      keepPath,
      keepSearchText(searched),
    ],
    beforeDelete: [
      noteStateBeforeDeletion,
      refuseToDeleteAbovePublic,
      forgetRedirectsToDeleted,
      detachDescendants,
    ],
    beforeOperation: [refuseDeletionInUse('pages'), keepPublished],
  },
  indexes: [{ fields: ['slug', '_status'] }],
  labels: labels({ de: 'Seite', en: 'Page' }, { de: 'Seiten', en: 'Pages' }),
  trash: true,
  versions: draftsWithAutosave,
}
