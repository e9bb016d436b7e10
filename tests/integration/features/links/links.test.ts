import type { Client } from '../../../support/instance.ts'

import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { brokenLinks } from '../../../../src/features/links/broken.ts'
import { onePixel } from '../../../support/onePixel.ts'
import {
  imageNode,
  linkNode as link,
  make,
  removeDocuments,
  richText as text,
  unique,
} from '../../../support/documents.ts'
import { graphQL, instance, request, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

let coordinator: Client
let editor: Client
let ownPartner: { id: string; slug: string }

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
  ownPartner = await make('partners')
  editor = await signIn({ partners: [ownPartner.id], role: 'partner-editor' })
})

const block = (fields: object) => ({
  fields: { id: '65f000000000000000000002', ...fields },
  format: '',
  type: 'block',
  version: 2,
})

const usesOf = async (collection: string, id: string, as = coordinator) =>
  (await requestJSON(`/api/usage/${collection}/${id}`, { as })).json.usedIn

/** Does something while the footer of the website has one entry, published or in a draft. */
const withFooter = async (
  entry: { page: string; type: 'page' | 'url'; url?: string },
  work: () => Promise<void>,
  { draft = false } = {},
): Promise<void> => {
  const payload = await instance()
  const before = await payload.findGlobal({ slug: 'navigation', depth: 0, locale: 'de' })
  const write = (footer: typeof before.footer, isDraft: boolean) =>
    payload.updateGlobal({
      slug: 'navigation',
      data: { _status: isDraft ? 'draft' : 'published', footer },
      draft: isDraft,
      locale: 'de',
    })
  await write([{ label: 'Eintrag', ...entry }], draft)
  try {
    await work()
  } finally {
    await write(before.footer, false)
  }
}

/** Each way in which one document can refer to another. */
const referring: [string, (target: string) => Promise<{ id: string }>, string][] = [
  ['a relationship', (id) => make('news', { partners: [id] }), 'news'],
  [
    'a link in a text',
    (id) => make('pages', { body: text(link('partners', id)) } as never),
    'pages',
  ],
  [
    'a block in a text',
    (id) =>
      make('standards', { body: text(block({ blockType: 'contact', partner: id })) } as never),
    'standards',
  ],
  [
    'a link in the text of another language',
    async (id) => {
      const payload = await instance()
      const page = await make('pages')
      const body = text(link('partners', id)) as never
      const data = { _status: 'published' as const, body, title: 'English' }
      await payload.update({ id: page.id, collection: 'pages', data, locale: 'en' })
      return page
    },
    'pages',
  ],
  [
    "a link in another partner's profile",
    (id) => make('partners', { profile: text(link('partners', id)) } as never),
    'partners',
  ],
]

