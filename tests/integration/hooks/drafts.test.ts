import { beforeAll, describe, expect, it } from 'vitest'

import { linkableCollections } from '../../../src/addresses/paths.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import {
  frontendKey,
  graphQL,
  instance,
  request,
  requestJSON,
  signIn,
} from '../../support/instance.ts'

removeDocuments()

const titleOf = (collection: string): string => (collection === 'partners' ? 'name' : 'title')
const graphQLName = { news: 'News', pages: 'Pages', partners: 'Partners', standards: 'Standards' }

describe.each(linkableCollections)('drafts of %s', (collection) => {
  let coordinator: Client
  let frontend: Client

  beforeAll(async () => {
    coordinator = await signIn({ role: 'coordinator' })
    frontend = await frontendKey()
  })

  it('should be invisible to the public, however it asks', async () => {
    const secret = unique('Geheim')
    const { id } = await make(collection, {
      _status: 'draft',
      [titleOf(collection)]: secret,
    } as never)
    const query = `where[id][equals]=${id}`
    for (const path of [
      `/api/${collection}?${query}`,
      `/api/${collection}?${query}&draft=true`,
      `/api/${collection}?${query}&trash=true`,
      `/api/${collection}?where[${titleOf(collection)}][equals]=${secret}&draft=true`,
    ]) {
      const { json } = await requestJSON(encodeURI(path))
      expect(json.docs, path).toEqual([])
    }
    expect((await request(`/api/${collection}/${id}?draft=true`)).status).toBe(404)
    const name = graphQLName[collection]
    const { json } = await graphQL(
      `{ ${name}(draft: true, where: { id: { equals: "${id}" } }) { totalDocs } }`,
    )
    expect(json.data[name].totalDocs).toBe(0)
  })

  it('should be readable by a frontend key and by coordinators', async () => {
    const { id } = await make(collection, { _status: 'draft' } as never)
    for (const as of [coordinator, frontend]) {
      expect((await request(`/api/${collection}/${id}?draft=true`, { as })).status).toBe(200)
    }
  })

  it('should not show through a document that is published', async () => {
    const { id } = await make(collection)
    const secret = unique('Entwurf')
    await requestJSON(`/api/${collection}/${id}?draft=true`, {
      as: coordinator,
      body: { [titleOf(collection)]: secret },
      method: 'PATCH',
    })
    const { json: draft } = await requestJSON(`/api/${collection}/${id}?draft=true`, {
      as: coordinator,
    })
    expect(draft[titleOf(collection)]).toBe(secret)
    for (const path of [`/api/${collection}/${id}`, `/api/${collection}/${id}?draft=true`]) {
      expect(JSON.stringify((await requestJSON(path)).json)).not.toContain(secret)
    }
    const versions = await request(`/api/${collection}/versions?where[parent][equals]=${id}`)
    expect(versions.status).toBe(403)
  })

  it('should not show what is in the trash', async () => {
    const { id } = await make(collection)
    const payload = await instance()
    await payload.update({ id, collection, data: { deletedAt: new Date().toISOString() } })
    const { json } = await requestJSON(`/api/${collection}?where[id][equals]=${id}&trash=true`)
    expect(json.docs).toEqual([])
    const { json: frontends } = await requestJSON(
      `/api/${collection}?where[id][equals]=${id}&trash=true&draft=true`,
      { as: frontend },
    )
    expect(frontends.docs).toEqual([])
    await payload.update({ id, collection, data: { deletedAt: null }, trash: true })
    expect((await request(`/api/${collection}/${id}`)).status).toBe(200)
  })
})

describe('an earlier version', () => {
  it('should be restored as a draft when it is one, and leave alone what is published', async () => {
    const coordinator = await signIn({ role: 'coordinator' })
    const { id } = await make('pages', { intro: 'Öffentlich' })
    const change = (intro: string) =>
      requestJSON(`/api/pages/${id}?draft=true`, {
        as: coordinator,
        body: { intro },
        method: 'PATCH',
      })
    await change('Erster Entwurf')
    await change('Zweiter Entwurf')
    const { json } = await requestJSON(
      `/api/pages/versions?where[parent][equals]=${id}&where[version.intro][equals]=Erster Entwurf`,
      { as: coordinator },
    )
    const restored = await requestJSON(`/api/pages/versions/${json.docs[0].id}`, {
      as: coordinator,
      method: 'POST',
    })
    expect(restored.status).toBe(200)
    expect((await requestJSON(`/api/pages/${id}`)).json.intro).toBe('Öffentlich')
    expect((await requestJSON(`/api/pages/${id}?draft=true`, { as: coordinator })).json.intro).toBe(
      'Erster Entwurf',
    )
  })
})

describe('drafts of globals', () => {
  it('should never take the published text off the websites', async () => {
    const coordinator = await signIn({ role: 'coordinator' })
    const path = '/api/globals/emergency'
    const { json: published } = await requestJSON(path)
    const send = (query: string, body: unknown) =>
      requestJSON(`${path}${query}`, { as: coordinator, body, method: 'POST' })
    try {
      const { json: draft } = await send('?draft=true', { notice: unique('Entwurf') })
      expect(draft.result._status).toBe('draft')
      const { json: unclear } = await send('', { quickExit: 'https://www.example.org/' })
      expect(unclear.result._status).toBe('draft')
      expect((await requestJSON(path)).json).toMatchObject({
        _status: 'published',
        notice: published.notice,
        quickExit: published.quickExit,
      })
    } finally {
      const { notice, quickExit } = published
      await send('', { _status: 'published', notice, quickExit })
    }
  })
})
