import type { LocaleCode } from '../addresses/localeOf.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'
import { dayInWords } from '../lib/days.ts'
import { sizeInWords } from '../lib/sizeInWords.ts'
import { weekdayInWords } from '../vocabularies/weekdays.ts'
import type { Reader } from './cms.ts'

type Marks = { dir?: 'ltr'; lang?: 'de' }

/** How a language is written. */
export const directionOf = (locale: LocaleCode): 'ltr' | 'rtl' =>
  locales.some((each) => each.code === locale && 'rtl' in each) ? 'rtl' : 'ltr'

const german: Marks = { dir: 'ltr', lang: defaultLocale }

/**
 * Attributes of a text that is in German where the page is in another language (WCAG 2.2, 3.1.2).
 *
 * @param own the text in the language of the page, if there is one.
 */
export const markGerman = ({ locale }: Reader, own: unknown): Marks =>
  locale === defaultLocale || own ? {} : german

/** The same for labels of coded terms, which the API has in German and English. */
export const markLabel = ({ locale }: Reader): Marks =>
  locale === defaultLocale || locale === 'en' ? {} : german

/** The label of a coded term. */
export const labelOf = ({ labels }: Reader, vocabulary: string, code: string): string =>
  labels[vocabulary]?.find(({ value }) => value === code)?.label ?? code

/** The area that a partner covers: its districts, or a larger one. */
export const areaOf = (
  reader: Reader,
  { districts, reach }: { districts?: string[] | null; reach: string },
): string[] =>
  reach === 'district'
    ? (districts ?? []).map((code) => labelOf(reader, 'districts', code))
    : [labelOf(reader, 'reach', reach)]

export const dateOf = ({ locale }: Reader, date: string): string => dayInWords(date, locale)

/** A size in bytes, such as "1.2 MB". */
export const sizeOf = ({ locale }: Reader, bytes: number): string => sizeInWords(bytes, locale)

export const weekdayOf = ({ locale }: Reader, day: string): string => weekdayInWords(day, locale)
