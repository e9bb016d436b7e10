import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'

import { createServer } from 'node:http'

import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { environment } from '../../../../src/environment.ts'
import { webhookQueue } from '../../../../src/features/webhooks/deliver.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { instance, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

type Received = { body: string; headers: IncomingHttpHeaders; path: string }

let payload: Payload
let coordinator: Client
let receiver: Server
let origin: string
let status = 204
let replyHeaders: Record<string, string> = {}
const received: Received[] = []
const made: string[] = []

beforeAll(async () => {
  payload = await instance()
  coordinator = await signIn({ role: 'coordinator' })
  receiver = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    req.on('end', () => {
      received.push({ body, headers: req.headers, path: req.url ?? '' })
      res.writeHead(status, { Location: '/elsewhere', ...replyHeaders }).end()
    })
  })
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  // The receiver is on this machine.
  environment.allowPrivateWebhooks = true
})

afterEach(async () => {
  status = 204
  replyHeaders = {}
  received.length = 0
  environment.allowPrivateWebhooks = true
  for (const id of made.splice(0)) {
    await payload.delete({ id, collection: 'webhooks' })
  }
  await payload.db.deleteMany({
    collection: 'payload-jobs',
    where: { queue: { equals: webhookQueue } },
  })
})

afterAll(() => {
  environment.allowPrivateWebhooks = false
  receiver.close()
})

const makeWebhook = async (data: object = {}): Promise<{ id: string; secret: string }> => {
  const { json } = await requestJSON('/api/webhooks', {
    as: coordinator,
    body: { name: unique('Webhook'), url: `${origin}/hook`, ...data },
    method: 'POST',
  })
  expect(json.errors).toBeUndefined()
  made.push(json.doc.id)
  return json.doc
}

/** What every message says beside what it is about. */
const always = { locale: 'all', revision: expect.stringMatching(/^[0-9a-f]{12}-\d+$/) as string }

const runJobs = () => payload.jobs.run({ limit: 100, queue: webhookQueue })

const events = () =>
  received.map(({ body }) => {
    const { data, type } = JSON.parse(body)
    return [type, data.entity, data.id ?? data.slug]
  })

