import { beforeAll, describe, expect, it } from 'vitest'

import { make, removeDocuments } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { graphQL, instance, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

let coordinator: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

const patch = (path: string, body: object, method = 'PATCH') =>
  requestJSON(path, { as: coordinator, body, method })

describe('a write that says what it is based on', () => {
  it('should be refused with 409 when the document has moved on, and change nothing', async () => {
    const { id, updatedAt } = await make('pages')
    const first = await patch(`/api/pages/${id}`, { intro: 'Eins', updatedAt })
    expect(first.status).toBe(200)
    const second = await patch(`/api/pages/${id}`, { intro: 'Zwei', updatedAt })
    expect(second.status).toBe(409)
    expect(second.json.errors[0].message).toMatch(/inzwischen/)
    expect(second.json.errors[0].data.updatedAt).toBe(first.json.doc.updatedAt)
    expect((await requestJSON(`/api/pages/${id}`)).json.intro).toBe('Eins')
  })

  it('should compare with the newest draft', async () => {
    const { id, updatedAt } = await make('news')
    const saved = await patch(`/api/news/${id}?draft=true&autosave=true`, { teaser: 'Entwurf' })
    expect((await patch(`/api/news/${id}?draft=true`, { teaser: 'x', updatedAt })).status).toBe(409)
    const current = saved.json.doc.updatedAt as string
    expect(
      (await patch(`/api/news/${id}?draft=true`, { teaser: 'Neu', updatedAt: current })).status,
    ).toBe(200)
  })

  it('should be refused by GraphQL and in bulk as well', async () => {
    const { id, updatedAt } = await make('pages')
    await patch(`/api/pages/${id}`, { intro: 'Eins' })
    const { json } = await graphQL(
      `mutation { updatePage(id: "${id}", data: { intro: "Zwei", updatedAt: "${updatedAt}" }) { id } }`,
      { as: coordinator },
    )
    expect(json.errors[0].extensions.statusCode).toBe(409)
    const bulk = await patch(`/api/pages?where[id][equals]=${id}`, {
      _status: 'published',
      intro: 'Drei',
      updatedAt,
    })
    expect(bulk.status).toBe(409)
    expect((await requestJSON(`/api/pages/${id}`)).json.intro).toBe('Eins')
  })

  it('should be refused for globals', async () => {
    const payload = await instance()
    const before = await payload.findGlobal({ slug: 'site', depth: 0 })
    const { status } = await patch('/api/globals/site', { claim: before.claim }, 'POST')
    expect(status).toBe(200)
    const stale = await patch(
      '/api/globals/site',
      { claim: 'Anders', updatedAt: before.updatedAt },
      'POST',
    )
    expect(stale.status).toBe(409)
  })

  it('should succeed for exactly one of many at the same time', async () => {
    const { id, updatedAt } = await make('pages')
    const replies = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((intro) => patch(`/api/pages/${id}`, { intro, updatedAt })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  })

  it('should be refused whatever nonsense it is based on', async () => {
    const { id } = await make('pages')
    for (const updatedAt of ['', 'gestern', 5, null, {}]) {
      expect([400, 409]).toContain(
        (await patch(`/api/pages/${id}`, { intro: 'x', updatedAt })).status,
      )
    }
  })

  it('should go through when it says nothing', async () => {
    const { id } = await make('pages')
    expect((await patch(`/api/pages/${id}`, { intro: 'x' })).status).toBe(200)
  })
})
