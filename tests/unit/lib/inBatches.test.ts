import type { Where } from 'payload'

import { expect, it } from 'vitest'

import { inBatches } from '../../../src/lib/inBatches.ts'

const own = { kind: { equals: 'own' } }

/** A database with so many documents, whose ids are numbers from 1. @returns what it was asked for as well. */
const database = (count: number) => {
  const asked: number[] = []
  const read = ({ limit, where, ...rest }: { limit: number; where: Where }) => {
    expect(rest).toEqual({ pagination: false, sort: 'id' })
    const [first, after] = where.and ?? []
    expect(first).toEqual(own)
    const last = (after?.id as { greater_than: number } | undefined)?.greater_than ?? 0
    asked.push(last)
    const length = Math.max(0, Math.min(limit, count - last))
    return Promise.resolve({
      docs: Array.from({ length }, (_, index) => ({ id: last + index + 1 })),
    })
  }
  return { asked, read }
}

it.each([
  [0, [0]],
  [1, [0]],
  [199, [0]],
  [200, [0, 200]],
  [201, [0, 200]],
  [400, [0, 200, 400]],
  [1000, [0, 200, 400, 600, 800, 1000]],
])('should read each of %i documents once, in order', async (count, after) => {
  const { asked, read } = database(count)
  const ids: number[] = []
  for await (const { id } of inBatches(read, own)) {
    ids.push(id)
  }
  expect(ids).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  expect(asked).toEqual(after)
})

it('should read no further than somebody wants', async () => {
  const { asked, read } = database(1000)
  for await (const { id } of inBatches(read, own)) {
    if (id === 250) {
      break
    }
  }
  expect(asked).toEqual([0, 200])
})

it('should fail where the database does', async () => {
  const { asked, read } = database(1000)
  const ids: number[] = []
  await expect(async () => {
    for await (const { id } of inBatches(
      (batch) => (asked.length === 1 ? Promise.reject(new Error('Gone.')) : read(batch)),
      own,
    )) {
      ids.push(id)
    }
  }).rejects.toThrow('Gone.')
  expect(ids).toHaveLength(200)
})
