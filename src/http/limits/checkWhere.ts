import type { FlattenedField, PayloadRequest } from 'payload'

import { looksLikeID } from '../../database/ids.ts'
import { isObject } from '../../lib/isObject.ts'
import { isTime } from '../../lib/isTime.ts'
import { ownValue } from '../../lib/ownValue.ts'
import { refusal } from '../../lib/refusal.ts'

/** What one query may ask for. */
const limits = { characters: 200, conditions: 50, nesting: 6, values: 200 }

type Value = (value: unknown) => boolean

const isNothing: Value = (value) => value === null || value === 'null' || value === ''
const isText: Value = (value) =>
  (typeof value === 'string' && value.length <= limits.characters && !value.includes('\0')) ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  typeof value === 'boolean'
const isNumber: Value = (value) =>
  (typeof value === 'number' || typeof value === 'string') &&
  /^-?\d{1,15}(?:\.\d{1,15})?$/.test(String(value))
const isDate: Value = (value) =>
  value instanceof Date
    ? !Number.isNaN(value.getTime())
    : typeof value === 'string' &&
      /^\d{4}-\d\d(?:-\d\d)?(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value) &&
      (isTime(value) || (/^\d{4}-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))))
const isFlag: Value = (value) => typeof value === 'boolean' || value === 'true' || value === 'false'

const same = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const order = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const part = ['contains', 'like', 'not_like']

type Rule = { operators: string[]; value: Value }

const text: Rule = { operators: [...same, ...part], value: isText }
const number: Rule = { operators: [...same, ...order], value: isNumber }
const opaque: Rule = { operators: ['exists'], value: isText }

const nothing: Rule = { operators: [], value: isText }
const flag: Rule = { operators: ['equals', 'exists', 'not_equals'], value: isFlag }
const reference: Rule = { operators: same, value: looksLikeID }

/** Which comparisons a field of each type knows, on both databases, and with what values. */
const rules: Record<string, Rule | undefined> = {
  checkbox: flag,
  date: { operators: [...same, ...order], value: isDate },
  email: text,
  number,
  radio: text,
  relationship: reference,
  select: { operators: [...same, ...part], value: isText },
  text,
  textarea: text,
  upload: reference,
}

/** What the versions of a document have beside the document itself, which they hold in `version`. */
const ofVersions: Record<string, Rule | undefined> = {
  autosave: flag,
  latest: flag,
  parent: reference,
  publishedLocale: text,
  snapshot: flag,
}

/** A reference that may lead into several collections is a pair. */
const ofPair: Record<string, Rule | undefined> = {
  relationTo: {
    operators: ['equals'],
    value: (value) => typeof value === 'string' && isText(value),
  },
  value: {
    operators: ['equals', 'in'],
    value: (value) => typeof value === 'string' && isText(value),
  },
}

/**
 * Refuses conditions that no database should see: too many, too deep, or a comparison or value that
 * the type of the field does not know. Fields that do not exist or may not be read are Payload's to
 * refuse. Lists that are one text (`in=a,b`) become lists.
 *
 * Workaround (no issue known): Payload fails on comparisons and values that the type of a field does not
 * know, and takes `in=a,b` apart for most fields only. Can go when it refuses the ones, and takes the
 * others apart for all; tests/integration/payload/upstream.test.ts notices.
 *
 * @param hops how many relationships a path may follow.
 * @throws 400 with one sentence.
 */
