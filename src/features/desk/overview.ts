import type { PayloadRequest, Where } from 'payload'

import { createLocalReq } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { published } from '../../access/content.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import { linkableCollections, translatedField } from '../../addresses/paths.ts'
import type { Partner } from '../../payload-types.ts'
import { defaultLocale, locales } from '../../vocabularies/locales.ts'
import { titleOf } from '../links/references.ts'
import { maxPerSection } from '../schedule/times.ts'
import { dueSoon, neverVerified } from '../verification/due.ts'

/** Some partners, and how many there are in all. */
type PartnerList = {
  docs: Pick<Partner, 'id' | 'name' | 'reviewDue'>[]
  totalDocs: number
}

/** Partners whose confirmation is due soon, overdue ones first, and those that were never confirmed. */
export const toBeVerified = async (req: PayloadRequest): Promise<PartnerList> => {
  const find = (where: Where): Promise<PartnerList> =>
    req.payload.find({
      ...asPerson(req),
      collection: 'partners',
      depth: 0,
      limit: maxPerSection,
      select: { name: true, reviewDue: true },
      sort: 'reviewDue',
      where,
    })
  const [due, never] = await Promise.all([
    find(dueSoon()),
    find({ and: [neverVerified, { reviewDue: { exists: false } }] }),
  ])
  return {
    docs: [...due.docs, ...never.docs].slice(0, maxPerSection),
    totalDocs: due.totalDocs + never.totalDocs,
  }
}

/** Published partners without an editor. */
export const withoutEditors = async (req: PayloadRequest): Promise<PartnerList> => {
  const { docs: editors } = await req.payload.find({
    ...asPerson(req),
    collection: 'users',
    depth: 0,
    pagination: false,
    select: { partners: true },
    where: { role: { equals: 'partner-editor' } },
  })
  const lookedAfter = editors.flatMap(({ partners }) => (partners ?? []) as string[])
  return req.payload.find({
    ...asPerson(req),
    collection: 'partners',
    depth: 0,
    limit: maxPerSection,
    select: { name: true },
    where: { and: [published, { id: { not_in: lookedAfter } }] },
  })
}

/** A published document. */
export type Published = {
  collection: LinkableCollection
  id: string
  title: string
  updatedAt: string
}

/** What was published most recently, newest first. */
export const publishedLast = async (req: PayloadRequest): Promise<Published[]> => {
  const lists = await Promise.all(
    linkableCollections.map(async (collection) => {
      const { docs } = await req.payload.find({
        ...asPerson(req),
        collection,
        depth: 0,
        limit: maxPerSection,
        locale: defaultLocale,
        pagination: false,
        sort: '-updatedAt',
        where: published,
      })
      return docs.map((doc) => ({
        collection,
        id: doc.id,
        title: titleOf({ ...doc }),
        updatedAt: doc.updatedAt,
      }))
    }),
  )
  return lists
    .flat()
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    .slice(0, maxPerSection)
}

/** The field that shows whether a document is translated into a language. */
const translated = { media: 'alt', ...translatedField } as const

export type Translated = keyof typeof translated

/** How many published documents and images lack a language; German is counted, too. */
export type Gaps = { counts: Record<Translated, number>; locale: string }

export const gaps = (req: PayloadRequest): Promise<Gaps[]> =>
  Promise.all(
    locales.map(async ({ code }) => {
      // A request for each language, since Payload stores the language of a call in it.
      const own = await createLocalReq({ locale: code, user: req.user ?? undefined }, req.payload)
      const counts = await Promise.all(
        Object.entries(translated).map(async ([collection, field]) => {
          const { totalDocs } = await req.payload.count({
            ...asPerson(own),
            collection: collection as Translated,
            where: {
              and: [...(collection === 'media' ? [] : [published]), { [field]: { exists: false } }],
            },
          })
          return [collection, totalDocs] as const
        }),
      )
      return { counts: Object.fromEntries(counts) as Gaps['counts'], locale: code }
    }),
  )

/** The slugs of pages that the law requires and that are not published. */
export const missingLegalPages = async (
  req: PayloadRequest,
  slugs: readonly string[],
): Promise<string[]> => {
  const { docs } = await req.payload.find({
    ...asPerson(req),
    collection: 'pages',
    depth: 0,
    pagination: false,
    select: { slug: true },
    where: { and: [published, { slug: { in: [...slugs] } }] },
  })
  return slugs.filter((slug) => !docs.some((doc) => doc.slug === slug))
}
