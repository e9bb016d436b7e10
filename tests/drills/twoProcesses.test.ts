import type { Command } from '../support/command.ts'

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { runCompiled } from '../support/command.ts'
import { mailsTo, mailTo, receiveMails } from '../support/mails.ts'
import { ownDatabase } from '../support/ownDatabase.ts'
import { startOtherProcess } from '../support/startOtherProcess.ts'

const own = ownDatabase()
/** For how long, in seconds. */
const seconds = Number(process.env.DRILL_SECONDS ?? 300)

const coordinator = { email: 'koordination@example.org', password: 'correct horse battery' }
const env = {
  ...own,
  COORDINATOR_EMAIL: coordinator.email,
  COORDINATOR_PASSWORD: coordinator.password,
  RUN_JOBS: 'true',
  WEBHOOKS_ALLOW_PRIVATE: 'true',
}

// The embedded database belongs to one server.
describe.runIf(own.DATABASE_URL.startsWith('mongodb'))('two servers on one MongoDB', () => {
  const servers: { origin: string; server: Command }[] = []
  /** How often each message came. */
  const deliveries = new Map<string, number>()
  let person: Record<string, string>

  const receiver = createServer((request, response) => {
    const id = String(request.headers['webhook-id'])
    deliveries.set(id, (deliveries.get(id) ?? 0) + 1)
    request.resume()
    response.end()
  })

  const write = async (origin: string, route: string, body: object, method = 'POST') => {
    const response = await fetch(`${origin}/api/${route}`, {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...person },
      method,
    })
    const json = await response.json()
    expect(response.ok, `${route}: ${response.status} ${JSON.stringify(json)}`).toBe(true)
    return json
  }

  beforeAll(async () => {
    await receiveMails()
    receiver.listen(0, '127.0.0.1')
    await once(receiver, 'listening')
    const { code, output } = await runCompiled('src/server/seed.ts', [], env)
    expect(code, output).toBe(0)
    for (let number = 0; number < 2; number += 1) {
      servers.push(await startOtherProcess(env))
    }
    person = {}
    const origin = servers[0]?.origin ?? ''
    const { token } = await write(origin, 'users/login', coordinator)
    person = { Authorization: `JWT ${token}` }
    const { port } = receiver.address() as AddressInfo
    await write(origin, 'webhooks', { name: 'Drill', url: `http://127.0.0.1:${port}/` })
  }, 240_000)

  afterAll(() => {
    servers.forEach(({ server }) => server.child.kill('SIGKILL'))
    receiver.close()
  })

  it('should count attempts to sign in together', async () => {
    const statuses: number[] = []
    for (let number = 0; number < 7; number += 1) {
      const { status } = await fetch(`${servers[number % 2]?.origin}/api/users/login`, {
        body: JSON.stringify({ email: 'niemand@example.org', password: 'a wrong password' }),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      statuses.push(status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  })

  it(`should show within a second what the other has written, and do each job once, for ${seconds} seconds`, async () => {
    const until = performance.now() + seconds * 1_000
    const delays: number[] = []
    let invitations = 0

    /** Writes on one server, and reads on the other until it is there. */
    const writeAndLook = async (here: string, there: string, writer: string): Promise<void> => {
      const { doc } = await write(here, 'news', {
        _status: 'published',
        publishedAt: new Date().toISOString(),
        title: `Drill ${writer}`,
      })
      for (let number = 0; performance.now() < until; number += 1) {
        const title = `Drill ${writer} ${number}`
        await write(here, `news/${doc.id}`, { _status: 'published', title }, 'PATCH')
        const since = performance.now()
        for (;;) {
          const asked = performance.now()
          const reply = await fetch(`${there}/api/news/${doc.id}`)
          if ((await reply.json()).title === title) {
            // A reply to a question from before may be older.
            delays.push(asked - since)
            break
          }
          await pause(20)
        }
        // Fewer than the ten jobs that a server does every five seconds.
        await pause(600)
      }
    }

    const invite = async (origin: string, writer: string): Promise<void> => {
      for (let number = 0; performance.now() < until; number += 1) {
        await write(origin, 'users', {
          email: `drill-${writer}-${number}@example.org`,
          name: 'Drill',
          role: 'coordinator',
        })
        invitations += 1
        await pause(8_000)
      }
    }

    const [a = '', b = ''] = servers.map(({ origin }) => origin)
    await Promise.all([
      writeAndLook(a, b, 'a'),
      writeAndLook(b, a, 'b'),
      invite(a, 'a'),
      invite(b, 'b'),
    ])
    // What waits in a queue.
    await vi.waitFor(
      async () => {
        const waiting = await fetch(
          `${a}/api/payload-jobs?limit=1&where[queue][in]=mail,webhooks`,
          {
            headers: person,
          },
        )
        expect((await waiting.json()).totalDocs).toBe(0)
      },
      { interval: 1_000, timeout: 120_000 },
    )
    // More is done by both, so that there is time for something to come twice.
    const before = deliveries.size
    for (const [number, origin] of [a, b].entries()) {
      const email = `drill-last-${number}@example.org`
      await write(origin, 'users', { email, name: 'Drill', role: 'coordinator' })
      await write(origin, 'news', { _status: 'published', title: 'Drill zuletzt' })
      await mailTo(email, 'Einladung')
    }
    await vi.waitFor(() => expect(deliveries.size).toBeGreaterThanOrEqual(before + 2), {
      timeout: 60_000,
    })

    const late = delays.filter((delay) => delay > 1_000)
    const mails = ['a', 'b'].flatMap((writer) =>
      Array.from(
        { length: invitations },
        (_, number) => mailsTo(`drill-${writer}-${number}@example.org`).length,
      ),
    )
    const sent = mails.reduce((sum, count) => sum + count, 0)
    const twice = [...deliveries.values()].filter((count) => count > 1).length
    console.info(
      `${delays.length} writes read on the other server, the slowest after ${Math.round(Math.max(...delays))} ms, ${late.length} after more than a second; ${deliveries.size} messages of webhooks, ${twice} more than once; ${sent} mails for ${invitations} invitations`,
    )
    expect(late).toEqual([])
    expect(twice).toBe(0)
    expect(Math.max(...mails)).toBe(1)
    expect(sent).toBe(invitations)
    expect(deliveries.size).toBeGreaterThanOrEqual(delays.length)
  }, 1_200_000)
})
