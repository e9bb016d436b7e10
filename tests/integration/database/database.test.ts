import type { Client, InStatement } from '@libsql/client'
import type { DatabaseAdapter, Where, WhereField } from 'payload'

import { renameSync } from 'node:fs'

import { beforeAll, describe, expect, it } from 'vitest'

import { linkableCollections } from '../../../src/addresses/paths.ts'
import { afterCommit } from '../../../src/database/afterCommit.ts'
import { fileOf, openConnection } from '../../../src/database/connection.ts'
import { filteredLists } from '../../../src/database/indexes.ts'
import { migrations } from '../../../src/database/migrations/sqlite/index.ts'
import { environment } from '../../../src/environment.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import type { Client as Person } from '../../support/instance.ts'
import { instance, request, requestJSON, signIn } from '../../support/instance.ts'

removeDocuments()

type Mongo = {
  connection: {
    collection: (name: string) => { indexes: () => Promise<{ key: object; unique?: boolean }[]> }
  }
} & DatabaseAdapter

const isEmbedded = environment.database.kind === 'embedded'
let coordinator: Person

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

/** Columns or keys of every index of a collection, in order, with a mark on unique ones. */
const indexesOf = async (collection: string, table = collection): Promise<string[]> => {
  const { db } = await instance()
  if (!isEmbedded) {
    const indexes = await (db as unknown as Mongo).connection.collection(collection).indexes()
    return indexes.map(
      ({ key, unique: isUnique }) => `${Object.keys(key).join()}${isUnique ? ' unique' : ''}`,
    )
  }
  const { client } = db as unknown as { client: Client }
  const { rows } = await client.execute(`PRAGMA index_list("${table}")`)
  return Promise.all(
    rows.map(async (row) => {
      const columns = (await client.execute(`PRAGMA index_info("${String(row.name)}")`)).rows
      return `${columns.map(({ name }) => String(name)).join()}${row.unique ? ' unique' : ''}`
    }),
  )
}

describe('ids of several collections', () => {
  it('should be found one by one and in lists', async () => {
    const payload = await instance()
    const [page, other] = [await make('pages', {}), await make('pages', {})]
    const { id } = await payload.create({
      collection: 'redirects',
      data: {
        from: `/${unique('alt').replaceAll(' ', '-')}`,
        to: { reference: { relationTo: 'pages', value: page.id }, type: 'reference' },
      },
    })
    const isFound = async (condition: WhereField): Promise<boolean> => {
      const where: Where = { and: [{ id: { equals: id } }, { 'to.reference.value': condition }] }
      return (await payload.count({ collection: 'redirects', where })).totalDocs > 0
    }
    expect(await isFound({ equals: page.id })).toBe(true)
    expect(await isFound({ equals: other.id })).toBe(false)
    expect(await isFound({ in: [other.id, page.id] })).toBe(true)
    expect(await isFound({ in: [other.id] })).toBe(false)
    const list = async (ids: string): Promise<number> =>
      (
        await requestJSON(`/api/redirects?where[to.reference.value][in]=${ids}`, {
          as: coordinator,
        })
      ).json.totalDocs
    expect(await list(`${other.id},${page.id}`)).toBe(1)
    expect(await list(other.id)).toBe(0)
    expect(await list('')).toBe(0)
    await payload.delete({ id, collection: 'redirects' })
  })
})

