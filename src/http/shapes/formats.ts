import type { Payload } from 'payload'

import type { LocaleCode } from '../../addresses/localeOf.ts'
import { isRichText } from '../../lib/richText.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import { documentsIn, eachValue, fieldsOf } from './eachValue.ts'
import { htmlOf } from './html.ts'
import { lookUp } from './lookUp.ts'
import { plainTextOf } from './plainText.ts'
import type { Reader } from './reader.ts'
import type { RichText } from './targets.ts'
import { choicesIn, readTargets, referencesIn } from './targets.ts'

/** What rich text can be turned into. */
export const formats = ['html', 'text'] as const

export type Format = (typeof formats)[number]

/**
 * What a converted document was made of, besides itself: whatever of that changes, it may be out of date. Lists of
 * partners are made of all.
 */
export type Sources = 'everything' | string[]

/** A rich text, and whom it is converted for. */
type Asked = { reader: Reader; text: RichText }

/**
 * Turns rich texts into strings. Links lead to public documents at their addresses on the website, in the language of
 * the reader; a link to anything else becomes its text. What is shown of other documents is what everybody may see.
 */
export const convertTexts = async (
  payload: Payload,
  format: Format,
  asked: Asked[],
): Promise<string[]> => {
  const targets = await readTargets(
    payload,
    asked.map(({ text }) => text),
  )
  const write = { html: htmlOf, text: plainTextOf }[format]
  return asked.map(({ reader, text }) => write(lookUp(text, reader, targets)))
}

/** What was read: documents of a collection, or a global, in a language or in all. */
export type Read = {
  docs: Record<string, unknown>[]
  /** What fills the gaps of a language. */
  fallback: LocaleCode | false
  format: Format
  locale: 'all' | LocaleCode
  slug: string
}

/**
 * Turns all rich text of some documents into strings, that of populated documents as well, in place. By the
 * Local API: read documents, and hand them over with the language that they were read in.
 *
 * @param docs that nothing else uses: copies of what Payload has returned.
 * @returns of each document, what else it was made of.
 */
export const convertDocuments = async (
  payload: Payload,
  { docs, fallback, format, locale, slug }: Read,
): Promise<Sources[]> => {
  const found = docs.map((doc) => textsIn(payload, { doc, slug }))
  const texts = found.flat()
  const converted = await convertTexts(
    payload,
    format,
    texts.map(({ language, text }) => ({
      reader: { fallback, locale: language ?? (locale === 'all' ? defaultLocale : locale) },
      text,
    })),
  )
  texts.forEach(({ holder, name }, index) => {
    holder[name] = converted[index]
  })
  return found.map(sourcesOf)
}

type Found = {
  holder: Record<string, unknown>
  language: LocaleCode | undefined
  name: string
  text: RichText
}

const textsIn = (payload: Payload, shown: Parameters<typeof documentsIn>[1]): Found[] => {
  const found: Found[] = []
  for (const { doc, slug } of documentsIn(payload, shown)) {
    eachValue(fieldsOf(payload, slug), doc, ({ field, holder, language, name, value }) => {
      if (field.type === 'richText' && isRichText(value)) {
        found.push({ holder, language, name, text: value })
      }
    })
  }
  return found
}

const sourcesOf = (found: Found[]): Sources =>
  found.some(({ text }) => choicesIn(text).length > 0)
    ? 'everything'
    : found.flatMap(({ text }) => referencesIn(text)).map(({ id }) => id)
