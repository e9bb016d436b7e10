import type { CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'

import { isolateObjectProperty } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import type { LocaleCode } from '../../addresses/localeOf.ts'
import { looksLikeID } from '../../database/ids.ts'
import type { Shown } from './eachValue.ts'
import { documentsIn, eachValue, fieldsOf } from './eachValue.ts'

type Values = Record<string, unknown>

/** The language that each field is in that is not in the one that was asked for: `{ 'steps.0.actor': 'de' }`. */
export type Fallbacks = Record<string, LocaleCode>

/** Whether a language has nothing here. */
export const isGap = (value: unknown): boolean =>
  value === undefined || value === null || value === ''

/** What was read, and how. */
type Read = {
  docs: Values[]
  /** What has filled the gaps. */
  fallback: LocaleCode | false
  isDraft: boolean
  /** All: nothing falls back. */
  locale: 'all' | LocaleCode
  slug: string
}

/**
 * Adds `fallbacks` to documents, and to those that they show: which of their localised fields are not in the
 * language that was asked for, and in which. They are read once more, without fallback, by whoever asks.
 */
export const markFallbacks = async (
  req: PayloadRequest,
  { docs, fallback, isDraft, locale, slug }: Read,
): Promise<void> => {
  const all = docs.flatMap((doc) => documentsIn(req.payload, { doc, slug }))
  for (const each of new Set(all.map((shown) => shown.slug))) {
    const shown = all.filter((one) => one.slug === each).map(({ doc }) => doc)
    if (fallback === false || locale === 'all' || fallback === locale) {
      shown.forEach((doc) => Object.assign(doc, { fallbacks: {} }))
      continue
    }
    const ownOf = await readOwn(req, { docs: shown, isDraft, locale, slug: each })
    for (const doc of shown) {
      const paths = gapsOf(req, { doc, slug: each }, ownOf(doc))
      doc.fallbacks = Object.fromEntries(paths.map((path) => [path, fallback])) satisfies Fallbacks
    }
  }
}

/**
 * The fields that a document shows, and that it does not have in the language that was asked for.
 *
 * @param own the same document in that language; undefined if it has been deleted since.
 */
const gapsOf = (
  { payload }: PayloadRequest,
  { doc, slug }: Shown,
  own: undefined | Values,
): string[] => {
  const gaps: string[] = []
  eachValue(fieldsOf(payload, slug), doc, ({ field, path, value }) => {
    if (own && field.localized && !isGap(value) && isGap(valueAt(own, path))) {
      gaps.push(path)
    }
  })
  return gaps
}

const valueAt = (doc: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as undefined | Values)?.[name], doc)

/** Reads the same documents, or the same global, without fallback. */
const readOwn = async (
  req: PayloadRequest,
  { docs, isDraft, locale, slug }: { locale: LocaleCode } & Omit<Read, 'fallback' | 'locale'>,
): Promise<(doc: Values) => undefined | Values> => {
  const asked = {
    // Payload writes the language of a call into the request that is passed to it (see `asPerson`).
    ...asPerson(isolateObjectProperty(req, 'locale')),
    depth: 0,
    draft: isDraft,
    fallbackLocale: false as const,
    locale,
  }
  if (req.payload.globals.config.some((global) => global.slug === slug)) {
    const own = await req.payload.findGlobal({ ...asked, slug: slug as GlobalSlug })
    return () => own as unknown as Values
  }
  const ids = docs.map(({ id }) => id).filter(looksLikeID)
  const unread = fieldsOf(req.payload, slug)
    .filter(({ name, type }) => type === 'richText' && docs.every((doc) => isGap(doc[name])))
    .map(({ name }) => [name, false])
  const { docs: own } = await req.payload.find({
    ...asked,
    collection: slug as CollectionSlug,
    limit: 0,
    pagination: false,
    ...(unread.length > 0 && { select: Object.fromEntries(unread) as never }),
    // Who may see what is in the trash, access control decides.
    trash: true,
    where: { id: { in: [...new Set(ids)] } },
  })
  const byID = new Map((own as unknown as Values[]).map((doc) => [doc.id, doc]))
  return ({ id }) => byID.get(id)
}
