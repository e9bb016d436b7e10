import type { FieldHook, TextField } from 'payload'

import { nobody } from '../access/people.ts'
import { collationKey } from '../lib/collationKey.ts'
import { isObject } from '../lib/isObject.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'

/** The name of the field that `sortKeyField` adds. */
export const sortKey = 'sortKey'

type Texts = Partial<Record<string, unknown>>

/** The key of a text. */
export const keyOf = (text: unknown): string => collationKey(typeof text === 'string' ? text : '')

/** The keys of a text in all languages, that of the German one where there is none. */
export const keysOf = (texts: Texts): Record<string, string> =>
  Object.fromEntries(locales.map(({ code }) => [code, keyOf(texts[code] || texts[defaultLocale])]))

/** In all languages at once, since a text in German is that of each language that has none. */
const keepInAll =
  (of: string): FieldHook =>
  ({ req: { locale }, siblingData, siblingDocWithLocales = {} }) => {
    const stored: unknown = siblingDocWithLocales[of]
    const given: unknown = siblingData[of]
    const keys = keysOf({
      ...(isObject(stored) ? stored : {}),
      ...(isObject(given) ? given : { [locale ?? defaultLocale]: given }),
    })
    // Payload takes from there what is in other languages than that which is written.
    siblingDocWithLocales[sortKey] = keys
    return keys[locale ?? defaultLocale]
  }

/**
 * Where a document stands in an alphabetical list; the database sorts by it in place of a name or title
 * (`src/database/withSortKeys.ts`). Kept by the server, read by nobody.
 *
 * @param of the name or title. Comes after it.
 */
export const sortKeyField = (of: string, { localized }: { localized: boolean }): TextField => ({
  name: sortKey,
  type: 'text',
  access: { create: nobody, read: nobody, update: nobody },
  custom: { sortKeyOf: of },
  hidden: true,
  hooks: {
    beforeChange: [localized ? keepInAll(of) : ({ siblingData }) => keyOf(siblingData[of])],
  },
  localized,
})
