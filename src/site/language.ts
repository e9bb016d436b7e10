import type { LocaleCode } from '../addresses/localeOf.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'
import { dayInWords } from '../lib/days.ts'
import { forLanguage } from '../lib/forLanguage.ts'
import { weekdays } from '../vocabularies/weekdays.ts'
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

const megabytes = forLanguage(
  (language) =>
    new Intl.NumberFormat(language, {
      maximumFractionDigits: 1,
      style: 'unit',
      unit: 'megabyte',
    }),
)

/** A size in bytes, such as "1.2 MB". */
export const sizeOf = ({ locale }: Reader, bytes: number): string =>
  megabytes(locale).format(Math.max(bytes / 1_000_000, 0.1))

/** Monday, 1 January 2024, and the days after it. */
const monday = Date.UTC(2024, 0, 1, 12)

const weekday = forLanguage(
  (language) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }),
)

export const weekdayOf = ({ locale }: Reader, day: string): string =>
  weekday(locale).format(monday + weekdays.findIndex(({ value }) => value === day) * 86_400_000)
