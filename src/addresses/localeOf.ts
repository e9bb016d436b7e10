import type { PayloadRequest } from 'payload'

import { refusal } from '../lib/refusal.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'

export type LocaleCode = (typeof locales)[number]['code']

/**
 * The locale that a request names, or the default.
 *
 * Workaround (no issue known): Payload takes the default for an unknown locale. Can go when it refuses
 * it; tests/integration/payload/upstream.test.ts notices.
 *
 * @throws 400 for an unknown locale.
 */
export const localeOf = (req: PayloadRequest): LocaleCode => {
  const asked = req.searchParams.get('locale') ?? defaultLocale
  const locale = locales.find(({ code }) => code === asked)
  if (!locale) {
    const codes = locales.map(({ code }) => code).join(', ')
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: `„locale“ muss eine dieser Sprachen sein: ${codes}.`,
      en: `"locale" must be one of: ${codes}.`,
    })
  }
  return locale.code
}

/** What a reply in one language is read with: in its place `fallback-locale`, or German; nothing if that is `none`. */
export const inLocale = (
  req: PayloadRequest,
): { fallbackLocale: false | LocaleCode; locale: LocaleCode } => {
  const asked = req.searchParams.get('fallback-locale')
  const fallback = locales.find(({ code }) => code === asked)?.code ?? defaultLocale
  return { fallbackLocale: asked === 'none' ? false : fallback, locale: localeOf(req) }
}
