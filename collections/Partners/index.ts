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
import { redirectOldAddress } from '../../src/fields/redirectOldAddress.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { slugField } from '../../src/fields/slug.ts'
import { partnerWarnings } from '../../src/fields/warnings.ts'
import { reviewEndpoints } from '../../src/review/endpoints.ts'
import { labels } from '../../src/say.ts'
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
  trusted,
} from './fields.ts'
import { endReviewOnPublish, tellEditorsOnPublish } from './hooks/endReviewOnPublish.ts'
import { keepEditorsOnDraft } from './hooks/keepEditorsOnDraft.ts'
import { refuseAddressThatMustStaySecret } from './hooks/refuseAddressThatMustStaySecret.ts'

const redirects = redirectOldAddress('partners')

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
      edit: { beforeDocumentControls: ['/src/admin/review/ReviewButtons.tsx#ReviewButtons'] },
    },
    defaultColumns: ['name', 'kind', 'districts', '_status', 'updatedAt'],
    group: { de: 'Partner', en: 'Partners' },
    listSearchableFields: ['name', 'shortName', 'address.town'],
    pagination: { defaultLimit: 50 },
    useAsTitle: 'name',
  },
  defaultPopulate: { kind: true, logo: true, name: true, shortName: true, slug: true },
  defaultSort: 'name',
  endpoints: reviewEndpoints,
  fields: [
    reviewNotice,
    partnerWarnings,
    ...names,
    { type: 'tabs', tabs: [profile, contact, place, membership, internal] },
    slugField({ from: 'name' }),
    kind,
    review,
    trusted,
    seedKeyField,
  ],
  hooks: {
    afterChange: [redirects.after, recordChange, tellEditorsOnPublish],
    afterDelete: [recordDeletion],
    beforeChange: [endReviewOnPublish, redirects.before],
    beforeOperation: [keepEditorsOnDraft, keepPublished],
    beforeValidate: [refuseAddressThatMustStaySecret],
  },
  indexes: [{ fields: ['slug', '_status'] }, { fields: ['_status', 'name'] }],
  labels: labels(
    { de: 'Kooperationspartner', en: 'Partner' },
    { de: 'Kooperationspartner', en: 'Partners' },
  ),
  trash: true,
  versions: draftsWithAutosave,
}
