import type { PayloadRequest } from 'payload'

import type { LocaleCode } from '../../addresses/localeOf.ts'
import { locales } from '../../vocabularies/locales.ts'
import { markFallbacks } from './fallbacks.ts'
import type { Format, Sources } from './formats.ts'
import { convertDocuments, formats } from './formats.ts'

/** What a client wants documents to be like, beside which fields they have. */
export type Shape = { format: Format | undefined; isMarked: boolean }

/** The shape that a request asks for; undefined: as Payload answers. What it may ask is checked before. */
export const shapeOf = ({ query }: Pick<PayloadRequest, 'query'>): Shape | undefined => {
  const format = formats.find((each) => each === query.format)
  const isMarked = query.fallback === 'mark'
  return format || isMarked ? { format, isMarked } : undefined
}

/** How documents are read: to be taken before that, since Payload writes into the request. */
export type Reading = {
  isDraft: boolean
  /** What fills the gaps of the language; false: nothing. */
  fallback: LocaleCode | false
  locale: 'all' | LocaleCode
}

/** @param asked the request, or as much of one. */
export const readingOf = ({
  fallbackLocale,
  locale,
  query,
}: {
  fallbackLocale?: unknown
  locale?: unknown
  query: Record<string, unknown>
}): Reading => ({
  fallback: codeOf(fallbackLocale) ?? false,
  isDraft: query.draft === 'true',
  locale: codeOf(locale) ?? 'all',
})

const codeOf = (value: unknown): LocaleCode | undefined =>
  locales.find(({ code }) => code === value)?.code

/**
 * Gives documents of a collection, or a global, the shape that was asked for, in place.
 *
 * @param docs that nothing else uses.
 * @returns of each document, what else it was made of.
 */
export const giveShape = async (
  req: PayloadRequest,
  { format, isMarked }: Shape,
  read: { docs: Record<string, unknown>[]; slug: string } & Reading,
): Promise<Sources[]> => {
  const sources = format
    ? await convertDocuments(req.payload, { ...read, format })
    : read.docs.map(() => [])
  if (isMarked) {
    await markFallbacks(req, read)
  }
  return sources
}
