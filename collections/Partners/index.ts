import {
  publishedOrOwnPartner,
  updateOwnPartnerAsDraft,
  versionsOfOwnPartner,
} from '../../src/access/partners.ts'
import { isCoordinator } from '../../src/access/people.ts'
import {
  confirmAddressField,
  hideAddressEndpoint,
  hideAddressThroughLocks,
  hideFormerAddress,
  keepAddressSecret,
} from '../../src/features/address/index.ts'
import { exchangeEndpoints } from '../../src/features/exchange/index.ts'
import { reviewSteps } from '../../src/features/review/index.ts'
import { partnerWarnings } from '../../src/features/secretPlaces/index.ts'
import { verifyStep } from '../../src/features/verification/index.ts'
import { slugField } from '../../src/fields/slug.ts'
import { includeWiderReach } from '../../src/hooks/includeWiderReach.ts'
import { labels } from '../../src/lib/say.ts'
import { contentCollection } from '../contentCollection.ts'
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
import { keepEditorsOnDraft } from './hooks/keepEditorsOnDraft.ts'

export const Partners = contentCollection({
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
    useAsTitle: 'name',
  },
  defaultPopulate: {
    kind: true,
    logo: true,
    name: true,
    path: true,
    shortName: true,
    slug: true,
    url: true,
  },
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
  ],
  indexes: [{ fields: ['_status', 'deletedAt', 'sortKey'] }],
  labels: labels(
    { de: 'Kooperationspartner', en: 'Partner' },
    { de: 'Kooperationspartner', en: 'Partners' },
  ),
  own: {
    fill: [endReviewOnPublish],
    find: [includeWiderReach],
    follow: [hideFormerAddress],
    prepare: [keepEditorsOnDraft, hideAddressThroughLocks],
    tell: [tellEditorsOnPublish],
    validate: [keepAddressSecret],
  },
  searched: {
    common: ['name', 'shortName', 'kind', 'services', 'targetGroups', 'districts', 'address.town'],
    excerpt: 'description',
    localized: ['description', 'profile'],
  },
})
