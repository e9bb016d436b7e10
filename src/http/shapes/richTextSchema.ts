import { fieldsToJSONSchema, flattenAllFields } from 'payload'

import { linkableCollections } from '../../addresses/paths.ts'
import { textBlocks } from '../../fields/richText.ts'

type Schema = Record<string, unknown>

const component = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` })

const capitalized = (name: string): string => name.replace(/^./, (first) => first.toUpperCase())

/** One of several schemas, told apart by a property that has another value in each. */
const oneOf = (propertyName: string, names: Record<string, string>): Schema => ({
  discriminator: {
    mapping: Object.fromEntries(
      Object.entries(names).map(([value, name]) => [value, component(name).$ref]),
    ),
    propertyName,
  },
  oneOf: Object.values(names).map(component),
})

/** An object with these properties, of which some may be missing, and no others. */
const exactly = (required: Schema, optional: Schema = {}): Schema => ({
  additionalProperties: false,
  properties: { ...required, ...optional },
  required: Object.keys(required),
  type: 'object',
})

const string = { type: 'string' }
const integer = { type: 'integer' }
const alignment = { enum: ['', 'center', 'end', 'justify', 'left', 'right', 'start'] }

const formatOfText = {
  description:
    'The sum of 1 (bold), 2 (italic), 4 (struck through), 8 (underlined), 16 (code), 32 (subscript), 64 (superscript).',
  type: 'integer',
}

/** A related document: its id, or what a reply shows of it. */
const related = (slug: string): Schema => ({ anyOf: [string, { $ref: `#/definitions/${slug}` }] })

/** A node with others in it. */
const around = (type: string, required: Schema = {}, optional: Schema = {}): Schema =>
  exactly(
    {
      children: { items: component('RichTextNode'), type: 'array' },
      direction: { enum: ['ltr', 'rtl', null] },
      format: alignment,
      indent: integer,
      type: { const: type },
      version: integer,
      ...required,
    },
    optional,
  )

const leaf = (type: string, required: Schema = {}, optional: Schema = {}): Schema =>
  exactly({ type: { const: type }, version: integer, ...required }, optional)

/** Where a link leads. */
const linkFields = exactly(
  { linkType: { enum: ['custom', 'internal'] } },
  {
    doc: {
      anyOf: [
        ...linkableCollections.map((slug) =>
          exactly({ relationTo: { const: slug }, value: related(slug) }),
        ),
        { type: 'null' },
      ],
      description: 'Where an internal link leads.',
    },
    newTab: { type: ['boolean', 'null'] },
    url: {
      description: 'Where any other link leads: `/…`, `#…`, `http(s):`, `mailto:` or `tel:`.',
      type: ['string', 'null'],
    },
  },
)

const ofText = { detail: integer, mode: { enum: ['normal', 'segmented', 'token'] }, style: string }

const nodes: Record<string, Schema> = {
  autolink: around('autolink', { fields: linkFields }, { id: string }),
  block: leaf('block', { fields: component('RichTextBlockFields') }, { format: alignment }),
  heading: around('heading', { tag: { enum: ['h2', 'h3', 'h4'] } }),
  horizontalrule: leaf('horizontalrule'),
  linebreak: leaf('linebreak'),
  link: around('link', { fields: linkFields }, { id: string }),
  list: around('list', {
    listType: { enum: ['bullet', 'number'] },
    start: integer,
    tag: { enum: ['ol', 'ul'] },
  }),
  listitem: around('listitem', { value: integer }),
  paragraph: around('paragraph', {}, { textFormat: integer, textStyle: string }),
  quote: around('quote'),
  tab: leaf('tab', {}, { format: integer, text: string, ...ofText }),
  text: leaf('text', { format: formatOfText, text: string }, ofText),
  upload: leaf(
    'upload',
    { relationTo: { const: 'media' }, value: related('media') },
    { fields: { type: ['object', 'null'] }, format: alignment, id: string },
  ),
}

/** The fields of a block, made from the config of the editor. */
const blockFields = ({ fields, slug }: (typeof textBlocks)[number]): Schema => {
  const { properties, required } = fieldsToJSONSchema(
    idTypes,
    flattenAllFields({ fields }),
    new Map(),
  )
  const own = {
    blockName: { type: ['string', 'null'] },
    blockType: { const: slug },
    id: string,
  }
  return {
    ...exactly({}, { ...properties, ...own }),
    required: [...required.filter((name) => name !== 'id'), 'blockType'],
  }
}

const idTypes = Object.fromEntries(
  ['documents', 'partners'].map((slug) => [slug, 'string' as const]),
)

const nameOfNode = (type: string): string => `RichText${capitalized(type)}`
const nameOfBlock = (slug: string): string => `RichTextBlock${capitalized(slug)}`

const byName = (names: string[], nameOf: (name: string) => string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, nameOf(name)]))

/**
 * The schemas of rich text, for the description of the API: nodes by their `type`, blocks by their `blockType`, as
 * the editor makes them. Related documents are `#/definitions/…`.
 */
export const richTextSchemas = (): Record<string, Schema> => ({
  RichText: exactly({ root: around('root') }),
  RichTextNode: oneOf('type', byName(Object.keys(nodes), nameOfNode)),
  ...Object.fromEntries(Object.entries(nodes).map(([type, node]) => [nameOfNode(type), node])),
  RichTextBlockFields: oneOf(
    'blockType',
    byName(
      textBlocks.map(({ slug }) => slug),
      nameOfBlock,
    ),
  ),
  ...Object.fromEntries(textBlocks.map((block) => [nameOfBlock(block.slug), blockFields(block)])),
})
