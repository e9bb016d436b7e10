import type { PayloadRequest } from 'payload'

/** A text in both languages of the admin UI. */
export type Text = { de: string; en: string }

/** The text in the language of the request: English if it asks for that, otherwise German. */
export const say = (req: Partial<Pick<PayloadRequest, 'i18n'>>, text: Text): string =>
  req.i18n?.language === 'en' ? text.en : text.de

/** Labels of a collection. */
export const labels = (singular: Text, plural: Text): { plural: Text; singular: Text } => ({
  plural,
  singular,
})

const inLanguage = (label: unknown, language: 'de' | 'en'): string =>
  typeof label === 'string'
    ? label
    : typeof label === 'object' && label !== null
      ? inLanguage((label as Partial<Record<string, unknown>>)[language], language)
      : ''

/** The label of a field, collection or global in both languages, in whichever form Payload allows. */
export const textOfLabel = (label: unknown): Text => ({
  de: inLanguage(label, 'de'),
  en: inLanguage(label, 'en'),
})
