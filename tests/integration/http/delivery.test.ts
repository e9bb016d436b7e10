import type { Server } from 'node:http'

import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

import { PayloadSDK } from '@payloadcms/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { environment } from '../../../src/environment.ts'
import { fillSearchText } from '../../../src/features/search/fillSearchText.ts'
import { registry } from '../../../src/lib/metricsRegistry.ts'
import type { Config } from '../../../src/payload-types.ts'
import { publicVocabularies } from '../../../src/vocabularies/all.ts'
import { listen } from '../../support/listen.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import { graphQL, instance, requestJSON, signIn } from '../../support/instance.ts'

removeDocuments()

let server: Server
let origin: string
let coordinator: Client

beforeAll(async () => {
  const listening = await listen(await instance())
  server = listening.server
  origin = listening.origin
  coordinator = await signIn({ role: 'coordinator' })
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const namesOf = async (query: string): Promise<string[]> => {
  const { json } = await requestJSON(`/api/partners?limit=100&select[name]=true&${query}`)
  return json.docs.map(({ name }: { name: string }) => name)
}

describe('replies to public reads', () => {
  it('should carry an ETag of their own for each coding, and answer 304 to who has it', async () => {
    await make('pages')
    const url = `${origin}/api/pages?limit=50`
    const tags = new Set<string>()
    for (const coding of ['identity', 'gzip', 'br']) {
      const first = await fetch(url, { headers: { 'Accept-Encoding': coding } })
      expect(first.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding)
      const tag = first.headers.get('etag') ?? ''
      expect(tag).toMatch(/^"[\w-]+"$/)
      tags.add(tag)
      const again = await fetch(url, {
        headers: { 'Accept-Encoding': coding, 'If-None-Match': tag },
      })
      expect(again.status).toBe(304)
      expect(again.headers.get('etag')).toBe(tag)
      expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'))
      expect(await again.text()).toBe('')
    }
    expect(tags.size).toBe(3)
  })

  it('should say who may keep them, and on what they depend', async () => {
    const { headers } = await fetch(`${origin}/api/pages`)
    expect(headers.get('cache-control')).toMatch(
      /^public, max-age=0, s-maxage=\d+, must-revalidate$/,
    )
    expect(headers.get('vary')).toBe('Accept-Encoding, Authorization')
  })

  it.each([
    ['what a person reads', '/api/pages', 'signed'],
    ['who is signed in', '/api/users/me', 'anyone'],
    ['rights', '/api/access', 'anyone'],
    ['a document that there is not', '/api/pages/nothing', 'anyone'],
    ['a question that is wrong', '/api/pages?limit=x', 'anyone'],
  ])('should be kept by nobody: %s', async (_, path, who) => {
    const { headers } = await fetch(`${origin}${path}`, {
      headers: who === 'signed' ? coordinator.headers : {},
    })
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('etag')).toBeNull()
  })

  it.each(['/api/pages', '/api/globals/site', '/api/users/me', '/api/health', '/api/nothing'])(
    'should have the same head for HEAD as for GET: %s',
    async (path) => {
      const url = `${origin}${path}`
      const [head, get] = [await fetch(url, { method: 'HEAD' }), await fetch(url)]
      expect(head.status).toBe(get.status)
      for (const name of ['cache-control', 'content-type', 'etag', 'vary']) {
        expect(head.headers.get(name), name).toBe(get.headers.get(name))
      }
      expect(await head.text()).toBe('')
    },
  )

  it('should be the same for questions that differ in the order of their parameters only', async () => {
    const one = await fetch(`${origin}/api/pages?limit=7&depth=0`)
    const other = await fetch(`${origin}/api/pages?depth=0&limit=7`)
    expect(other.headers.get('etag')).toBe(one.headers.get('etag'))
    expect((await one.json()).limit).toBe(7)
  })

  const body = JSON.stringify({ query: '{ Partners(limit: 2) { docs { name } } }' })
  type Init = { body?: string; headers?: Record<string, string>; method?: string }
  const asked: [string, string, Init?][] = [
    ['a read', '/api/pages?limit=3'],
    ['a HEAD', '/api/pages?limit=3', { method: 'HEAD' }],
    ['what the client has', '/api/pages?limit=3', { headers: { 'If-None-Match': '*' } }],
    [
      'GraphQL',
      '/api/graphql',
      { body, headers: { 'Content-Type': 'application/json' }, method: 'POST' },
    ],
    ['a refusal', '/api/pages?limit=x'],
    [
      'a read with a key',
      '/api/pages',
      { headers: { Authorization: 'partner-editors API-Key x' } },
    ],
    ['nothing', '/api/nothing'],
    ['a page', '/partner'],
    ['no page', '/gibt-es-nicht'],
    ['a write to a page', '/partner', { method: 'PUT' }],
  ]
  it.each(asked)(
    'should each have an id, that of the proxy where it gives one: %s',
    async (_, path, init) => {
      const idOf = async (given?: string): Promise<string | null> => {
        const headers = { ...init?.headers, ...(given && { 'X-Request-Id': given }) }
        return (await fetch(`${origin}${path}`, { ...init, headers })).headers.get('x-request-id')
      }
      const [computed, kept] = [await idOf(), await idOf()]
      expect(computed).toMatch(/^[\w-]{36}$/)
      expect(kept).toMatch(/^[\w-]{36}$/)
      expect(kept).not.toBe(computed)
      expect(await idOf('from-proxy-1')).toBe('from-proxy-1')
      expect(await idOf('a b"<')).not.toBe('a b"<')
    },
  )
})

describe('lists', () => {
  it('should leave long text out, unless it is asked for or the list is about one document', async () => {
    const body = {
      root: { children: [], direction: null, format: '', indent: 0, type: 'root', version: 1 },
    }
    const { id, slug } = await make('news', { body } as never)
    const docOf = async (query: string) =>
      (await requestJSON(`/api/news?limit=100&${query}`)).json.docs.find(
        (doc: { id: string }) => doc.id === id,
      )
    expect(await docOf('')).not.toHaveProperty('body')
    expect(await docOf('select[body]=true')).toHaveProperty('body')
    expect(await docOf(`where[slug][equals]=${slug}`)).toHaveProperty('body')
    expect(await docOf(`slug=${slug}`)).toHaveProperty('body')
    expect((await requestJSON(`/api/news/${id}`)).json).toHaveProperty('body')
    const { json } = await graphQL('{ News(limit: 100) { docs { id body } } }')
    expect(json.data.News.docs.find((doc: { id: string }) => doc.id === id).body).toMatchObject(
      body,
    )
  })

  it('should fill in related documents with what a list shows of them', async () => {
    const partner = await make('partners', { description: 'Beschreibung' })
    const { slug } = await make('news', { partners: [partner.id] })
    const { json } = await requestJSON(`/api/news?slug=${slug}`)
    const [related] = json.docs[0].partners
    expect(related).toMatchObject({ id: partner.id, kind: 'other', slug: partner.slug })
    expect(related).not.toHaveProperty('description')
    expect(related).not.toHaveProperty('profile')
  })
})

describe('short filters', () => {
  it('should find partners of a district, and those that reach beyond districts', async () => {
    const word = unique('Reichweite')
    const name = (text: string) => `${word} ${text}`
    await make('partners', {
      districts: ['03151'],
      name: name('Gifhorn'),
      reach: 'district',
    } as never)
    await make('partners', {
      districts: ['03153'],
      name: name('Goslar'),
      reach: 'district',
    } as never)
    for (const reach of ['region', 'state', 'country'] as const) {
      await make('partners', { name: name(reach), reach })
    }
    const expected = ['Gifhorn', 'country', 'region', 'state'].map(name).sort()
    const mine = (found: string[]) => found.filter((each) => each.startsWith(word)).sort()
    const condition = `where[name][like]=${encodeURIComponent(word)}`
    expect(mine(await namesOf(`district=03151&${condition}`))).toEqual(expected)
    for (const operator of ['equals', 'in', 'contains']) {
      expect(
        mine(await namesOf(`where[districts][${operator}]=03151&${condition}`)),
        operator,
      ).toEqual(expected)
    }
    expect(mine(await namesOf(`district=03151,03153&${condition}`))).toHaveLength(5)
    // Whoever leaves a district out leaves nobody else in.
    const elsewhere = mine(await namesOf(`where[districts][not_in]=03151&${condition}`))
    expect(elsewhere).toContain(name('Goslar'))
    expect(elsewhere).not.toContain(name('Gifhorn'))
    const { json } = await graphQL(
      `{ Partners(limit: 100, where: { name: { like: "${word}" }, districts: { in: [_03151] } }) { docs { name } totalDocs } }`,
    )
    expect(mine(json.data.Partners.docs.map((doc: { name: string }) => doc.name))).toEqual(expected)
    const counted = await requestJSON(`/api/partners/count?district=03151&${condition}`)
    expect(counted.json.totalDocs).toBe(4)
    const local = await (
      await instance()
    ).find({
      collection: 'partners',
      where: { and: [{ name: { like: word } }, { districts: { in: ['03151'] } }] },
    })
    expect(mine(local.docs.map((doc) => doc.name))).toEqual(expected)
  })

  it('should not widen what is changed or deleted', async () => {
    const word = unique('Menge')
    const far = await make('partners', { name: `${word} fern`, reach: 'country' })
    await requestJSON(
      `/api/partners?where[and][0][districts][in]=03151&where[and][1][name][like]=${encodeURIComponent(word)}`,
      { as: coordinator, body: { _status: 'published', shortName: 'zu weit' }, method: 'PATCH' },
    )
    const { json } = await requestJSON(`/api/partners/${far.id}`)
    expect(json.shortName).not.toBe('zu weit')
  })

  it('should combine, and with conditions, and take several codes', async () => {
    const word = unique('Filter')
    await make('partners', {
      kind: 'biss',
      languages: ['de', 'tr'],
      name: `${word} eins`,
      services: ['counselling'],
      targetGroups: ['women'],
    } as never)
    await make('partners', { kind: 'court', languages: ['de'], name: `${word} zwei` } as never)
    const condition = `where[name][like]=${encodeURIComponent(word)}`
    expect(await namesOf(`kind=biss&${condition}`)).toEqual([`${word} eins`])
    expect(await namesOf(`kind=biss,court&${condition}`)).toHaveLength(2)
    expect(await namesOf(`language=tr&service=counselling&targetGroup=women&${condition}`)).toEqual(
      [`${word} eins`],
    )
    expect(await namesOf(`language=tr&kind=court&${condition}`)).toEqual([])
  })

  it.each(['district=99999', 'kind=', 'kind=nothing', 'service=a,b'])(
    'should be refused with a sentence: %s',
    async (query) => {
      const { json, status } = await requestJSON(`/api/partners?${query}`, {
        headers: { 'Accept-Language': 'en' },
      })
      expect(status).toBe(400)
      expect(json.errors[0].message).toMatch(/GET \/api\/vocabularies/)
    },
  )
})

describe('vocabularies', () => {
  it.each(['de', 'en', 'tr'])('should name every code in %s', async (locale) => {
    const { json } = await requestJSON(`/api/vocabularies?locale=${locale}`)
    for (const [name, terms] of Object.entries(publicVocabularies)) {
      const language = locale === 'en' ? 'en' : 'de'
      expect(json[name]).toEqual(
        terms.map(({ label, value }) => ({ label: label[language], value })),
      )
    }
    expect(json.locales.find(({ value }: { value: string }) => value === 'ar').direction).toBe(
      'rtl',
    )
  })

  it('should refuse a language that there is not', async () => {
    expect((await requestJSON('/api/vocabularies?locale=xx')).status).toBe(400)
  })
})

describe('the search', () => {
  const search = async (q: string, more = ''): Promise<Record<string, string>[]> => {
    const { json, status } = await requestJSON(
      `/api/search?q=${encodeURIComponent(q)}&limit=50${more}`,
    )
    expect(status, JSON.stringify(json)).toBe(200)
    return json.docs
  }

  it('should find a word in title, text and lists of each collection, however it is written', async () => {
    const word = unique('Zwölfäßlerhof').replaceAll(' ', '')
    const ids = {
      news: (await make('news', { teaser: `Im ${word} war viel los.` })).id,
      pages: (await make('pages', { title: `Der ${word}` })).id,
      partners: (await make('partners', { name: `Haus ${word}` })).id,
      standards: (
        await make('standards', {
          steps: [{ action: `Fahrt zum ${word}`, actor: 'Polizei' }],
        })
      ).id,
    }
    const spellings = [
      word,
      word.toUpperCase(),
      word.replace('ö', 'oe').replace('ä', 'ae').replace('ß', 'ss'),
      word.slice(0, 9),
    ]
    for (const q of spellings) {
      const found = await search(q)
      expect(Object.fromEntries(found.map(({ collection, id }) => [collection, id])), q).toEqual(
        ids,
      )
      const { json } = await graphQL(`{ Search(q: "${q}", limit: 50) { docs { id } totalDocs } }`)
      expect(json.data.Search.totalDocs).toBe(4)
    }
    expect((await search(word)).at(-1)?.collection).not.toBe('pages')
    expect(await search(`${word} Polizei`)).toHaveLength(1)
    expect(await search(`${word} gibtesnicht`)).toEqual([])
  })

  it('should find what is public only, and what the document says now', async () => {
    const word = unique('Quastenflosser').replaceAll(' ', '')
    const payload = await instance()
    const { id } = await make('pages', { _status: 'draft', title: word } as never)
    expect(await search(word)).toEqual([])
    await payload.update({
      id,
      collection: 'pages',
      data: { _status: 'published', title: word },
      locale: 'de',
    })
    expect(await search(word)).toHaveLength(1)
    await payload.update({
      id,
      collection: 'pages',
      data: { title: 'anders' },
      draft: true,
      locale: 'de',
    })
    expect(await search(word)).toHaveLength(1)
    await payload.update({ id, collection: 'pages', data: { deletedAt: new Date().toISOString() } })
    expect(await search(word)).toEqual([])
  })

  it('should find a translation, and German where there is none', async () => {
    const [word, translation] = [
      unique('Bergziege').replaceAll(' ', ''),
      unique('Chamois').replaceAll(' ', ''),
    ]
    const payload = await instance()
    const { id } = await make('news', { title: word })
    await payload.update({
      id,
      collection: 'news',
      data: { _status: 'published', title: translation },
      locale: 'en',
    })
    expect((await search(translation, '&locale=en'))[0]?.title).toBe(translation)
    expect((await search(word, '&locale=tr'))[0]?.title).toBe(word)
    expect(await search(translation)).toEqual([])
    const byGraphQL = async (args: string) => {
      const { json } = await graphQL(`{ Search(${args}) { docs { title } } }`)
      return json.data.Search.docs
    }
    expect(await byGraphQL(`q: "${translation}", locale: en`)).toEqual([{ title: translation }])
    expect(await byGraphQL(`q: "${word}", locale: tr`)).toEqual([{ title: word }])
    expect(await byGraphQL(`q: "${word}", locale: tr, fallbackLocale: none`)).toEqual([
      { title: '' },
    ])
    expect(await byGraphQL(`q: "${word}"`)).toEqual([{ title: word }])
  })

  it('should find documents that were written before there was a search, which stay as they are', async () => {
    const word = unique('Vorzeit').replaceAll(' ', '')
    const payload = await instance()
    const { id } = await make('partners', {
      districts: ['03101', '03151'],
      name: `Haus ${word}`,
      phones: [{ label: 'Beratung', number: '+493023125000' }],
    } as never)
    const data = { _status: 'published' as const, description: `English ${word}` }
    await payload.update({ id, collection: 'partners', data, locale: 'en' })
    const stored = () =>
      payload.db.findOne<{ id: string } & Record<string, unknown>>({
        collection: 'partners',
        where: { id: { equals: id } },
      })
    const whole = () => payload.findByID({ id, collection: 'partners', depth: 0, locale: 'all' })
    const [before, wholeBefore] = [await stored(), await whole()]
    await payload.db.updateOne({
      id,
      collection: 'partners',
      data: { ...before, searchCommon: null, searchText: {} },
    })
    expect(await search(word, '&locale=en')).toEqual([])
    await fillSearchText(payload)
    expect(await search(word, '&locale=en')).toHaveLength(1)
    expect(await whole()).toEqual(wholeBefore)
  })

  it('should never find an internal field', async () => {
    const word = unique('Geheimfach').replaceAll(' ', '')
    await make('partners', { internal: { notes: word, officeNotes: word } })
    expect(await search(word)).toEqual([])
  })

  it.each(['', 'a', '%', 'x'.repeat(101), 'eins zwei drei vier fünf sechs sieben acht neun'])(
    'should refuse with a sentence: %s',
    async (q) => {
      const { json, status } = await requestJSON(`/api/search?q=${encodeURIComponent(q)}`)
      expect(status).toBe(400)
      expect(json.errors[0].message).toMatch(/„q“/)
    },
  )
})

describe('the sitemap', () => {
  const entriesOf = async (slug: string): Promise<Record<string, string>[]> => {
    const { json } = await requestJSON('/api/sitemap')
    return json.entries.filter(({ path }: { path: string }) => path.endsWith(`/${slug}`))
  }
  const pathsOf = async (slug: string) =>
    (await entriesOf(slug)).map(({ locale, path, url }) => ({ locale, path, url }))

  it('should name each public document in the languages that it is written in', async () => {
    const payload = await instance()
    const { id, slug } = await make('news')
    const hidden = await make('news', { _status: 'draft' } as never)
    const at = (locale: string, path: string) => ({
      locale,
      path,
      url: `${environment.siteURL}${path}`,
    })
    const german = at('de', `/aktuelles/${slug}`)
    expect(await pathsOf(slug)).toEqual([german])
    const change = (data: object, locale: 'de' | 'en'): Promise<unknown> =>
      payload.update({ id, collection: 'news', data: { _status: 'published', ...data }, locale })
    await change({ title: 'English' }, 'en')
    const alternates = [german, at('en', `/en/aktuelles/${slug}`)]
    expect(await pathsOf(slug)).toEqual(alternates)
    const [entry] = await entriesOf(slug)
    expect(entry?.alternates).toEqual(alternates)
    expect(Date.parse(entry?.updatedAt ?? '')).toBeGreaterThan(0)
    const moved = `${slug}-umgezogen`
    await change({ slug: moved }, 'de')
    expect(await pathsOf(slug)).toEqual([])
    expect(await pathsOf(moved)).toHaveLength(2)
    await change({ _status: 'draft' }, 'de')
    expect(await pathsOf(moved)).toEqual([])
    expect(await pathsOf(hidden.slug)).toEqual([])
  })
})

describe('a client that goes away', () => {
  it('should be counted once, and keep nobody else from being answered', async () => {
    const countOf = async (): Promise<number> => {
      const text = await registry.metrics()
      const line = /_seconds_count\{route="\/api\/graphql",status="aborted"\} (\d+)/.exec(text)
      return Number(line?.[1] ?? 0)
    }
    const before = await countOf()
    const { hostname, port } = new URL(origin)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.write(
      'POST /api/graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 60\r\n\r\n{"query":',
    )
    await pause(100)
    socket.destroy()
    await expect.poll(countOf).toBe(before + 1)
    const reply = await fetch(`${origin}/api/graphql`, {
      body: JSON.stringify({ query: '{ News(limit: 1) { totalDocs } }' }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    expect(reply.status).toBe(200)
    expect(await countOf()).toBe(before + 1)
  })
})

describe('the typed client', () => {
  it('should read what the README shows', async () => {
    const sdk = new PayloadSDK<Config>({ baseURL: `${origin}/api` })
    const { slug } = await make('news', { title: 'Mit dem Client' })
    const { docs } = await sdk.find({
      collection: 'news',
      limit: 1,
      locale: 'de',
      where: { slug: { equals: slug } },
    })
    expect(docs[0]?.title).toBe('Mit dem Client')
    expect((await sdk.findGlobal({ slug: 'site' })).name).toBe(
      'Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig',
    )
  })
})
