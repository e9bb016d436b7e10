import type { Command } from '../support/command.ts'

import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { Agent, request as ask } from 'node:http'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { start, startCompiled, startProgram } from '../support/command.ts'
import { freePort } from '../support/freePort.ts'
import { shouldAnswerOriginalContent } from '../support/originalContent.ts'
import { ownDatabase } from '../support/ownDatabase.ts'
import { removableFile, removableMongoDB } from '../support/removableDatabase.ts'

const startScript = 'src/server/start.ts'
const own = ownDatabase()
const isEmbedded = own.DATABASE_URL.startsWith('file:')
const database = isEmbedded
  ? removableFile(own.DATABASE_URL)
  : await removableMongoDB(own.DATABASE_URL)
const env = { ...own, DATABASE_URL: database.url }

const metricsToken = 'a token of the tests'

let server: Command
let origin: string
let token: string

const startServer = async (): Promise<void> => {
  const port = await freePort()
  origin = `http://localhost:${port}`
  server = start(startScript, [], {
    ...env,
    LOG_LEVEL: 'info',
    METRICS_TOKEN: metricsToken,
    PORT: String(port),
  })
  await server.printed('is running.')
}

const fetchHere = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${origin}${path}`, init)

const statusBecomes = async (status: number): Promise<unknown> => {
  for (let attempt = 0; ; attempt += 1) {
    const response = await fetchHere('/api/health')
    const body: unknown = await response.json()
    if (response.status === status || attempt === 50) {
      expect(response.status).toBe(status)
      return body
    }
    await pause(200)
  }
}

/** Waits until the server has begun to end: it takes no new connections then. */
const takesNoMore = async (): Promise<void> => {
  const isTaken = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(origin).port), 'localhost')
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
  for (let attempt = 0; await isTaken(); attempt += 1) {
    expect(attempt).toBeLessThan(1_000)
    await pause(10)
  }
}

const person = (): Record<string, string> => ({
  Authorization: `JWT ${token}`,
  'Content-Type': 'application/json',
})

const writePage = (title: string): Promise<Response> =>
  fetchHere('/api/pages?draft=true', {
    body: JSON.stringify({ title }),
    headers: person(),
    method: 'POST',
  })

describe('the built server, started with nothing configured but a database', () => {
  beforeAll(startServer)

  afterAll(async () => {
    server.child.kill('SIGKILL')
    await database.takeAway()
  })

  it('should print where it runs, in which database, and the first login', () => {
    const output = server.output()
    expect(output).toContain(`${origin}/admin`)
    expect(output).toContain(`${origin}/api/graphql`)
    expect(output).toContain(isEmbedded ? 'embedded SQLite' : 'MongoDB at 127.0.0.1')
    expect(output).toMatch(/Login {5}koordination@example\.org {2}\S{19}\n/)
  })

  shouldAnswerOriginalContent(fetchHere)

  it('should serve the admin UI in German', async () => {
    const response = await fetchHere('/admin/login', { headers: { 'Accept-Language': 'fr' } })
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Passwort vergessen')
  })

  it('should let the first coordinator in with the printed password', async () => {
    const [, email, password] = /Login {5}(\S+) {2}(\S+)/.exec(server.output()) ?? []
    const response = await fetchHere('/api/users/login', {
      body: JSON.stringify({ email, password }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const { token: signedIn, user } = await response.json()
    token = signedIn
    expect(user.role).toBe('coordinator')
    // Preferences are what the admin UI reads first; they once failed behind the HTTP server only.
    const headers = { Authorization: `JWT ${token}` }
    expect((await fetchHere('/api/payload-preferences/nav', { headers })).status).toBe(200)
    const admin = await fetchHere('/admin', { headers: { Cookie: `payload-token=${token}` } })
    expect(await admin.text()).toContain('Kooperationspartner')
  })

  it('should say when the database is gone, and when it is back', async () => {
    await statusBecomes(200)
    await database.takeAway()
    try {
      expect(await statusBecomes(503)).toMatchObject({ status: 'unavailable' })
      for (const [name, reply] of Object.entries({
        delete: await fetchHere('/api/pages?where[title][equals]=Weg', {
          headers: person(),
          method: 'DELETE',
        }),
        graphQL: await fetchHere('/api/graphql', {
          body: JSON.stringify({ query: '{ Pages(limit: 3) { docs { title } } }' }),
          headers: { 'Content-Type': 'application/json' },
          method: 'POST',
        }),
        // The admin UI would sign out whoever it hears to be nobody.
        me: await fetchHere('/api/users/me', { headers: person() }),
        page: await fetchHere('/partner?seite=2'),
        read: await fetchHere('/api/pages?limit=7'),
        write: await writePage('Weg'),
      })) {
        const text = await reply.text()
        expect([name, reply.status, reply.headers.has('retry-after')], text).toEqual([
          name,
          name === 'graphQL' ? 200 : 503,
          true,
        ])
        expect(text).toMatch(/Datenbank antwortet gerade nicht|110|technischen/)
      }
    } finally {
      await database.bringBack()
    }
    expect(await statusBecomes(200)).toMatchObject({
      migrations: { state: 'current' },
      status: 'ok',
    })
    // Everything answers again by itself, and nothing is half there.
    const { docs } = (await (
      await fetchHere('/api/pages?where[title][equals]=Weg&draft=true', { headers: person() })
    ).json()) as { docs: unknown[] }
    expect(docs).toEqual([])
    expect((await writePage('Wieder da')).status).toBe(201)
    expect((await fetchHere('/partner')).status).toBe(200)
  })

  it('should log each request with its id, and neither query nor address', async () => {
    const linesOf = () =>
      server
        .output()
        .split('\n')
        .filter((line) => line.includes('"msg":"Request"'))
    /** What is logged of a request, once it is over. */
    const logOf = async (reply: Response): Promise<unknown> => {
      await reply.text()
      return vi.waitFor(
        () => {
          const requestId = reply.headers.get('x-request-id')
          const [line, ...more] = linesOf()
            .map((each): unknown => JSON.parse(each))
            .filter((each) => (each as { requestId: string }).requestId === requestId)
          expect([line, more]).toEqual([expect.anything(), []])
          return line
        },
        { timeout: 10_000 },
      )
    }
    const read = await logOf(await fetchHere('/api/pages?where[title][like]=Suchwort&limit=3'))
    expect(read).toMatchObject({ method: 'GET', path: '/api/pages', status: '200' })
    const reset = await logOf(await fetchHere('/admin/reset/geheimes-zeichen'))
    expect(reset).toMatchObject({ method: 'GET', path: '/admin/reset/…' })
    const lines = linesOf()
    expect(lines.join('\n')).not.toMatch(/Suchwort|geheimes-zeichen|127\.0\.0\.1|::1/)
  })

  it('should tell whoever has the token what it has measured', async () => {
    await fetchHere('/api/pages?limit=4')
    await fetchHere('/api/pages?limit=4')
    expect((await fetchHere('/api/metrics')).status).toBe(404)
    const wrong = { Authorization: 'Bearer another token, as long' }
    expect((await fetchHere('/api/metrics', { headers: wrong })).status).toBe(404)
    const response = await fetchHere('/api/metrics', {
      headers: { Authorization: `Bearer ${metricsToken}` },
    })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const text = await response.text()
    const valueOf = (name: string): number =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')
          .at(-1),
      )
    expect(valueOf('ikost_response_cache_total{result="hit"}')).toBeGreaterThan(0)
    expect(valueOf('ikost_response_cache_total{result="miss"}')).toBeGreaterThan(0)
    const count = 'ikost_http_request_duration_seconds_count{route="/api/pages",status="200"}'
    expect(valueOf(count)).toBeGreaterThan(1)
    expect(valueOf('ikost_database_duration_seconds_count{operation="find"}')).toBeGreaterThan(0)
    expect(valueOf('ikost_jobs{state="failed"}')).toBe(0)
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m)
  })

  it('should serve the admin UI and the API from one Payload', async () => {
    const page = await fetchHere('/admin/login', { headers: { 'Accept-Encoding': 'br' } })
    expect(page.headers.get('content-encoding')).toBe('br')
    await fetchHere('/api/pages')
    expect(server.output().match(/"msg":"Payload is connected to its database\./g)).toHaveLength(1)
  })

  it('should serve the website without anything of Next', async () => {
    const page = await fetchHere('/en')
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';/)
    expect(html).toContain('<html dir="ltr" lang="en">')
    expect(html).not.toContain('_next')
    const [style = ''] = /\/_site\/site\.[^"]+\.css/.exec(html) ?? []
    expect((await fetchHere(style)).headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  it('should finish what is in flight when it is told to end', async () => {
    const body = JSON.stringify({ query: '{ Site { name } }' })
    const request = ask(`${origin}/api/graphql`, {
      headers: {
        'Content-Length': body.length,
        'Content-Type': 'application/json',
        Expect: '100-continue',
      },
      method: 'POST',
    })
    const answered = once(request, 'response')
    request.flushHeaders()
    // The server says so when it has begun to answer; it waits for the body then.
    await once(request, 'continue')
    server.child.kill('SIGTERM')
    await takesNoMore()
    request.end(body)
    const [{ statusCode }] = (await answered) as [IncomingMessage]
    expect(statusCode).toBe(200)
    expect((await server.ended).code).toBe(0)
    await startServer()
  })

  it('should answer on a connection that a proxy has in reserve when it is told to end, and close it', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const connectionOf = async (): Promise<unknown> => {
      const [reply] = (await once(ask(`${origin}/api/pages`, { agent }).end(), 'response')) as [
        IncomingMessage,
      ]
      await once(reply.resume(), 'end')
      return reply.headers.connection
    }
    expect(await connectionOf()).toBe('keep-alive')
    server.child.kill('SIGTERM')
    await takesNoMore()
    expect(await connectionOf()).toBe('close')
    expect((await server.ended).code).toBe(0)
    await startServer()
  })

  it('should end cleanly on SIGTERM, and start again without a new login', async () => {
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
    await startServer()
    expect(server.output()).not.toContain('Login')
    expect((await fetchHere('/api/pages')).status).toBe(200)
    server.child.kill('SIGINT')
    expect((await server.ended).code).toBe(0)
  })
})

describe('a start that cannot succeed', () => {
  it.each([
    [{ DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL must begin with'],
    [{ PORT: 'x' }, 'PORT must be'],
    [
      { DATABASE_URL: 'mongodb://db.example.org/x', PAYLOAD_SECRET: undefined },
      'PAYLOAD_SECRET is missing',
    ],
    [
      {
        DATABASE_URL: 'mongodb://user:hidden@127.0.0.1:9/x?serverSelectionTimeoutMS=500',
        PAYLOAD_SECRET: '0123456789abcdef'.repeat(2),
      },
      'MongoDB at 127.0.0.1:9 cannot be reached',
    ],
  ])('should stop with one sentence for %j', async (settings, sentence) => {
    const { code, output } = await startCompiled(startScript, [], { ...ownDatabase(), ...settings })
      .ended
    expect(code, output).toBe(1)
    expect(output).toContain(sentence)
    expect(output).not.toContain('hidden')
    expect(output).not.toContain('    at ')
  })

  const stops = async (settings: Record<string, string>): Promise<string> => {
    const { code, output } = await startCompiled(startScript, [], settings).ended
    expect(code, output).toBe(1)
    expect(output).not.toContain('    at ')
    return output
  }

  it('should say that nothing can be written to the data folder, or to the database', async () => {
    const fresh = ownDatabase()
    const file = path.join(fresh.DATA_DIR, 'file')
    writeFileSync(file, 'This is no database.'.repeat(500))
    for (const folder of [file, path.join(file, 'folder'), '/dev/null']) {
      expect(await stops({ ...fresh, DATA_DIR: folder })).toContain(
        `DATA_DIR: nothing can be written to ${folder}`,
      )
    }
    if (isEmbedded) {
      expect(await stops({ ...fresh, DATABASE_URL: 'file:/dev/null/x.db' })).toContain(
        'DATABASE_URL: nothing can be written to /dev/null/x.db',
      )
      expect(await stops({ ...fresh, DATABASE_URL: `file:${file}` })).toContain(
        `The database ${file} cannot be opened: SQLITE_NOTADB`,
      )
      expect(await stops({ ...fresh, DATABASE_URL: `file:${fresh.DATA_DIR}` })).toContain(
        `The database ${fresh.DATA_DIR} cannot be opened`,
      )
    }
  }, 240_000)

  it('should say that another program uses the port, before the first login is made', async () => {
    const fresh = ownDatabase()
    const other = createServer()
    await once(other.listen(0), 'listening')
    const { port } = other.address() as AddressInfo
    expect(await stops({ ...fresh, PORT: String(port) })).toContain(
      `Nothing can be answered at port ${port}: another program uses it.`,
    )
    other.close()
  })

  it.runIf(isEmbedded)(
    'should say that another server uses the database',
    async () => {
      const fresh = { ...ownDatabase(), PORT: '0' }
      const first = startCompiled(startScript, [], fresh)
      await first.printed('is running.')
      expect(await stops(fresh)).toContain('Another server already uses the database')
      writeFileSync(`${fresh.DATABASE_URL.slice('file:'.length)}-other-server`, 'No database.')
      expect(await stops({ ...fresh, DATABASE_URL: `${fresh.DATABASE_URL}-other` })).toContain(
        'cannot be locked',
      )
      // Its lock goes with it, whatever ends it.
      first.child.kill('SIGKILL')
      await first.ended
      const second = startCompiled(startScript, [], fresh)
      await second.printed('is running.')
      second.child.kill('SIGTERM')
      expect((await second.ended).code).toBe(0)
    },
    240_000,
  )
})

describe('a start in an odd place', () => {
  it('should find its data in a folder with blanks, umlauts and signs, whatever NODE_ENV says', async () => {
    const fresh = ownDatabase()
    const settings = {
      DATABASE_URL: isEmbedded ? undefined : fresh.DATABASE_URL,
      DATA_DIR: path.join(fresh.DATA_DIR, 'Büro für #1 – 100 %?'),
      NODE_ENV: 'staging',
      PORT: '0',
    }
    for (const isFirst of [true, false]) {
      const odd = start(startScript, [], settings)
      await odd.printed('is running.')
      expect(odd.output().includes('Login')).toBe(isFirst)
      const address = /Website {3}(\S+)/.exec(odd.output())?.[1] ?? ''
      expect((await fetch(`${address}/api/pages`)).status).toBe(200)
      odd.child.kill('SIGTERM')
      expect((await odd.ended).code).toBe(0)
    }
    expect(existsSync(path.join(settings.DATA_DIR, 'secret'))).toBe(
      process.env.PAYLOAD_SECRET === undefined,
    )
    expect(existsSync(path.join(settings.DATA_DIR, 'ikost.db'))).toBe(isEmbedded)
  }, 240_000)

  it('should be refused in another folder, where settings would name other places', async () => {
    const run = (program: string, ...args: string[]) =>
      startProgram(program, args, ownDatabase(), tmpdir()).ended
    const script = path.resolve(startScript)
    const refused = await run(process.execPath, '--import', import.meta.resolve('tsx'), script)
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('at the top of the repository')
    expect(refused.output).not.toContain('    at ')
    const { code, output } = await run('npm', '--prefix', process.cwd(), 'run', 'seed')
    expect(output).toContain('Done.')
    expect(code).toBe(0)
  }, 240_000)
})
