import type { CollectionSlug, Payload } from 'payload'

import { createHash } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { publicFields } from '../../../../src/access/publicFields.ts'
import { headKey } from '../../../../src/database/changeHead.ts'
import { forgetTheGone } from '../../../../src/features/changes/index.ts'
import { environment } from '../../../../src/environment.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import { instance, request, requestJSON, signIn } from '../../../support/instance.ts'
import { onePixel } from '../../../support/onePixel.ts'
import type { Random } from '../../../support/random.ts'
import { oneOf, randomFrom } from '../../../support/random.ts'

removeDocuments()

/** How many random edits are made; other versions of Node need not make as many. */
const edits = Number(process.env.QUESTIONS ?? 1_000)

let payload: Payload

beforeAll(async () => {
  payload = await instance()
})

type Change = {
  doc?: object
  entity: string
  id?: string
  oldPath?: null | string
  path: null | string
  type: string
  url?: string
}

type Reply = { changes: Change[]; cursor: string; hasMore: boolean }

const ask = async (since: string, more = ''): Promise<Reply> => {
  const { json, status } = await requestJSON(`/api/changes?since=${since}${more}`)
  expect(status, JSON.stringify(json)).toBe(200)
  return json as Reply
}

const now = async (): Promise<string> => {
  const { json } = await requestJSON('/api/bundle')
  return json.revision as string
}

const changesOf = async (since: string, id: string): Promise<Change[]> =>
  (await ask(since)).changes.filter((change) => change.id === id)

const nameOf = ({ entity, id }: { entity: string; id?: string }) =>
  id ? `${entity}/${id}` : entity

/** A client that knows only what changes have told it. */
const makeClient = (locale: string) => {
  const docs = new Map<string, object>()
  let cursor = ''
  return {
    docs,
    follow: async (limit: number): Promise<void> => {
      for (let hasMore = true; hasMore;) {
        const reply = await ask(cursor, `&locale=${locale}&limit=${limit}`)
        for (const change of reply.changes) {
          if (change.doc) {
            docs.set(nameOf(change), change.doc)
          } else {
            docs.delete(nameOf(change))
          }
        }
        hasMore = reply.hasMore
        expect(hasMore && cursor === reply.cursor, 'the client gets on').toBe(false)
        cursor = reply.cursor
      }
    },
  }
}

/** Everything that a bundle holds, by the names of its manifest. */
const readBundle = async (locale: string): Promise<Map<string, object>> => {
  const { json } = await requestJSON(`/api/bundle?locale=${locale}`)
  const docs = new Map<string, object>(Object.entries(json.globals as Record<string, object>))
  for (const [entity, list] of Object.entries(
    json.collections as Record<string, { id: string }[]>,
  )) {
    list.forEach((doc) => docs.set(nameOf({ entity, id: doc.id }), doc))
  }
  return docs
}

