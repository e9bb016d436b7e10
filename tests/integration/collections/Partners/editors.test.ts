import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { graphQL, instance, request, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

let id: string
let editor: Client
let coordinator: Client

let stranger: Client

beforeAll(async () => {
  const other = (await make('partners')).id
  editor = await signIn({ role: 'partner-editor' })
  coordinator = await signIn({ role: 'coordinator' })
  stranger = await signIn({ partners: [other], role: 'partner-editor' })
})

beforeEach(async () => {
  const internal = { notes: 'Intern', officeNotes: 'Nur Büro' }
  id = (await make('partners', { description: 'Öffentlich', internal })).id
  const payload = await instance()
  await payload.update({ id: editor.id as string, collection: 'users', data: { partners: [id] } })
})

const publicDescription = async (): Promise<string> =>
  (await requestJSON(`/api/partners/${id}`)).json.description

const send = (path: string, body: unknown, method = 'PATCH') =>
  requestJSON(path, { as: editor, body, method })

describe('what an editor saves', () => {
  const ways: [string, (text: string) => Promise<unknown>][] = [
    ['a plain update', (description) => send(`/api/partners/${id}`, { description })],
    ['draft=false', (description) => send(`/api/partners/${id}?draft=false`, { description })],
    [
      '_status',
      (description) => send(`/api/partners/${id}`, { _status: 'published', description }),
    ],
    [
      'publishAllLocales',
      (description) => send(`/api/partners/${id}?publishAllLocales=true`, { description }),
    ],
    [
      'unpublishAllLocales',
      (description) => send(`/api/partners/${id}?unpublishAllLocales=true`, { description }),
    ],
    [
      'publishSpecificLocale',
      (description) =>
        send(`/api/partners/${id}?publishSpecificLocale=de`, { _status: 'published', description }),
    ],
    [
      'an update of many',
      (description) =>
        send(`/api/partners?where[id][equals]=${id}`, { _status: 'published', description }),
    ],
    [
      'GraphQL',
      (description) =>
        graphQL(
          `mutation { updatePartner(id: "${id}", draft: false, data: { kind: other, reach: region, _status: published, description: "${description}" }) { id } }`,
          { as: editor },
        ),
    ],
    [
      'autosave',
      (description) => send(`/api/partners/${id}?autosave=true&draft=true`, { description }),
    ],
  ]

  it.each(ways)('should be a draft by %s', async (_, save) => {
    const text = unique('Entwurf')
    await save(text)
    expect(await publicDescription()).toBe('Öffentlich')
    const { json } = await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })
    expect(json).toMatchObject({ _status: 'draft', description: text })
  })

  it('should leave alone what only coordinators change', async () => {
    const before = (await requestJSON(`/api/partners/${id}`, { as: coordinator })).json
    await send(`/api/partners/${id}`, {
      internal: { officeNotes: 'Überschrieben' },
      kind: 'police',
      membership: { status: 'signatory' },
      name: 'Umbenannt',
      review: { state: 'returned' },
      reviewDue: '2030-01-01T00:00:00.000Z',
      slug: 'umbenannt',
      trusted: true,
    })
    const after = (await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })).json
    const fields = ['kind', 'name', 'slug', 'trusted', 'review', 'reviewDue'] as const
    for (const field of fields) {
      expect(after[field], field).toEqual(before[field])
    }
    expect(after.membership?.status).toBe(before.membership?.status)
    expect(after.internal.officeNotes).toBe('Nur Büro')
  })

  it('should not publish an older version again', async () => {
    await send(`/api/partners/${id}`, { description: unique('Entwurf') })
    const { json } = await requestJSON(
      `/api/partners/versions?where[parent][equals]=${id}&where[version._status][equals]=published`,
      { as: editor },
    )
    const version = json.docs[0].id
    expect(
      (await request(`/api/partners/versions/${version}`, { as: editor, method: 'POST' })).status,
    ).toBe(403)
  })

  it.each([
    ['delete', () => request(`/api/partners/${id}`, { as: editor, method: 'DELETE' })],
    [
      'trash',
      () =>
        request(`/api/partners/${id}`, {
          as: editor,
          body: { deletedAt: new Date() },
          method: 'PATCH',
        }),
    ],
    [
      'duplicate',
      () => request(`/api/partners/${id}/duplicate`, { as: editor, body: {}, method: 'POST' }),
    ],
  ])('should not %s the partner', async (_, attempt) => {
    expect((await attempt()).status).toBe(403)
    expect(await publicDescription()).toBe('Öffentlich')
  })
})

describe('a form of the admin UI', () => {
  it('should be saved with lists that have no rows, for which it sends their number', async () => {
    const body = new FormData()
    body.set(
      '_payload',
      JSON.stringify({ description: 'Neu', internal: { contacts: 0 }, openingHours: 0, phones: 0 }),
    )
    const { json, status } = await requestJSON(`/api/partners/${id}?draft=true`, {
      as: editor,
      body,
      method: 'PATCH',
    })
    expect(status, JSON.stringify(json)).toBe(200)
    expect(json.doc).toMatchObject({ description: 'Neu', openingHours: [], phones: [] })
  })
})

