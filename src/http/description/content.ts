import type { FlattenedField, SanitizedConfig } from 'payload'

import { configToJSONSchema } from 'payload'

import { hasPublicFields, publicFields } from '../../access/publicFields.ts'
import { validatePostalCode, validateWebAddress } from '../../fields/validators.ts'
import { isObject } from '../../lib/isObject.ts'
import { textOfLabel } from '../../lib/say.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import { locales } from '../../vocabularies/locales.ts'
import { richTextSchemas } from '../shapes/richTextSchema.ts'
import type { Schema } from './openAPI.ts'
import { object, orNull, ref } from './openAPI.ts'

/** A collection or global of which the public may read something. */
export type Content = {
  fields: FlattenedField[]
  hasFiles: boolean
  isGlobal: boolean
  /** What one document is called, as in GraphQL: `NewsItem`. */
  name: string
  schema: Schema
  slug: string
}

/** What the public may read, with the closed list of its fields as a schema. */
export const contentOf = (config: SanitizedConfig): Content[] => {
  const { definitions = {} } = configToJSONSchema(config, 'text') as {
    definitions?: Record<string, Schema>
  }
  const stored: Omit<Content, 'name' | 'schema'>[] = [
    ...config.collections.map(({ flattenedFields: fields, slug, upload }) => ({
      fields,
      hasFiles: Boolean(upload),
      isGlobal: false,
      slug,
    })),
    ...config.globals.map(({ flattenedFields: fields, slug }) => ({
      fields,
      hasFiles: false,
      isGlobal: true,
      slug,
    })),
  ].filter(({ slug }) => hasPublicFields(slug))
  const names = Object.fromEntries(
    stored.map(({ slug }) => [
      slug,
      nameInGraphQL(config, slug) ?? String(definitions[slug]?.title),
    ]),
  )
  return stored.map((each) => {
    const { fields, isGlobal, slug } = each
    const schema = definitions[slug] ?? {}
    const paths = ['id', ...(publicFields[slug] ?? [])]
    const { properties } = publicPart({ fields, names, paths, prefix: '', schema })
    return {
      ...each,
      name: names[slug] ?? '',
      // A query may leave any field out, but for the id.
      schema: object(
        {
          ...(properties as Schema),
          id: ref('ID'),
          ...(slug === 'partners' && {
            distance: { description: 'From `near`, in kilometres.', minimum: 0, type: 'number' },
          }),
          fallbacks: ref('Fallbacks'),
          ...(isGlobal && { globalType: { type: 'string' } }),
        },
        isGlobal ? [] : ['id'],
      ),
    }
  })
}

const nameInGraphQL = ({ collections }: SanitizedConfig, slug: string): string | undefined => {
  const graphQL = collections.find((each) => each.slug === slug)?.graphQL
  return graphQL ? graphQL.singularName : undefined
}

/** What schemas of vocabularies are called. */
const vocabularyNames = {
  accessibility: 'Accessibility',
  addressVisibility: 'AddressVisibility',
  districts: 'District',
  kinds: 'OrganisationKind',
  languages: 'Language',
  membershipStatus: 'MembershipStatus',
  reach: 'Reach',
  services: 'Service',
  standardStatus: 'StandardStatus',
  targetGroups: 'TargetGroup',
  topics: 'Topic',
  weekdays: 'Weekday',
} as const satisfies Record<keyof typeof publicVocabularies, string>

/** The name of the schema of codes, if they are those of a vocabulary. */
export const nameOfCodes = (codes: readonly unknown[]): string | undefined => {
  const [vocabulary] =
    Object.entries(publicVocabularies).find(
      ([, terms]) => terms.map(({ value }) => value).join() === codes.join(),
    ) ?? []
  return vocabulary && vocabularyNames[vocabulary as keyof typeof vocabularyNames]
}

/** The codes of a field: those of a vocabulary by its name. */
export const codesSchema = (codes: readonly unknown[]): Schema => {
  const name = nameOfCodes(codes)
  return name ? ref(name) : { enum: [...codes], type: 'string' }
}