describe('what has changed', () => {
  it('should be told of a document from its publication to its deletion, and never before', async () => {
    const start = await now()
    const { id, slug } = await make('news', { _status: 'draft' })
    const write = (data: object) =>
      payload.update({ id, collection: 'news', data, locale: 'de' }).then(() => undefined)
    expect(await changesOf(start, id)).toEqual([])
    await write({ _status: 'published' })
    const path = `/aktuelles/${slug}`
    const { json: doc } = await requestJSON(`/api/news/${id}?depth=0`)
    expect(await changesOf(start, id)).toEqual([
      {
        at: expect.any(String) as string,
        doc,
        entity: 'news',
        id,
        path,
        type: 'created',
        url: `${environment.siteURL}${path}`,
      },
    ])
    const published = await now()
    await payload.update({
      id,
      collection: 'news',
      data: { teaser: 'Entwurf' },
      draft: true,
      locale: 'de',
    })
    expect(await changesOf(published, id)).toEqual([])
    await write({ _status: 'published', slug: `${slug}-neu` })
    expect(await changesOf(published, id)).toMatchObject([
      { oldPath: path, path: `${path}-neu`, type: 'changed' },
    ])
    expect(await changesOf(start, id)).toMatchObject([{ type: 'created' }])
    const moved = await now()
    await write({ _status: 'draft' })
    const gone = { at: expect.any(String) as string, entity: 'news', id, path: `${path}-neu` }
    expect(await changesOf(moved, id)).toEqual([{ ...gone, type: 'unpublished' }])
    await write({ _status: 'published' })
    await write({ deletedAt: new Date().toISOString() })
    expect(await changesOf(moved, id)).toEqual([{ ...gone, type: 'unpublished' }])
    await payload.delete({ id, collection: 'news', trash: true })
    expect(await changesOf(moved, id)).toEqual([{ ...gone, type: 'deleted' }])
    expect((await ask('')).changes.some((change) => change.id === id)).toBe(false)
  })

  it('should be told of redirects, files and globals', async () => {
    const start = await now()
    const { id: media } = await payload.create({
      collection: 'media',
      data: { alt: 'Bild' },
      file: { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length },
      locale: 'de',
    })
    const { slug } = await make('partners')
    const from = `/${unique('alt').replaceAll(' ', '-')}`
    const { id: redirect } = await payload.create({
      collection: 'redirects',
      data: { from, to: { type: 'custom', url: `/partner/${slug}` } },
    })
    await payload.updateGlobal({ slug: 'site', data: { _status: 'published' } })
    const { changes } = await ask(start)
    expect(changes).toContainEqual(
      expect.objectContaining({ entity: 'media', id: media, type: 'created' }),
    )
    expect(changes).toContainEqual(
      expect.objectContaining({ entity: 'redirects', id: redirect, path: from, type: 'created' }),
    )
    expect(changes).toContainEqual(
      expect.objectContaining({
        doc: expect.any(Object) as object,
        entity: 'site',
        path: null,
        type: 'changed',
      }),
    )
    const before = await now()
    await payload.delete({ collection: 'media', id: media })
    await payload.delete({ collection: 'redirects', id: redirect })
    expect((await ask(before)).changes).toMatchObject([
      { entity: 'media', id: media, type: 'deleted' },
      { entity: 'redirects', id: redirect, path: from, type: 'deleted' },
    ])
  })

  it('should be told of pages below one that moves, and of what a condition changes', async () => {
    const above = await make('pages')
    const below = await make('pages', { parent: above.id })
    const one = await make('news')
    const start = await now()
    await payload.update({
      id: above.id,
      collection: 'pages',
      data: { _status: 'published', slug: `${above.slug}-neu` },
    })
    await payload.update({
      collection: 'news',
      data: { _status: 'published', teaser: 'Anders' },
      locale: 'de',
      where: { slug: { equals: one.slug } },
    })
    expect(await changesOf(start, below.id)).toMatchObject([
      { oldPath: `/${above.slug}/${below.slug}`, path: `/${above.slug}-neu/${below.slug}` },
    ])
    expect(await changesOf(start, one.id)).toMatchObject([
      { doc: { teaser: 'Anders' }, type: 'changed' },
    ])
    const title = unique('Seite')
    const moved = await now()
    await payload.update({
      id: above.id,
      collection: 'pages',
      data: { _status: 'published', title },
      locale: 'de',
    })
    const [change] = await changesOf(moved, below.id)
    expect(JSON.stringify(change?.doc)).toContain(title)
  })

  it('should keep an old path to itself that names a secret place', async () => {
    const street = `${unique('Kanarienvogelweg').replaceAll(' ', '')} 7`
    const spelled = street.toLowerCase().replace(' ', '-')
    const news = await make('news', { slug: `neu-im-${spelled}` })
    const gone = await make('news', { slug: `haus-im-${spelled}` })
    await make('partners', { internal: { postalAddress: street }, kind: 'womens-shelter' })
    const start = await now()
    await payload.update({
      id: news.id,
      collection: 'news',
      data: { _status: 'published', slug: unique('neu').replaceAll(' ', '-') },
    })
    await payload.update({ id: gone.id, collection: 'news', data: { _status: 'draft' } })
    const reply = await ask(start)
    expect(JSON.stringify(reply)).not.toContain(spelled)
    expect(reply.changes).toContainEqual(expect.objectContaining({ id: news.id, oldPath: null }))
    expect(reply.changes).toContainEqual(
      expect.objectContaining({ id: gone.id, path: null, type: 'unpublished' }),
    )
  })

  it('should be nothing, with the same ETag, when nothing has changed', async () => {
    const cursor = await now()
    const reply = await ask(cursor)
    expect(reply).toEqual({ changes: [], cursor, hasMore: false })
    await make('news', { _status: 'draft' })
    expect(await ask(cursor)).toEqual(reply)
  })

  it('should come in pieces, each thing once', async () => {
    const start = await now()
    const ids: string[] = []
    for (let count = 0; count < 5; count += 1) {
      ids.push((await make('news')).id)
    }
    const told: string[] = []
    let cursor = start
    for (let hasMore = true; hasMore;) {
      const reply = await ask(cursor, '&limit=2')
      expect(reply.changes.length).toBeLessThanOrEqual(2)
      told.push(...reply.changes.map(({ id }) => id ?? ''))
      ;({ cursor, hasMore } = reply)
    }
    expect(told).toEqual(ids)
  })

  it('should be refused for what is no cursor, and for one of another database', async () => {
    const [epoch, number] = (await now()).split('-')
    for (const [since, status] of [
      ['gestern', 400],
      [`${epoch}`, 400],
      [`${epoch}--1`, 400],
      [`${'0'.repeat(12)}-1`, 410],
      [`${epoch}-${Number(number) + 1}`, 410],
    ] as const) {
      const reply = await requestJSON(`/api/changes?since=${since}`)
      expect(reply.status, since).toBe(status)
      expect(reply.json.errors[0].message).toBeTruthy()
    }
  })

  it('should be forgotten of what is gone for 30 days, and refused to who has been away for as long', async () => {
    const { id } = await make('news')
    const before = await now()
    await payload.update({ id, collection: 'news', data: { _status: 'draft' } })
    const { json } = await requestJSON(`/api/changes?since=${before}`)
    const long = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000).toISOString()
    await payload.db.updateMany({
      collection: 'public-changes',
      data: { at: long },
      where: { document: { equals: `news/${id}` } },
    })
    await forgetTheGone(payload)
    expect((await request(`/api/changes?since=${before}`)).status).toBe(410)
    expect((await ask(json.cursor)).changes).toEqual([])
    const client = makeClient('de')
    await client.follow(2)
    expect(client.docs).toEqual(await readBundle('de'))
  })
})

