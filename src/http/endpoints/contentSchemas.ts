import type { FlattenedField, SanitizedConfig } from 'payload'

import { configToJSONSchema } from 'payload'

import { publicFields } from '../../access/publicFields.ts'
import { hasFacets } from '../../addresses/filters.ts'
import { isObject } from '../../lib/isObject.ts'
import { locales } from '../../vocabularies/locales.ts'
import { richTextSchemas } from '../shapes/richTextSchema.ts'

type Schema = Record<string, unknown>

const codes = locales.map(({ code }) => code)

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** What the schema of a list is called. */
export const listOf = (slug: string): string => `${slug}-list`

/** What the schema of the same in all languages at once is called. */
export const inAllLanguages = (name: string): string => `${name}-in-all-languages`

/**
 * The schemas of all content, made from the config; fields are those of the closed list. Each is there twice: in one
 * language, and in all at once.
 */
export const contentSchemas = ({
  collections,
  globals,
  ...config
}: SanitizedConfig): Record<string, Schema> => {
  const { definitions = {} } = configToJSONSchema({ collections, globals, ...config }, 'text') as {
    definitions?: Record<string, Schema>
  }
  const entities: Entity[] = [
    ...collections.map((each) => ({ ...each, isGlobal: false })),
    ...globals.map((each) => ({ ...each, isGlobal: true })),
  ]
  const schemas = entities.flatMap((entity): [string, Schema][] => {
    const { isGlobal, slug } = entity
    const fields = publicFields[slug]
    if (!fields) {
      return []
    }
    const schema = publicPart(definitions[slug] ?? {}, ['id', ...fields])
    return [
      [slug, schemaOf(entity, schema)],
      [inAllLanguages(slug), schemaInAllLanguages(entity, schema)],
      ...(isGlobal
        ? []
        : [slug, inAllLanguages(slug)].map((name): [string, Schema] => [
            listOf(name),
            listSchema(slug, name),
          ])),
    ]
  })
  return {
    ...Object.fromEntries(schemas),
    ...(withRefs(richTextSchemas(), (slug) => ({
      anyOf: [ref(slug), ref(inAllLanguages(slug))],
    })) as Record<string, Schema>),
    Fallbacks: {
      additionalProperties: { enum: codes },
      description:
        'Only with `fallback=mark`: the fields that are not in the language that was asked for, such as `title` or `steps.0.actor`, and the language that they are in.',
      type: 'object',
    },
  }
}

type Entity = { flattenedFields: FlattenedField[]; isGlobal: boolean; slug: string }

const schemaOf = (entity: Entity, schema: Schema): Schema =>
  withRefs(whole(entity, withTexts(schema, entity.flattenedFields, orNull)), ref) as Schema

const schemaInAllLanguages = (entity: Entity, schema: Schema): Schema =>
  withRefs(whole(entity, withTexts(schema, entity.flattenedFields, byLanguage)), (slug) =>
    ref(inAllLanguages(slug)),
  ) as Schema

const whole = ({ isGlobal, slug }: Entity, { properties, ...schema }: Schema): Schema => ({
  ...schema,
  ...(!isGlobal && { required: ['id'] }),
  properties: {
    ...(properties as Schema),
    ...(slug === 'partners' && {
      distance: { description: 'From `near`, in kilometres.', type: 'number' },
    }),
    fallbacks: ref('Fallbacks'),
    ...(isGlobal && { globalType: { type: 'string' } }),
  },
})

/** @param name of the schema of a document. */
const listSchema = (slug: string, name: string): Schema => ({
  additionalProperties: false,
  properties: {
    docs: { items: ref(name), type: 'array' },
    ...(hasFacets(slug) && { facets: ref('Facets') }),
    hasNextPage: { type: 'boolean' },
    hasPrevPage: { type: 'boolean' },
    limit: { type: 'integer' },
    nextPage: { type: ['integer', 'null'] },
    page: { type: 'integer' },
    pagingCounter: { type: 'integer' },
    prevPage: { type: ['integer', 'null'] },
    totalDocs: { type: 'integer' },
    totalPages: { type: 'integer' },
  },
  required: ['docs', 'totalDocs'],
  type: 'object',
})

