import type { Command } from '../support/command.ts'

import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { start } from '../support/command.ts'
import { freePort } from '../support/freePort.ts'
import { ownDatabase } from '../support/ownDatabase.ts'

const coordinator = { email: 'koordination@example.org', password: 'correct horse battery' }
const frontend = 'https://www.example.org'

let server: Command
let origin: string

beforeAll(async () => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  server = start('src/server/start.ts', [], {
    ...ownDatabase(),
    COORDINATOR_EMAIL: coordinator.email,
    COORDINATOR_PASSWORD: coordinator.password,
    CORS_ORIGINS: frontend,
    LOG_LEVEL: 'info',
    PORT: String(port),
    RATE_LIMIT_GRAPHQL: '5',
    RATE_LIMIT_READS: '30',
    SERVER_URL: 'https://cms.example.org',
    TRUSTED_PROXIES: '1',
  })
  await server.printed('is running.')
})

/** Each number is another question, with the same answer: what the cache answers is not counted. */
const question = (number: number): string =>
  `/api/pages?limit=1&where[createdAt][greater_than]=1970-01-01T00:00:00.${number}Z`

afterAll(() => {
  server.child.kill('SIGKILL')
})

let clients = 0

/** Asks as a client of its own, unless one is named. */
const ask = (
  path: string,
  { headers, ...init }: { headers?: Record<string, string> } & Omit<RequestInit, 'headers'> = {},
  client?: string,
) => {
  clients += 1
  return fetch(`${origin}${path}`, {
    ...init,
    headers: { 'X-Forwarded-For': client ?? `198.51.100.${clients}`, ...headers },
  })
}

const post = (path: string, body: object, headers = {}, client?: string) =>
  ask(
    path,
    {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
      method: 'POST',
    },
    client,
  )

/** How many questions are answered before the first that is refused. */
const answeredOf = async (
  questions: number,
  askNext: (number: number) => Promise<Response>,
): Promise<number> => {
  for (let number = 0; number < questions; number += 1) {
    const { status } = await askNext(number)
    if (status === 429) {
      return number
    }
    expect(status).toBe(200)
  }
  return questions
}

