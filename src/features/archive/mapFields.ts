import type { FlattenedField } from 'payload'

import { isObject } from '../../lib/isObject.ts'

type Data = Record<string, unknown>

/**
 * Converts one value.
 *
 * @param field undefined for a value that no field of the collection has, such as a timestamp.
 * @returns undefined to leave the value out.
 */
type Convert = (value: unknown, field: FlattenedField | undefined, name: string) => unknown

/** Converts all values of a document, also those in groups, rows, blocks and all languages. */
export const mapFields = (
  fields: FlattenedField[],
  data: Data,
  convert: Convert,
  isLocalized = false,
): Data => {
  const mapped: Data = {}
  for (const [name, value] of Object.entries(data)) {
    const field = fields.find((each) => each.name === name)
    const hasLocales = Boolean(field?.localized) && !isLocalized
    const mapOne = (one: unknown): unknown =>
      mapValue(field, one, convert, name, isLocalized || hasLocales)
    const result =
      hasLocales && isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([locale, one]) => [locale, mapOne(one) ?? null]),
          )
        : mapOne(value)
    if (result !== undefined) {
      mapped[name] = result
    }
  }
  return mapped
}

const mapValue = (
  field: FlattenedField | undefined,
  value: unknown,
  convert: Convert,
  name: string,
  isLocalized: boolean,
): unknown => {
  if (field?.type === 'array' && Array.isArray(value)) {
    return value.map((row: Data) => mapFields(field.flattenedFields, row, convert, isLocalized))
  }
  if (field?.type === 'blocks' && Array.isArray(value)) {
    return value.map((row: Data) => {
      const block = field.blocks.find(({ slug }) => slug === row.blockType)
      return block ? mapFields(block.flattenedFields, row, convert, isLocalized) : row
    })
  }
  if ((field?.type === 'group' || field?.type === 'tab') && isObject(value)) {
    return mapFields(field.flattenedFields, value, convert, isLocalized)
  }
  return convert(value, field, name)
}