describe('internal fields', () => {
  it('should be read by the own editor, the notes of the office by coordinators only', async () => {
    const own = (await requestJSON(`/api/partners/${id}`, { as: editor })).json
    expect(own.internal).toMatchObject({ notes: 'Intern' })
    expect(own.internal.officeNotes).toBeUndefined()
    const all = (await requestJSON(`/api/partners/${id}`, { as: coordinator })).json
    expect(all.internal.officeNotes).toBe('Nur Büro')
  })

  it.each(['internal', 'review', 'trusted', 'seedKey'])(
    'should not show %s to anybody else',
    async (field) => {
      for (const as of [undefined, stranger]) {
        const { json } = await requestJSON(`/api/partners/${id}`, { as })
        expect(json.id).toBe(id)
        expect(json[field]).toBeUndefined()
      }
    },
  )

  it.each([
    'internal.notes',
    'internal.officeNotes',
    'internal.contacts.name',
    'review.note',
    'trusted',
  ])('should not be searched by %s', async (path) => {
    const query = `where[and][0][id][equals]=${id}&where[and][1][${path}][exists]=true`
    for (const as of [undefined, editor]) {
      expect((await request(`/api/partners?${query}`, { as })).status).toBe(400)
    }
  })
})

describe('files of an editor', () => {
  it('should belong to an organisation of their own', async () => {
    const other = (await make('partners')).id
    const { default: sharp } = await import('sharp')
    const image = await sharp({ create: { background: 'red', channels: 3, height: 9, width: 9 } })
      .png()
      .toBuffer()
    const upload = (data: object) => {
      const body = new FormData()
      body.set('_payload', JSON.stringify({ alt: 'Bild', ...data }))
      body.set('file', new File([new Uint8Array(image)], 'a.png', { type: 'image/png' }))
      return requestJSON('/api/media', { as: editor, body, method: 'POST' })
    }
    expect((await upload({ organisation: other })).status).toBe(400)
    const { json, status } = await upload({})
    expect(status).toBe(201)
    const payload = await instance()
    const media = await payload.findByID({ id: json.doc.id, collection: 'media', depth: 0 })
    expect(media.organisation).toBe(id)
    await payload.delete({ id: media.id, collection: 'media' })
  })
})

describe('users', () => {
  it('should not change their own role or partners', async () => {
    const { json } = await send(`/api/users/${editor.id}`, {
      name: 'Neu',
      partners: [],
      role: 'coordinator',
    })
    expect(json.doc).toMatchObject({ name: 'Neu', role: 'partner-editor' })
    expect(json.doc.partners).toHaveLength(1)
  })

  it('should not be made by the open route for the first user', async () => {
    const body = { email: 'first@example.org', name: 'First', password: 'correct horse battery' }
    expect((await request('/api/users/first-register', { body, method: 'POST' })).status).toBe(404)
  })

  it('should not unlock each other', async () => {
    const body = { email: 'koordination@example.org' }
    for (const as of [undefined, editor]) {
      expect((await request('/api/users/unlock', { as, body, method: 'POST' })).status).toBe(403)
    }
  })

  it('should always include a coordinator', async () => {
    const payload = await instance()
    const { docs } = await payload.find({
      collection: 'users',
      depth: 0,
      pagination: false,
      where: { role: { equals: 'coordinator' } },
    })
    const others = docs.filter((user) => user.id !== coordinator.id)
    const req = { transactionID: (await payload.db.beginTransaction()) ?? undefined }
    try {
      for (const other of others) {
        await payload.delete({ id: other.id, collection: 'users', req })
      }
      const last = { id: coordinator.id as string, collection: 'users' as const, req }
      await expect(payload.delete(last)).rejects.toThrow('letzte Person')
    } finally {
      await payload.db.rollbackTransaction(req.transactionID ?? '')
    }
  })
})

describe('coordinators', () => {
  it('should not take a published document off the websites by an update that says nothing of it', async () => {
    await send(`/api/partners/${id}`, { description: unique('Entwurf') })
    const { json } = await requestJSON(`/api/partners/${id}`, {
      as: coordinator,
      body: { shortName: 'Kurz' },
      method: 'PATCH',
    })
    expect(json.doc._status).toBe('draft')
    expect(await publicDescription()).toBe('Öffentlich')
  })

  it('should be asked what they mean where that concerns many documents', async () => {
    await send(`/api/partners/${id}`, { description: unique('Entwurf') })
    const { json, status } = await requestJSON(`/api/partners?where[id][equals]=${id}`, {
      as: coordinator,
      body: { shortName: 'Kurz' },
      method: 'PATCH',
    })
    expect(status, JSON.stringify(json)).toBe(409)
    expect(await publicDescription()).toBe('Öffentlich')
  })
})