describe('webhooks', () => {
  it('should be told what the public sees, after the commit, and nothing else', async () => {
    await makeWebhook()
    const { id } = await make('news', { _status: 'draft' } as never)
    await payload.update({
      id,
      collection: 'news',
      data: { teaser: 'Entwurf' },
      draft: true,
      locale: 'de',
    })
    await runJobs()
    expect(events()).toEqual([])
    await payload.update({ id, collection: 'news', data: { _status: 'published' }, locale: 'de' })
    await payload.update({ id, collection: 'news', data: { _status: 'draft' }, locale: 'de' })
    await payload.update({ id, collection: 'news', data: { _status: 'published' }, locale: 'de' })
    await payload.update({ id, collection: 'news', data: { deletedAt: new Date().toISOString() } })
    await payload.updateGlobal({ slug: 'navigation', data: { _status: 'published' }, locale: 'de' })
    await runJobs()
    expect(events().sort()).toEqual(
      [
        ['published', 'news', id],
        ['unpublished', 'news', id],
        ['published', 'news', id],
        ['unpublished', 'news', id],
        ['published', 'navigation', undefined],
      ].sort(),
    )
  })

  it('should say which document it is about, and nothing of what is in it', async () => {
    await makeWebhook()
    const { id, slug } = await make('partners', {
      internal: { notes: 'Kanarienvogel' },
      shortName: 'Inhalt',
    })
    await runJobs()
    const message = JSON.parse(received[0]?.body ?? '')
    expect(message).toEqual({
      data: { ...always, entity: 'partners', id, path: `/partner/${slug}`, slug },
      timestamp: expect.stringMatching(/^\d{4}-/) as string,
      type: 'published',
    })
  })

  it('should name the slug that the public knew, and never that of a draft', async () => {
    await makeWebhook({ events: ['unpublished'] })
    const { id, slug } = await make('news')
    await payload.update({ id, collection: 'news', data: { _status: 'draft' }, locale: 'de' })
    await runJobs()
    const path = (of: string) => `/aktuelles/${of}`
    expect(JSON.parse(received[0]?.body ?? '').data).toEqual({
      ...always,
      entity: 'news',
      id,
      path: path(slug),
      slug,
    })
    const other = await make('news')
    const secret = `geheim-${other.slug}`
    const { id: otherID } = other
    await payload.update({
      id: otherID,
      collection: 'news',
      data: { slug: secret },
      draft: true,
      locale: 'de',
    })
    await payload.update({
      id: otherID,
      collection: 'news',
      data: { _status: 'draft' },
      locale: 'de',
    })
    await runJobs()
    expect(JSON.parse(received[1]?.body ?? '').data).toEqual({
      ...always,
      entity: 'news',
      id: otherID,
      path: path(other.slug),
      slug: other.slug,
    })
  })

  it.each(['trash', 'delete'] as const)(
    'should say where the document was, though a draft has moved it: %s',
    async (how) => {
      await makeWebhook({ events: ['unpublished', 'deleted'] })
      const parent = await make('pages')
      const { id, slug } = await make('pages', { parent: parent.id })
      await payload.update({
        id,
        collection: 'pages',
        data: { parent: null, slug: `anders-${slug}` },
        draft: true,
        locale: 'de',
      })
      if (how === 'trash') {
        const deletedAt = new Date().toISOString()
        await payload.update({ id, collection: 'pages', data: { deletedAt } })
      } else {
        await payload.delete({ id, collection: 'pages' })
      }
      await runJobs()
      expect(JSON.parse(received[0]?.body ?? '').data).toEqual({
        ...always,
        entity: 'pages',
        id,
        path: `/${parent.slug}/${slug}`,
        slug,
      })
    },
  )

  it('should say where a document was, for what is below it as well, and that it is redirected', async () => {
    await makeWebhook()
    const above = await make('pages')
    const below = await make('pages', { parent: above.id })
    await runJobs()
    received.length = 0
    const moved = `${above.slug}-neu`
    await payload.update({
      id: above.id,
      collection: 'pages',
      data: { _status: 'published', slug: moved },
    })
    await runJobs()
    const messages = received.map(({ body }) => JSON.parse(body).data)
    const paths = [
      [above.id, `/${above.slug}`, `/${moved}`],
      [below.id, `/${above.slug}/${below.slug}`, `/${moved}/${below.slug}`],
    ]
    for (const [id, oldPath, path] of paths) {
      expect(messages).toContainEqual(
        expect.objectContaining({ ...always, entity: 'pages', id, oldPath, path }),
      )
      expect(messages).toContainEqual({
        ...always,
        entity: 'redirects',
        id: expect.any(String) as string,
        path: oldPath,
      })
    }
  })

  it('should hear of redirects that are made, lead to nothing for a while, and are deleted', async () => {
    await makeWebhook()
    const { id: target } = await make('news')
    const from = `/${unique('alt').replaceAll(' ', '-')}`
    const { id } = await payload.create({
      collection: 'redirects',
      data: { from, to: { reference: { relationTo: 'news', value: target }, type: 'reference' } },
    })
    const write = (_status: 'draft' | 'published') =>
      payload.update({ id: target, collection: 'news', data: { _status }, locale: 'de' })
    await write('draft')
    await write('published')
    await payload.delete({ id, collection: 'redirects' })
    await runJobs()
    const about = received
      .map(({ body }) => JSON.parse(body))
      .filter(({ data }) => data.entity === 'redirects')
    expect(about.map(({ type }) => type).sort()).toEqual(
      ['published', 'unpublished', 'published', 'deleted'].sort(),
    )
    about.forEach(({ data }) =>
      expect(data).toEqual({ ...always, entity: 'redirects', id, path: from }),
    )
  })

  it('should not say where a document was, if that names a secret place', async () => {
    await makeWebhook()
    const street = `${unique('Kanarienvogelweg').replaceAll(' ', '')} 9`
    const { id } = await make('news', { slug: `im-${street.toLowerCase().replace(' ', '-')}` })
    await make('partners', { internal: { postalAddress: street }, kind: 'womens-shelter' })
    await runJobs()
    received.length = 0
    await payload.update({
      id,
      collection: 'news',
      data: { _status: 'published', slug: unique('neu').replaceAll(' ', '-') },
    })
    await runJobs()
    expect(events()).toEqual([['published', 'news', id]])
    expect(received[0]?.body.toLowerCase()).not.toContain('kanarienvogel')
  })

  it.each([
    ['en', { title: 'Changed' }, 'en'],
    ['ar', { meta: { title: 'تغير' }, title: 'تغير' }, 'ar'],
    ['de', { title: 'Geändert' }, 'all'],
    ['en', { title: 'Changed', topics: ['training'] }, 'all'],
  ] as const)(
    'should say in which language a document has changed: %s %j',
    async (locale, data, told) => {
      const { id } = await make('news')
      await makeWebhook()
      await payload.update({
        id,
        collection: 'news',
        data: { _status: 'published', ...data } as never,
        locale,
      })
      await runJobs()
      expect(JSON.parse(received[0]?.body ?? '').data.locale).toBe(told)
    },
  )

  it('should name a revision as of which nobody gets anything older', async () => {
    await makeWebhook()
    const { id, slug } = await make('news')
    await runJobs()
    const { revision } = JSON.parse(received[0]?.body ?? '').data
    const { json } = await requestJSON(`/api/news?slug=${slug}&revision=${revision}`)
    expect(json.docs[0]).toMatchObject({ id })
    const { json: since } = await requestJSON(`/api/changes?since=${revision}`)
    expect(since.changes).toEqual([])
  })

  it('should hear of what is published whatever fields the client asks for', async () => {
    await makeWebhook()
    const { id, slug } = await make('news', { _status: 'draft' } as never)
    const { status } = await requestJSON(`/api/news/${id}?select[title]=true`, {
      as: coordinator,
      body: { _status: 'published' },
      method: 'PATCH',
    })
    expect(status).toBe(200)
    await runJobs()
    expect(JSON.parse(received[0]?.body ?? '').data).toMatchObject({ id, slug })
  })

  it('should be signed as Standard Webhooks says', async () => {
    const { secret } = await makeWebhook()
    await make('pages')
    await runJobs()
    const { body = '', headers = {} } = received[0] ?? {}
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(
      JSON.parse(body),
    )
    expect(() =>
      new Webhook(secret).verify(
        body.replace('published', 'deleted'),
        headers as Record<string, string>,
      ),
    ).toThrow('No matching signature found')
  })

  it('should hear of the events that it is for only, and of none while it is off', async () => {
    await makeWebhook({ events: ['deleted'] })
    await makeWebhook({ enabled: false })
    const { id } = await make('news')
    await payload.delete({ id, collection: 'news' })
    await runJobs()
    expect(events()).toEqual([['deleted', 'news', id]])
  })

  it('should not hear of what was rolled back', async () => {
    await makeWebhook()
    const { id } = await make('news', { _status: 'draft' } as never)
    const req = await createLocalReq({ locale: 'de' }, payload)
    await initTransaction(req)
    await payload.update({
      id,
      collection: 'news',
      data: { _status: 'published' },
      locale: 'de',
      req,
    })
    await killTransaction(req)
    await runJobs()
    expect(events()).toEqual([])
    await payload.update({ id, collection: 'news', data: { _status: 'published' }, locale: 'de' })
    await runJobs()
    expect(events()).toEqual([['published', 'news', id]])
  })

  it('should be tried again later when it fails, with the same message, and log each attempt', async () => {
    const { id } = await makeWebhook()
    await make('pages')
    status = 500
    await runJobs()
    const { docs } = await payload.find({
      collection: 'payload-jobs',
      where: { queue: { equals: webhookQueue } },
    })
    expect(docs).toHaveLength(1)
    expect(Date.parse(docs[0]?.waitUntil ?? '')).toBeGreaterThan(Date.now() + 5_000)
    await runJobs()
    expect(received).toHaveLength(1)
    await payload.db.updateJobs({
      data: { waitUntil: new Date(0).toISOString() },
      where: { queue: { equals: webhookQueue } },
    })
    status = 200
    await runJobs()
    expect(received).toHaveLength(2)
    expect(received[0]?.headers['webhook-id']).toBe(received[1]?.headers['webhook-id'])
    const { json } = await requestJSON(`/api/webhooks/${id}`, { as: coordinator })
    expect(
      json.deliveries.docs.map(({ attempt, ok, outcome }: Record<string, unknown>) => ({
        attempt,
        ok,
        outcome,
      })),
    ).toEqual([
      { attempt: 2, ok: true, outcome: '200' },
      { attempt: 1, ok: false, outcome: '500' },
    ])
  })

  it('should be switched off when its receiver says that it is gone', async () => {
    const { id } = await makeWebhook()
    await make('pages')
    status = 410
    await runJobs()
    const { docs } = await payload.find({
      collection: 'payload-jobs',
      where: { queue: { equals: webhookQueue } },
    })
    expect(docs).toEqual([])
    const { json } = await requestJSON(`/api/webhooks/${id}`, { as: coordinator })
    expect(json).toMatchObject({ enabled: false })
    expect(json.deliveries.docs).toMatchObject([{ ok: false, outcome: '410' }])
    await make('pages')
    await runJobs()
    expect(received).toHaveLength(1)
  })

  it.each([
    ['in seconds', () => '3600', 3_600],
    ['as a time', () => new Date(Date.now() + 1_800_000).toUTCString(), 1_800],
    ['too long', () => '9999999', 86_400],
    ['unreadable', () => 'bald', 20],
  ])('should leave a receiver alone for as long as it wants: %s', async (_, text, seconds) => {
    await makeWebhook()
    await make('pages')
    status = 503
    replyHeaders = { 'Retry-After': text() }
    await runJobs()
    const { docs } = await payload.find({
      collection: 'payload-jobs',
      where: { queue: { equals: webhookQueue } },
    })
    const wait = (Date.parse(docs[0]?.waitUntil ?? '') - Date.now()) / 1000
    expect(wait).toBeGreaterThan(seconds - 10)
    expect(wait).toBeLessThan(seconds + 10)
  })

  it('should not follow redirects', async () => {
    const { id } = await makeWebhook()
    status = 302
    const { json } = await requestJSON(`/api/webhooks/${id}/test`, {
      as: coordinator,
      method: 'POST',
    })
    expect(json).toEqual({ ok: false, outcome: '302' })
    expect(received.map(({ path }) => path)).toEqual(['/hook'])
  })

  it.each([
    'http://127.0.0.1:80/',
    'http://[::1]/',
    'http://localhost/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
    'http://2130706433/',
  ])('should not reach a private address: %s', async (url) => {
    const port = new URL(origin).port
    const { id } = await makeWebhook({ url: url.replace(/(?::80)?\/$/, `:${port}/`) })
    environment.allowPrivateWebhooks = false
    const { json } = await requestJSON(`/api/webhooks/${id}/test`, {
      as: coordinator,
      method: 'POST',
    })
    expect(json).toEqual({ ok: false, outcome: 'PRIVATE_ADDRESS' })
    expect(received).toEqual([])
  })

  it('should say what came of a test', async () => {
    const { id } = await makeWebhook()
    const test = async () =>
      (await requestJSON(`/api/webhooks/${id}/test`, { as: coordinator, method: 'POST' })).json
    expect(await test()).toEqual({ ok: true, outcome: '204' })
    expect(JSON.parse(received[0]?.body ?? '').type).toBe('test')
    await payload.update({ id, collection: 'webhooks', data: { url: 'http://127.0.0.1:1/' } })
    expect(await test()).toEqual({ ok: false, outcome: 'ECONNREFUSED' })
  })

  it.each(['nonsense', 'ftp://www.example.org/', 'https://user:secret@www.example.org/'])(
    'should refuse an address that nothing can be sent to: %s',
    async (url) => {
      const { json, status } = await requestJSON('/api/webhooks', {
        as: coordinator,
        body: { name: 'x', url },
        method: 'POST',
      })
      expect(status).toBe(400)
      expect(json.errors[0].data.errors[0].message).toMatch(/vollständige Adresse/)
    },
  )

  it('should keep their secret encrypted, and make one where it is left empty', async () => {
    const { id, secret } = await makeWebhook()
    expect(secret).toMatch(/^whsec_/)
    const stored = await payload.db.findOne<{ id: string; secret: string }>({
      collection: 'webhooks',
      where: { id: { equals: id } },
    })
    expect(stored?.secret).not.toContain(secret)
    const change = async (data: object) =>
      (await requestJSON(`/api/webhooks/${id}`, { as: coordinator, body: data, method: 'PATCH' }))
        .json
    expect((await change({ name: 'anders' })).doc.secret).toBe(secret)
    expect((await change({ secret: '' })).doc.secret).not.toBe(secret)
    const { errors } = await change({ secret: 'kurz' })
    expect(errors[0].data.errors[0].path).toBe('secret')
  })
})