/** Schemas of ids, languages and the codes of all vocabularies. */
export const termSchemas = (): Record<string, Schema> => ({
  ID: {
    description: 'The id of a document.',
    pattern: '^(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$',
    type: 'string',
  },
  Locale: {
    description: `A language of the content (BCP 47): ${locales.map(({ code, label }) => `\`${code}\` ${label.en}`).join(', ')}.`,
    enum: locales.map(({ code }) => code),
    type: 'string',
  },
  ...Object.fromEntries(
    Object.entries(publicVocabularies).map(([vocabulary, terms]) => [
      vocabularyNames[vocabulary as keyof typeof vocabularyNames],
      {
        description: `${terms.map(({ label, value }) => `\`${value}\` ${label.en}`).join(', ')}.`,
        enum: terms.map(({ value }) => value),
        type: 'string',
      },
    ]),
  ),
})

type Part = {
  fields: FlattenedField[]
  /** Names of schemas, by slug. */
  names: Record<string, string>
  /** Those that are public. */
  paths: readonly string[]
  prefix: string
  schema: Schema
}

/** Leaves of a schema those properties whose path is on the list, and the groups around them. */
const publicPart = ({ fields, names, paths, prefix, schema }: Part): Schema => {
  if (isObject(schema.items)) {
    const items = publicPart({ fields, names, paths, prefix, schema: schema.items })
    return { ...schema, items }
  }
  const properties = Object.entries(schema.properties as Record<string, Schema>).flatMap(
    ([name, value]) => {
      const path = `${prefix}${name}`
      const isAround = paths.some((each) => each.startsWith(`${path}.`))
      if (!isAround && !paths.includes(path)) {
        return []
      }
      const field = fields.find((each) => each.name === name)
      const inner = field && 'flattenedFields' in field ? field.flattenedFields : []
      const own = isAround
        ? publicPart({ fields: inner, names, paths, prefix: `${path}.`, schema: value })
        : typeSchema(value, field, names)
      const described = { ...withoutHints(own), ...labelOf(field), ...limitsOf(field) }
      // Without a fallback, what is not translated has no text.
      return [[name, isLocalized(field) ? nullable(described) : described]]
    },
  )
  return { ...schema, properties: Object.fromEntries(properties) as Schema, required: [] }
}

const isLocalized = (field: FlattenedField | undefined): boolean =>
  field !== undefined && 'localized' in field && field.localized === true

const nullable = (schema: Schema): Schema =>
  schema.type === 'string' ? { ...schema, type: ['string', 'null'] } : schema

/** What editors are told of a field says little to whoever reads it, and what TypeScript calls it is for this project. */
const withoutHints = (schema: Schema): Schema =>
  Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => !['description', 'tsType'].includes(keyword)),
  )

const labelOf = (field: FlattenedField | undefined): { description?: string } => {
  const description = field && 'label' in field ? textOfLabel(field.label).en : ''
  return description === '' ? {} : { description }
}

/** What is known of the values of a field beyond their type. */
const limitsOf = (field: FlattenedField | undefined): Schema => {
  const limits: Schema =
    field?.type === 'date'
      ? { format: 'date-time' }
      : field?.type === 'email'
        ? { format: 'idn-email' }
        : field?.type === 'number'
          ? { maximum: field.max, minimum: field.min }
          : field?.type === 'array'
            ? { maxItems: field.maxRows, minItems: field.minRows }
            : field?.type === 'text' || field?.type === 'textarea'
              ? { ...formatOf(field), maxLength: field.maxLength }
              : {}
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined))
}

const formatOf = (field: FlattenedField): Schema => {
  const validate = 'validate' in field ? (field.validate as unknown) : undefined
  if (validate === validateWebAddress) {
    return { format: 'iri' }
  }
  if (validate === validatePostalCode) {
    return { pattern: '^\\d{5}$' }
  }
  return /^(?:thumbnailURL|url)$/.test(field.name) ? { format: 'iri-reference' } : {}
}

/** Rich text as a tree, or, with `format`, as a text. */
const richText: Schema = {
  anyOf: [
    ref('RichText'),
    { description: 'With `format`: as HTML, or as plain text.', type: 'string' },
    { type: 'null' },
  ],
}

/** The schema of one field: codes, ids, related documents and rich text by the names of their schemas. */
const typeSchema = (
  schema: Schema,
  field: FlattenedField | undefined,
  names: Record<string, string>,
): Schema => (field?.type === 'richText' ? richText : withRefs(schema, names))

const withRefs = (schema: Schema, names: Record<string, string>): Schema => {
  const { enum: values, items, oneOf, properties, type, ...rest } = withoutHints(schema)
  const isNullable = Array.isArray(type) && type.includes('null')
  if (Array.isArray(values)) {
    const codes = codesSchema(values.filter((value) => value !== null))
    return isNullable ? orNull(codes) : codes
  }
  if (typeof schema.$ref === 'string') {
    return ref(names[schema.$ref.replace('#/definitions/', '')] ?? '')
  }
  if (Array.isArray(oneOf)) {
    return relation(oneOf as Schema[], names)
  }
  return {
    ...rest,
    ...(type !== undefined && { type }),
    ...(isObject(items) && { items: withRefs(items, names) }),
    ...(isObject(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, withRefs(each as Schema, names)]),
      ),
    }),
  }
}

/** A related document, by its id or filled in; where it may be one of several kinds, with its collection. */
const relation = (alternatives: Schema[], names: Record<string, string>): Schema => {
  const isNullable = alternatives.some(({ type }) => Array.isArray(type) && type.includes('null'))
  const schemas = alternatives.map(({ type, ...rest }) =>
    [type].flat().includes('string')
      ? ref('ID')
      : withRefs({ ...rest, ...(type !== undefined && { type: withoutNull(type) }) }, names),
  )
  return { anyOf: [...schemas, ...(isNullable ? [{ type: 'null' }] : [])] }
}

/** Schemas of rich text, whose blocks and links show documents. */
export const textSchemas = (contents: Content[]): Record<string, Schema> =>
  refsToNames(
    richTextSchemas(),
    Object.fromEntries(contents.map(({ name, slug }) => [slug, name])),
  ) as Record<string, Schema>

const refsToNames = (value: unknown, names: Record<string, string>): unknown => {
  if (Array.isArray(value)) {
    return value.map((each) => refsToNames(each, names))
  }
  if (!isObject(value)) {
    return value
  }
  const [, slug] = /^#\/definitions\/(.*)$/.exec(String(value.$ref)) ?? []
  return slug === undefined
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => name !== 'tsType')
          .map(([name, each]) => [
            // Where several of them may be null, null is not exactly one of them.
            name === 'oneOf' && !('discriminator' in value) ? 'anyOf' : name,
            refsToNames(each, names),
          ]),
      )
    : ref(names[slug] ?? '')
}

const withoutNull = (type: unknown): unknown =>
  Array.isArray(type) ? type.find((each) => each !== 'null') : type
