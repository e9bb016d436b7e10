import type { Endpoint, PayloadRequest } from 'payload'

import { published } from '../../access/content.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import {
  linkableCollections,
  pathInLocale,
  pathOf,
  translatedField,
} from '../../addresses/paths.ts'
import { inBatches } from '../../lib/inBatches.ts'
import { defaultLocale, locales } from '../../vocabularies/locales.ts'

type Entry = {
  alternates: { locale: string; path: string }[]
  locale: string
  path: string
  updatedAt: string
}

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
  const docs: Stored[] = []
  const select = {
    slug: true as const,
    updatedAt: true as const,
    [field]: true as const,
    ...(collection === 'pages' && { path: true as const }),
  }
  // Straight from the database: nothing of this is computed or hidden by hooks, which take most of the time.
  const batches = inBatches<Stored>(
    (part) => payload.db.find<Stored>({ ...part, collection, select }),
    published,
  )
  for await (const doc of batches) {
    docs.push(doc)
  }
  return docs
    .sort((one, other) => (String(one.slug) < String(other.slug) ? -1 : 1))
    .flatMap((doc) => entriesFor(collection, field, doc))
}

/** What is read of a document. */
type Stored = { id: string; path?: string; slug?: string; updatedAt?: string } & Record<
  string,
  unknown
>

type Localised = Record<string, unknown> | undefined

const entriesFor = (collection: LinkableCollection, field: string, doc: Stored): Entry[] => {
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
