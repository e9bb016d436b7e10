import type { Endpoint, PayloadRequest } from 'payload'

import { published } from '../../access/content.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import {
  linkableCollections,
  pathInLocale,
  pathOf,
  translatedField,
} from '../../addresses/paths.ts'
import { defaultLocale, locales } from '../../vocabularies/locales.ts'

type Entry = {
  alternates: { locale: string; path: string }[]
  locale: string
  path: string
  updatedAt: string
}

/** How many documents are read at a time. */
const batchSize = 500

/**
 * `GET /api/sitemap`: every address of the website that has a document of its own, in each language
 * that the document is written in; German is always there.
 */
export const sitemap: Endpoint = {
  handler: async (req) => {
    const entries: Entry[] = []
    for (const collection of linkableCollections) {
      entries.push(...(await entriesOf(req, collection)))
    }
    return Response.json({ entries })
  },
  method: 'get',
  path: '/sitemap',
}

const entriesOf = async (
  { payload }: PayloadRequest,
  collection: LinkableCollection,
): Promise<Entry[]> => {
  const field = translatedField[collection]
  const entries: Entry[] = []
  for (let page = 1, more = true; more; page += 1) {
    const { docs } = await payload.find({
      collection,
      depth: 0,
      limit: batchSize,
      locale: 'all',
      page,
      pagination: false,
      select: {
        slug: true,
        updatedAt: true,
        [field]: true,
        ...(collection === 'pages' && { path: true }),
      },
      sort: 'slug',
      where: published,
    })
    for (const doc of docs as unknown as Record<string, never>[]) {
      entries.push(...entriesFor(collection, field, doc))
    }
    more = docs.length === batchSize
  }
  return entries
}

type Localised = Record<string, unknown> | undefined

const entriesFor = (
  collection: LinkableCollection,
  field: string,
  doc: Record<string, unknown> & { path?: string; slug?: string; updatedAt?: string },
): Entry[] => {
  const path = pathOf(collection, doc)
  if (!path) {
    return []
  }
  const alternates = locales
    .filter(({ code }) => code === defaultLocale || (doc[field] as Localised)?.[code])
    .map(({ code }) => ({ locale: code, path: pathInLocale(path, code) }))
  return alternates.map(({ locale, path: ownPath }) => ({
    alternates,
    locale,
    path: ownPath,
    updatedAt: doc.updatedAt ?? '',
  }))
}
