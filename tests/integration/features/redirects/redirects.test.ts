import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { instance, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

let coordinator: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

const word = (text: string): string => unique(text).replaceAll(' ', '-')

const made: string[] = []

const create = async (from: string, to: object) => {
  const reply = await requestJSON('/api/redirects', {
    as: coordinator,
    body: { from, to },
    method: 'POST',
  })
  made.push(reply.json.doc?.id)
  return reply
}

afterAll(async () => {
  const payload = await instance()
  await payload.delete({ collection: 'redirects', where: { id: { in: made.filter(Boolean) } } })
})

const custom = (url: string) => ({ type: 'custom', url })

const seen = async (from: string) =>
  (await requestJSON(`/api/redirects?where[from][equals]=${encodeURIComponent(from)}&depth=0`)).json
    .docs

describe('a redirect', () => {
  it('should refuse to lead to nothing, to itself or in a circle', async () => {
    const page = await make('pages')
    const draft = await make('pages', { _status: 'draft' })
    const reference = (value: string) => ({
      reference: { relationTo: 'pages', value },
      type: 'reference',
    })
    const old = `/${word('alt')}`
    for (const [from, to] of [
      [old, custom(`/${word('nirgends')}`)],
      [old, custom(old)],
      [old, custom(`https:/nirgends`)],
      [old, custom('')],
      [old, reference(draft.id)],
      [old, reference(page.id.replace(/^.{6}/, '000000'))],
      [old, { type: 'reference' }],
      [`/${page.slug}`, reference(page.id)],
      [`/${page.slug}`, custom('/partner')],
      ['/', custom('/partner')],
      ['/partner', custom('https://www.example.org/')],
      ['/admin/x', custom('/partner')],
      ['/en/alt', custom('/partner')],
      ['alt', custom('/partner')],
      ['//example.org', custom('/partner')],
    ] as const) {
      const { json, status } = await create(from, to)
      expect(status, JSON.stringify([from, to, json])).toBe(400)
    }
    expect(await seen(old)).toEqual([])
  })

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//example.org',
    '/\\example.org',
    'mailto:a@example.org',
  ])('should refuse a target that is no web address: %j', async (url) => {
    expect((await create(`/${word('alt')}`, custom(url))).status).toBe(400)
  })

  it('should refer to the document at a path, and lead there in one step when it moves', async () => {
    const { id, slug } = await make('news')
    const from = `/${word('alt')}`
    const first = await create(from, custom(`/aktuelles/${slug}`))
    expect(first.json.doc.to).toMatchObject({
      reference: { relationTo: 'news' },
      type: 'reference',
    })
    // One that leads to the old address gets its target.
    const second = `/${word('aelter')}`
    await create(second, custom(from))
    await requestJSON(`/api/news/${id}`, {
      as: coordinator,
      body: { _status: 'published', slug: word('neu') },
      method: 'PATCH',
    })
    for (const each of [from, second]) {
      expect(await seen(each)).toMatchObject([{ to: { reference: { value: id } } }])
    }
  })

  it('should be stored as it is looked up', async () => {
    for (const [given, kept] of [
      [`https://www.example.org/Übersicht-${word('a')}/?x=1#y`, undefined],
      [`/${word('alt')}/`, undefined],
      ['/%C3%BCber-uns-alt', '/über-uns-alt'],
    ] as const) {
      const { json, status } = await create(
        given,
        custom('https://www.example.org/ä b'.replace(' ', '')),
      )
      expect(status, JSON.stringify(json)).toBe(201)
      const expected =
        kept ?? decodeURIComponent(new URL(given, 'http://x').pathname).replace(/\/$/, '')
      expect(json.doc.from).toBe(expected)
      expect(json.doc.to.url).toBe('https://www.example.org/%C3%A4b')
      await (await instance()).delete({ id: json.doc.id, collection: 'redirects' })
    }
  })

  it('should be seen as long as its target is, and end with it', async () => {
    const payload = await instance()
    const { id, slug } = await make('news')
    const patch = (body: object) =>
      requestJSON(`/api/news/${id}`, { as: coordinator, body, method: 'PATCH' })
    await patch({ _status: 'published', slug: word('neu') })
    const from = `/aktuelles/${slug}`
    expect(await seen(from)).toHaveLength(1)
    await patch({ _status: 'draft' })
    expect(await seen(from)).toEqual([])
    await patch({ _status: 'published' })
    expect(await seen(from)).toHaveLength(1)
    await patch({ deletedAt: new Date().toISOString() })
    expect(await seen(from)).toEqual([])
    await payload.delete({ id, collection: 'news', trash: true })
    expect(
      (await payload.count({ collection: 'redirects', where: { from: { equals: from } } }))
        .totalDocs,
    ).toBe(0)
  })

  it('should give way to a document that is published at its address', async () => {
    const first = await make('pages')
    await requestJSON(`/api/pages/${first.id}`, {
      as: coordinator,
      body: { _status: 'published', slug: word('neu') },
      method: 'PATCH',
    })
    expect(await seen(`/${first.slug}`)).toHaveLength(1)
    await make('pages', { slug: first.slug })
    expect(await seen(`/${first.slug}`)).toEqual([])
  })
})
