import type { FlattenedField } from 'payload'

import { publicFields } from '../../access/publicFields.ts'
import { isObject } from '../../lib/isObject.ts'
import { isRichText, readRichText } from '../../lib/richText.ts'
import type { Text } from '../../lib/say.ts'
import { textOfLabel } from '../../lib/say.ts'
import { locales } from '../../vocabularies/locales.ts'

/** A text that is public, or will be once the document is published. */
export type PublicText = {
  /** The label of the field. */
  field: Text
  /** undefined: the same in all languages. */
  locale: string | undefined
  text: string
}

type Data = Record<string, unknown>

type Source = {
  /** What is being saved, in one language; or in all, as objects by language. */
  data: unknown
  /** The stored document, for the other languages; undefined for a new one. */
  stored: unknown
}

const textTypes = ['email', 'richText', 'text', 'textarea']

/** Fields that the server computes, and neutral file names that it makes. */
const notSearched = /^(?:breadcrumbs\.|filename$|mimeType$|path$|sizes\.|thumbnailURL$|url$)/

const codes: string[] = locales.map(({ code }) => code)

/** Whether a value holds texts by language. */
const isByLocale = (value: unknown): value is Data =>
  isObject(value) && !isRichText(value) && Object.keys(value).some((key) => codes.includes(key))

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return [value]
  }
  if (isRichText(value)) {
    const { otherStrings, text } = readRichText(value)
    return [text, otherStrings]
  }
  return Array.isArray(value) ? value.flatMap(stringsIn) : []
}

const labelOf = (field: FlattenedField): Text =>
  textOfLabel('label' in field ? field.label : field.name)

const at = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

/**
 * All public texts of a document: in the language that is being saved, as they will be; in all others, as
 * they are stored.
 *
 * @param slug of the collection or global.
 * @param locale the language of `data`.
 */
export const publicTextsOf = ({
  data,
  fields,
  locale,
  slug,
  stored,
}: { fields: FlattenedField[]; locale: string; slug: string } & Source): PublicText[] => {
  const textsIn = (inside: FlattenedField[], source: Source, prefix: string): PublicText[] =>
    inside.flatMap((field): PublicText[] => {
      const path = `${prefix}${field.name}`
      const value = at(source.data, field.name)
      const storedValue = at(source.stored, field.name)
      if ('flattenedFields' in field) {
        return (Array.isArray(value) ? value : [value]).flatMap((row: unknown) =>
          textsIn(
            field.flattenedFields,
            {
              data: row,
              stored: Array.isArray(storedValue) ? sameRow(row, storedValue) : storedValue,
            },
            `${path}.`,
          ),
        )
      }
      if (!isPublicText(field, path)) {
        return []
      }
      const found = (text: unknown, language: string | undefined): PublicText[] =>
        stringsIn(text).map((each) => ({ field: labelOf(field), locale: language, text: each }))
      if (!field.localized) {
        return found(value, undefined)
      }
      const saved = isByLocale(value) ? value : { [locale]: value }
      const others = isByLocale(storedValue) ? storedValue : {}
      return Object.entries({ ...others, ...saved }).flatMap(([code, text]) => found(text, code))
    })

  const isPublicText = (field: FlattenedField, path: string): boolean =>
    textTypes.includes(field.type) &&
    (publicFields[slug]?.includes(path) ?? false) &&
    !notSearched.test(path)

  return textsIn(fields, { data, stored }, '')
}

const sameRow = (row: unknown, rows: unknown[]): unknown =>
  rows.find((each) => at(each, 'id') !== undefined && at(each, 'id') === at(row, 'id'))
