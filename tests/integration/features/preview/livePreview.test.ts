import type { Server } from 'node:http'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { linkableCollections } from '../../../../src/addresses/paths.ts'
import { livePreview } from '../../../../src/features/preview/livePreview.ts'
import { listen } from '../../../support/listen.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { instance, signIn } from '../../../support/instance.ts'

removeDocuments()

let server: Server
let origin: string
let coordinator: Client
let editor: Client
let ownPartner: string
let otherPartner: string

const hidden = unique('Nur im Entwurf')
const notes = unique('Interne Notiz')

/** A published partner with a newer draft. */
const partnerWithDraft = async (): Promise<string> => {
  const { id } = await make('partners', { internal: { notes } })
  const payload = await instance()
  await payload.update({
    id,
    collection: 'partners',
    data: { description: hidden },
    draft: true,
    locale: 'de',
  })
  return id
}

beforeAll(async () => {
  const listening = await listen(await instance())
  ;({ origin, server } = listening)
  ownPartner = await partnerWithDraft()
  otherPartner = await partnerWithDraft()
  coordinator = await signIn({ role: 'coordinator' })
  editor = await signIn({ partners: [ownPartner], role: 'partner-editor' })
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Browsers send the cookie of the admin UI. */
const cookieOf = ({ headers }: Client): Record<string, string> => ({
  Cookie: `payload-token=${headers.Authorization?.replace('JWT ', '')}`,
})

const preview = async (
  path: string,
  { as, body, headers }: { as?: Client; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ html: string; response: Response }> => {
  const response = await fetch(`${origin}/vorschau/${path}`, {
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      ...(as && cookieOf(as)),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    method: body === undefined ? 'GET' : 'POST',
  })
  return { html: await response.text(), response }
}

describe('the preview on the website', () => {
  it('should show a coordinator the newest draft of each kind of document', async () => {
    for (const collection of linkableCollections) {
      const title = unique('Entwurf')
      const data = { _status: 'draft', [collection === 'partners' ? 'name' : 'title']: title }
      const { id } = await make(collection, data as never)
      const { html, response } = await preview(`${collection}/${id}`, { as: coordinator })
      expect(response.status, collection).toBe(200)
      expect(html).toContain(title)
    }
  })

  it('should show editors the draft of their own partner, and what is published of others', async () => {
    expect((await preview(`partners/${ownPartner}`, { as: editor })).html).toContain(hidden)
    const other = await preview(`partners/${otherPartner}`, { as: editor })
    expect(other.response.status).toBe(200)
    expect(other.html).not.toContain(hidden)
  })

  it('should show nothing to whoever is not signed in', async () => {
    for (const headers of [{}, { Cookie: 'payload-token=made-up' }] as Record<string, string>[]) {
      for (const body of [undefined, { name: 'Getippt' }]) {
        const { html, response } = await preview(`partners/${ownPartner}`, { body, headers })
        expect(response.status).toBe(404)
        expect(html).not.toMatch(/Nur im Entwurf|Getippt/)
      }
    }
  })

  it('should show no internal field, whoever looks', async () => {
    const seen = await preview(`partners/${ownPartner}`, { as: coordinator })
    const typed = await preview(`partners/${ownPartner}`, {
      as: coordinator,
      body: { internal: { notes } },
    })
    expect([seen.response.status, typed.response.status]).toEqual([200, 200])
    expect(seen.html).toContain(hidden)
    expect(seen.html + typed.html).not.toContain(notes)
  })

  it('should be kept by nobody, and leave the cache of the website alone', async () => {
    const { response } = await preview(`partners/${ownPartner}`, { as: coordinator })
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('set-cookie')).toBeNull()
    const { slug } = (await (
      await instance()
    ).findByID({
      id: ownPartner,
      collection: 'partners',
      depth: 0,
    })) as { slug: string }
    const page = await fetch(`${origin}/partner/${slug}`, { headers: cookieOf(coordinator) })
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain(hidden)
  })

  it('should show what is being typed, and save nothing of it', async () => {
    const partner = await make('partners', { name: unique('Beteiligte') })
    const { id } = await make('news')
    const title = unique('Gerade getippt')
    const { html, response } = await preview(`news/${id}`, {
      as: coordinator,
      body: { partners: [partner.id], title },
    })
    expect(response.status).toBe(200)
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html).toContain(`/partner/${partner.slug}`)
    const payload = await instance()
    const stored = await payload.findByID({ id, collection: 'news', depth: 0, draft: true })
    expect(stored.title).not.toBe(title)
  })

  it('should show a language as it is typed, with German where nothing is', async () => {
    const { id } = await make('news', { teaser: 'Deutscher Anreißer', title: 'Deutsch' })
    const { html } = await preview(`news/${id}?locale=en`, {
      as: coordinator,
      body: { teaser: null, title: 'English title' },
    })
    expect(html).toContain('<html dir="ltr" lang="en">')
    expect(html).toContain('English title')
    expect(html).toContain('Deutscher Anreißer')
  })

  it('should refuse what another website sends with the cookie of a person', async () => {
    const { response } = await preview(`partners/${ownPartner}`, {
      as: coordinator,
      body: {},
      headers: { Origin: 'https://evil.example' },
    })
    expect(response.status).toBe(403)
  })

  it.each([
    'pages/nothing-there',
    'users/1',
    'news',
    'news/1/2',
    'partners/1?locale=xx',
    'news/%00',
    '__proto__/1',
  ])('should answer 404 or 400 for %s', async (path) => {
    const { response } = await preview(path, { as: coordinator })
    expect([400, 404]).toContain(response.status)
  })

  it('should be what the admin UI shows beside the form', async () => {
    const { admin } = await config
    expect(admin.livePreview?.collections).toEqual(linkableCollections)
    const url = await (livePreview.url as (args: object) => unknown)({
      collectionConfig: { slug: 'news' },
      data: { id: '1' },
      locale: { code: 'tr' },
    })
    expect(url).toBe('/vorschau/news/1?locale=tr')
  })
})
