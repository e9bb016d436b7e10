import type { Command } from '../support/command.ts'

import type { IncomingMessage } from 'node:http'

import { once } from 'node:events'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { startCompiled, startProgram } from '../support/command.ts'
import { freePort } from '../support/freePort.ts'
import { ownDatabase } from '../support/ownDatabase.ts'
import { hasPrograms } from '../support/programs.ts'

const nginx = '/usr/sbin/nginx'
const isPossible =
  process.env.DATABASE_URL?.startsWith('mongodb') &&
  hasPrograms([nginx], 'a proxy in front of two servers is not tested')

const metricsToken = 'a token of the tests'
const coordinator = { email: 'koordination@example.org', password: 'correct horse battery' }
const frontends = ['https://www.example.org', 'https://app.example.org']

const own = ownDatabase()
const servers: { port: number; process: Command }[] = []
let proxy: Command
let origin: string
let token: string

const startServer = async (port: number): Promise<Command> => {
  const server = startCompiled('src/server/start.ts', [], {
    ...own,
    COORDINATOR_EMAIL: coordinator.email,
    COORDINATOR_PASSWORD: coordinator.password,
    CORS_ORIGINS: frontends.join(','),
    METRICS_TOKEN: metricsToken,
    PORT: String(port),
    TRUSTED_PROXIES: '1',
  })
  await server.printed('is running.')
  return server
}

/** The configuration that operators get, but for addresses and folders. */
const startProxy = async (ports: number[]): Promise<void> => {
  const port = await freePort()
  const folder = own.DATA_DIR
  // Its workers are of another user.
  chmodSync(folder, 0o755)
  const folders = ['client_body', 'fastcgi', 'proxy', 'scgi', 'uwsgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  )
  const configuration = ports.reduce(
    (text, each, index) => text.replaceAll(`app${index + 1}:3000`, `127.0.0.1:${each}`),
    readFileSync('docs/nginx.conf', 'utf8')
      .replaceAll('listen 80 ', `listen 127.0.0.1:${port} `)
      .replace('/var/cache/ikost', path.join(folder, 'cache'))
      .replace('http {', `http {\n${folders.join('\n')}`),
  )
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, configuration)
  proxy = startProgram(
    nginx,
    ['-c', file, '-g', `daemon off; pid ${path.join(folder, 'nginx.pid')};`],
    {},
  )
  origin = `http://127.0.0.1:${port}`
  await health(origin)
}

/** Waits until all is well. */
const health = async (at: string): Promise<void> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(`${at}/api/health`).catch(() => undefined)
    if (response?.status === 200) {
      return
    }
    await pause(100)
  }
  throw new Error(`${at} does not answer.`)
}

const read = (address: string, headers?: Record<string, string>): Promise<Response> =>
  fetch(`${origin}${address}`, { headers })

const write = (
  address: string,
  body: object,
  headers: Record<string, string>,
  method = 'POST',
): Promise<Response> =>
  fetch(`${origin}${address}`, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
    method,
  })

