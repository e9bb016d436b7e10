import type { Payload } from 'payload'

import { beforeAll, expect, it } from 'vitest'

import { countOperations as countAll } from '../../../support/countOperations.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import { instance, request } from '../../../support/instance.ts'

removeDocuments()

let payload: Payload

/** Of a read of which nothing is in memory: whatever was is let go by a change of who knows what. */
const countOperations = async (...args: Parameters<typeof countAll>): Promise<number> => {
  await payload.db.deleteMany({ collection: 'pages', where: { id: { equals: unique('none') } } })
  return (await countAll(...args)).operations
}

const word = unique('Zählung')

beforeAll(async () => {
  payload = await instance()
  const partners: string[] = []
  for (let number = 0; number < 12; number += 1) {
    partners.push((await make('partners', { name: `${word} Partner ${number}` })).id)
  }
  for (let number = 0; number < 50; number += 1) {
    await make('news', {
      partners: [partners[number % 12], partners[(number + 1) % 12]],
      title: `${word} ${number}`,
    } as never)
  }
}, 120_000)

const read = (path: string, query?: string) => async () => {
  const response = query
    ? await request('/api/graphql', { body: { query }, method: 'POST' })
    : await request(path)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return text
}

const like = `where[title][like]=${encodeURIComponent(word)}`

it('should ask the database once, and write nothing, for a list whose documents are in memory', async () => {
  await read(`/api/news?limit=10&${like}`)()
  const { operations } = await countAll(payload, read(`/api/news?limit=5&${like}`))
  expect(operations).toBe(1)
})

it.each([
  ['a list', (limit: number) => read(`/api/news?limit=${limit}&${like}`)],
  [
    'a list with relations of relations',
    (limit: number) => read(`/api/news?limit=${limit}&depth=2&${like}`),
  ],
  ['a list in another language', (limit: number) => read(`/api/news?limit=${limit}&locale=ar`)],
  [
    'a list by GraphQL',
    (limit: number) =>
      read(
        '',
        `{ News(limit: ${limit}, where: { title: { like: "${word}" } }) { docs { title partners { name } } } }`,
      ),
  ],
])('should ask the database for ten documents at a time, not for each: %s', async (_, readList) => {
  await readList(10)()
  const [ten, fifty] = [
    await countOperations(payload, readList(10)),
    await countOperations(payload, readList(50)),
  ]
  expect(ten).toBeGreaterThan(0)
  expect(fifty).toBeLessThanOrEqual(5 * ten)
  expect(fifty).toBeLessThan(50)
})

it('should not count where nobody asked', async () => {
  const [counted, uncounted] = [
    await countOperations(payload, read(`/api/news?limit=5&depth=0&${like}`)),
    await countOperations(payload, read(`/api/news?limit=5&depth=0&pagination=false&${like}`)),
  ]
  expect(uncounted).toBe(counted - 1)
})

const list = `(limit: 5, where: { title: { like: "${word}" } })`

it('should not count by GraphQL unless a query asks for more than the documents', async () => {
  const documents = read('', `{ News${list} { docs { id } } }`)
  const inFragment = `{ News${list} { ...all } } fragment all on News { docs { id } totalDocs }`
  const [counted, uncounted] = [
    await countOperations(payload, read('', inFragment)),
    await countOperations(payload, documents),
  ]
  expect(uncounted).toBe(counted - 1)
  const answered = async (text: Promise<string>) =>
    (JSON.parse(await text) as { data: { News: { docs: object[]; totalDocs?: number } } }).data.News
  const [all, some] = [await answered(read('', inFragment)()), await answered(documents())]
  expect(all.totalDocs).toBe(50)
  expect(some.docs).toEqual(all.docs)
})

it.each(['limit: 0', 'limit: 20, page: 3', 'page: 2', 'sort: "title"'])(
  'should answer the same documents by GraphQL whether or not it counts: %s',
  async (args) => {
    const ask = async (fields: string) => {
      const where = `where: { title: { like: "${word}" } }`
      const text = await read('', `{ News(${args}, ${where}) { docs { id } ${fields} } }`)()
      return (JSON.parse(text) as { data: { News: { docs: object[] } } }).data.News.docs
    }
    const documents = await ask('')
    expect(documents.length).toBeGreaterThan(0)
    expect(documents).toEqual(await ask('totalDocs'))
  },
)
