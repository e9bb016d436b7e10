import type { PayloadRequest } from 'payload'

/** A text in both languages of the admin UI. */
export type Text = { de: string; en: string }

/** The text in the language of the request; German where the request names none that we have. */
export const say = (req: Partial<Pick<PayloadRequest, 'i18n'>>, text: Text): string =>
  req.i18n?.language === 'en' ? text.en : text.de

/** Labels of a collection. */
export const labels = (singular: Text, plural: Text): { plural: Text; singular: Text } => ({
  plural,
  singular,
})
