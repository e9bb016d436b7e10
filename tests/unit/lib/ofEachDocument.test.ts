import { setImmediate } from 'node:timers/promises'

import type { Where } from 'payload'

import { expect, it } from 'vitest'

import type { Kept } from '../../../src/lib/ofEachDocument.ts'
import { ofEachDocument } from '../../../src/lib/ofEachDocument.ts'

type Doc = { id: string; text: string; updatedAt: string }

const where = { kind: { equals: 'own' } }

/** A database whose documents have the ids `0001`, `0002`, and so on. */
const database = (count: number, idField: 'id' | 'parent' = 'id') => {
  const docs = new Map<string, Doc>()
  const write = (number: number, text: string, updatedAt = text): void => {
    const id = String(number).padStart(4, '0')
    docs.set(id, { id, text, updatedAt })
  }
  for (let number = 1; number <= count; number += 1) {
    write(number, `text ${number}`)
  }
  const read: string[] = []
  const reads = { before: () => Promise.resolve() }
  const find = async ({ limit, select, sort, where: asked }: Record<string, unknown>) => {
    expect(sort).toBe(idField)
    const all = [...docs.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
    if (select) {
      expect([limit, asked]).toEqual([0, where])
      return { docs: all.map(({ id, updatedAt }) => ({ id, updatedAt }) as Doc) }
    }
    const [own, wanted] = (asked as Where).and ?? []
    expect(own).toEqual(where)
    const { in: ids } = wanted?.[idField] as { in: string[] }
    expect(ids.length).toBeLessThanOrEqual(limit as number)
    read.push(...ids)
    await reads.before()
    return { docs: all.filter(({ id }) => ids.includes(id)) }
  }
  const kept: Kept<string> = new Map()
  const texts = (): Promise<string[]> =>
    ofEachDocument<Doc, string>({
      compute: ({ text }) => text,
      find,
      isDraft: idField === 'parent',
      kept,
      where,
    })
  /** Keeps the next reading of whole documents waiting. @returns what lets it go on. */
  const holdNextRead = (): (() => void) => {
    let goOn: () => void = () => undefined
    reads.before = () =>
      new Promise((resolve) => {
        goOn = resolve
      })
    return () => goOn()
  }
  return { docs, holdNextRead, kept, read, texts, write }
}

it.each([0, 1, 199, 200, 201, 450])(
  'should compute something of each of %i documents, in order, and read none twice',
  async (count) => {
    for (const idField of ['id', 'parent'] as const) {
      const { read, texts } = database(count, idField)
      const expected = Array.from({ length: count }, (_, index) => `text ${index + 1}`)
      expect(await texts()).toEqual(expected)
      expect(read).toHaveLength(count)
      expect(await texts()).toEqual(expected)
      expect(read).toHaveLength(count)
    }
  },
)

it('should read what is new or has changed, and nothing else', async () => {
  const { read, texts, write } = database(300)
  await texts()
  read.length = 0
  write(7, 'changed')
  write(301, 'new')
  const all = await texts()
  expect(all[6]).toBe('changed')
  expect(all[300]).toBe('new')
  expect(read).toEqual(['0007', '0301'])
})

it('should forget what is gone', async () => {
  const { docs, kept, texts } = database(3)
  await texts()
  docs.delete('0002')
  expect(await texts()).toEqual(['text 1', 'text 3'])
  expect(kept.size).toBe(2)
})

it('should read once more what was written while it was read', async () => {
  const { read, texts, write } = database(2)
  // Its state is looked at before this write, its text after it.
  const first = texts()
  write(1, 'written meanwhile')
  expect(await first).toEqual(['written meanwhile', 'text 2'])
  read.length = 0
  expect(await texts()).toEqual(['written meanwhile', 'text 2'])
  expect(read).toEqual(['0001'])
})

it('should miss nothing where somebody else asks at the same time', async () => {
  const { holdNextRead, texts, write } = database(3)
  await texts()
  write(3, 'new')
  const endFirst = holdNextRead()
  const first = texts()
  await setImmediate()
  // The other one knows that this has changed, and is about to read it.
  write(1, 'newer')
  const endOther = holdNextRead()
  const other = texts()
  await setImmediate()
  endFirst()
  expect(await first).toEqual(['text 1', 'text 2', 'new'])
  endOther()
  expect(await other).toEqual(['newer', 'text 2', 'new'])
})
