import type { FlattenedField, PayloadRequest } from 'payload'

import { isPerson } from '../../access/people.ts'
import { publicFields } from '../../access/publicFields.ts'
import { looksLikeID } from '../../database/ids.ts'
import { didYouMean, shorten } from '../../lib/closest.ts'
import { isObject } from '../../lib/isObject.ts'
import { isTime } from '../../lib/isTime.ts'
import { ownValue } from '../../lib/ownValue.ts'
import { refusal } from '../../lib/refusal.ts'

/** What one query may ask for. */
export const limits = { characters: 200, conditions: 50, nesting: 6, values: 200 }

type Value = (value: unknown) => boolean

const isEmptyValue: Value = (value) => value === null || value === 'null' || value === ''
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
const isOneText: Value = (value) => typeof value === 'string' && isText(value)
const isFlag: Value = (value) => typeof value === 'boolean' || value === 'true' || value === 'false'

const equality = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const ordering = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const matching = ['contains', 'like', 'not_like']

/** How the values of a field are compared. */
export type Rule = {
  /** The values that there are; undefined: any that are in order. */
  codes?: string[]
  kind: 'date' | 'flag' | 'id' | 'number' | 'text'
  operators: string[]
  value: Value
}

const text: Rule = { kind: 'text', operators: [...equality, ...matching], value: isText }
const number: Rule = { kind: 'number', operators: [...equality, ...ordering], value: isNumber }
const existenceOnly: Rule = { kind: 'text', operators: ['exists'], value: isText }

const notComparable: Rule = { kind: 'text', operators: [], value: isText }
const flag: Rule = { kind: 'flag', operators: ['equals', 'exists', 'not_equals'], value: isFlag }
/** How ids are compared. */
export const reference: Rule = { kind: 'id', operators: equality, value: looksLikeID }

/** The operators that each field type supports on both databases, and the values that they take. */
const rules: Record<string, Rule | undefined> = {
  checkbox: flag,
  date: { kind: 'date', operators: [...equality, ...ordering], value: isDate },
  email: text,
  number,
  radio: text,
  relationship: reference,
  select: text,
  text,
  textarea: text,
  upload: reference,
}

/** Fields of a version itself; those of the document are in its `version`. */
export const versionFields: Record<string, Rule | undefined> = {
  autosave: flag,
  latest: flag,
  parent: reference,
  publishedLocale: text,
  snapshot: flag,
}

/** A reference to one of several collections is stored as this pair. */
export const polymorphicFields = {
  relationTo: { kind: 'text', operators: ['equals'], value: isOneText },
  value: { kind: 'id', operators: ['equals', 'in'], value: isOneText },
} satisfies Record<string, Rule>

/**
 * Refuses conditions that no database should see: too many, too deep, a field or code that does not exist, or an
 * operator or value that the field type does not support. Payload itself refuses fields that may not be read.
 * Comma-separated lists (`in=a,b`) are turned into arrays in place.
 *
 * Workaround (no issue known): Payload fails on such operators and values, and splits comma-separated
 * lists for most fields only. Can go when it refuses the former, and splits the latter for all fields;
 * tests/integration/payload/upstream.test.ts notices in part.
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
        code: 'invalid-value',
        de: `„where“ besteht aus Bedingungen wie where[kind][equals]=biss, höchstens ${limits.nesting} Ebenen tief.`,
        en: `"where" consists of conditions such as where[kind][equals]=biss, at most ${limits.nesting} levels deep.`,
      })
    }
    for (const [path, value] of Object.entries(part)) {
      conditions += 1
      if (conditions > limits.conditions) {
        throw refusal(req, 400, {
          code: 'too-complex',
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
    if (!isObject(condition)) {
      throw refusal(req, 400, {
        code: 'unknown-operator',
        de: `Zu „${shorten(path)}“ fehlt ein Vergleich wie [equals].`,
        en: `An operator such as [equals] is missing for "${shorten(path)}".`,
      })
    }
    const rule = ruleFor(path)
    for (const [operator, value] of Object.entries(condition)) {
      if (!rule.operators.includes(operator)) {
        throw refusal(req, 400, {
          code: 'unknown-operator',
          de: `„${shorten(path)}“ kennt den Vergleich „${shorten(operator)}“ nicht.`,
          en: `"${shorten(path)}" does not support the operator "${shorten(operator)}".`,
        })
      }
      if (!isValidValue(operator, value, rule)) {
        throw refusal(req, 400, {
          code: 'invalid-value',
          de: `Der Wert zu „${shorten(path)}“ passt nicht zu diesem Feld und Vergleich.`,
          en: `The value for "${shorten(path)}" is not valid for this field and operator.`,
        })
      }
      if (isList(operator)) {
        condition[operator] = listOf(value)
      }
      if (equality.includes(operator) && operator !== 'exists') {
        checkCodes(path, rule.codes, [condition[operator]].flat() as (null | string)[])
      }
    }
  }

  const checkCodes = (
    path: string,
    codes: string[] | undefined,
    values: (null | string)[],
  ): void => {
    const unknown = values.find((value) => !isEmptyValue(value) && !codes?.includes(String(value)))
    if (codes && unknown) {
      const meant = didYouMean(unknown, codes)
      throw refusal(req, 400, {
        code: 'invalid-value',
        de: `„${shorten(path)}“ kennt „${shorten(unknown)}“ nicht.${meant.de}`,
        en: `"${shorten(path)}" knows no "${shorten(unknown)}".${meant.en}`,
      })
    }
  }

  const ruleFor = (path: string): Rule => {
    if (!isPath(path)) {
      throw refusal(req, 400, {
        code: 'unknown-field',
        de: `„${shorten(path)}“ ist kein Feldname.`,
        en: `"${shorten(path)}" is not the name of a field.`,
      })
    }
    return findRule({ fields, hops, req, segments: segmentsOf(path, req) })
  }

  if (where !== undefined && where !== null) {
    check(where, 0)
  }
}

/**
 * Whether a path names a field of the document itself.
 *
 * @throws 400 if there is no such field.
 */
