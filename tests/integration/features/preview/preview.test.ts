import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { environment } from '../../../../src/environment.ts'
import { previewOf } from '../../../../src/features/preview/preview.ts'
import { linkNode, make, removeDocuments, richText } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { frontendKey, instance, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

let frontend: Client

beforeAll(async () => {
  frontend = await frontendKey()
  environment.previewURL = 'https://www.example.org/preview'
})

afterAll(() => {
  environment.previewURL = undefined
  vi.useRealTimers()
})

const linkTo = async (id: string, locale = 'de'): Promise<URL> => {
  const payload = await instance()
  const doc = await payload.findByID({ id, collection: 'pages', draft: true })
  const req = await createLocalReq({}, payload)
  return new URL((await previewOf('pages')(doc as never, { locale, req })) ?? '')
}

const open = (link: URL, as: Client) =>
  requestJSON(`/api/preview?token=${link.searchParams.get('token')}`, { as })

describe('the preview on other websites', () => {
  it('should open the address of the settings, and show a frontend the newest draft', async () => {
    const payload = await instance()
    const { id, slug } = await make('pages', { title: 'Veröffentlicht' })
    await payload.update({
      id,
      collection: 'pages',
      data: { title: 'Entwurf' },
      draft: true,
      locale: 'de',
    })
    const link = await linkTo(id, 'en')
    expect(link.origin + link.pathname).toBe('https://www.example.org/preview')
    expect(link.searchParams.get('path')).toBe(`/en/${slug}`)
    const { json, status } = await open(link, frontend)
    expect(status).toBe(200)
    expect(json).toMatchObject({ collection: 'pages', doc: { id, title: 'Entwurf' }, locale: 'en' })
  })

  it('should show the draft in the shape that is asked for', async () => {
    const payload = await instance()
    const { id, slug } = await make('pages')
    await payload.update({
      id,
      collection: 'pages',
      data: { body: richText(linkNode('pages', id)), intro: 'Im Entwurf' },
      draft: true,
      locale: 'de',
    })
    const token = (await linkTo(id, 'en')).searchParams.get('token')
    const { json } = await requestJSON(`/api/preview?token=${token}&format=html&fallback=mark`, {
      as: frontend,
    })
    expect(json.doc).toMatchObject({
      body: `<p><a href="${environment.siteURL}/en/${slug}">Mehr</a></p>`,
      fallbacks: { body: 'de', intro: 'de', title: 'de' },
    })
    const wrong = await requestJSON(`/api/preview?token=${token}&format=pdf`, { as: frontend })
    expect(wrong.status).toBe(400)
  })

  it('should show an organisation without its internal fields', async () => {
    const payload = await instance()
    const { id } = await make('partners', { internal: { notes: 'Kanarienvogel' } })
    const doc = await payload.findByID({ id, collection: 'partners' })
    const req = await createLocalReq({}, payload)
    const link = new URL((await previewOf('partners')(doc as never, { req })) ?? '')
    const { json } = await open(link, frontend)
    expect(json.doc.id).toBe(id)
    expect(JSON.stringify(json)).not.toContain('Kanarienvogel')
  })

  it('should show nothing to people without the key, to a token that is wrong, nor after ten minutes', async () => {
    const { id } = await make('pages')
    const link = await linkTo(id)
    expect((await open(link, { headers: {} })).status).toBe(403)
    expect((await open(link, await signIn({ role: 'coordinator' }))).status).toBe(403)
    const wrong = new URL(link)
    wrong.searchParams.set('token', `${link.searchParams.get('token')}x`)
    expect((await open(wrong, frontend)).status).toBe(401)
    vi.useFakeTimers({ now: Date.now() + 601_000, toFake: ['Date'] })
    const late = await open(link, frontend)
    vi.useRealTimers()
    expect(late.status).toBe(401)
    expect(late.json.errors[0].message).toMatch(/Vorschau ist abgelaufen/)
  })

  it('should sign nobody in with its token', async () => {
    const { id } = await make('pages')
    const token = (await linkTo(id)).searchParams.get('token')
    const { json } = await requestJSON('/api/users/me', {
      as: { headers: { Authorization: `JWT ${token}` } },
    })
    expect(json.user).toBeNull()
  })

  it('should not be offered where the settings name no address', async () => {
    environment.previewURL = undefined
    const req = await createLocalReq({}, await instance())
    expect(await previewOf('pages')({ id: 'x', slug: 'a' }, { req })).toBeNull()
    environment.previewURL = 'https://www.example.org/preview'
  })
})