/** A schema that null fits as well. */
const orNull = (schema: Schema): Schema => {
  if (schema.type) {
    return { ...schema, type: [...new Set([schema.type, 'null'].flat())] }
  }
  const others = [schema.anyOf ?? schema].flat() as Schema[]
  return { anyOf: [...others.filter(({ type }) => type !== 'null'), { type: 'null' }] }
}

/** An object with a value for each language in which there is one. */
const byLanguage = (schema: Schema): Schema => ({
  additionalProperties: false,
  description: 'By language; without fallback.',
  properties: Object.fromEntries(codes.map((code) => [code, orNull(schema)])),
  type: ['object', 'null'],
})

const richText: Schema = {
  anyOf: [
    ref('RichText'),
    { description: 'With `format`: as HTML, or as plain text.', type: 'string' },
  ],
}

/**
 * A schema in which rich text is described, and localised fields are what they are in a reply.
 *
 * @param localized makes the schema of a localised field of that of its value.
 */
const withTexts = (
  schema: Schema,
  fields: FlattenedField[],
  localized: (schema: Schema) => Schema,
): Schema => {
  if (isObject(schema.items)) {
    return { ...schema, items: withTexts(schema.items, fields, localized) }
  }
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(
    ([name, value]): [string, Schema] => {
      const field = fields.find((each) => each.name === name)
      const inside =
        field?.type === 'richText'
          ? orNull(richText)
          : field && 'flattenedFields' in field
            ? withTexts(value, field.flattenedFields, localized)
            : value
      return [name, field?.localized ? localized(inside) : inside]
    },
  )
  return { ...schema, properties: Object.fromEntries(properties) }
}

/** Leaves of a schema those properties whose path is on the list, and the groups around them. */
const publicPart = (schema: Schema, fields: readonly string[], prefix = ''): Schema => {
  if (isObject(schema.items)) {
    return { ...schema, items: publicPart(schema.items, fields, prefix) }
  }
  if (!isObject(schema.properties)) {
    return schema
  }
  const properties = Object.entries(schema.properties).flatMap(([name, value]) => {
    const path = `${prefix}${name}`
    const inside = fields.some((field) => field.startsWith(`${path}.`))
    return fields.includes(path) || inside
      ? [[name, inside ? publicPart(value as Schema, fields, `${path}.`) : value]]
      : []
  })
  // A query may leave any field out.
  return { ...schema, required: [], properties: Object.fromEntries(properties) as Schema }
}

/**
 * The same schema, with references as OpenAPI has them, without hints for TypeScript, and with null
 * among the values where a field may have none.
 *
 * @param refTo the reference to a document of a collection.
 */
const withRefs = (value: unknown, refTo: (slug: string) => Schema): unknown => {
  if (Array.isArray(value)) {
    return value.map((each) => withRefs(each, refTo))
  }
  if (!isObject(value)) {
    return value
  }
  if (Array.isArray(value.enum) && Array.isArray(value.type) && !value.enum.includes(null)) {
    return withRefs({ ...value, enum: [...(value.enum as unknown[]), null] }, refTo)
  }
  const [, slug] = /^#\/definitions\/(.*)$/.exec(String(value.$ref)) ?? []
  return slug === undefined
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => name !== 'tsType')
          .map(([name, each]) => [
            // Where several of them may be null, null is not exactly one of them.
            name === 'oneOf' && countNullable(each) > 1 ? 'anyOf' : name,
            withRefs(each, refTo),
          ]),
      )
    : refTo(slug)
}

const countNullable = (schemas: unknown): number =>
  [schemas].flat().filter((each) => isObject(each) && [each.type].flat().includes('null')).length