export const isPathOfField = (
  path: string,
  fields: FlattenedField[],
  req: PayloadRequest,
): boolean =>
  isPath(path) &&
  ![existenceOnly, notComparable].includes(
    findRule({ fields, hops: 0, req, segments: segmentsOf(path, req) }),
  )

/** Whether versions may be asked for, rather than documents: by REST, only their own routes have them. */
export const mayBeOfVersions = ({ pathname, payloadAPI }: PayloadRequest): boolean =>
  payloadAPI !== 'REST' || /\/versions(?:\/|$)/.test(pathname)

/** The names in a path. GraphQL writes `__` for a dot; versions have their document in `version`. */
const segmentsOf = (path: string, req: PayloadRequest): string[] => {
  const segments = path.replace(/__/g, '.').split('.')
  return segments[0] === 'version' && segments.length > 1 && mayBeOfVersions(req)
    ? segments.slice(1)
    : segments
}

const isPath = (path: string): boolean =>
  path.length <= 100 && /^(?!_id\b)\w+(?:\.\w+)*$/.test(path)

const isList = (operator: string): boolean => operator === 'in' || operator === 'not_in'

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [undefined]

const isValidValue = (operator: string, value: unknown, rule: Rule): boolean => {
  if (operator === 'exists') {
    return isFlag(value)
  }
  if (isList(operator)) {
    const values = listOf(value)
    return (
      values.length <= limits.values && values.every((each) => rule.value(each) || each === null)
    )
  }
  if (matching.includes(operator)) {
    return typeof value === 'string' && isText(value)
  }
  return rule.value(value) || (isEmptyValue(value) && equality.includes(operator))
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
    const ofVersion = isLast && mayBeOfVersions(req) ? ownValue(versionFields, name) : undefined
    if (!ofVersion) {
      throw unknownField(name, fields, req)
    }
    return ofVersion
  }
  if ('virtual' in field && field.virtual === true) {
    return notComparable
  }
  if ('relationTo' in field && Array.isArray(field.relationTo)) {
    return ownValue<Rule>(polymorphicFields, rest[0] ?? '') ?? notComparable
  }
  if (isLast) {
    return ruleOfField(field)
  }
  if ('relationTo' in field) {
    const related = req.payload.collections[field.relationTo as 'pages']?.config.flattenedFields
    const hopsLeft = hopsAfter(field, hops)
    return related && hopsLeft >= 0
      ? findRule({ fields: related, hops: hopsLeft, req, segments: rest })
      : notComparable
  }
  // Payload cannot follow a relationship out of a group.
  return 'flattenedFields' in field
    ? findRule({ fields: field.flattenedFields, hops: 0, req, segments: rest })
    : notComparable
}

/**
 * How many relationships a path may follow after this one; below 0, it must not follow this one. One to several
 * documents counts as two.
 *
 * Workaround (no issue known): from or to one of several related documents, Payload follows no other relationship; the
 * embedded database fails, MongoDB misunderstands it. Can go when both do;
 * tests/integration/http/description/conditions.test.ts notices.
 */
export const hopsAfter = (field: FlattenedField, hops: number): number =>
  hops - ('hasMany' in field && field.hasMany ? 2 : 1)

/** How the values of a field are compared; of one that has fields, or refers to several collections, whether there are any. */
export const ruleOfField = (field: FlattenedField): Rule => {
  const rule = rules[field.type] ?? existenceOnly
  return 'options' in field ? { ...rule, codes: field.options.map(codeOf) } : rule
}

const codeOf = (option: string | { value: string }): string =>
  typeof option === 'string' ? option : option.value

/** The names of fields that anybody may read something of. */
const publicNames = new Set(
  Object.values(publicFields).flatMap((paths) => paths.flatMap((path) => path.split('.'))),
)

/** The refusal of a field that does not exist, with the name that was probably meant. */
export const unknownField = (
  name: string,
  fields: FlattenedField[],
  req: PayloadRequest,
): Error => {
  const known = [...fields.map((field) => field.name), 'id']
  const meant = didYouMean(
    name,
    isPerson({ req }) ? known : known.filter((each) => publicNames.has(each)),
  )
  return refusal(req, 400, {
    code: 'unknown-field',
    de: `Ein Feld „${shorten(name)}“ gibt es hier nicht.${meant.de}`,
    en: `There is no field "${shorten(name)}" here.${meant.en}`,
  })
}
