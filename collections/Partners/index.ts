import type { CollectionConfig } from 'payload'

import { isCoordinator } from '../../src/access/people.ts'
import {
  publishedOrOwnPartner,
  updateOwnPartnerAsDraft,
  versionsOfOwnPartner,
} from '../../src/access/partners.ts'
import { recordChange, recordDeletion } from '../../src/features/audit/index.ts'
import { draftsWithAutosave } from '../../src/fields/drafts.ts'
import { keepPublished } from '../../src/hooks/keepPublished.ts'
import { forgetRedirectsToDeleted, redirectOldAddress } from '../../src/features/redirects/index.ts'
import { noteStateBefore, noteStateBeforeDeletion } from '../../src/hooks/publicState.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { refuseDeletionInUse, usedInField } from '../../src/features/links/index.ts'
import { slugField } from '../../src/fields/slug.ts'
import {
  confirmAddressField,
  hideAddressEndpoint,
  hideAddressThroughLocks,
  hideFormerAddress,
  keepAddressSecret,
} from '../../src/features/address/index.ts'
import { askBeforePublishing, recordAnswers } from '../../src/features/publishing/index.ts'
import { partnerWarnings } from '../../src/features/secretPlaces/index.ts'
import { reviewSteps } from '../../src/features/review/index.ts'
import { verifyStep } from '../../src/features/verification/index.ts'
import { exchangeEndpoints } from '../../src/features/exchange/index.ts'
import { previewOf } from '../../src/features/preview/index.ts'
import { tellOfChange, tellOfDeletion } from '../../src/features/webhooks/index.ts'
import { labels } from '../../src/lib/say.ts'
import { keepSearchText, searchFields } from '../../src/features/search/index.ts'
import {
  contact,
  internal,
  kind,
  membership,
  names,
  place,
  profile,
  review,
  reviewNotice,
  shownAddressColumn,
  trusted,
} from './fields.ts'
import { endReviewOnPublish, tellEditorsOnPublish } from './hooks/endReviewOnPublish.ts'
import { findBeyondDistricts } from '../../src/hooks/findBeyondDistricts.ts'
import { keepEditorsOnDraft } from './hooks/keepEditorsOnDraft.ts'

const searched = {
  common: ['name', 'shortName', 'kind', 'services', 'targetGroups', 'districts', 'address.town'],
  localized: ['description', 'profile'],
}

export const Partners: CollectionConfig<'partners'> = {
  slug: 'partners',
  access: {
    create: isCoordinator,
    delete: isCoordinator,
    read: publishedOrOwnPartner,
    readVersions: versionsOfOwnPartner,
    update: updateOwnPartnerAsDraft,
  },
  admin: {
    components: {
      beforeListTable: ['/src/features/exchange/Exchange.tsx#Exchange'],
      edit: {
        beforeDocumentControls: [
          '/src/features/address/HideAddressButton.tsx#HideAddressOfDocument',
          '/src/features/review/ReviewButtons.tsx#ReviewButtons',
          '/src/features/verification/VerifyButton.tsx#VerifyDocument',
        ],
      },
    },
    defaultColumns: ['name', 'kind', 'districts', 'shownAddress', '_status', 'updatedAt'],
    group: { de: 'Partner', en: 'Partners' },
    listSearchableFields: ['name', 'shortName', 'address.town'],
    pagination: { defaultLimit: 50 },
    preview: previewOf('partners'),
    useAsTitle: 'name',
  },
  custom: { searched },
  defaultPopulate: { kind: true, logo: true, name: true, shortName: true, slug: true },
  defaultSort: 'name',
  endpoints: [...reviewSteps, verifyStep, ...exchangeEndpoints, hideAddressEndpoint],
  fields: [
    reviewNotice,
    shownAddressColumn,
    ...partnerWarnings,
    confirmAddressField,
    ...names,
    { type: 'tabs', tabs: [profile, contact, place, membership, internal] },
    slugField({ from: 'name' }),
    kind,
    review,
    trusted,
    usedInField,
    seedKeyField,
    ...searchFields,
  ],
  hooks: {
    afterChange: [
      hideFormerAddress,
      redirectOldAddress('partners'),
      recordChange,
      tellOfChange,
      recordAnswers,
      tellEditorsOnPublish,
    ],
    afterDelete: [recordDeletion, tellOfDeletion],
    beforeChange: [
      noteStateBefore,
      askBeforePublishing,
      endReviewOnPublish,
      keepSearchText(searched),
    ],
    beforeDelete: [noteStateBeforeDeletion, forgetRedirectsToDeleted],
    beforeOperation: [
      refuseDeletionInUse('partners'),
      keepEditorsOnDraft,
      hideAddressThroughLocks,
      keepPublished,
      findBeyondDistricts,
    ],
    beforeValidate: [keepAddressSecret],
  },
  indexes: [{ fields: ['slug', '_status'] }, { fields: ['_status', 'deletedAt', 'name'] }],
  labels: labels(
    { de: 'Kooperationspartner', en: 'Partner' },
    { de: 'Kooperationspartner', en: 'Partners' },
  ),
  trash: true,
  versions: draftsWithAutosave,
}
