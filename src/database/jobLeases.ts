import type { BaseDatabaseAdapter, DatabaseAdapterObj, Job, Payload } from 'payload'

const collection = 'payload-jobs'

/** After how long without a sign of life a job counts as left behind, in milliseconds. */
const lease = 30_000

/** How often a process gives a sign of life for the jobs in its hands, in milliseconds. */
const renewal = 10_000

/** How long a job may take at most: one that hangs must not hang for ever. In milliseconds. */
const longestJob = 10 * 60_000

type Hands = {
  /** The jobs in the hands of this process, and since when. */
  held: Map<unknown, number>
  /** The last sign of life for each job in other hands, and since when it is the last. */
  seen: Map<unknown, { since: number; updatedAt: string }>
}

/** Where an adapter keeps them: Next's bundle has a copy of this module, but the same adapter. */
const property = Symbol.for('jobs in the hands of this process')

type Holding = { [property]: Hands }

type UpdateJobs = BaseDatabaseAdapter['updateJobs']

/**
 * Has each job done by one process only.
 *
 * Workaround (payloadcms/payload#17441): Payload's adapter for MongoDB looks for jobs that nobody does and
 * marks them in a second step, so that two processes find the same; its adapter for SQLite does both in one
 * transaction. `take` can go when this project is on Payload 4, which has mended it;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const withJobLeases = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const hands: Hands = { held: new Map(), seen: new Map() }
    const update = db.updateJobs.bind(db)
    const updateJobs: UpdateJobs = async (wanted) => {
      const takes = wanted.data.processing === true
      const jobs =
        takes && wanted.where && db.name === 'mongoose'
          ? await take(db, wanted)
          : await update(wanted)
      if (takes) {
        jobs?.forEach(({ id }) => hands.held.set(id, performance.now()))
      } else if (wanted.data.processing === false) {
        hands.held.delete(wanted.id)
      }
      return jobs
    }
    return Object.assign(db, { [property]: hands, updateJobs })
  },
})

/** Marks one job after the other, each only if nobody has done so in the meantime. */
const take = async (
  db: BaseDatabaseAdapter,
  { data, limit, sort, where }: Parameters<UpdateJobs>[0],
): ReturnType<UpdateJobs> => {
  const { docs } = await db.find({ collection, limit, pagination: false, sort, where })
  const taken = []
  for (const { id } of docs) {
    const job = await db.updateOne({
      collection,
      data: { ...data },
      where: { and: [{ id: { equals: id } }, { processing: { equals: false } }] },
    })
    if (job) {
      taken.push(job)
    }
  }
  return taken as Awaited<ReturnType<UpdateJobs>>
}

/**
 * Tells other processes that this one is still at its jobs, and takes up what processes that have ended
 * left behind; such a job may be done a second time. Writes nothing where there is no such job.
 *
 * @param now by the clock of this process, in milliseconds: those of two machines differ.
 */
export const keepJobs = async ({ db }: Payload, now = performance.now()): Promise<void> => {
  const { [property]: hands } = db as unknown as Holding
  for (const [id, since] of hands.held) {
    if (since < now - longestJob) {
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
    select: { updatedAt: true },
    where: { processing: { equals: true } },
  })
  const before = hands.seen
  hands.seen = new Map()
  for (const { id, updatedAt } of docs.filter((job) => !hands.held.has(job.id))) {
    const last = before.get(id)
    const since = last?.updatedAt === updatedAt ? last.since : now
    if (now - since < lease) {
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

/** Keeps the jobs of a process for as long as it lives. */
export const keepJobsAlive = async (payload: Payload): Promise<void> => {
  await keepJobs(payload)
  setInterval(() => {
    keepJobs(payload).catch((err: unknown) => {
      payload.logger.error({ err, msg: 'The jobs of this process could not be kept.' })
    })
  }, renewal).unref()
}