describe('where a document is used', () => {
  it.each(referring)('should name the document with %s', async (_, refer, entity) => {
    const target = await make('partners')
    expect(await usesOf('partners', target.id)).toEqual([])
    const { id } = await refer(target.id)
    expect(await usesOf('partners', target.id)).toEqual([
      { entity, fields: [expect.any(String)], id, isPublished: true, title: expect.any(String) },
    ])
  })

  it('should name the navigation', async () => {
    const { id } = await make('pages')
    await withFooter({ page: id, type: 'page' }, async () => {
      expect(await usesOf('pages', id)).toMatchObject([{ entity: 'navigation', isPublished: true }])
    })
  })

  it('should name a draft of the navigation', async () => {
    const { id } = await make('pages')
    await withFooter(
      { page: id, type: 'page' },
      async () => {
        expect(await usesOf('pages', id)).toMatchObject([
          { entity: 'navigation', isPublished: false },
        ])
      },
      { draft: true },
    )
    expect(await usesOf('pages', id)).toEqual([])
  })

  it('should not name what a form hides', async () => {
    const { id } = await make('pages')
    await withFooter({ page: id, type: 'url', url: 'https://example.org' }, async () => {
      expect(await usesOf('pages', id)).toEqual([])
    })
  })

  it('should name a text that shows an image', async () => {
    const payload = await instance()
    const file = { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length }
    const image = await payload.create({ collection: 'media', data: { alt: 'Bild' }, file })
    const { id } = await make('pages', { body: text(imageNode(image.id)) } as never)
    expect(await usesOf('media', image.id)).toMatchObject([{ entity: 'pages', id }])
    await payload.delete({ id: image.id, collection: 'media', trash: true })
  })

  it('should name a draft as one, to those who may see it', async () => {
    const target = await make('partners')
    const hidden = unique('Nur Entwurf')
    await make('news', { _status: 'draft', partners: [target.id], title: hidden } as never)
    expect(await usesOf('partners', target.id)).toMatchObject([
      { isPublished: false, title: hidden },
    ])
    expect(await usesOf('partners', target.id, editor)).toEqual([])
  })

  it('should be told to people only who may read the document', async () => {
    const draft = await make('partners', { _status: 'draft' } as never)
    expect((await request(`/api/usage/partners/${ownPartner.id}`)).status).toBe(403)
    expect((await request(`/api/usage/partners/${draft.id}`, { as: editor })).status).toBe(404)
    expect((await request('/api/usage/users/1', { as: coordinator })).status).toBe(404)
    expect((await request(`/api/usage/partners/${ownPartner.id}`, { as: editor })).status).toBe(200)
  })
})

describe('deleting what is in use', () => {
  const now = new Date().toISOString()
  const inBulk = (id: string) => `/api/partners?where[id][equals]=${id}`
  const doors: [string, (id: string) => Promise<{ json: { errors?: { message: string }[] } }>][] = [
    ['REST', (id) => requestJSON(`/api/partners/${id}`, { as: coordinator, method: 'DELETE' })],
    ['REST, in bulk', (id) => requestJSON(inBulk(id), { as: coordinator, method: 'DELETE' })],
    [
      'the trash',
      (id) =>
        requestJSON(`/api/partners/${id}`, {
          as: coordinator,
          body: { deletedAt: now },
          method: 'PATCH',
        }),
    ],
    [
      'the trash, in bulk',
      (id) =>
        requestJSON(inBulk(id), { as: coordinator, body: { deletedAt: now }, method: 'PATCH' }),
    ],
    [
      'the Local API with the rights of a person',
      async (id) => {
        const payload = await instance()
        const user = await payload.findByID({ id: coordinator.id ?? '', collection: 'users' })
        const errors = await payload
          .delete({
            id,
            collection: 'partners',
            overrideAccess: false,
            user: { ...user, collection: 'users' },
          })
          .then(
            () => [],
            (error: unknown) => [error as Error],
          )
        return { json: { errors } }
      },
    ],
    [
      'GraphQL',
      (id) => graphQL(`mutation { deletePartner(id: "${id}") { id } }`, { as: coordinator }),
    ],
  ]

  it.each(doors)('should be refused with the places that use it: %s', async (_, send) => {
    const payload = await instance()
    const target = await make('partners')
    const title = unique('Meldung')
    await make('news', { partners: [target.id], title })
    const { json } = await send(target.id)
    expect(json.errors?.[0]?.message).toBe(
      `Das wird noch verwendet: „${title}“ (Aktuelles). Bitte zuerst dort entfernen.`,
    )
    const stored = await payload.findByID({ id: target.id, collection: 'partners', trash: true })
    expect(stored.deletedAt ?? null).toBeNull()
  })

  it('should be possible once nothing public uses it any more', async () => {
    const payload = await instance()
    const target = await make('partners')
    const { id } = await make('news', { partners: [target.id] })
    await payload.update({ id, collection: 'news', data: { _status: 'draft' } })
    const response = await request(`/api/partners/${target.id}`, {
      as: coordinator,
      method: 'DELETE',
    })
    expect(response.status).toBe(200)
  })

  it('should be refused for an image, too', async () => {
    const payload = await instance()
    const file = { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length }
    const { id } = await payload.create({ collection: 'media', data: { alt: 'Bild' }, file })
    const item = await make('news', { image: id })
    const remove = () => request(`/api/media/${id}`, { as: coordinator, method: 'DELETE' })
    expect((await remove()).status).toBe(409)
    await payload.update({ id: item.id, collection: 'news', data: { image: null } })
    expect((await remove()).status).toBe(200)
  })
})

