import type { Job } from 'payload'

import { beforeAll, describe, expect, it } from 'vitest'

import { keepJobs } from '../../src/database/jobLeases.ts'
import { mailsTo } from '../support/mails.ts'
import { instance, signIn } from './instance.ts'

const collection = 'payload-jobs'
// Payload's own schedule, which runs beside the tests, does not look into this one.
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

/** A time so many milliseconds ago. */
const ago = (age: number): string => new Date(Date.now() - age).toISOString()

/** A job that another process has taken, whose last sign of life was `age` milliseconds ago. */
const takenElsewhere = async (age: number): Promise<string> => {
  const id = await queue()
  await write(id, { processing: true, updatedAt: ago(age) })
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

  it('should be left to the process that is at them', async () => {
    const id = await takenElsewhere(20_000)
    await keepJobs(payload)
    expect(await read(id)).toMatchObject({ processing: true })
    await payload.db.deleteOne({ collection, where: { id: { equals: id } } })
  })

  it('should be taken up when the process that was at them has ended', async () => {
    const before = mailCount()
    const id = await takenElsewhere(40_000)
    await keepJobs(payload)
    await run()
    expect(mailCount()).toBe(before + 1)
    expect(await read(id)).toBeNull()
  })

  it('should be kept by the process that is at them, however long they take', async () => {
    const id = await queue()
    // As Payload does before it runs a job.
    await payload.db.updateJobs({ data: { processing: true }, where: { id: { equals: id } } })
    await write(id, { updatedAt: ago(40_000) })
    await keepJobs(payload)
    const { processing, updatedAt } = await read(id)
    expect(processing).toBe(true)
    expect(Date.now() - Date.parse(updatedAt)).toBeLessThan(30_000)
    // Done, they are nobody's.
    await payload.db.updateJobs({ id, data: { processing: false, waitUntil: ago(-60_000) } })
    await write(id, { processing: true, updatedAt: ago(40_000) })
    await keepJobs(payload)
    expect(await read(id)).toMatchObject({ processing: false })
    await payload.db.deleteOne({ collection, where: { id: { equals: id } } })
  })
})