export const checkWhere = ({
  fields,
  hops,
  req,
  where,
}: {
  fields: FlattenedField[]
  hops: number
  req: PayloadRequest
  where: unknown
}): void => {
  let conditions = 0

  const check = (part: unknown, nesting: number): void => {
    if (!isObject(part) || nesting > limits.nesting) {
      throw refusal(req, 400, {
        de: `„where“ besteht aus Bedingungen wie where[kind][equals]=biss, höchstens ${limits.nesting} Ebenen tief.`,
        en: `"where" consists of conditions such as where[kind][equals]=biss, at most ${limits.nesting} levels deep.`,
      })
    }
    for (const [path, value] of Object.entries(part)) {
      conditions += 1
      if (conditions > limits.conditions) {
        throw refusal(req, 400, {
          de: `„where“ hat höchstens ${limits.conditions} Bedingungen.`,
          en: `"where" has at most ${limits.conditions} conditions.`,
        })
      }
      if (/^(?:and|or)$/i.test(path) && Array.isArray(value)) {
        value.forEach((each) => check(each, nesting + 1))
      } else {
        checkCondition(path, value)
      }
    }
  }

  const checkCondition = (path: string, condition: unknown): void => {
    const rule = ruleFor(path)
    if (!isObject(condition)) {
      throw refusal(req, 400, {
        de: `Zu „${shorten(path)}“ fehlt ein Vergleich wie [equals].`,
        en: `An operator such as [equals] is missing for "${shorten(path)}".`,
      })
    }
    for (const [operator, value] of Object.entries(condition)) {
      if (!rule.operators.includes(operator)) {
        throw refusal(req, 400, {
          de: `„${shorten(path)}“ kennt den Vergleich „${shorten(operator)}“ nicht.`,
          en: `"${shorten(path)}" does not know the operator "${shorten(operator)}".`,
        })
      }
      if (!isFitting(operator, value, rule)) {
        throw refusal(req, 400, {
          de: `Der Wert zu „${shorten(path)}“ passt nicht zu diesem Feld und Vergleich.`,
          en: `The value for "${shorten(path)}" does not fit this field and operator.`,
        })
      }
      if (isList(operator)) {
        condition[operator] = listOf(value)
      }
    }
  }

  const ruleFor = (path: string): Rule => {
    if (!isPath(path)) {
      throw refusal(req, 400, {
        de: `„${shorten(path)}“ ist kein Feldname.`,
        en: `"${shorten(path)}" is not the name of a field.`,
      })
    }
    return findRule({ fields, hops, req, segments: segmentsOf(path) })
  }

  if (where !== undefined && where !== null) {
    check(where, 0)
  }
}

/** Whether a path names a field of the document itself, or might: Payload knows the others. */
export const isPathOfField = (
  path: string,
  fields: FlattenedField[],
  req: PayloadRequest,
): boolean =>
  isPath(path) && findRule({ fields, hops: 0, req, segments: segmentsOf(path) }) !== nothing

/** GraphQL writes `__` for a dot; versions hold their document in `version`. */
const segmentsOf = (path: string): string[] => {
  const segments = path.replace(/__/g, '.').split('.')
  return segments[0] === 'version' && segments.length > 1 ? segments.slice(1) : segments
}

const isPath = (path: string): boolean =>
  path.length <= 100 && /^(?!_id\b)\w+(?:\.\w+)*$/.test(path)

const shorten = (name: string): string => name.replace(/[^\w.]/g, '?').slice(0, 60)

const isList = (operator: string): boolean => operator === 'in' || operator === 'not_in'

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [undefined]

const isFitting = (operator: string, value: unknown, rule: Rule): boolean => {
  if (operator === 'exists') {
    return isFlag(value)
  }
  if (isList(operator)) {
    const values = listOf(value)
    return (
      values.length <= limits.values && values.every((each) => rule.value(each) || each === null)
    )
  }
  if (part.includes(operator)) {
    return typeof value === 'string' && isText(value)
  }
  return rule.value(value) || (isNothing(value) && same.includes(operator))
}

const findRule = ({
  fields,
  hops,
  req,
  segments,
}: {
  fields: FlattenedField[]
  hops: number
  req: PayloadRequest
  segments: string[]
}): Rule => {
  const [name = '', ...rest] = segments
  const isLast = rest.length === 0
  if (name === 'id' && isLast) {
    return reference
  }
  const field = fields.find((each) => each.name === name)
  if (!field) {
    // Of a field that does not exist Payload says so.
    return (isLast ? ownValue(ofVersions, name) : undefined) ?? text
  }
  if ('relationTo' in field && Array.isArray(field.relationTo)) {
    return ownValue(ofPair, rest[0] ?? '') ?? nothing
  }
  if (isLast) {
    return rules[field.type] ?? opaque
  }
  if ('relationTo' in field) {
    const related = req.payload.collections[field.relationTo as 'pages']?.config.flattenedFields
    return related && hops > 0
      ? findRule({ fields: related, hops: hops - 1, req, segments: rest })
      : nothing
  }
  // From within a group Payload cannot follow a relationship.
  return 'flattenedFields' in field
    ? findRule({ fields: field.flattenedFields, hops: 0, req, segments: rest })
    : nothing
}