describe('links that lead nowhere', () => {
  const brokenIn = async (id: string) => {
    const req = await createLocalReq({}, await instance())
    return (await brokenLinks(req)).filter((each) => each.id === id)
  }

  it.each([
    ['nicht veröffentlicht', { _status: 'draft' }],
    ['im Papierkorb', { deletedAt: new Date().toISOString() }],
  ] as [string, object][])('should be reported: to what is %s', async (reason, data) => {
    const payload = await instance()
    const target = await make('partners')
    const { id } = await make('pages', { body: text(link('partners', target.id)) } as never)
    expect(await brokenIn(id)).toEqual([])
    await payload.update({ id: target.id, collection: 'partners', data })
    expect(await brokenIn(id)).toMatchObject([{ entity: 'pages', reason: { de: reason } }])
  })

  it('should be reported: to what is deleted', async () => {
    const payload = await instance()
    const target = await make('news')
    const { id } = await make('pages', { body: text(link('news', target.id)) } as never)
    await payload.delete({ id: target.id, collection: 'news' })
    expect(await brokenIn(id)).toMatchObject([{ reason: { de: 'gelöscht' }, target: '' }])
  })

  it('should be reported of the navigation', async () => {
    const payload = await instance()
    const title = unique('Seite')
    const { id } = await make('pages', { title })
    await withFooter({ page: id, type: 'page' }, async () => {
      await payload.update({ id, collection: 'pages', data: { _status: 'draft' } })
      const req = await createLocalReq({}, payload)
      expect((await brokenLinks(req)).filter(({ target }) => target === title)).toMatchObject([
        { entity: 'navigation', reason: { de: 'nicht veröffentlicht' } },
      ])
    })
  })

  it('should be reported of redirects', async () => {
    const payload = await instance()
    const { id: value } = await make('news')
    const { id } = await payload.create({
      collection: 'redirects',
      data: {
        from: `/${unique('alt').replaceAll(' ', '-')}`,
        to: { reference: { relationTo: 'news', value }, type: 'reference' },
      },
    })
    expect(await brokenIn(id)).toEqual([])
    await payload.update({ id: value, collection: 'news', data: { _status: 'draft' } })
    expect(await brokenIn(id)).toMatchObject([{ entity: 'redirects' }])
    await payload.delete({ id, collection: 'redirects' })
  })

  it('should not be reported of drafts', async () => {
    const target = await make('news', { _status: 'draft' } as never)
    const { id } = await make('pages', {
      _status: 'draft',
      body: text(link('news', target.id)),
    } as never)
    expect(await brokenIn(id)).toEqual([])
  })
})

describe('a question about the districts of related partners', () => {
  it('should find those that reach beyond districts, as a question about partners does', async () => {
    const [near, far, other] = [
      await make('partners', { districts: ['03101'], reach: 'district' }),
      await make('partners', { reach: 'state' }),
      await make('partners', { districts: ['03151'], reach: 'district' }),
    ]
    const word = unique('Bezirk')
    for (const { id } of [near, far, other]) {
      await make('news', { partners: [id], title: `${word} ${id}` })
    }
    const { json } = await requestJSON(
      `/api/news?where[partners.districts][in]=03101&where[title][contains]=${encodeURIComponent(word)}`,
    )
    expect(json.docs.map(({ title }: { title: string }) => title).sort()).toEqual(
      [near, far].map(({ id }) => `${word} ${id}`).sort(),
    )
  })
})
