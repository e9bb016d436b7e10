import type { Endpoint, PayloadRequest } from 'payload'

import { published } from '../../access/content.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import {
  linkableCollections,
  pathInLocale,
  pathOf,
  translatedField,
  urlInLocale,
} from '../../addresses/paths.ts'
import { documentsOf } from '../../database/documentsOf.ts'
import { environment } from '../../environment.ts'
import { keptOn, ofEachDocument } from '../../lib/ofEachDocument.ts'
import { defaultLocale, locales } from '../../vocabularies/locales.ts'

/** An address in its language. */
type Address = { locale: string; path: string; url: string }

type Entry = {
  alternates: Address[]
  updatedAt: string
} & Address

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

/** What a document has in the sitemap. */
type Listed = { locales: string[]; path: string; slug: string; updatedAt: string }

const entriesOf = async (
  { payload }: PayloadRequest,
  collection: LinkableCollection,
): Promise<Entry[]> => {
  const field = translatedField[collection]
  const select = { path: true, slug: true, updatedAt: true, [field]: true } as const
  const listed = await ofEachDocument<Stored, Listed[]>(
    // Straight from the database: nothing of this is computed or hidden by hooks.
    documentsOf(payload, { collection, select, where: published }),
    (doc) => listedOf(collection, field, doc),
    keptOn(payload.db, `sitemap of ${collection}`),
  )
  return listed
    .flat()
    .sort((one, other) => (one.slug < other.slug ? -1 : 1))
    .flatMap(entriesFor)
}

/** What is read of a document. */
type Stored = { id: string; path?: string; slug?: string; updatedAt?: string } & Record<
  string,
  unknown
>

type Localised = Record<string, unknown> | undefined

const listedOf = (collection: LinkableCollection, field: string, doc: Stored): Listed[] => {
  const path = pathOf(collection, doc)
  const { slug = '', updatedAt = '' } = doc
  const isWritten = (code: string): boolean =>
    code === defaultLocale || Boolean((doc[field] as Localised)?.[code])
  return path
    ? [{ locales: locales.map(({ code }) => code).filter(isWritten), path, slug, updatedAt }]
    : []
}

const entriesFor = ({ locales: written, path, updatedAt }: Listed): Entry[] => {
  const alternates = written.map((locale) => ({
    locale,
    path: pathInLocale(path, locale),
    url: urlInLocale(environment.siteURL, path, locale),
  }))
  return alternates.map((address) => ({ ...address, alternates, updatedAt }))
}
