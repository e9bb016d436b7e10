import type { FlattenedField } from 'payload'

import { publicFields } from '../../access/publicFields.ts'
import { isObject } from '../../lib/isObject.ts'
import type { Rule } from '../limits/checkWhere.ts'
import {
  hopsAfter,
  limits,
  polymorphicFields,
  reference,
  ruleOfField,
} from '../limits/checkWhere.ts'
import type { Content } from './content.ts'
import { codesSchema, nameOfCodes } from './content.ts'
import type { Schema } from './openAPI.ts'
import { arrayOf, orNull, ref } from './openAPI.ts'

/** How many relationships a path may follow. */
const hops = 2

/** What `where`, `sort`, `select` and `populate` may say, as schemas. */
export const questionSchemas = (contents: Content[]): Record<string, Schema> => {
  const collections = contents.filter(({ isGlobal }) => !isGlobal)
  const compared = collections.map((each) => ({
    ...each,
    rules: comparedPaths(each, collections, hops),
  }))
  const conditions = Object.assign(
    {},
    ...compared.flatMap(({ rules }) => Object.values(rules).map(conditionOf)),
  ) as Record<string, Schema>
  return {
    ...conditions,
    Populate: {
      ...optional(
        Object.fromEntries(collections.map(({ name, slug }) => [slug, ref(`${name}Select`)])),
      ),
      description: 'Which fields of related documents to answer, by their collection.',
    },
    ...Object.fromEntries(
      contents.map(({ name, schema }) => [
        `${name}Select`,
        { ...selectOf(schema), description: 'Which fields to answer; or which not, by `false`.' },
      ]),
    ),
    ...Object.fromEntries(
      compared.flatMap(({ name, rules, ...content }) => [
        [`${name}Sort`, sortOf(comparedPaths({ ...content, name }, [], 0))],
        [`${name}Where`, whereOf(name, rules)],
      ]),
    ),
  }
}

/** Every path of public fields that a condition may name, with what `checkWhere` takes of it. */
const comparedPaths = (
  { fields, slug }: Content,
  collections: Content[],
  hops: number,
): Record<string, Rule> => {
  const below = (inner: FlattenedField[], prefix: string, hops: number): [string, Rule][] =>
    inner.flatMap((field): [string, Rule][] => {
      const path = `${prefix}${field.name}`
      if ('virtual' in field && field.virtual === true) {
        return []
      }
      if ('relationTo' in field && Array.isArray(field.relationTo)) {
        return publicFields[slug]?.includes(path)
          ? [[`${path}.value`, polymorphicFields.value]]
          : []
      }
      if ('flattenedFields' in field) {
        // Payload cannot follow a relationship out of a group.
        return below(field.flattenedFields, `${path}.`, 0)
      }
      if (!publicFields[slug]?.includes(path)) {
        return []
      }
      const hopsLeft = hopsAfter(field, hops)
      const related =
        'relationTo' in field && hopsLeft >= 0
          ? collections.find((each) => each.slug === field.relationTo)
          : undefined
      return [
        [path, field.name === 'id' ? reference : ruleOfField(field)],
        ...(related ? inside(path, comparedPaths(related, collections, hopsLeft)) : []),
      ]
    })
  return { id: reference, ...Object.fromEntries(below(fields, '', hops)) }
}

const inside = (path: string, rules: Record<string, Rule>): [string, Rule][] =>
  Object.entries(rules).map(([name, rule]) => [`${path}.${name}`, rule])

const whereOf = (name: string, rules: Record<string, Rule>): Schema => {
  const several = arrayOf(ref(`${name}Where`), { maxItems: limits.conditions, minItems: 1 })
  return {
    ...optional({
      and: { ...several, description: 'All of these.' },
      or: { ...several, description: 'Any of these.' },
      ...Object.fromEntries(
        Object.entries(rules).map(([path, rule]) => [path, ref(conditionNameOf(rule))]),
      ),
    }),
    description: `At most ${limits.conditions} conditions, ${limits.nesting} levels deep.`,
    minProperties: 1,
  }
}

const conditionNameOf = ({ codes, kind, operators }: Rule): string => {
  if (codes) {
    // A name does not begin with a digit.
    const own = codes
      .map(capital)
      .join('Or')
      .replace(/^(?=\d)/, 'Code')
    return `${nameOfCodes(codes) ?? own}Condition`
  }
  const ofKind = {
    date: 'DateCondition',
    flag: 'FlagCondition',
    id: 'IDCondition',
    number: 'NumberCondition',
    text: 'TextCondition',
  }[kind]
  return operators.includes('not_equals')
    ? ofKind
    : operators.includes('equals')
      ? 'ReferenceCondition'
      : 'PresenceCondition'
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

/** One condition: each operator that a field supports, with the values that it takes. */
const conditionOf = (rule: Rule): Record<string, Schema> => ({
  [conditionNameOf(rule)]: {
    ...optional(
      Object.fromEntries(rule.operators.map((operator) => [operator, valueOf(operator, rule)])),
    ),
    minProperties: 1,
  },
})

const shortText: Schema = { maxLength: limits.characters, type: 'string' }

const valueOf = (operator: string, { codes, kind }: Rule): Schema => {
  const value: Schema = codes
    ? codesSchema(codes)
    : {
        date: {
          anyOf: [
            { format: 'date-time', type: 'string' },
            { format: 'date', type: 'string' },
          ],
        },
        flag: { type: 'boolean' },
        id: ref('ID'),
        number: { type: 'number' },
        text: shortText,
      }[kind]
  switch (operator) {
    case 'exists':
      return { description: 'Whether there is a value.', type: 'boolean' }
    case 'equals':
    case 'not_equals':
      return orNull(value)
    case 'in':
      return arrayOf(value, { description: 'Any of these.', maxItems: limits.values, minItems: 1 })
    case 'not_in':
      return arrayOf(value, { description: 'None of these.', maxItems: limits.values, minItems: 1 })
    case 'contains':
      return { ...shortText, description: 'This text is a part of it, whatever the case.' }
    case 'like':
      return { ...shortText, description: 'All of these words are parts of it, whatever the case.' }
    case 'not_like':
      return { ...shortText, description: 'This text is no part of it.' }
    default:
      return value
  }
}

const sortOf = (rules: Record<string, Rule>): Schema =>
  arrayOf(
    {
      enum: Object.entries(rules)
        .filter(([, { operators }]) => operators.includes('not_equals'))
        .flatMap(([path]) => [path, `-${path}`]),
      type: 'string',
    },
    { description: 'Fields to sort by, `-` for descending.', maxItems: 5, minItems: 1 },
  )

/** What is answered whatever is selected, or only if something else asks for it. */
const notSelected = ['distance', 'fallbacks', 'globalType', 'id']

/** A schema of what a query may select of a document. */
const selectOf = ({ items, properties }: Schema): Schema => {
  const inner = isObject(items) ? items : { properties }
  return optional(
    Object.fromEntries(
      Object.entries((inner.properties ?? {}) as Record<string, Schema>)
        .filter(([name]) => !notSelected.includes(name))
        .map(([name, each]) => [
          name,
          isObject(each.properties) || (isObject(each.items) && each.items.properties)
            ? { anyOf: [{ type: 'boolean' }, selectOf(each)] }
            : { type: 'boolean' },
        ]),
    ),
  )
}

const optional = (properties: Schema): Schema => ({
  additionalProperties: false,
  properties,
  type: 'object',
})
