import type { LocaleCode } from '../../addresses/localeOf.ts'
import { pathInLocale } from '../../addresses/paths.ts'
import { environment } from '../../environment.ts'
import { isObject } from '../../lib/isObject.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import type { Vocabulary } from '../../vocabularies/vocabulary.ts'
import { labelLanguageOf, labelOf } from '../../vocabularies/vocabulary.ts'
import type { TextNode } from './nodes.ts'
import { textOf } from './nodes.ts'

/** Who reads a text. */
export type Reader = {
  /** What fills the gaps of the language; false leaves them. */
  fallback: LocaleCode | false
  locale: LocaleCode
}

/** The address of a page of the website, in a language. */
export const addressOf = (path: string, locale: LocaleCode): string =>
  `${environment.siteURL}${pathInLocale(path, locale)}`

/** The address of a file, wherever the text is shown. */
export const fileURL = (url: unknown): string | undefined =>
  typeof url === 'string' ? new URL(url, environment.publicURL).href : undefined

/** The language of a German text, where the reader's is another one. */
export const germanFor = (locale: LocaleCode): string | undefined =>
  locale === defaultLocale ? undefined : defaultLocale

/** What is written in the reader's language, or in that which fills its gaps. */
export const written = (
  value: unknown,
  { fallback, locale }: Reader,
): { language?: string; text: string } | undefined => {
  const texts = isObject(value) ? value : { [locale]: value }
  for (const language of [locale, ...(fallback ? [fallback] : [])]) {
    const text = texts[language]
    if (typeof text === 'string' && text !== '') {
      return language === locale ? { text } : { language, text }
    }
  }
  return undefined
}

/** A label, marked as German where the reader's language has none. */
export const label = (terms: Vocabulary, code: unknown, { locale }: Reader): TextNode => {
  const language = labelLanguageOf(locale)
  const isOwn = language === 'en' || locale === defaultLocale
  return textOf(labelOf(terms, String(code), locale), isOwn ? undefined : language)
}