describe('the bundle', () => {
  it('should hold each document as anybody reads it, and its hash', async () => {
    const shown = await make('news')
    const hidden = await make('news', { _status: 'draft' })
    for (const locale of ['de', 'ar']) {
      const response = await request(`/api/bundle?locale=${locale}`)
      const text = await response.text()
      const { collections, globals, manifest } = JSON.parse(text) as {
        collections: Record<string, { id: string }[]>
        globals: Record<string, object>
        manifest: Record<string, string>
      }
      expect([...Object.keys(collections), ...Object.keys(globals)].sort()).toEqual(
        Object.keys(publicFields).sort(),
      )
      expect(collections.news?.map(({ id }) => id)).toContain(shown.id)
      expect(text).not.toContain(hidden.id)
      const names: string[] = []
      for (const [entity, docs] of Object.entries(collections)) {
        for (const doc of docs) {
          const name = `${entity}/${doc.id}`
          names.push(name)
          const { json } = await requestJSON(`/api/${name}?depth=0&locale=${locale}`)
          expect(doc).toEqual(json)
          const hash = createHash('sha256').update(JSON.stringify(doc)).digest('base64')
          expect(manifest[name]).toBe(`sha256-${hash}`)
        }
      }
      for (const [slug, global] of Object.entries(globals)) {
        names.push(slug)
        const { json } = await requestJSON(`/api/globals/${slug}?depth=0&locale=${locale}`)
        expect(global).toEqual(json)
      }
      expect(Object.keys(manifest).sort()).toEqual(names.sort())
    }
  })

  it('should be the same for whoever is signed in', async () => {
    await make('news', { _status: 'draft' })
    const coordinator = await signIn({ role: 'coordinator' })
    for (const path of ['/api/bundle', '/api/changes']) {
      const { json: anyone } = await requestJSON(path)
      expect((await requestJSON(path, { as: coordinator })).json).toEqual(anyone)
    }
  })
})

describe('a reply as of a revision', () => {
  it('should be refused for a revision that does not exist', async () => {
    const [epoch, number] = (await now()).split('-')
    for (const revision of ['', 'neu', `${'0'.repeat(12)}-1`, `${epoch}-${Number(number) + 1}`]) {
      for (const path of [
        '/api/news',
        '/api/search?q=Gewalt',
        '/api/globals/site',
        '/api/sitemap',
      ]) {
        const asked = `${path}${path.includes('?') ? '&' : '?'}revision=${revision}`
        expect((await request(asked)).status, asked).toBe(400)
      }
    }
    expect((await request(`/api/news?revision=${epoch}-${number}`)).status).toBe(200)
  })
})

