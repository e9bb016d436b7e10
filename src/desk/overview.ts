import type { Payload, PayloadRequest, Where } from 'payload'

import { createLocalReq } from 'payload'

import { asPerson } from '../access/asPerson.ts'
import { published } from '../access/content.ts'
import { titleOf } from '../links/references.ts'
import type { LinkableCollection } from '../paths.ts'
import { linkableCollections } from '../paths.ts'
import type { Partner } from '../payload-types.ts'
import { dueSoon, neverVerified } from '../verification/due.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'

/** How many documents a part of the dashboard names. */
const most = 5

/** Some partners, and how many there are in all. */
type Some = {
  docs: Pick<Partner, 'id' | 'name' | 'reviewDue'>[]
  totalDocs: number
}

/** Partners whose confirmation is due soon, overdue first, and those that nobody has confirmed yet. */
export const toBeVerified = async (req: PayloadRequest): Promise<Some> => {
  const find = (where: Where): Promise<Some> =>
    req.payload.find({
      ...asPerson(req),
      collection: 'partners',
      depth: 0,
      limit: most,
      select: { name: true, reviewDue: true },
      sort: 'reviewDue',
      where,
    })
  const [due, never] = await Promise.all([
    find(dueSoon()),
    find({ and: [neverVerified, { reviewDue: { exists: false } }] }),
  ])
  return {
    docs: [...due.docs, ...never.docs].slice(0, most),
    totalDocs: due.totalDocs + never.totalDocs,
  }
}

/** Published partners that nobody looks after. */
export const withoutEditors = async (req: PayloadRequest): Promise<Some> => {
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
    limit: most,
    select: { name: true },
    where: { and: [published, { id: { not_in: lookedAfter } }] },
  })
}

/** When something will be published, or else taken back; or when that was tried in vain. */
export type ScheduledTime = { hasFailed: boolean; isPublishing: boolean; time: string }

/** A document that will be published, or taken back. */
type Scheduled = { collection: LinkableCollection; id: string; title: string } & ScheduledTime

type ScheduleInput = {
  doc?: { relationTo?: string; value?: string }
  type?: 'publish' | 'unpublish'
}

type ScheduleJob = { doc: ScheduleInput['doc'] } & ScheduledTime

/** Jobs of scheduled publishing, the next first. */
const scheduleJobs = async (
  args: Partial<ReturnType<typeof asPerson>>,
  payload: Payload,
  where: Where[],
  limit = most,
): Promise<ScheduleJob[]> => {
  const { docs } = await payload.find({
    ...args,
    collection: 'payload-jobs',
    depth: 0,
    limit,
    pagination: false,
    sort: 'waitUntil',
    where: {
      and: [
        { taskSlug: { equals: 'schedulePublish' } },
        { completedAt: { exists: false } },
        { waitUntil: { exists: true } },
        ...where,
      ],
    },
  })
  return docs.map(({ hasError, input, waitUntil }) => {
    const { doc, type } = (input ?? {}) as ScheduleInput
    return {
      doc,
      hasFailed: hasError === true,
      isPublishing: type !== 'unpublish',
      time: waitUntil ?? '',
    }
  })
}

const isWaiting: Where = { hasError: { not_equals: true } }

/** When a document will be published or taken back; for whoever sees the document. */
export const timesOf = (payload: Payload, id: string): Promise<ScheduledTime[]> =>
  scheduleJobs({}, payload, [isWaiting, { 'input.doc.value': { equals: id } }])

/** What is scheduled, the next first. */
export const scheduled = async (req: PayloadRequest): Promise<Scheduled[]> =>
  withTitles(req, await scheduleJobs(asPerson(req), req.payload, [isWaiting]))

/** How long the dashboard names what failed, in days. */
const failuresLast = 30

/** What could not be published or taken back when it should have been, and has not been since. */
export const failedToPublish = async (req: PayloadRequest): Promise<Scheduled[]> => {
  const since = new Date(Date.now() - failuresLast * 86_400_000).toISOString()
  const failed = await scheduleJobs(
    asPerson(req),
    req.payload,
    [{ hasError: { equals: true } }, { waitUntil: { greater_than: since } }],
    0,
  )
  const outstanding = await Promise.all(
    (await withTitles(req, failed)).map(async (each) => {
      const doc = await req.payload.findByID({
        ...asPerson(req),
        id: each.id,
        collection: each.collection,
        depth: 0,
        disableErrors: true,
        select: { _status: true, updatedAt: true },
      })
      const isPublic = doc?._status === 'published'
      return doc && (each.isPublishing ? !isPublic || doc.updatedAt < each.time : isPublic)
        ? [each]
        : []
    }),
  )
  return outstanding.flat().slice(0, most)
}

/** The jobs whose documents still exist, with what they are called. */
const withTitles = async (req: PayloadRequest, jobs: ScheduleJob[]): Promise<Scheduled[]> => {
  const found = await Promise.all(
    jobs.map(async ({ doc, ...time }): Promise<Scheduled[]> => {
      const collection = linkableCollections.find((slug) => slug === doc?.relationTo)
      const document =
        collection &&
        (await req.payload.findByID({
          ...asPerson(req),
          id: doc?.value ?? '',
          collection,
          depth: 0,
          disableErrors: true,
          draft: true,
        }))
      return document
        ? [{ ...time, collection, id: document.id, title: titleOf({ ...document }) }]
        : []
    }),
  )
  return found.flat()
}

/** A published document. */
export type Published = {
  collection: LinkableCollection
  id: string
  title: string
  updatedAt: string
}

/** What was published last, the newest first. */
export const publishedLast = async (req: PayloadRequest): Promise<Published[]> => {
  const lists = await Promise.all(
    linkableCollections.map(async (collection) => {
      const { docs } = await req.payload.find({
        ...asPerson(req),
        collection,
        depth: 0,
        limit: 5,
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
    .slice(0, 5)
}

/** The text by which one sees whether something is written in a language. */
const telling = {
  media: 'alt',
  news: 'title',
  pages: 'title',
  partners: 'description',
  standards: 'title',
} as const

export type Translated = keyof typeof telling

/** How many published documents, and images, a language lacks; German counts as well. */
export type Gaps = { counts: Record<Translated, number>; locale: string }

export const gaps = (req: PayloadRequest): Promise<Gaps[]> =>
  Promise.all(
    locales.map(async ({ code }) => {
      // One for each: Payload keeps the language of a call in its request.
      const own = await createLocalReq({ locale: code, user: req.user ?? undefined }, req.payload)
      const counts = await Promise.all(
        Object.entries(telling).map(async ([collection, field]) => {
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

/** Pages that the law asks for and that are not published. */
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
