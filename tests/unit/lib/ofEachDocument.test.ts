import { setImmediate } from 'node:timers/promises'

import { expect, it } from 'vitest'

import type { Kept } from '../../../src/lib/ofEachDocument.ts'
import { ofEachDocument } from '../../../src/lib/ofEachDocument.ts'

type Doc = { id: string; text: string }

/** A database whose documents have the ids `0001`, `0002`, and so on. */
const database = (count: number) => {
  const docs = new Map<string, Doc>()
  const write = (number: number, text: string): void => {
    const id = String(number).padStart(4, '0')
    docs.set(id, { id, text })
  }
  for (let number = 1; number <= count; number += 1) {
    write(number, `text ${number}`)
  }
  const wasRead: string[] = []
  const reads = { before: () => Promise.resolve() }
  const read = async (ids: string[]): Promise<Doc[]> => {
    expect(ids.length).toBeLessThanOrEqual(200)
    wasRead.push(...ids)
    await reads.before()
    return ids.flatMap((id) => docs.get(id) ?? []).reverse()
  }
  const readStates = () =>
    Promise.resolve([...docs.values()].map(({ id, text }) => ({ id, state: text })))
  const kept: Kept<string> = new Map()
  const texts = (): Promise<string[]> =>
    ofEachDocument<Doc, string>({ read, readStates }, ({ text }) => text, kept)
  /** Keeps the next reading of whole documents waiting. @returns what lets it go on. */
  const holdNextRead = (): (() => void) => {
    let goOn: () => void = () => undefined
    reads.before = () =>
      new Promise((resolve) => {
        goOn = resolve
      })
    return () => goOn()
  }
  return { docs, holdNextRead, kept, texts, wasRead, write }
}

it.each([0, 1, 199, 200, 201, 450])(
  'should compute something of each of %i documents, in order, and read none twice',
  async (count) => {
    const { texts, wasRead } = database(count)
    const expected = Array.from({ length: count }, (_, index) => `text ${index + 1}`)
    expect(await texts()).toEqual(expected)
    expect(wasRead).toHaveLength(count)
    expect(await texts()).toEqual(expected)
    expect(wasRead).toHaveLength(count)
  },
)

it('should read what is new or has changed, and nothing else', async () => {
  const { texts, wasRead, write } = database(300)
  await texts()
  wasRead.length = 0
  write(7, 'changed')
  write(301, 'new')
  const all = await texts()
  expect(all[6]).toBe('changed')
  expect(all[300]).toBe('new')
  expect(wasRead).toEqual(['0007', '0301'])
})

it('should forget what is gone', async () => {
  const { docs, kept, texts } = database(3)
  await texts()
  docs.delete('0002')
  expect(await texts()).toEqual(['text 1', 'text 3'])
  expect(kept.size).toBe(2)
})

it('should read once more what was written while it was read', async () => {
  const { texts, wasRead, write } = database(2)
  // Its state is looked at before this write, its text after it.
  const first = texts()
  write(1, 'written meanwhile')
  expect(await first).toEqual(['written meanwhile', 'text 2'])
  wasRead.length = 0
  expect(await texts()).toEqual(['written meanwhile', 'text 2'])
  expect(wasRead).toEqual(['0001'])
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
