import type { Payload, PayloadRequest, Where } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import { linkableCollections } from '../../addresses/paths.ts'
import { titleOf } from '../links/references.ts'

/** How many documents a section of the dashboard lists. */
export const maxPerSection = 5

/** When something will be published or unpublished, or when that failed. */
export type ScheduledTime = { hasFailed: boolean; isPublishing: boolean; time: string }

/** A document that will be published or unpublished, or for which that failed. */
type Scheduled = { collection: LinkableCollection; id: string; title: string } & ScheduledTime

type ScheduleInput = {
  doc?: { relationTo?: string; value?: string }
  type?: 'publish' | 'unpublish'
}

type ScheduleJob = { doc: ScheduleInput['doc'] } & ScheduledTime

/** Jobs of scheduled publishing, earliest first. */
const scheduleJobs = async (
  args: Partial<ReturnType<typeof asPerson>>,
  payload: Payload,
  where: Where[],
  limit = maxPerSection,
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

/** When a document will be published or unpublished. For people who may read the document. */
export const timesOf = (payload: Payload, id: string): Promise<ScheduledTime[]> =>
  scheduleJobs({}, payload, [isWaiting, { 'input.doc.value': { equals: id } }])

/** What is scheduled, earliest first. */
export const scheduled = async (req: PayloadRequest): Promise<Scheduled[]> =>
  withTitles(req, await scheduleJobs(asPerson(req), req.payload, [isWaiting]))

/** For how many days the dashboard shows what failed. */
const failureDays = 30

/** What could not be published or unpublished as scheduled, and has not been since. */
export const failedToPublish = async (req: PayloadRequest): Promise<Scheduled[]> => {
  const since = new Date(Date.now() - failureDays * 86_400_000).toISOString()
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
  return outstanding.flat().slice(0, maxPerSection)
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
