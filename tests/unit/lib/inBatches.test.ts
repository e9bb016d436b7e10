import { expect, it } from 'vitest'

import { inBatches } from '../../../src/lib/inBatches.ts'

it.each([
  [0, [1]],
  [1, [1]],
  [199, [1]],
  [200, [1, 2]],
  [201, [1, 2]],
  [400, [1, 2, 3]],
  [1000, [1, 2, 3, 4, 5, 6]],
])('should read each of %i documents once, in order', async (count, pages) => {
  const all = Array.from({ length: count }, (_, index) => index)
  const asked: number[] = []
  const read: number[] = []
  const batches = inBatches(({ limit, page, pagination, sort }) => {
    expect({ limit, pagination, sort }).toEqual({ limit: 200, pagination: true, sort: 'id' })
    asked.push(page)
    return Promise.resolve({ docs: all.slice((page - 1) * limit, page * limit) })
  })
  for await (const doc of batches) {
    read.push(doc)
  }
  expect(read).toEqual(all)
  expect(asked).toEqual(pages)
})

it('should read no further than somebody wants', async () => {
  const asked: number[] = []
  for await (const doc of inBatches(({ limit, page }) => {
    asked.push(page)
    return Promise.resolve({
      docs: Array.from({ length: limit }, (_, index) => (page - 1) * limit + index),
    })
  })) {
    if (doc === 250) {
      break
    }
  }
  expect(asked).toEqual([1, 2])
})

it('should fail where the database does', async () => {
  const read: number[] = []
  await expect(async () => {
    for await (const doc of inBatches(({ limit, page }) => {
      if (page === 2) {
        return Promise.reject(new Error('Gone.'))
      }
      return Promise.resolve({ docs: Array.from({ length: limit }, (_, index) => index) })
    })) {
      read.push(doc)
    }
  }).rejects.toThrow('Gone.')
  expect(read).toHaveLength(200)
})
