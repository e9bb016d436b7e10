import type { PublicEffectOf } from '../database/revision.ts'

const systemFields = ['_status', 'createdAt', 'deletedAt', 'updatedAt']
const file = [
  ...systemFields,
  'filename',
  'filesize',
  'focalX',
  'focalY',
  'height',
  'mimeType',
  'thumbnailURL',
  'url',
  'width',
]
const sizes = ['thumbnail', 'card', 'wide'].flatMap((size) =>
  ['filename', 'filesize', 'height', 'mimeType', 'url', 'width'].map(
    (field) => `sizes.${size}.${field}`,
  ),
)
const meta = ['meta.description', 'meta.image', 'meta.title']

/**
 * The fields that the public may read, by collection or global. All others are internal: a new field
 * stays closed until somebody puts it on this list.
 */
export const publicFields: Record<string, readonly string[]> = {
  documents: ['accessible', 'language', 'title', ...file],
  emergency: [
    'notice',
    'phones.id',
    'phones.label',
    'phones.note',
    'phones.number',
    'quickExit',
    ...systemFields,
  ],
  media: ['alt', 'credit', ...file, ...sizes],
  navigation: ['header', 'footer']
    .flatMap((bar) =>
      ['id', 'label', 'page', 'path', 'type', 'url'].map((field) => `${bar}.${field}`),
    )
    .concat(systemFields),
  news: [
    'body',
    'image',
    'partners',
    'path',
    'publishedAt',
    'slug',
    'teaser',
    'title',
    'topics',
    'url',
    ...meta,
    ...systemFields,
  ],
  pages: [
    'body',
    'breadcrumbs.doc',
    'breadcrumbs.id',
    'breadcrumbs.isFallback',
    'breadcrumbs.label',
    'breadcrumbs.url',
    'intro',
    'parent',
    'path',
    'slug',
    'title',
    'url',
    ...meta,
    ...systemFields,
  ],
  partners: [
    'accessibility',
    'address.latitude',
    'address.longitude',
    'address.postalCode',
    'address.street',
    'address.town',
    'address.visibility',
    'description',
    'districts',
    'documents',
    'email',
    'kind',
    'languages',
    'logo',
    'membership.since',
    'membership.status',
    'name',
    'openingHours.closes',
    'openingHours.day',
    'openingHours.id',
    'openingHours.note',
    'openingHours.opens',
    'path',
    'phones.freeOfCharge',
    'phones.hiddenOnBill',
    'phones.hours',
    'phones.id',
    'phones.label',
    'phones.number',
    'profile',
    'reach',
    'reviewDue',
    'services',
    'shortName',
    'slug',
    'targetGroups',
    'url',
    'verifiedAt',
    'website',
    ...systemFields,
  ],
  redirects: ['from', 'to.reference', 'to.type', 'to.url', 'type', ...systemFields],
  site: [
    'claim',
    'cooperation.partners',
    'cooperation.signedOn',
    'logoText',
    'name',
    'shortName',
    ...systemFields,
  ],
  standards: [
    'adoptedOn',
    'body',
    'documents',
    'editions.doc',
    'editions.id',
    'editions.status',
    'editions.title',
    'editions.version',
    'path',
    'reference',
    'responsible',
    'reviewDue',
    'scope',
    'slug',
    'status',
    'steps.action',
    'steps.actor',
    'steps.deadline',
    'steps.id',
    'steps.legalBasis',
    'supersedes',
    'title',
    'url',
    'validFrom',
    'version',
    ...systemFields,
  ],
}

/** Collections of which the public may read nothing. */
export const closedCollections = [
  'audit-log',
  'frontends',
  'public-changes',
  'second-factors',
  'users',
  'webhook-deliveries',
  'webhooks',
]

/** Whether the public may read anything of a collection or global. */
export const hasPublicFields = (slug: string): boolean => Object.hasOwn(publicFields, slug)

/**
 * Where a document shows something of another one, it names its id, but for two: breadcrumbs may leave the ids
 * out, and a text does not name an image that may not be read. Globals and redirects are shown by no document.
 */
const effects: Record<string, ReturnType<PublicEffectOf>> = {
  documents: 'document',
  emergency: 'global',
  media: 'image',
  navigation: 'global',
  news: 'document',
  pages: 'tree',
  partners: 'document',
  redirects: 'replies',
  site: 'global',
  // Each shows the titles of those that came before and after it.
  standards: 'everything',
}

/** What a write to a collection or global can change of what the public reads. */
export const publicEffectOf: PublicEffectOf = (slug) =>
  hasPublicFields(slug) ? (effects[slug] ?? 'everything') : 'nothing'
