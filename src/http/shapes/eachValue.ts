import type { FlattenedField, Payload } from 'payload'

import { flattenAllFields } from 'payload'

import { hasPublicFields } from '../../access/publicFields.ts'
import type { LocaleCode } from '../../addresses/localeOf.ts'
import { textBlocks } from '../../fields/richText.ts'
import { isObject } from '../../lib/isObject.ts'
import { ownValue } from '../../lib/ownValue.ts'
import { isRichText, nodesIn } from '../../lib/richText.ts'
import { locales } from '../../vocabularies/locales.ts'

type Values = Record<string, unknown>

/** A document or a global as it is in a reply. */
export type Shown = { doc: Values; slug: string }

/** A value of a field, and where it is. */
export type Place = {
  field: FlattenedField
  /** What holds it. */
  holder: Values
  /** The language that it stands under, where a reply is in all of them. */
  language?: LocaleCode
  /** What it is called there: by its field, or by its language. */
  name: string
  /** From the document on, with the numbers of rows: `steps.0.actor`. */
  path: string
  value: unknown
}

const codes = locales.map(({ code }) => code as string)

/** Whether a value is one for each language. */
const isByLanguage = (value: unknown): value is Values =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => codes.includes(key))

/** Visits every value of some fields, in groups and rows as well; not what related documents hold. */
export const eachValue = (
  fields: FlattenedField[],
  holder: Values,
  visit: (place: Place) => void,
  prefix = '',
): void => {
  for (const field of fields) {
    for (const place of placesOf(field, holder, `${prefix}${field.name}`)) {
      visit(place)
      const rows = Array.isArray(place.value) ? (place.value as unknown[]) : undefined
      for (const [index, row] of (rows ?? [place.value]).entries()) {
        if (isObject(row)) {
          const path = rows ? `${place.path}.${index}` : place.path
          eachValue(fieldsInside(field, row), row, visit, `${path}.`)
        }
      }
    }
  }
}

const placesOf = (field: FlattenedField, holder: Values, path: string): Place[] => {
  const value = holder[field.name]
  if (value === undefined || value === null) {
    return []
  }
  return field.localized && isByLanguage(value)
    ? Object.keys(value).map((language) => ({
        field,
        holder: value,
        language: language as LocaleCode,
        name: language,
        path,
        value: value[language],
      }))
    : [{ field, holder, name: field.name, path, value }]
}

/** The fields of a group, or of a row of a list. */
const fieldsInside = (field: FlattenedField, row: Values): FlattenedField[] => {
  if (field.type === 'blocks') {
    return field.blocks.find(({ slug }) => slug === row.blockType)?.flattenedFields ?? []
  }
  return 'flattenedFields' in field ? field.flattenedFields : []
}

/** The fields of a collection or a global. */
export const fieldsOf = ({ collections, globals }: Payload, slug: string): FlattenedField[] =>
  ownValue(collections, slug)?.config.flattenedFields ??
  globals.config.find((global) => global.slug === slug)?.flattenedFields ??
  []

/** A document, and all that it shows of others, in its texts as well. */
export const documentsIn = (payload: Payload, shown: Shown): Shown[] => {
  const related: Shown[] = []
  eachValue(fieldsOf(payload, shown.slug), shown.doc, (place) => {
    related.push(...relatedIn(place))
  })
  return [shown, ...related.flatMap((each) => documentsIn(payload, each))]
}

const fieldsOfBlocks = Object.fromEntries(
  textBlocks.map(({ fields, slug }) => [slug, flattenAllFields({ fields })]),
)

const relatedIn = ({ field, value }: Pick<Place, 'field' | 'value'>): Shown[] => {
  if (field.type === 'richText') {
    return isRichText(value) ? nodesIn(value).flatMap(relatedInNode) : []
  }
  if (field.type !== 'relationship' && field.type !== 'upload') {
    return []
  }
  return [value].flat().flatMap((each) => {
    const named = isObject(each) && 'relationTo' in each ? each : { ...field, value: each }
    return shownBy(named)
  })
}

/** Nothing of a collection that is closed to the public, which a text may name if somebody has stored it. */
const shownBy = ({ relationTo, value }: Values): Shown[] =>
  typeof relationTo === 'string' && hasPublicFields(relationTo) && isObject(value)
    ? [{ doc: value, slug: relationTo }]
    : []

const relatedInNode = ({ fields, type, ...node }: Values): Shown[] => {
  if (type === 'upload') {
    return shownBy(node)
  }
  if (!isObject(fields)) {
    return []
  }
  if (type !== 'block') {
    return isObject(fields.doc) ? shownBy(fields.doc) : []
  }
  const related: Shown[] = []
  eachValue(ownValue(fieldsOfBlocks, String(fields.blockType)) ?? [], fields, (place) => {
    related.push(...relatedIn(place))
  })
  return related
}
