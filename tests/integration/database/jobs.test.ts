import type { Job } from 'payload'

import { beforeAll, describe, expect, it } from 'vitest'

import { keepJobs } from '../../../src/database/jobLeases.ts'
import { mailsTo } from '../../support/mails.ts'
import { instance, signIn } from '../../support/instance.ts'

const collection = 'payload-jobs'
const queueOfTests = 'tests'
let payload: Awaited<ReturnType<typeof instance>>
let person: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  payload = await instance()
  person = await signIn({ role: 'coordinator' })
})

const queue = async (): Promise<string> => {
  const { id } = await payload.jobs.queue({
    input: { kind: 'password-changed', to: person.id },
    queue: queueOfTests,
    task: 'sendMail',
  })
  return id
}

const run = () => payload.jobs.run({ limit: 20, queue: queueOfTests })

const write = (id: string, data: object): Promise<unknown> =>
  payload.db.updateOne({ id, collection, data: { ...data } })

const nextMinute = (): string => new Date(Date.now() + 60_000).toISOString()

/** A job that another process has taken. */
const takenElsewhere = async (): Promise<string> => {
  const id = await queue()
  await write(id, { processing: true })
  return id
}

const read = async (id: string): Promise<Job> =>
  (await payload.db.findOne<Job>({ collection, where: { id: { equals: id } } })) as Job

const mailCount = (): number => mailsTo(person.email).length

describe('jobs', () => {
  it('should each be done once, however many processes look for some at the same time', async () => {
    const before = mailCount()
    const count = 30
    for (let number = 0; number < count; number += 1) {
      await queue()
    }
    await Promise.all(Array.from({ length: 6 }, run))
    await run()
    expect(mailCount() - before).toBe(count)
  })

  it('should be left to the process that is at them, and be taken up when it gives no more sign', async () => {
    const before = mailCount()
    const id = await takenElsewhere()
    await keepJobs(payload, 0)
    await keepJobs(payload, 25_000)
    // By its clock, which may be wrong.
    await write(id, { updatedAt: '2020-01-01T00:00:00.000Z' })
    await keepJobs(payload, 50_000)
    await keepJobs(payload, 75_000)
    expect(await read(id)).toMatchObject({ processing: true })
    await keepJobs(payload, 85_000)
    expect(await read(id)).toMatchObject({ processing: false })
    await run()
    expect(mailCount()).toBe(before + 1)
    expect(await read(id)).toBeNull()
  })

  it('should be kept by the process that is at them, however long they take', async () => {
    const id = await queue()
    // As Payload does before it runs a job.
    await payload.db.updateJobs({ data: { processing: true }, where: { id: { equals: id } } })
    await write(id, { updatedAt: '2020-01-01T00:00:00.000Z' })
    const now = performance.now()
    await keepJobs(payload, now)
    await keepJobs(payload, now + 60_000)
    const { processing, updatedAt } = await read(id)
    expect(processing).toBe(true)
    expect(Date.now() - Date.parse(updatedAt)).toBeLessThan(10_000)
    // Done, it is nobody's.
    await payload.db.updateJobs({ id, data: { processing: false, waitUntil: nextMinute() } })
    await write(id, { processing: true })
    await keepJobs(payload, now + 70_000)
    await keepJobs(payload, now + 110_000)
    expect(await read(id)).toMatchObject({ processing: false })
    await payload.db.deleteOne({ collection, where: { id: { equals: id } } })
  })

  it('should be deleted once they are done, though the process that did them has died', async () => {
    const [done, waiting] = [await queue(), await queue()]
    await write(done, { completedAt: new Date().toISOString() })
    await keepJobs(payload)
    expect(await read(done)).toBeNull()
    expect(await read(waiting)).toMatchObject({ processing: false })
    await payload.db.deleteOne({ collection, where: { id: { equals: waiting } } })
  })
})

describe('a task that is due at a time of day', () => {
  const waiting = async (): Promise<Job[]> =>
    (
      await payload.db.find<Job>({
        collection,
        pagination: false,
        where: { taskSlug: { in: ['remindEditors', 'tidyUp'] } },
      })
    ).docs

  it('should wait for the next such time, once, however long ago the last one was', async () => {
    const { db } = payload
    for (const { id } of await waiting()) {
      await db.deleteOne({ collection, where: { id: { equals: id } } })
    }
    await payload.jobs.handleSchedules()
    await payload.jobs.handleSchedules()
    const slug = 'payload-jobs-stats'
    const runs = { remindEditors: '2026-01-01T07:00:00.000Z', tidyUp: '2026-01-01T03:17:00.000Z' }
    const tasks = Object.fromEntries(
      Object.entries(runs).map(([task, lastScheduledRun]) => [task, { lastScheduledRun }]),
    )
    for (const turn of ['the first', 'after it was done']) {
      const jobs = await waiting()
      expect(jobs.map(({ taskSlug }) => taskSlug).sort(), turn).toEqual(Object.keys(runs))
      for (const { waitUntil } of jobs) {
        expect(Date.parse(String(waitUntil))).toBeGreaterThan(Date.now())
      }
      // Done, and queued when the last ones were.
      for (const { id } of jobs) {
        await db.deleteOne({ collection, where: { id: { equals: id } } })
      }
      await db.updateGlobal({
        slug,
        data: { stats: { scheduledRuns: { queues: { default: { tasks } } } } },
      })
      await payload.jobs.handleSchedules()
      await payload.jobs.handleSchedules()
    }
  })
})