/** Documents that the random edits may change. */
type Pool = { collection: CollectionSlug; id: string }[]

/** One edit, whatever becomes of it: what is refused changes nothing. */
const edit = async (random: Random, pool: Pool): Promise<void> => {
  const collection = oneOf(random, ['news', 'pages', 'partners', 'redirects', 'standards'] as const)
  const word = unique(oneOf(random, ['Haus', 'Hof', 'Weg'])).replaceAll(' ', '-')
  const own = pool.filter((each) => each.collection === collection)
  const target = own.length > 0 && random() < 0.75 ? oneOf(random, own) : undefined
  const published = { _status: oneOf(random, ['published', 'published', 'draft']) }
  const pages = pool.filter((each) => each.collection === 'pages')
  const data = {
    news: { publishedAt: '2026-01-01T00:00:00.000Z', title: word, ...published },
    pages: {
      parent: pages.length > 0 && random() < 0.5 ? oneOf(random, pages).id : null,
      title: word,
      ...published,
    },
    partners: { kind: 'other', name: word, reach: 'region', ...published },
    redirects: { from: `/${word}`, to: { type: 'custom', url: 'https://www.example.org/' } },
    standards: { status: 'in-force', title: word, ...published },
  }[collection]
  const locale = oneOf(random, ['de', 'de', 'en'] as const)
  if (!target) {
    const doc = await payload.create({ collection, data: data as never, locale: 'de' })
    pool.push({ collection, id: doc.id })
    return
  }
  const at = { collection, id: target.id } as { collection: 'news'; id: string }
  await oneOf(random, [
    () => payload.update({ ...at, data: { ...data, slug: word.toLowerCase() } as never, locale }),
    () => payload.update({ ...at, data: data as never, draft: true, locale }),
    () => payload.update({ ...at, data: { _status: 'draft' } }),
    () => payload.update({ ...at, data: { deletedAt: new Date().toISOString() } }),
    () => payload.update({ ...at, data: { deletedAt: null }, trash: true }),
    () => payload.delete({ ...at, trash: true }),
    () =>
      payload.updateGlobal({
        slug: 'site',
        data: { ...published, claim: word } as never,
        locale,
      }),
  ])()
}

describe('a client that only follows what has changed', () => {
  const pool: Pool = []
  let claim: unknown

  beforeAll(async () => {
    ;({ claim } = await payload.findGlobal({ slug: 'site', locale: 'de' }))
  })

  afterAll(async () => {
    await payload.updateGlobal({
      slug: 'site',
      data: { _status: 'published', claim } as never,
      locale: 'de',
    })
    await payload.updateGlobal({
      slug: 'site',
      data: { _status: 'published', claim: null } as never,
      locale: 'en',
    })
    for (const { collection, id } of pool.reverse()) {
      await payload.delete({ collection, trash: true, where: { id: { equals: id } } })
    }
  })

  it(`should end with what the bundle holds, over ${edits} random edits, several at a time`, async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
    const random = randomFrom(seed)
    const clients = [makeClient('de'), makeClient('en')]
    let refused = 0
    const tolerate = (): void => {
      refused += 1
    }
    for (let done = 0; done < edits;) {
      const atOnce = 1 + Math.floor(random() * 3)
      await Promise.all([
        ...Array.from({ length: atOnce }, () => edit(random, pool).catch(tolerate)),
        ...(random() < 0.2 ? [oneOf(random, clients).follow(1 + Math.floor(random() * 20))] : []),
      ])
      done += atOnce
    }
    expect(refused, `seed ${seed}: most edits are made`).toBeLessThan(edits / 2)
    for (const [index, locale] of ['de', 'en'].entries()) {
      await clients[index]?.follow(50)
      const bundle = await readBundle(locale)
      const docs = clients[index]?.docs ?? new Map()
      expect([...docs.keys()].sort(), `seed ${seed}`).toEqual([...bundle.keys()].sort())
      for (const [name, doc] of bundle) {
        expect(docs.get(name), `seed ${seed}: ${name}`).toEqual(doc)
      }
    }
  }, 600_000)

  it('should begin anew with a database that has never counted', async () => {
    await payload.db.deleteMany({ collection: 'public-changes', where: {} })
    await payload.db.deleteMany({ collection: 'payload-kv', where: { key: { equals: headKey } } })
    const client = makeClient('de')
    await client.follow(7)
    expect(client.docs).toEqual(await readBundle('de'))
  })
})
