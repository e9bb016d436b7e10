import { describe, expect, it } from 'vitest'

import { inLocale, localeOf } from '../../../src/addresses/localeOf.ts'

const asked = (query: string, language = 'de') =>
  ({ i18n: { language }, searchParams: new URLSearchParams(query) }) as never

describe('the language that a request names', () => {
  it.each([
    ['', 'de'],
    ['locale=de', 'de'],
    ['locale=de-simple', 'de-simple'],
    ['locale=ar', 'ar'],
    ['limit=1&locale=tr', 'tr'],
    // The first one counts.
    ['locale=en&locale=tr', 'en'],
  ])('should be taken: %j', (query, locale) => {
    expect(localeOf(asked(query))).toBe(locale)
  })

  it.each([
    '',
    'EN',
    'en ',
    'en-GB',
    'fr',
    'all',
    '*',
    'de,en',
    'constructor',
    '__proto__',
    'null',
  ])('should be refused where it is none: %j', (locale) => {
    const query = new URLSearchParams({ locale }).toString()
    const codes = 'de, de-simple, en, tr, ar, uk, ru'
    expect(() => localeOf(asked(query))).toThrow(
      expect.objectContaining({
        message: `„locale“ muss eine dieser Sprachen sein: ${codes}.`,
        status: 400,
      }),
    )
    expect(() => localeOf(asked(query, 'en'))).toThrow(`"locale" must be one of: ${codes}.`)
  })
})

describe('what is missing in a language', () => {
  it.each([
    ['locale=en', { fallbackLocale: 'de', locale: 'en' }],
    ['locale=en&fallback-locale=none', { fallbackLocale: false, locale: 'en' }],
    ['fallback-locale=none', { fallbackLocale: false, locale: 'de' }],
    ['locale=en&fallback-locale=tr', { fallbackLocale: 'tr', locale: 'en' }],
    ['locale=en&fallback-locale=', { fallbackLocale: 'de', locale: 'en' }],
    ['locale=en&fallback-locale=NONE', { fallbackLocale: 'de', locale: 'en' }],
  ])(
    'should be in the fallback that is asked for, in German, or be left out: %s',
    (query, expected) => {
      expect(inLocale(asked(query))).toEqual(expected)
    },
  )
})
