import { beforeAll, describe, expect, it } from 'vitest'

import { failedToPublish, timesOf } from '../../../../src/features/schedule/times.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import { instance, requestJSON, requestOf, signIn } from '../../../support/instance.ts'

removeDocuments()

type Person = Awaited<ReturnType<typeof signIn>>

let coordinator: Person

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

const queue = 'schedule-in-test'

/** Plans something as the admin UI does. */
const plan = async (
  id: string,
  type: 'publish' | 'unpublish',
  waitUntil: Date,
  user = coordinator.id,
): Promise<void> => {
  const payload = await instance()
  await payload.jobs.queue({
    input: {
      doc: { relationTo: 'news', value: id },
      type,
      user: { relationTo: 'users', value: user },
    },
    queue,
    task: 'schedulePublish',
    waitUntil,
  } as never)
}

const run = async (): Promise<void> => {
  const payload = await instance()
  await payload.jobs.run({ limit: 100, queue })
}

const soon = () => new Date(Date.now() + 60_000)
const just = () => new Date(Date.now() - 1000)

const isPublic = async (id: string): Promise<boolean> =>
  (await requestJSON(`/api/news/${id}`)).status === 200

const makeDraft = async (): Promise<string> =>
  (await make('news', { _status: 'draft' } as never)).id

const failures = async (id: string) =>
  (await failedToPublish(await requestOf(coordinator))).filter((each) => each.id === id)

describe('what is scheduled', () => {
  it('should be published when its time has come, and not before', async () => {
    const id = await makeDraft()
    await plan(id, 'publish', soon())
    await run()
    expect(await isPublic(id)).toBe(false)
    await plan(id, 'publish', just())
    await run()
    expect(await isPublic(id)).toBe(true)
  })

  it('should be published with what was written after it was scheduled', async () => {
    const payload = await instance()
    const id = await makeDraft()
    await plan(id, 'publish', just())
    const title = unique('Neuer Titel')
    await payload.update({ id, collection: 'news', data: { title }, draft: true })
    await run()
    expect((await requestJSON(`/api/news/${id}`)).json.title).toBe(title)
  })

  it('should be published and be taken back, each at its time', async () => {
    const id = await makeDraft()
    const [first, second] = [soon(), new Date(Date.now() + 120_000)]
    await plan(id, 'unpublish', second)
    await plan(id, 'publish', first)
    expect(await timesOf(await instance(), id)).toMatchObject([
      { isPublishing: true, time: first.toISOString() },
      { isPublishing: false, time: second.toISOString() },
    ])
    await plan(id, 'publish', just())
    await run()
    expect(await isPublic(id)).toBe(true)
    await plan(id, 'unpublish', just())
    await run()
    expect(await isPublic(id)).toBe(false)
  })

  it('should do nothing when the document is deleted meanwhile, and say nothing of it', async () => {
    const payload = await instance()
    const id = await makeDraft()
    await plan(id, 'publish', just())
    await payload.delete({ id, collection: 'news' })
    await run()
    expect(await isPublic(id)).toBe(false)
    expect(await failures(id)).toEqual([])
  })

  it('should not appear out of the trash', async () => {
    const payload = await instance()
    const id = await makeDraft()
    await plan(id, 'publish', just())
    await payload.update({
      id,
      collection: 'news',
      data: { deletedAt: new Date().toISOString() },
    })
    await run()
    expect(await isPublic(id)).toBe(false)
    expect(await failures(id)).toEqual([])
  })
})

describe('what could not be published when it should have been', () => {
  it('should be named to the office until somebody publishes it', async () => {
    const payload = await instance()
    const id = await makeDraft()
    await payload.update({ id, collection: 'news', data: { title: '' }, draft: true })
    await plan(id, 'publish', just())
    await run()
    expect(await isPublic(id)).toBe(false)
    expect(await failures(id)).toMatchObject([{ collection: 'news', isPublishing: true }])
    await payload.update({
      id,
      collection: 'news',
      data: { _status: 'published', title: unique('Mit Titel') },
    })
    expect(await failures(id)).toEqual([])
  })

  it('should be named however much has failed and been mended before', async () => {
    const payload = await instance()
    const colleague = await signIn({ role: 'coordinator' })
    const ids = []
    for (let count = 0; count < 7; count += 1) {
      const id = await makeDraft()
      await plan(id, 'publish', just(), colleague.id)
      ids.push(id)
    }
    await payload.delete({ id: colleague.id, collection: 'users' })
    await run()
    const last = ids.pop() ?? ''
    for (const id of ids) {
      await payload.update({ id, collection: 'news', data: { _status: 'published' } })
    }
    expect(await failures(last)).toHaveLength(1)
  })

  it('should be named when whoever scheduled it has left', async () => {
    const payload = await instance()
    const colleague = await signIn({ role: 'coordinator' })
    const id = await makeDraft()
    await plan(id, 'publish', just(), colleague.id)
    await payload.delete({ id: colleague.id, collection: 'users' })
    await run()
    expect(await isPublic(id)).toBe(false)
    expect(await failures(id)).toHaveLength(1)
  })

  it('should be named when it could not be taken back, until it is', async () => {
    const payload = await instance()
    const colleague = await signIn({ role: 'coordinator' })
    const { id } = await make('news')
    await plan(id, 'unpublish', new Date(), colleague.id)
    await payload.delete({ id: colleague.id, collection: 'users' })
    await run()
    expect(await isPublic(id)).toBe(true)
    expect(await failures(id)).toMatchObject([{ isPublishing: false }])
    await payload.update({ id, collection: 'news', data: { _status: 'draft' } })
    expect(await failures(id)).toEqual([])
  })
})
