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
  const names = namesIn(before, after)
  if (names === undefined) {
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      changed.add('all')
    }
    return
  }
  const isLocalised = names.every((name) => codes.includes(name))
  for (const name of names) {
    const [one, other] = [before, after].map(
      (value) => (value as Record<string, unknown> | null | undefined)?.[name],
    )
    if (!isLocalised) {
      compare(one, other, changed)
    } else if (JSON.stringify(one) !== JSON.stringify(other)) {
      changed.add(name)
    }
  }
}

/** The names in two groups, or the places in two lists that are as long; undefined for anything else. */
const namesIn = (before: unknown, after: unknown): string[] | undefined => {
  const values = [before, after].filter((value) => value !== undefined && value !== null)
  const [first] = values
  const isOfOneKind = Array.isArray(first)
    ? values.every((value) => Array.isArray(value) && value.length === first.length)
    : values.every(isObject)
  return values.length > 0 && isOfOneKind
    ? [...new Set(values.flatMap((value) => Object.keys(value)))]
    : undefined
}