/** How many requests have reached the servers, by what they have measured. */
const arrivals = async (route: string): Promise<number> => {
  const counts = await Promise.all(
    servers.map(async ({ port }) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/metrics`, {
        headers: { Authorization: `Bearer ${metricsToken}` },
      })
      const pattern = new RegExp(`^ikost_http_request_duration_seconds_count{route="${route}",.*$`)
      const lines = (await response.text()).split('\n').filter((line) => pattern.test(line))
      return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** How many of the requests that some work makes reach the servers. */
const arrivalsOf = async (route: string, work: () => Promise<unknown>): Promise<number> => {
  const before = await arrivals(route)
  await work()
  return (await arrivals(route)) - before
}

const person = () => ({ Authorization: `JWT ${token}` })

describe.runIf(isPossible)('two servers behind docs/nginx.conf', () => {
  beforeAll(async () => {
    // The one that is first fills the empty database.
    for (const port of [await freePort(), await freePort()]) {
      servers.push({ port, process: await startServer(port) })
    }
    await startProxy(servers.map(({ port }) => port))
    const login = await write('/api/users/login', coordinator, {})
    token = ((await login.json()) as { token: string }).token
  })

  afterAll(() => {
    servers.forEach(({ process: server }) => server.child.kill('SIGKILL'))
    proxy?.child.kill('SIGTERM')
  })

  it('should ask once for all who want the same, whatever cookies of others they carry', async () => {
    const requests = [1, 2, 3, 4, 5, 6].map((number) => ({ Cookie: `_pk_id=${number}; a=b` }))
    const count = await arrivalsOf('/api/pages', () =>
      Promise.all([{}, ...requests].map((headers) => read('/api/pages?limit=5', headers))),
    )
    expect(count).toBe(1)
  })

  it.each([
    ['a session', 'id', () => ({ Cookie: `_pk_id=1; payload-token=${token}` })],
    ['a key', 'title', person],
    ['a key that is none', undefined, () => ({ Authorization: '0' })],
  ])('should ask for everybody with %s, and keep nothing of it', async (_, sort, headers) => {
    const address = `/api/pages?draft=true&sort=${sort ?? 'slug'}`
    const count = await arrivalsOf('/api/pages', async () => {
      await read(address)
      for (const reply of [await read(address, headers()), await read(address, headers())]) {
        expect(reply.status).toBe(200)
        expect(reply.headers.get('cache-control')).toBe('private, no-store')
      }
      expect((await read(address)).headers.get('cache-control')).toMatch(/^public/)
    })
    // Between the two of anybody, five seconds may pass on a slow machine.
    expect([3, 4]).toContain(count)
    const userOf = async (sent = {}): Promise<unknown> =>
      ((await (await read('/api/users/me', sent)).json()) as { user: unknown }).user
    expect(Boolean(await userOf(headers()))).toBe(sort !== undefined)
    expect(await userOf()).toBeNull()
  })

  it('should keep neither the admin UI nor what is posted', async () => {
    const [first, second] = [await read('/admin/login'), await read('/admin/login')]
    expect(first.status).toBe(200)
    const policy = first.headers.get('content-security-policy')
    expect(policy).toContain('nonce-')
    expect(second.headers.get('content-security-policy')).not.toBe(policy)
    const count = await arrivalsOf('/api/graphql', async () => {
      for (let number = 0; number < 3; number += 1) {
        await write('/api/graphql', { query: '{ Site { name } }' }, {})
      }
    })
    expect(count).toBe(3)
  })

  it('should tell each website that it may read, and no other', async () => {
    const allowed = await Promise.all(
      [...frontends, undefined, 'https://evil.example.org', ...frontends].map(async (from) =>
        (await read('/api/pages?limit=7', from ? { Origin: from } : {})).headers.get(
          'access-control-allow-origin',
        ),
      ),
    )
    expect(allowed.slice(0, 2)).toEqual(frontends)
    expect(allowed.slice(2, 4).every((from) => from === allowed[2])).toBe(true)
    expect(frontends).not.toContain(allowed[2])
    expect(allowed.slice(4)).toEqual(frontends)
  })

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0, gzip;q=0', undefined],
    ['x-br', undefined],
    ['identity', undefined],
    [undefined, undefined],
  ])('should answer whoever accepts %s in %s', async (accepted, coding) => {
    const address = '/api/pages?limit=8'
    // In whatever coding it is kept meanwhile.
    await read(address)
    const request = ask(`${origin}${address}`, {
      headers: accepted === undefined ? {} : { 'Accept-Encoding': accepted },
    }).end()
    const [reply] = (await once(request, 'response')) as [IncomingMessage]
    const body = await buffer(reply)
    expect(reply.headers['content-encoding']).toBe(coding)
    const text =
      coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
    const { docs } = JSON.parse(text.toString()) as { docs: unknown[] }
    expect(docs.length).toBeGreaterThan(0)
  })

  it('should answer 304 to whoever has the same', async () => {
    const etag = (await read('/api/pages?limit=9')).headers.get('etag') ?? ''
    expect((await read('/api/pages?limit=9', { 'If-None-Match': etag })).status).toBe(304)
  })

  it('should not tell that somebody else has just read the same', async () => {
    const replies = [await read('/api/pages?limit=10'), await read('/api/pages?limit=10')]
    const [first, second] = replies.map(({ headers }) => headers.get('x-request-id'))
    expect(first).toMatch(/^\w{32}$/)
    expect(second).not.toBe(first)
    for (const { headers } of replies) {
      expect(
        [...headers.keys()].filter((name) => /cache-status|^age$|^x-cache/.test(name)),
      ).toEqual([])
    }
  })

  it('should answer nothing older than a revision that is named, from whichever server', async () => {
    const json = async (address: string) =>
      (await (await read(address)).json()) as { title?: string }
    const created = await write('/api/news', { _status: 'published', title: 'Erst' }, person())
    const { doc } = (await created.json()) as { doc: { id: string } }
    for (let round = 1; round <= 20; round += 1) {
      // Both servers, and the proxy, keep what was before.
      await Promise.all([1, 2, 3, 4].map((limit) => read(`/api/news/${doc.id}?depth=${limit % 4}`)))
      const title = `Fassung ${round}`
      const change = { _status: 'published', title }
      expect((await write(`/api/news/${doc.id}`, change, person(), 'PATCH')).status).toBe(200)
      // What a webhook names: of a server, not of what the proxy keeps.
      const cursor = await fetch(`http://127.0.0.1:${servers[round % 2]?.port}/api/bundle`)
      const { revision } = (await cursor.json()) as { revision: string }
      const replies = await Promise.all(
        [0, 1, 2, 3].map((depth) =>
          json(`/api/news/${doc.id}?depth=${depth}&revision=${revision}`),
        ),
      )
      expect(replies.map((reply) => reply.title)).toEqual(Array(4).fill(title))
    }
    await write(`/api/news/${doc.id}`, {}, person(), 'DELETE')
  })

  it('should keep GraphQL by GET, in each of its media types', async () => {
    const address = `/api/graphql?query=${encodeURIComponent('{ Site { name shortName } }')}`
    const types = ['application/json', 'application/graphql-response+json']
    const count = await arrivalsOf('/api/graphql', async () => {
      for (const accept of [...types, ...types, '*/*']) {
        const { headers } = await read(address, { Accept: accept })
        expect(headers.get('content-type')).toContain(accept === '*/*' ? types[0] : accept)
      }
    })
    expect(count).toBe(2)
  })

  it('should not answer for longer than six seconds what was taken back', async () => {
    const created = await write('/api/news', { _status: 'published', title: 'Zurück' }, person())
    const { doc } = (await created.json()) as { doc: { id: string; slug: string } }
    const address = `/api/news?slug=${doc.slug}`
    const count = async (): Promise<number> =>
      ((await (await read(address)).json()) as { docs: unknown[] }).docs.length
    expect(await count()).toBe(1)
    const taken = await write(`/api/news/${doc.id}`, { _status: 'draft' }, person(), 'PATCH')
    expect(taken.status).toBe(200)
    const since = performance.now()
    while ((await count()) > 0 && performance.now() - since < 20_000) {
      await pause(50)
    }
    // And one more, for a slow machine.
    expect(performance.now() - since).toBeLessThan(7_000)
  })

  it('should fail no request while one server after the other starts anew', async () => {
    const failures: string[] = []
    const done = { reads: 0, writes: 0 }
    let isOver = false
    const repeat = async (kind: keyof typeof done, request: () => Promise<Response>) => {
      while (!isOver) {
        try {
          const response = await request()
          const text = await response.text()
          if (response.ok) {
            done[kind] += 1
          } else {
            failures.push(`${kind}: ${response.status} ${text.slice(0, 200)}`)
          }
        } catch (error) {
          failures.push(`${kind}: ${String(error)}`)
        }
        await pause(20)
      }
    }
    // Each address is asked for once, so that the servers answer and not the cache.
    let number = 0
    const addresses = ['/', '/partner', '/en/aktuelles', '/api/pages', '/api/globals/emergency']
    const readers = Array.from({ length: 20 }, (_, reader) =>
      repeat('reads', () => {
        number += 1
        return read(`${addresses[reader % addresses.length]}?_=${number}`)
      }),
    )
    // One: several who make pages at the same time wait for each other.
    const writer = repeat('writes', () =>
      write('/api/pages?draft=true', { title: 'Beim Neustart' }, person()),
    )
    const goOn = async (): Promise<void> => {
      const { reads, writes } = { ...done }
      await vi.waitFor(
        () => {
          expect(failures).toEqual([])
          expect(done.reads).toBeGreaterThan(reads + 200)
          expect(done.writes).toBeGreaterThan(writes + 2)
        },
        { timeout: 60_000 },
      )
    }
    await goOn()
    for (const server of servers) {
      server.process.child.kill('SIGTERM')
      expect((await server.process.ended).code).toBe(0)
      server.process = await startServer(server.port)
      await health(`http://127.0.0.1:${server.port}`)
      await goOn()
    }
    isOver = true
    await Promise.all([...readers, writer])
    console.info(`${done.reads} reads and ${done.writes} writes, ${failures.length} failed`)
    expect(failures).toEqual([])
    expect(done.reads).toBeGreaterThan(500)
    expect(done.writes).toBeGreaterThan(5)
    // Each was written once.
    const found = await read(
      '/api/pages?draft=true&limit=1&where[title][equals]=Beim%20Neustart',
      person(),
    )
    expect(((await found.json()) as { totalDocs: number }).totalDocs).toBe(done.writes)
  }, 240_000)

  it('should have recorded nobody', () => {
    expect(proxy.output()).toBe('')
  })
})
