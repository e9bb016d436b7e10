import type { Payload, PayloadRequest, Where } from 'payload'

import { createLocalReq } from 'payload'

import { published } from '../access/content.ts'
import type { LinkableCollection } from '../paths.ts'
import { linkableCollections } from '../paths.ts'
import type { Partner } from '../payload-types.ts'
import { dueSoon, neverVerified } from '../verification/due.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'

/** How many documents a part of the dashboard names. */
const most = 5

/** A person's request: everything is read with that person's rights. */
const asPerson = (req: PayloadRequest) => ({ overrideAccess: false, req, user: req.user }) as const

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

/** When something will be published, or else taken back. */
export type ScheduledTime = { isPublishing: boolean; time: string }

/** A document that will be published, or taken back. */
type Scheduled = { collection: LinkableCollection; id: string; title: string } & ScheduledTime

type ScheduleInput = {
  doc?: { relationTo?: string; value?: string }
  type?: 'publish' | 'unpublish'
}

/** Jobs of scheduled publishing that wait, the next first: all of them, or those of one document. */
const waitingJobs = async (
  args: Partial<ReturnType<typeof asPerson>>,
  payload: Payload,
  id?: string,
) => {
  const { docs } = await payload.find({
    ...args,
    collection: 'payload-jobs',
    depth: 0,
    limit: most,
    pagination: false,
    sort: 'waitUntil',
    where: {
      and: [
        { taskSlug: { equals: 'schedulePublish' } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
        { waitUntil: { exists: true } },
        ...(id ? [{ 'input.doc.value': { equals: id } }] : []),
      ],
    },
  })
  return docs.map(({ input, waitUntil }) => {
    const { doc, type } = (input ?? {}) as ScheduleInput
    return { doc, isPublishing: type !== 'unpublish', time: waitUntil ?? '' }
  })
}

/** When a document will be published or taken back; for whoever sees the document. */
export const timesOf = (payload: Payload, id: string): Promise<ScheduledTime[]> =>
  waitingJobs({}, payload, id)

/** What is scheduled, the next first. */
export const scheduled = async (req: PayloadRequest): Promise<Scheduled[]> => {
  const jobs = await waitingJobs(asPerson(req), req.payload)
  const found = await Promise.all(
    jobs.map(async ({ doc, isPublishing, time }): Promise<null | Scheduled> => {
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
        ? { collection, id: document.id, isPublishing, time, title: titleOf(document) }
        : null
    }),
  )
  return found.filter((each) => each !== null)
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
        title: titleOf(doc),
        updatedAt: doc.updatedAt,
      }))
    }),
  )
  return lists
    .flat()
    .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    .slice(0, 5)
}

const titleOf = (doc: object): string => {
  const { name, title } = doc as { name?: null | string; title?: null | string }
  return name ?? title ?? ''
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
