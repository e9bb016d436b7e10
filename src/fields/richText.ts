import type { Block, Field, FieldHook, RichTextField, TextFieldSingleValidation } from 'payload'

import { randomBytes } from 'node:crypto'

import {
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
  UploadFeature,
  BlockquoteFeature,
} from '@payloadcms/richtext-lexical'

import { linkableCollections } from '../addresses/paths.ts'
import { isObject } from '../lib/isObject.ts'
import { isRichText, nodesIn } from '../lib/richText.ts'
import { safeLink } from '../lib/safeLink.ts'
import { say } from '../lib/say.ts'
import { districts } from '../vocabularies/districts.ts'
import { organisationKinds } from '../vocabularies/organisationKinds.ts'
import { unsafeLinkHint } from './links.ts'

/** Shows in the editor's link form what `keepLinksSafe` would refuse on saving. */
const validateLink: TextFieldSingleValidation = (value, { req, siblingData }) =>
  (siblingData as { linkType?: unknown }).linkType === 'internal' ||
  safeLink(value) !== undefined ||
  say(req, unsafeLinkHint)

const features = [
  ParagraphFeature(),
  // The title of the document is the h1.
  HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
  BoldFeature(),
  ItalicFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  BlockquoteFeature(),
  HorizontalRuleFeature(),
  LinkFeature({
    enabledCollections: linkableCollections,
    fields: ({ defaultFields }) =>
      defaultFields.map((field) =>
        field.name === 'url' ? { ...field, hooks: {}, validate: validateLink } : field,
      ) as Field[],
  }),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
]

/** The editor for text without blocks. */
export const textEditor = lexicalEditor({ features })

const callout: Block = {
  slug: 'callout',
  fields: [
    {
      name: 'tone',
      type: 'select',
      defaultValue: 'info',
      label: { de: 'Art', en: 'Tone' },
      options: [
        { label: { de: 'Hinweis', en: 'Information' }, value: 'info' },
        { label: { de: 'Wichtig', en: 'Important' }, value: 'important' },
        { label: { de: 'Warnung', en: 'Warning' }, value: 'warning' },
      ],
      required: true,
    },
    { name: 'title', type: 'text', label: { de: 'Überschrift', en: 'Title' } },
    { name: 'text', type: 'textarea', label: { de: 'Text', en: 'Text' }, required: true },
  ],
  labels: {
    plural: { de: 'Hinweiskästen', en: 'Callouts' },
    singular: { de: 'Hinweiskasten', en: 'Callout' },
  },
}

const partnerList: Block = {
  slug: 'partnerList',
  fields: [
    { name: 'title', type: 'text', label: { de: 'Überschrift', en: 'Title' } },
    {
      name: 'kinds',
      type: 'select',
      admin: { description: { de: 'Leer: alle.', en: 'Empty: all.' } },
      hasMany: true,
      label: { de: 'Art der Organisation', en: 'Kind of organisation' },
      options: [...organisationKinds],
    },
    {
      name: 'districts',
      type: 'select',
      admin: { description: { de: 'Leer: alle.', en: 'Empty: all.' } },
      hasMany: true,
      label: { de: 'Landkreise und kreisfreie Städte', en: 'Districts' },
      options: [...districts],
    },
  ],
  labels: {
    plural: { de: 'Partnerlisten', en: 'Partner lists' },
    singular: { de: 'Partnerliste', en: 'Partner list' },
  },
}

const downloads: Block = {
  slug: 'downloads',
  fields: [
    { name: 'title', type: 'text', label: { de: 'Überschrift', en: 'Title' } },
    {
      name: 'documents',
      type: 'upload',
      hasMany: true,
      label: { de: 'Dokumente', en: 'Documents' },
      relationTo: 'documents',
      required: true,
    },
  ],
  labels: {
    plural: { de: 'Downloads', en: 'Downloads' },
    singular: { de: 'Downloads', en: 'Downloads' },
  },
}

const contact: Block = {
  slug: 'contact',
  fields: [
    { name: 'title', type: 'text', label: { de: 'Überschrift', en: 'Title' } },
    {
      name: 'partner',
      type: 'relationship',
      label: { de: 'Partner', en: 'Partner' },
      relationTo: 'partners',
      required: true,
    },
  ],
  labels: {
    plural: { de: 'Kontakte', en: 'Contacts' },
    singular: { de: 'Kontakt', en: 'Contact' },
  },
}

/** The blocks that a text may hold. */
export const textBlocks = [callout, partnerList, downloads, contact]

/** The collections to which fields of blocks refer, such as `partners` for `contact.partner`. */
export const blockRelations: Record<string, string> = Object.fromEntries(
  textBlocks.flatMap(({ fields, slug }) =>
    fields.flatMap((field) =>
      (field.type === 'relationship' || field.type === 'upload') &&
      typeof field.relationTo === 'string'
        ? [[`${slug}.${field.name}`, field.relationTo]]
        : [],
    ),
  ),
)

/** Gives blocks an id that they keep: Payload makes a new one up at each reading of one that has none. */
const nameBlocks: FieldHook = ({ value }) => {
  for (const { fields, type } of isRichText(value) ? nodesIn(value) : []) {
    if (type === 'block' && isObject(fields)) {
      fields.id ??= randomBytes(12).toString('hex')
    }
  }
  return value
}

/** The main text of a document, with images and blocks. */
export const bodyField: RichTextField = {
  name: 'body',
  type: 'richText',
  admin: { disableListFilter: true },
  editor: lexicalEditor({
    features: [
      ...features,
      UploadFeature({ enabledCollections: ['media'] }),
      BlocksFeature({ blocks: textBlocks }),
    ],
  }),
  hooks: { beforeChange: [nameBlocks] },
  label: { de: 'Text', en: 'Text' },
  localized: true,
}
