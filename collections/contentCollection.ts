import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
} from 'payload'

import type { LinkableCollection } from '../src/addresses/paths.ts'
import { recordChange, recordDeletion } from '../src/features/audit/index.ts'
import { refuseDeletionInUse, usedInField } from '../src/features/links/index.ts'
import { previewOf } from '../src/features/preview/index.ts'
import { askBeforePublishing, recordAnswers } from '../src/features/publishing/index.ts'
import { forgetRedirectsToDeleted, redirectOldAddress } from '../src/features/redirects/index.ts'
import type { Searched } from '../src/features/search/index.ts'
import { keepSearchText, searchFields } from '../src/features/search/index.ts'
import { tellOfChange, tellOfDeletion } from '../src/features/webhooks/index.ts'
import { addressFields } from '../src/fields/address.ts'
import { draftsWithAutosave } from '../src/fields/drafts.ts'
import { seedKeyField } from '../src/fields/seedKey.ts'
import { sortKeyField } from '../src/fields/sortKey.ts'
import { keepPublished } from '../src/hooks/keepPublished.ts'
import { noteStateBefore, noteStateBeforeDeletion } from '../src/hooks/publicState.ts'
import type { BeforeOperation } from '../src/lib/beforeOperation.ts'

/** Hooks of one collection, named by their place among those that all content has. */
type OwnHooks = {
  /** Lets go of what belonged to a document, once it may be deleted. */
  detach?: CollectionBeforeDeleteHook[]
  /** Fills in what follows from a change that may be made. */
  fill?: CollectionBeforeChangeHook[]
  /** Narrows, or widens, what an operation does, once it is clear whether it publishes. */
  find?: BeforeOperation[]
  /** Takes along what belongs to a document, before anybody is told where it is now. */
  follow?: CollectionAfterChangeHook[]
  /** Decides whether an operation publishes, or goes through a lock. */
  prepare?: BeforeOperation[]
  /** Refuses a change, before publishing is asked about. */
  refuse?: CollectionBeforeChangeHook[]
  refuseDeletion?: CollectionBeforeDeleteHook[]
  /** Tells people, once everything is written. */
  tell?: CollectionAfterChangeHook[]
  validate?: NonNullable<CollectionConfig['hooks']>['beforeValidate']
}

type Content<Slug extends LinkableCollection> = {
  own?: OwnHooks
  searched: Searched
  slug: Slug
} & Omit<CollectionConfig<Slug>, 'custom' | 'hooks' | 'slug' | 'trash'>

/**
 * A collection of content: with drafts, versions and trash, an address on the website, previews, search,
 * audit log, webhooks and redirects. The order of hooks is fixed here, for each relies on the ones before:
 *
 * - what there was is noted before anything changes, for all that compare with it;
 * - refusals come before questions, so that nobody is asked about what is not possible anyway;
 * - what is searched is put together last, of what will be stored;
 * - addresses have settled when redirects are made, and redirects are made when webhooks are told.
 */
export const contentCollection = <Slug extends LinkableCollection>({
  admin,
  fields,
  indexes = [],
  own = {},
  searched,
  slug,
  versions = draftsWithAutosave,
  ...rest
}: Content<Slug>): CollectionConfig<Slug> => ({
  ...rest,
  slug,
  admin: { ...admin, preview: previewOf(slug) },
  custom: { isContent: true, searched },
  fields: [
    ...fields,
    ...addressFields(slug),
    usedInField,
    seedKeyField,
    ...searchFields,
    slug === 'partners'
      ? sortKeyField('name', { localized: false })
      : sortKeyField('title', { localized: true }),
  ],
  hooks: {
    afterChange: [
      ...(own.follow ?? []),
      redirectOldAddress(slug),
      recordChange,
      tellOfChange,
      recordAnswers,
      ...(own.tell ?? []),
    ],
    afterDelete: [recordDeletion, tellOfDeletion],
    beforeChange: [
      noteStateBefore,
      ...(own.refuse ?? []),
      askBeforePublishing,
      ...(own.fill ?? []),
      keepSearchText(searched),
    ],
    beforeDelete: [
      noteStateBeforeDeletion,
      ...(own.refuseDeletion ?? []),
      forgetRedirectsToDeleted,
      ...(own.detach ?? []),
    ],
    beforeOperation: [
      refuseDeletionInUse(slug),
      ...(own.prepare ?? []),
      keepPublished,
      ...(own.find ?? []),
    ],
    beforeValidate: own.validate ?? [],
  },
  indexes: [{ fields: ['slug', '_status'] }, ...indexes],
  trash: true,
  versions,
})
