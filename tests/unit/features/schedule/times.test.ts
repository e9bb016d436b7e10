import { describe, expect, it } from 'vitest'

import { timesOf } from '../../../../src/features/schedule/times.ts'

type Job = { hasError?: boolean | null; input?: unknown; waitUntil?: null | string }

/** A database with these jobs, and what it was asked. */
const databaseWith = (docs: Job[]) => {
  const asked: unknown[] = []
  const find = (query: unknown) => {
    asked.push(query)
    return Promise.resolve({ docs })
  }
  return { asked, payload: { find } as never }
}

const time = '2026-11-25T12:00:00.000Z'

describe('when a document will be published or taken back', () => {
  it.each<[string, Job, object]>([
    ['published', { input: { type: 'publish' }, waitUntil: time }, { isPublishing: true, time }],
    [
      'taken back',
      { input: { type: 'unpublish' }, waitUntil: time },
      { isPublishing: false, time },
    ],
    [
      'published, where nothing is said',
      { input: {}, waitUntil: time },
      { isPublishing: true, time },
    ],
    ['without an input', { input: null, waitUntil: time }, { isPublishing: true, time }],
    [
      'of an odd kind',
      { input: { type: 'constructor' }, waitUntil: time },
      { isPublishing: true, time },
    ],
    ['without a time', { input: {}, waitUntil: null }, { isPublishing: true, time: '' }],
  ])('should be told: %s', async (_, job, expected) => {
    const { payload } = databaseWith([job])
    expect(await timesOf(payload, 'x')).toEqual([{ doc: undefined, hasFailed: false, ...expected }])
  })

  it.each([
    [true, true],
    [false, false],
    [null, false],
    [undefined, false],
  ])('should be told as failed only where it has: %s', async (hasError, hasFailed) => {
    const { payload } = databaseWith([
      { hasError, input: { doc: { value: 'x' } }, waitUntil: time },
    ])
    expect(await timesOf(payload, 'x')).toEqual([
      { doc: { value: 'x' }, hasFailed, isPublishing: true, time },
    ])
  })

  it('should be asked of what waits, the next first, and of few', async () => {
    const { asked, payload } = databaseWith([])
    expect(await timesOf(payload, 'x')).toEqual([])
    expect(asked).toEqual([
      {
        collection: 'payload-jobs',
        depth: 0,
        limit: 5,
        pagination: false,
        sort: 'waitUntil',
        where: {
          and: [
            { taskSlug: { equals: 'schedulePublish' } },
            { completedAt: { exists: false } },
            { waitUntil: { exists: true } },
            { hasError: { not_equals: true } },
            { 'input.doc.value': { equals: 'x' } },
          ],
        },
      },
    ])
  })
})
