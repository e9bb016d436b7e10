import type { BaseDatabaseAdapter, DatabaseAdapterObj, Job, Payload } from 'payload'

const collection = 'payload-jobs'

/** After how long without a heartbeat a job counts as abandoned, in milliseconds. */
const leaseDuration = 30_000

/** How often a process sends a heartbeat for the jobs that it holds, in milliseconds. */
const heartbeatInterval = 10_000

/** For how long heartbeats are sent for a job, in milliseconds: one that hangs must not be held for ever. */
const maxJobDuration = 10 * 60_000

type JobsInHand = {
  /** When this process claimed each job that it holds. */
  held: Map<unknown, number>
  /** The last heartbeat of each job that another process holds, and when this process first saw it. */
  seen: Map<unknown, { since: number; updatedAt: string }>
}

/** They are kept on the adapter: Next's bundle has its own copy of this module, but shares the adapter. */
const property = Symbol.for('jobs in the hands of this process')

type Wrapped = { [property]: JobsInHand }

type UpdateJobs = BaseDatabaseAdapter['updateJobs']

/**
 * Makes sure that only one process does a job.
 *
 * Workaround (payloadcms/payload#17441): Payload's MongoDB adapter (3.90.1) finds free jobs and marks
 * them in a second step, so that two processes may claim the same one; its SQLite adapter does both in
 * one transaction. `claim` can go when this project is on Payload 4, which has fixed it;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const withJobLeases = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const hands: JobsInHand = { held: new Map(), seen: new Map() }
    const update = db.updateJobs.bind(db)
    const updateJobs: UpdateJobs = async (change) => {
      const isClaim = change.data.processing === true
      const jobs =
        isClaim && change.where && db.name === 'mongoose'
          ? await claim(db, change)
          : await update(change)
      if (isClaim) {
        jobs?.forEach(({ id }) => hands.held.set(id, performance.now()))
      } else if (change.data.processing === false) {
        hands.held.delete(change.id)
      }
      return jobs
    }
    return Object.assign(db, { [property]: hands, updateJobs })
  },
})

/** Marks one job after the other, each only if no other process has marked it in the meantime. */
const claim = async (
  db: BaseDatabaseAdapter,
  { data, limit, sort, where }: Parameters<UpdateJobs>[0],
): ReturnType<UpdateJobs> => {
  const { docs } = await db.find({ collection, limit, pagination: false, sort, where })
  const claimed = []
  for (const { id } of docs) {
    const job = await db.updateOne({
      collection,
      data: { ...data },
      where: { and: [{ id: { equals: id } }, { processing: { equals: false } }] },
    })
    if (job) {
      claimed.push(job)
    }
  }
  return claimed as Awaited<ReturnType<UpdateJobs>>
}

/**
 * Sends a heartbeat for the jobs of this process, frees those that a dead process has abandoned, so
 * that they are done, perhaps for a second time, and deletes those that are done. Writes nothing if there
 * are no such jobs.
 *
 * Workaround (no issue known): Payload deletes jobs only once all that it has taken at the same time are
 * done, so a process that dies before leaves some for ever. `deleteMany` can go when each is deleted as
 * it is done; tests/integration/payload/upstream.test.ts notices.
 *
 * @param now on the clock of this process, in milliseconds. The clocks of two machines differ, so times
 * in the database are not compared with it.
 */
export const keepJobs = async ({ db }: Payload, now = performance.now()): Promise<void> => {
  const { [property]: hands } = db as unknown as Wrapped
  for (const [id, since] of hands.held) {
    if (since < now - maxJobDuration) {
      hands.held.delete(id)
    }
  }
  if (hands.held.size > 0) {
    await db.updateJobs({
      data: { updatedAt: new Date().toISOString() },
      returning: false,
      where: { and: [{ id: { in: [...hands.held.keys()] } }, { processing: { equals: true } }] },
    })
  }
  const { docs } = await db.find<Job>({
    collection,
    pagination: false,
    select: { completedAt: true, updatedAt: true },
    where: { or: [{ processing: { equals: true } }, { completedAt: { exists: true } }] },
  })
  const done = docs.filter(({ completedAt }) => completedAt).map(({ id }) => id)
  if (done.length > 0) {
    await db.deleteMany({ collection, where: { id: { in: done } } })
  }
  const before = hands.seen
  hands.seen = new Map()
  for (const { completedAt, id, updatedAt } of docs) {
    if (completedAt || hands.held.has(id)) {
      continue
    }
    const last = before.get(id)
    const since = last?.updatedAt === updatedAt ? last.since : now
    if (now - since < leaseDuration) {
      hands.seen.set(id, { since, updatedAt })
    } else {
      await db.updateOne({
        collection,
        data: { processing: false },
        returning: false,
        where: {
          and: [{ id: { equals: id } }, { updatedAt: { equals: updatedAt } }],
        },
      })
    }
  }
}

/** Calls `keepJobs` for as long as the process lives. */
export const keepJobsAlive = async (payload: Payload): Promise<void> => {
  await keepJobs(payload)
  setInterval(() => {
    keepJobs(payload).catch((err: unknown) => {
      payload.logger.error({ err, msg: 'The heartbeat of the jobs of this process failed.' })
    })
  }, heartbeatInterval).unref()
}
