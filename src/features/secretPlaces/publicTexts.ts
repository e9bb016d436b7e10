import type { FlattenedField } from 'payload'

import { publicFields } from '../../access/publicFields.ts'
import { isObject } from '../../lib/isObject.ts'
import { isRichText, readRichText } from '../../lib/richText.ts'
import type { Text } from '../../lib/say.ts'
import { textOfLabel } from '../../lib/say.ts'
import { locales } from '../../vocabularies/locales.ts'

/** A text that the public reads, or would read once the document is published. */
export type PublicText = {
  /** What the form calls the field. */
  field: Text
  /** undefined: the same in all languages. */
  locale: string | undefined
  text: string
}

type Data = Record<string, unknown>

type Source = {
  /** What is saved, in one language - or in all, as objects by language. */
  data: unknown
  /** As the database holds it, for the other languages; undefined: there are none yet. */
  stored: unknown
}

const textTypes = ['email', 'richText', 'text', 'textarea']

/** What the server computes, and what it makes of file names. */
const leftOut = /^(?:breadcrumbs\.|filename$|mimeType$|path$|sizes\.|thumbnailURL$|url$)/

const codes: string[] = locales.map(({ code }) => code)

/** Whether a value holds texts by language. */
const isByLocale = (value: unknown): value is Data =>
  isObject(value) && !isRichText(value) && Object.keys(value).some((key) => codes.includes(key))

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return [value]
  }
  if (isRichText(value)) {
    const { otherStrings: others, text } = readRichText(value)
    return [text, others]
  }
  return Array.isArray(value) ? value.flatMap(stringsIn) : []
}

const labelOf = (field: FlattenedField): Text =>
  textOfLabel('label' in field ? field.label : field.name)

const at = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

/**
 * Every public text of a document, in all languages: the language that is being saved as it will be,
 * the others as they are.
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
      const kept = at(source.stored, field.name)
      if ('flattenedFields' in field) {
        return (Array.isArray(value) ? value : [value]).flatMap((row: unknown) =>
          textsIn(
            field.flattenedFields,
            { data: row, stored: Array.isArray(kept) ? sameRow(row, kept) : kept },
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
      const own = isByLocale(value) ? value : { [locale]: value }
      const others = isByLocale(kept) ? kept : {}
      return Object.entries({ ...others, ...own }).flatMap(([code, text]) => found(text, code))
    })

  const isPublicText = (field: FlattenedField, path: string): boolean =>
    textTypes.includes(field.type) &&
    (publicFields[slug]?.includes(path) ?? false) &&
    !leftOut.test(path)

  return textsIn(fields, { data, stored }, '')
}

const sameRow = (row: unknown, rows: unknown[]): unknown =>
  rows.find((each) => at(each, 'id') !== undefined && at(each, 'id') === at(row, 'id'))