describe('pages', () => {
  it('should run scripts with the nonce of their reply only', async () => {
    const replies = await Promise.all([1, 2].map(() => ask('/admin/login')))
    const nonces = new Set<string>()
    for (const reply of replies) {
      const policy = reply.headers.get('content-security-policy') ?? ''
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
      expect(scripts).not.toContain('unsafe')
      const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1] ?? ''
      nonces.add(nonce)
      const html = await reply.text()
      const tags = html.match(/<script\b[^>]*>/g) ?? []
      expect(tags.length).toBeGreaterThan(0)
      expect(tags.every((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true)
    }
    expect(nonces.size).toBe(2)
  })

  it('should say how browsers are to treat them', async () => {
    const { headers } = await ask('/admin/login')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('the API', () => {
  it('should say how browsers are to treat its replies', async () => {
    const { headers } = await ask('/api/pages')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toMatch(/max-age/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('set-cookie')).toBeNull()
    const signedIn = await ask('/api/pages', { headers: { Authorization: 'JWT x' } })
    expect(signedIn.headers.get('cache-control')).toBe('private, no-store')
  })

  it('should be read by scripts of the websites that the settings name, and no others', async () => {
    const allowed = await ask('/api/pages', { headers: { Origin: frontend } })
    expect(allowed.headers.get('access-control-allow-origin')).toBe(frontend)
    const refused = await ask('/api/pages?distrct=1', { headers: { Origin: frontend } })
    expect(refused.status).toBe(400)
    expect(refused.headers.get('access-control-allow-origin')).toBe(frontend)
    const other = await ask('/api/pages', { headers: { Origin: 'https://evil.example.org' } })
    expect(other.headers.get('access-control-allow-origin')).not.toBe('https://evil.example.org')
    expect(other.headers.get('access-control-allow-origin')).not.toBe('*')
  })

  it('should answer a client so many times in a minute, whatever it pretends', async () => {
    const client = '203.0.113.9'
    // What costs much counts more than once, and everything does the first few times.
    for (let number = 0; number < 20; number += 1) {
      await ask(question(100 + number))
    }
    const answered = await answeredOf(31, (number) => ask(question(number), {}, client))
    expect(answered).toBeGreaterThan(5)
    expect(answered).toBeLessThanOrEqual(30)
    const refused = await ask('/api/pages?limit=2', {}, `${frontend}, ${client}`)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await refused.json()).errors[0].message).toMatch(/zu viele Anfragen/)
    expect((await ask('/api/pages', {}, '203.0.113.10')).status).toBe(200)
    expect((await ask('/api/health', {}, client)).status).toBe(200)
  })

  it('should answer from the cache however often it is asked', async () => {
    const client = '203.0.113.30'
    for (let number = 0; number < 40; number += 1) {
      expect((await ask('/api/pages?limit=3', {}, client)).status).toBe(200)
    }
  })

  it('should count GraphQL apart', async () => {
    const client = '203.0.113.20'
    for (let number = 0; number < 10; number += 1) {
      await post('/api/graphql', { query: `{ warm${number}: Pages { totalDocs } }` })
    }
    const answered = await answeredOf(6, (number) =>
      post('/api/graphql', { query: `{ a${number}: Pages { totalDocs } }` }, {}, client),
    )
    expect(answered).toBeGreaterThan(0)
    expect(answered).toBeLessThanOrEqual(5)
    expect((await ask('/api/pages', {}, client)).status).toBe(200)
  })
})

describe('a question that costs much', () => {
  it('should count more than once', async () => {
    const client = '203.0.113.40'
    const languages = ['de', 'de_simple', 'en', 'tr', 'ar', 'uk', 'ru']
    const fields = [
      'slug',
      'kind',
      'email',
      'website',
      'reach',
      'services',
      'districts',
      'languages',
    ]
    const answered = await answeredOf(5, (number) => {
      // In languages and shapes that nobody has asked for, so that nothing of it is in memory.
      const lists = Array.from({ length: 14 }, (_, list) => {
        const shape = fields.filter(
          (_field, index) => index !== number && (list < 7 || index !== 7),
        )
        return `a${list}: Partners(limit: 100, locale: ${languages[list % 7]}) { docs { name description profile ${shape.join(' ')} phones { label number } address { street town } } }`
      })
      return post('/api/graphql', { query: `{ ${lists.join(' ')} }` }, {}, client)
    })
    expect(answered).toBeGreaterThan(0)
    expect(answered).toBeLessThan(5)
  })

  const tooMuch: [string, (client: string, number: number) => Promise<Response>][] = [
    ['by GraphQL', (client) => post('/api/graphql', { query: '{ Pages { id } }' }, {}, client)],
    ['by REST', (client, number) => ask(`/api/pages?limit=1&busy=${number}`, {}, client)],
    ['of the website', (client, number) => ask(`/suche?q=${number}`, {}, client)],
  ]
  it.each(tooMuch)(
    'should be refused after a while, so that whoever asks again at once does not keep the server busy: %s',
    async (name, askMore) => {
      const client = `client ${name}`
      await Promise.all(Array.from({ length: 31 }, (_, number) => askMore(client, number)))
      const begin = performance.now()
      const replies = await Promise.all(
        Array.from({ length: 10 }, (_, number) => askMore(client, 100 + number)),
      )
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([429]))
      expect(performance.now() - begin).toBeGreaterThan(1_000)
    },
  )
})

describe('clients who ask the same at the same time', () => {
  it('should not wait for the refusal of one of them', async () => {
    const one = 'client who asks much'
    await Promise.all(
      Array.from({ length: 31 }, (_, number) => ask(question(200 + number), {}, one)),
    )
    const path = question(300)
    const replies: number[] = []
    const note = async (asked: Promise<Response>): Promise<void> => {
      replies.push((await asked).status)
    }
    await Promise.all([note(ask(path, {}, one)), note(ask(path, {}, 'somebody else'))])
    expect(replies).toEqual([200, 429])
  })
})

describe('a coordinator', () => {
  it('should have no rights before the second factor is set up, and all afterwards', async () => {
    const login = await post('/api/users/login', coordinator)
    const { token } = (await login.json()) as { token: string }
    expect(login.headers.get('set-cookie')).toMatch(/Secure=true; HttpOnly=true; SameSite=Strict/)
    const as = { Authorization: `JWT ${token}` }
    expect((await ask('/api/audit-log', { headers: as })).status).toBe(403)
    expect((await post('/api/pages', { title: 'Neu' }, as)).status).toBe(403)
    // Browsers say so when somebody types an address.
    const typed = { Cookie: `payload-token=${token}`, 'Sec-Fetch-Site': 'none' }
    const page = await ask('/admin', { headers: typed })
    expect(await page.text()).toContain('Anmeldung in zwei Schritten')

    const begin = { currentPassword: coordinator.password }
    const { secret } = (await (await post('/api/users/two-factor/begin', begin, as)).json()) as {
      secret: string
    }
    const totp = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect((await post('/api/users/two-factor/enable', { totp }, as)).status).toBe(200)
    expect((await ask('/api/audit-log', { headers: as })).status).toBe(200)
    expect((await post('/api/users/two-factor/disable', { ...begin, totp }, as)).status).toBe(403)
    expect((await post('/api/users/login', coordinator)).status).toBe(401)

    const cookie = { Cookie: `payload-token=${token}` }
    const write = (headers: Record<string, string>) =>
      post('/api/pages?draft=true', { title: 'Von außen' }, { ...cookie, ...headers })
    expect((await write({ Origin: 'https://evil.example.org' })).status).toBe(403)
    expect((await write({ Origin: 'https://cms.example.org' })).status).toBe(201)
    expect((await write({ Origin: 'null' })).status).toBe(403)
    // A browser without Origin says so in another way.
    for (const site of ['cross-site', 'same-site']) {
      expect((await write({ 'Sec-Fetch-Site': site })).status).toBe(403)
      const action = await post(
        '/admin',
        {},
        { ...cookie, 'Next-Action': 'x'.repeat(42), 'Sec-Fetch-Site': site },
      )
      expect(action.status).toBe(403)
    }
    expect((await write({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201)
  })
})

describe('the log', () => {
  it('should hold neither addresses of clients nor what was asked', async () => {
    await (await ask('/api/pages?where[title][equals]=Hilfesuche')).text()
    await vi.waitFor(() => expect(server.output()).toContain('"path":"/api/pages"'))
    expect(server.output()).not.toMatch(/Hilfesuche|198\.51\.100|203\.0\.113/)
  })
})