describe('indexes', () => {
  it.each(linkableCollections)('should serve published %s by slug', async (collection) => {
    const indexes = await indexesOf(collection)
    expect(indexes).toContain('slug,_status')
    expect(indexes).toContain('slug unique')
  })

  it('should serve published partners by name, news by date, standards by status', async () => {
    expect(await indexesOf('partners')).toContain(
      isEmbedded ? '_status,deleted_at,sort_key' : '_status,deletedAt,sortKey',
    )
    expect(await indexesOf('news')).toContain(
      isEmbedded ? '_status,deleted_at,published_at' : '_status,deletedAt,publishedAt',
    )
    expect(await indexesOf('standards')).toContain('_status,status')
  })

  it.each(filteredLists)(
    'should serve published $collection by $field',
    async ({ collection, field }) => {
      const table = `${collection}_${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
      expect(await indexesOf(collection, table)).toContain(
        isEmbedded ? 'value,parent_id' : `_status,${field}`,
      )
    },
  )

  it.runIf(isEmbedded)(
    'should find the translations of a document without going through those of all others',
    async () => {
      const { db } = await instance()
      const { client } = db as unknown as { client: Client }
      const execute = client.execute.bind(client)
      const statements: InStatement[] = []
      client.execute = (statement: InStatement) => {
        statements.push(statement)
        return execute(statement)
      }
      try {
        for (const list of linkableCollections) {
          await requestJSON(`/api/${list}`)
        }
      } finally {
        client.execute = execute
      }
      const plans: string[] = []
      // After EXPLAIN, a connection of SQLite reads what it has read before, for good.
      const other = openConnection(environment.database.url)
      for (const statement of statements) {
        const { args = [], sql } =
          typeof statement === 'string' ? { sql: statement } : (statement as InStatement & object)
        const { rows } = await other.execute({ args, sql: `EXPLAIN QUERY PLAN ${sql}` })
        plans.push(...rows.map(({ detail }) => String(detail)))
      }
      other.close()
      expect(plans.some((step) => /^SEARCH \w*locales/.test(step))).toBe(true)
      expect(plans.filter((step) => /^SCAN \w*locales/.test(step))).toEqual([])
    },
  )

  it('should keep e-mail addresses of users unique', async () => {
    expect(await indexesOf('users')).toContain('email unique')
  })
})

describe('transactions', () => {
  it('should leave nothing behind when they are rolled back', async () => {
    const payload = await instance()
    const title = unique('Nie da gewesen')
    const transactionID = await payload.db.beginTransaction()
    expect(transactionID).not.toBeNull()
    const req = { transactionID: transactionID ?? undefined }
    await payload.create({ collection: 'pages', data: { title }, draft: true, req })
    const where = { title: { equals: title } }
    const count = async (more: object) =>
      (await payload.count({ collection: 'pages', where, ...more })).totalDocs
    expect([await count({ req }), await count({})]).toEqual([1, 0])
    await payload.db.rollbackTransaction(transactionID ?? '')
    expect(await count({})).toBe(0)
  })

  it('should write neither document nor log when a request is refused', async () => {
    const payload = await instance()
    const before = await payload.count({ collection: 'audit-log' })
    const { status } = await requestJSON('/api/pages', {
      as: coordinator,
      body: { _status: 'published', slug: 'Nicht So', title: unique('Seite') },
      method: 'POST',
    })
    expect(status).toBe(400)
    expect(await payload.count({ collection: 'audit-log' })).toEqual(before)
  })

  it('should let requests that write at the same time all succeed', async () => {
    const writes = Array.from({ length: 12 }, () =>
      requestJSON('/api/news', {
        as: coordinator,
        body: {
          _status: 'published',
          publishedAt: '2026-01-01T00:00:00.000Z',
          title: unique('Zugleich'),
        },
        method: 'POST',
      }),
    )
    const replies = await Promise.all(writes)
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 201))
    const payload = await instance()
    for (const { json } of replies) {
      await payload.delete({ id: json.doc.id, collection: 'news' })
    }
  })

  it('should let requests that write the same document at the same time all succeed', async () => {
    const { id } = await make('news')
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        requestJSON(`/api/news/${id}`, {
          as: coordinator,
          body: { _status: 'published', teaser: `Fassung ${index}` },
          method: 'PATCH',
        }),
      ),
    )
    expect(replies.map(({ json, status }) => `${status} ${json.message}`)).toEqual(
      replies.map(() => expect.stringMatching(/^200 /)),
    )
  })
})

describe.runIf(isEmbedded)('a write that waits too long for others', () => {
  it('should be refused with 503 and when to try again, and write nothing', async () => {
    const { db } = await instance()
    const page = await make('pages')
    const other = await db.beginTransaction()
    const response = await request(`/api/pages/${page.id}`, {
      as: coordinator,
      body: { intro: 'Zu spät' },
      method: 'PATCH',
    })
    await db.rollbackTransaction(other ?? '')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect((await response.json()).errors[0].message).toMatch(/noch einmal versuchen/)
    const again = await requestJSON(`/api/pages/${page.id}`, { as: coordinator })
    expect(again.json.intro ?? null).toBeNull()
  })
})

describe.runIf(isEmbedded)('a transaction that cannot be committed', () => {
  it('should be told of, and be written not at all', async () => {
    const payload = await instance()
    const key = unique('nicht geschrieben')
    const collection = 'payload-kv'
    const create = (transactionID: number | string): Promise<unknown> =>
      payload.db.create({ collection, data: { data: {}, key }, req: { transactionID } })
    const transactionID = (await payload.db.beginTransaction()) ?? ''
    const file = fileOf(environment.database.url)
    await create(transactionID)
    let isDone = false
    await afterCommit({ payload, transactionID }, () => {
      isDone = true
      return Promise.resolve()
    })
    renameSync(file, `${file}.away`)
    try {
      await expect(payload.db.commitTransaction(transactionID)).rejects.toThrow(
        'moved, deleted or replaced',
      )
    } finally {
      renameSync(`${file}.away`, file)
    }
    const where = { key: { equals: key } }
    expect((await payload.db.count({ collection, where })).totalDocs).toBe(0)
    // Files that the document still names would be gone.
    expect(isDone).toBe(false)
    const next = (await payload.db.beginTransaction()) ?? ''
    await create(next)
    await payload.db.commitTransaction(next)
    expect((await payload.db.count({ collection, where })).totalDocs).toBe(1)
    await payload.db.deleteOne({ collection, where })
  })
})

describe('health', () => {
  it('should tell the database, its transactions, the migrations and the version, and no more', async () => {
    const { json, status } = await requestJSON('/api/health')
    expect(status).toBe(200)
    expect(json).toEqual({
      database: isEmbedded ? 'embedded' : 'mongodb',
      migrations: { pending: [], state: 'current' },
      process: { memory: expect.any(Number), openFiles: expect.any(Number) },
      status: 'ok',
      transactions: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    })
  })
})

describe('migrations', () => {
  it('should all have been applied to a database that was empty', async () => {
    const payload = await instance()
    const { docs } = await payload.find({ collection: 'payload-migrations', pagination: false })
    const applied = docs.map(({ name }) => name)
    expect(migrations.length).toBeGreaterThan(0)
    // MongoDB has no schema that a migration would make.
    expect(applied.sort()).toEqual(isEmbedded ? migrations.map(({ name }) => name) : [])
  })
})
