import type { Locale } from 'payload'

export const defaultLocale = 'de'

/**
 * Languages of the content, as BCP 47 codes. A missing text falls back to German, except in a request
 * with `fallback-locale=none`.
 */
export const locales = [
  { code: 'de', label: { de: 'Deutsch', en: 'German' } },
  {
    code: 'de-simple',
    fallbackLocale: 'de',
    label: { de: 'Leichte Sprache', en: 'Easy Language' },
  },
  { code: 'en', fallbackLocale: 'de', label: { de: 'Englisch', en: 'English' } },
  { code: 'tr', fallbackLocale: 'de', label: { de: 'Türkisch', en: 'Turkish' } },
  { code: 'ar', fallbackLocale: 'de', label: { de: 'Arabisch', en: 'Arabic' }, rtl: true },
  { code: 'uk', fallbackLocale: 'de', label: { de: 'Ukrainisch', en: 'Ukrainian' } },
  { code: 'ru', fallbackLocale: 'de', label: { de: 'Russisch', en: 'Russian' } },
] as const satisfies Locale[]
