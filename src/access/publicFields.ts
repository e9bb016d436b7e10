import type { Field, SanitizedConfig, Tab } from 'payload'

import { coordinatorsOnly } from './people.ts'

const kept = ['_status', 'createdAt', 'deletedAt', 'updatedAt']
const file = [
  ...kept,
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
 * The fields that the public gets, by collection or global. Whatever is not on this list is
 * internal: a new field stays closed until somebody decides that it is not.
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
    ...kept,
  ],
  media: ['alt', 'credit', ...file, ...sizes],
  navigation: ['header', 'footer']
    .flatMap((bar) => ['id', 'label', 'page', 'type', 'url'].map((field) => `${bar}.${field}`))
    .concat(kept),
  news: [
    'body',
    'image',
    'partners',
    'publishedAt',
    'slug',
    'teaser',
    'title',
    'topics',
    ...meta,
    ...kept,
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
    ...meta,
    ...kept,
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
    'verifiedAt',
    'website',
    ...kept,
  ],
  redirects: ['from', 'to.reference', 'to.type', 'to.url', ...kept],
  site: [
    'claim',
    'cooperation.partners',
    'cooperation.signedOn',
    'logoText',
    'name',
    'shortName',
    ...kept,
  ],
  standards: [
    'adoptedOn',
    'body',
    'documents',
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
    'validFrom',
    'version',
    ...kept,
  ],
}

/** Collections of which the public gets nothing at all. */
export const closedCollections = [
  'audit-log',
  'frontends',
  'second-factors',
  'users',
  'webhook-deliveries',
  'webhooks',
]

/** Whether the public may read something of a collection or global. */
export const hasPublicFields = (slug: string): boolean => slug in publicFields

/** Fields that hold data, with the path that the API knows them by. */
export type Leaf = { field: Field; isClosed: boolean; path: string }

/** All fields of a collection or global, however nested. `isClosed`: it, or one around it, has a rule. */
export const leavesOf = (fields: (Field | Tab)[], prefix = '', isClosed = false): Leaf[] =>
  fields.flatMap((field): Leaf[] => {
    const path = 'name' in field && field.name ? `${prefix}${field.name}` : undefined
    const closed = isClosed || ('access' in field && field.access?.read !== undefined)
    if ('tabs' in field) {
      return leavesOf(field.tabs, prefix, closed)
    }
    if ('fields' in field) {
      return leavesOf(field.fields, path ? `${path}.` : prefix, closed)
    }
    return path && 'type' in field && field.type !== 'ui' ? [{ field, isClosed: closed, path }] : []
  })

/**
 * Closes to all but coordinators every field that is not public and has no rule of its own.
 *
 * @returns the paths of the fields that nobody has decided on.
 * @throws when nobody has decided on a whole collection or global.
 */
export const closeUndecidedFields = ({ collections, globals }: SanitizedConfig): string[] =>
  [...collections, ...globals]
    .filter(({ slug }) => !slug.startsWith('payload-') && !closedCollections.includes(slug))
    .flatMap(({ fields, slug }) => {
      const allowed = publicFields[slug]
      if (!allowed) {
        throw new Error(
          `"${slug}" is new: decide in src/access/publicFields.ts which of its fields are public.`,
        )
      }
      const undecided = leavesOf(fields).filter(
        ({ isClosed, path }) => !isClosed && !allowed.includes(path),
      )
      for (const { field } of undecided) {
        Object.assign(field, {
          access: { ...('access' in field ? field.access : {}), read: coordinatorsOnly },
        })
      }
      return undecided.map(({ path }) => `${slug}.${path}`)
    })
