import type { CollectionConfig } from 'payload'

import { isCoordinator } from '../../src/access/people.ts'
import {
  publishedOrOwnPartner,
  updateOwnPartnerAsDraft,
  versionsOfOwnPartner,
} from '../../src/access/partners.ts'
import { recordChange, recordDeletion } from '../../src/audit/recordInAuditLog.ts'
import { draftsWithAutosave } from '../../src/fields/drafts.ts'
import { keepPublished } from '../../src/fields/keepPublished.ts'
import {
  forgetRedirectsToDeleted,
  redirectOldAddress,
} from '../../src/features/redirects/redirectOldAddress.ts'
import { noteStateBefore, noteStateBeforeDeletion } from '../../src/hooks/publicState.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { usedInField } from '../../src/fields/usedIn.ts'
import { refuseDeletionInUse } from '../../src/links/refuseDeletionInUse.ts'
import { slugField } from '../../src/fields/slug.ts'
import { confirmAddressField } from '../../src/features/address/confirmation.ts'
import { hideAddressEndpoint } from '../../src/features/address/hideAddress.ts'
import {
  hideAddressThroughLocks,
  hideFormerAddress,
  keepAddressSecret,
} from '../../src/features/address/keepAddressSecret.ts'
import {
  askBeforePublishing,
  recordAnswers,
} from '../../src/features/publishing/askBeforePublishing.ts'
import { partnerWarnings } from '../../src/features/secretPlaces/warnings.ts'
import { partnerSteps } from '../../src/review/endpoints.ts'
import { exchangeEndpoints } from '../../src/exchange/endpoints.ts'
import { previewOf } from '../../src/preview/preview.ts'
import { labels } from '../../src/say.ts'
import { keepSearchText, searchFields } from '../../src/search/searchText.ts'
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
import { findBeyondDistricts } from './hooks/findBeyondDistricts.ts'
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
      beforeListTable: ['/src/admin/exchange/Exchange.tsx#Exchange'],
      edit: {
        beforeDocumentControls: [
          '/src/features/address/HideAddressButton.tsx#HideAddressOfDocument',
          '/src/admin/review/ReviewButtons.tsx#ReviewButtons',
          '/src/admin/verification/VerifyButton.tsx#VerifyDocument',
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
  endpoints: [...partnerSteps, ...exchangeEndpoints, hideAddressEndpoint],
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
      recordAnswers,
      tellEditorsOnPublish,
    ],
    afterDelete: [recordDeletion],
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
