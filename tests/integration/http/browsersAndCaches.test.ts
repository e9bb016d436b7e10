import type { Server } from 'node:http'

import { request as requestRaw } from 'node:http'
import { connect } from 'node:net'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { environment } from '../../../src/environment.ts'
import { make, removeDocuments } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import { instance, signIn } from '../../support/instance.ts'
import { listen } from '../../support/listen.ts'
import { onePixel } from '../../support/onePixel.ts'

removeDocuments()

const website = 'https://www.example.org'

let server: Server
let origin: string
/** One that keeps nothing in memory, for settings that do not change while a process runs. */
let forgetful: Awaited<ReturnType<typeof listen>>
let coordinator: Client

beforeAll(async () => {
  ;({ origin, server } = await listen(await instance()))
  forgetful = await listen(await instance(), 0)
  coordinator = await signIn({ role: 'coordinator' })
})

afterAll(() => {
  server.close()
  forgetful.server.close()
})

afterEach(() => {
  environment.allowedOrigins = []
})

const ask = (path: string, init: RequestInit = {}) => fetch(`${origin}${path}`, init)

/** Asks as a script of a website does; `fetch` sets `Origin` as it is given, since there is no browser. */
const from = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${forgetful.origin}${path}`, { ...init, headers: { Origin: website, ...headers } })

const publicPaths = [
  '/api/news',
  '/api/globals/site',
  '/api/search?q=Gewalt',
  '/api/graphql?query={Site{name}}',
]

describe('a reply to whoever sends no credentials', () => {
  it.each(publicPaths)('should not depend on cookies of others: %s', async (path) => {
    const plain = await ask(path)
    const withCookie = await ask(path, { headers: { Cookie: '_pk_id=1; lang=de' } })
    for (const response of [plain, withCookie]) {
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toMatch(/^public, /)
      expect(response.headers.get('vary')).toBe(
        `${path.includes('graphql') ? 'Accept, ' : ''}Accept-Encoding, Authorization`,
      )
    }
    expect(withCookie.headers.get('etag')).toBe(plain.headers.get('etag'))
  })

  it('should depend on the origin only where some origins may read it', async () => {
    environment.allowedOrigins = [website]
    expect((await ask('/api/news?limit=2')).headers.get('vary')).toBe(
      'Accept-Encoding, Authorization, Origin',
    )
    environment.allowedOrigins = ['*']
    expect((await ask('/api/news?limit=3')).headers.get('vary')).toBe(
      'Accept-Encoding, Authorization',
    )
  })
})

describe('a script of another website', () => {
  const corsOf = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')))

  it('should read nothing by default', async () => {
    for (const path of [...publicPaths, '/api/news?limit=x', '/api/users/me']) {
      expect(corsOf(await from(path)), path).toEqual({})
      expect(corsOf(await from(path, {}, { method: 'OPTIONS' })), path).toEqual({})
    }
  })

  it('should read what is public, refusals included, where all websites may, and nothing else', async () => {
    environment.allowedOrigins = ['*']
    const open = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Retry-After, X-Request-Id',
    }
    for (const path of [
      ...publicPaths,
      '/api/news?limit=x',
      '/api/news/000000000000000000000000',
    ]) {
      expect(corsOf(await from(path)), path).toEqual(open)
      // A proxy may keep what somebody got who is no script.
      expect(corsOf(await fetch(`${forgetful.origin}${path}`)), path).toEqual(open)
    }
    const query = { body: '{"query":"{Site{name}}"}', method: 'POST' }
    const type = { 'Content-Type': 'application/json' }
    expect(corsOf(await from('/api/graphql', type, query))).toEqual(open)
    for (const [path, headers, init] of [
      ['/api/news', coordinator.headers, {}],
      ['/api/users/me', {}, {}],
      ['/api/audit-log', {}, {}],
      ['/api/graphql', { ...type, ...coordinator.headers }, query],
      ['/api/news', type, { body: '{}', method: 'POST' }],
    ] as const) {
      expect(corsOf(await from(path, headers, init)), path).toEqual({})
    }
  })

  it('should read, with credentials, from an origin that is named', async () => {
    environment.allowedOrigins = [website]
    for (const path of [...publicPaths, '/api/users/me', '/api/news?limit=x']) {
      expect(corsOf(await from(path)), path).toEqual({
        'access-control-allow-credentials': 'true',
        'access-control-allow-origin': website,
        'access-control-expose-headers': 'ETag, Retry-After, X-Request-Id',
      })
      expect(corsOf(await from(path, { Origin: 'https://other.example.org' })), path).toEqual({})
    }
  })

  it.each([[[website]], [['*']]])(
    'should be told once a day what it may send: %j',
    async (allowed) => {
      environment.allowedOrigins = allowed
      const asked = {
        'Access-Control-Request-Headers': 'if-none-match',
        'Access-Control-Request-Method': 'GET',
      }
      const response = await from('/api/news', asked, { method: 'OPTIONS' })
      expect(response.status).toBe(204)
      expect(response.headers.get('access-control-allow-origin')).toBe(allowed[0])
      expect(response.headers.get('access-control-max-age')).toBe('86400')
      for (const name of ['Authorization', 'Content-Type', 'If-None-Match']) {
        expect(response.headers.get('access-control-allow-headers')).toContain(name)
      }
      const write = { ...asked, 'Access-Control-Request-Method': 'PATCH' }
      const { headers } = await from('/api/news', write, { method: 'OPTIONS' })
      expect(headers.get('access-control-allow-origin')).toBe(allowed[0] === '*' ? null : website)
    },
  )
})

describe('GraphQL by GET', () => {
  const asked = (query: string, more = '') =>
    `/api/graphql?query=${encodeURIComponent(query)}${more}`

  it('should be answered as by POST, and kept', async () => {
    await make('news')
    const query =
      'query Two($limit: Int) { News(limit: $limit) { docs { id title } } } query One { Site { name } }'
    const variables = { limit: 2 }
    const response = await ask(
      asked(query, `&variables=${encodeURIComponent(JSON.stringify(variables))}&operationName=Two`),
    )
    const byPost = await ask('/api/graphql', {
      body: JSON.stringify({ operationName: 'Two', query, variables }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    expect(response.headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=5, must-revalidate',
    )
    const json = await response.json()
    expect(json.data.News.docs).toHaveLength(2)
    expect(json).toEqual(await byPost.json())
    const again = await ask(
      asked(query, `&operationName=Two&variables=${encodeURIComponent(JSON.stringify(variables))}`),
      { headers: { 'If-None-Match': response.headers.get('etag') ?? '' } },
    )
    expect(again.status).toBe(304)
  })

  it('should be what is published at once', async () => {
    const { id } = await make('news')
    const path = asked(`{ NewsItem(id: "${id}") { teaser } }`)
    expect((await (await ask(path)).json()).data.NewsItem.teaser).toBeNull()
    await (
      await instance()
    ).update({
      id,
      collection: 'news',
      data: { _status: 'published', teaser: 'Neu' },
      locale: 'de',
    })
    expect((await (await ask(path)).json()).data.NewsItem.teaser).toBe('Neu')
  })

  it.each([
    ['a mutation', 'mutation { logoutUser(allSessions: false) }', 405],
    ['what is no query', '{', 400],
    ['a field that there is not', '{ Site { nothing } }', 200],
    ['what may not be read', '{ Users { docs { email } } }', 200],
    ['a fragment that contains itself', '{ ...a } fragment a on Query { ...a }', 400],
  ])('should refuse %s, and keep nothing of it', async (_, query, status) => {
    const response = await ask(asked(query))
    expect(response.status).toBe(status)
    expect((await response.json()).errors).toHaveLength(1)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('should be kept by nobody for whoever is signed in', async () => {
    const response = await ask(asked('{ Site { name } }'), { headers: coordinator.headers })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  it('should come in the media type that is asked for', async () => {
    for (const type of ['application/json', 'application/graphql-response+json']) {
      const response = await ask(asked('{ Site { name } }'), { headers: { Accept: type } })
      expect(response.headers.get('content-type')).toContain(type)
    }
  })

  it.each(['', '?variables={}', '?query={Site{name}}&variables=x', '?query={Site{name}}&querry=1'])(
    'should be 400 for a question that is incomplete or wrong: %s',
    async (search) => {
      expect((await ask(`/api/graphql${search}`)).status).toBe(400)
    },
  )
})

describe('a file', () => {
  it('should be for search engines, by its name, and asked for again only if it has changed', async () => {
    const payload = await instance()
    const { id, url } = await payload.create({
      collection: 'media',
      data: { alt: 'Haus am See' },
      file: { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length },
      locale: 'de',
    })
    const path = new URL(url ?? '', origin).pathname
    const first = await ask(path)
    expect(first.status).toBe(200)
    expect(first.headers.get('x-robots-tag')).toBeNull()
    expect(first.headers.get('content-disposition')).toContain('Haus am See.webp')
    const [etag, modified] = [first.headers.get('etag'), first.headers.get('last-modified')]
    expect((await ask(path, { headers: { 'If-None-Match': etag ?? '' } })).status).toBe(304)
    expect((await ask(path, { headers: { 'If-Modified-Since': modified ?? '' } })).status).toBe(304)
    await payload.update({ id, collection: 'media', data: { deletedAt: new Date().toISOString() } })
    expect((await ask(path)).status).toBe(404)
    await payload.delete({ id, collection: 'media', trash: true })
    expect((await ask(path)).status).toBe(404)
  })

  it.each(['media', 'documents'])('should be 404 where there is none: %s', async (slug) => {
    for (const name of ['nichts.webp', 'a%2Fb.pdf', '..%2F..%2Fa.pdf']) {
      const response = await ask(`/api/${slug}/file/${name}`)
      expect(response.status, name).toBe(404)
      expect(response.headers.get('cache-control')).toBe('private, no-store')
    }
  })
})

describe('the first line of a request', () => {
  const send = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(origin)
      const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text))
      let reply = ''
      socket.on('data', (chunk: Buffer) => {
        reply += chunk.toString()
      })
      socket.on('end', () => resolve(reply))
      socket.on('error', reject)
    })

  it.each([
    ['/api/globals/site', '"name"'],
    ['/partner', '<html'],
  ])('may name the server, as one to a proxy does: %s', async (path, content) => {
    for (const target of [path, `${origin}${path}`, `${origin.toUpperCase()}${path}`]) {
      const reply = await send(`GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
      expect(reply, target).toMatch(/^HTTP\/1\.1 200 /)
      expect(reply).toContain(content)
    }
  })

  it.each(['TRACE', 'PROPFIND', 'PURGE'])(
    'should be refused with a method that nobody knows: %s',
    async (method) => {
      for (const path of ['/api/news', '/partner', '/admin']) {
        const reply = await send(
          `${method} ${path} HTTP/1.1\r\nHost: a\r\nX-Secret: Kanarienvogel\r\nConnection: close\r\n\r\n`,
        )
        expect(reply).toMatch(/^HTTP\/1\.1 405 /)
        expect(reply).toMatch(/\r\nAllow: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT\r\n/)
        expect(reply).not.toContain('Kanarienvogel')
      }
    },
  )

  it('should end a tunnel that somebody wants', async () => {
    const { hostname, port } = new URL(origin)
    const asking = requestRaw({ host: hostname, method: 'CONNECT', path: 'a:1', port })
    const ended = new Promise((resolve) => {
      asking.on('error', resolve)
      asking.on('connect', () => resolve('connected'))
    })
    asking.end()
    expect(await ended).toBeInstanceOf(Error)
  })
})
