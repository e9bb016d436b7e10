import type { LocaleCode } from '../../addresses/localeOf.ts'
import type { Stored } from '../../hooks/publicState.ts'
import { isObject } from '../../lib/isObject.ts'
import { defaultLocale, locales } from '../../vocabularies/locales.ts'

const codes: readonly string[] = locales.map(({ code }) => code)

/** Fields that change with every write. */
const always = ['updatedAt']

/**
 * In which language a document has changed: the one in which alone it has, or all. German fills the gaps of
 * all others, so what has changed in German has changed in all.
 *
 * @param before with the texts of all languages; undefined if it was not public.
 */
export const changedLanguage = (before: Stored | undefined, after: Stored): 'all' | LocaleCode => {
  if (!before) {
    return 'all'
  }
  const changed = new Set<string>()
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!always.includes(name)) {
      compare(before[name], after[name], changed)
    }
  }
  const [only, ...more] = changed
  return only === undefined || more.length > 0 || only === defaultLocale
    ? 'all'
    : (only as LocaleCode)
}

/** Adds the languages in which two values differ; `all`, if they do beside those. */
const compare = (before: unknown, after: unknown, changed: Set<string>): void => {
  const values = [before, after].map((value) => value ?? {})
  if (values.every(isLocalised)) {
    const [one = {}, other = {}] = values as Record<string, unknown>[]
    codes
      .filter((code) => JSON.stringify(one[code]) !== JSON.stringify(other[code]))
      .forEach((code) => changed.add(code))
  } else if (isSameShape(before, after)) {
    for (const [name, value] of Object.entries(before as object)) {
      compare(value, (after as Record<string, unknown>)[name], changed)
    }
  } else if (JSON.stringify(before) !== JSON.stringify(after)) {
    changed.add('all')
  }
}

const isLocalised = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).every((name) => codes.includes(name))

/** Whether both are lists or groups with the same keys. */
const isSameShape = (before: unknown, after: unknown): boolean =>
  typeof before === 'object' &&
  typeof after === 'object' &&
  before !== null &&
  after !== null &&
  Object.keys(before).join() === Object.keys(after).join()
