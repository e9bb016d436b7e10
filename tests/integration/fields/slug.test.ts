import { beforeAll, describe, expect, it } from 'vitest'

import { slugify } from '../../../src/lib/slugify.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import { instance, requestJSON, signIn } from '../../support/instance.ts'

removeDocuments()

let coordinator: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

const patch = (path: string, body: unknown) =>
  requestJSON(path, { as: coordinator, body, method: 'PATCH' })

describe('slugs', () => {
  it('should be made from the title', async () => {
    const title = unique('Täter in der Größe')
    expect((await make('pages', { title })).slug).toBe(slugify(title))
  })

  it('should be made from the name of a partner', async () => {
    const name = unique('Frauenberatung Süd')
    expect((await make('partners', { name })).slug).toBe(slugify(name))
  })

  it('should get a number where the title was used before', async () => {
    const title = unique('Gleicher Titel')
    await make('news', { title })
    expect((await make('news', { title })).slug).toBe(`${slugify(title)}-2`)
    expect((await make('news', { title })).slug).toBe(`${slugify(title)}-3`)
  })

  it('should not be given away while their document is in the trash', async () => {
    const title = unique('Weggeworfen')
    const { id } = await make('news', { title })
    await patch(`/api/news/${id}`, { deletedAt: new Date().toISOString() })
    expect((await make('news', { title })).slug).toBe(`${slugify(title)}-2`)
  })

  it('should follow the title until the first publication, then stay', async () => {
    const [first, second, third] = [unique('Eins'), unique('Zwei'), unique('Drei')]
    const { id } = await make('pages', { _status: 'draft', title: first })
    const { json: draft } = await patch(`/api/pages/${id}?draft=true`, { title: second })
    expect(draft.doc.slug).toBe(slugify(second))
    await patch(`/api/pages/${id}`, { _status: 'published' })
    const { json: published } = await patch(`/api/pages/${id}`, {
      _status: 'published',
      title: third,
    })
    expect(published.doc).toMatchObject({ slug: slugify(second), title: third })
  })

  it('should not follow the title of another language', async () => {
    const title = unique('Deutscher Titel')
    const { id } = await make('pages', { _status: 'draft', title })
    const { json } = await patch(`/api/pages/${id}?draft=true&locale=en`, {
      title: unique('English'),
    })
    expect(json.doc.slug).toBe(slugify(title))
  })

  it('should stay as they were chosen by hand', async () => {
    const chosen = slugify(unique('gewaehlt'))
    const { id } = await make('pages', { _status: 'draft' })
    await patch(`/api/pages/${id}?draft=true`, { slug: chosen })
    const { json } = await patch(`/api/pages/${id}?draft=true`, { title: unique('Anders') })
    expect(json.doc.slug).toBe(chosen)
  })

  it('should be made anew for a copy', async () => {
    const title = unique('Vorlage')
    const { id } = await make('pages', { title })
    const { json, status } = await requestJSON(`/api/pages/${id}/duplicate`, {
      as: coordinator,
      body: {},
      method: 'POST',
    })
    expect(status, JSON.stringify(json)).toBe(200)
    expect(json.doc).toMatchObject({ _status: 'draft', slug: `${slugify(title)}-2` })
    await requestJSON(`/api/pages/${json.doc.id}`, { as: coordinator, method: 'DELETE' })
  })

  it('should be refused with a sentence when they are taken', async () => {
    const taken = await make('pages')
    const { id } = await make('pages')
    const { json, status } = await patch(`/api/pages/${id}`, { slug: taken.slug })
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain('schon vergeben')
  })

  it('should be refused when a draft has taken them', async () => {
    const taken = slugify(unique('im-entwurf'))
    const { id } = await make('pages')
    await patch(`/api/pages/${id}?draft=true`, { slug: taken })
    const other = await make('pages')
    expect((await patch(`/api/pages/${other.id}`, { slug: taken })).status).toBe(400)
  })

  it('should be asked for where a title gives none', async () => {
    const { json, status } = await requestJSON('/api/pages', {
      as: coordinator,
      body: { _status: 'published', title: 'مرحبا' },
      method: 'POST',
    })
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain('slug')
  })
})

describe('redirects', () => {
  const redirectsFrom = async (from: string) => {
    const { json } = await requestJSON(`/api/redirects?where[from][equals]=${from}&depth=0`)
    return json.docs
  }

  it('should lead from the old address to a document that moved', async () => {
    const { id, slug } = await make('news')
    const moved = slugify(unique('umgezogen'))
    await patch(`/api/news/${id}`, { _status: 'published', slug: moved })
    expect(await redirectsFrom(`/aktuelles/${slug}`)).toMatchObject([
      { to: { reference: { relationTo: 'news', value: id }, type: 'reference' } },
    ])
  })

  it('should wait until the new address is published', async () => {
    const { id, slug } = await make('news')
    await patch(`/api/news/${id}?draft=true`, { slug: slugify(unique('spaeter')) })
    expect(await redirectsFrom(`/aktuelles/${slug}`)).toEqual([])
    await patch(`/api/news/${id}`, { _status: 'published' })
    expect(await redirectsFrom(`/aktuelles/${slug}`)).toHaveLength(1)
  })

  it('should not lead in a circle when a document moves back', async () => {
    const { id, slug } = await make('news')
    const moved = slugify(unique('hin'))
    await patch(`/api/news/${id}`, { _status: 'published', slug: moved })
    await patch(`/api/news/${id}`, { _status: 'published', slug })
    expect(await redirectsFrom(`/aktuelles/${slug}`)).toEqual([])
    expect(await redirectsFrom(`/aktuelles/${moved}`)).toHaveLength(1)
  })

  it('should lead to the pages below a page that moved', async () => {
    const parent = await make('pages')
    const child = await make('pages', { parent: parent.id })
    const moved = slugify(unique('ast'))
    await patch(`/api/pages/${parent.id}`, { _status: 'published', slug: moved })
    const payload = await instance()
    const { breadcrumbs } = await payload.findByID({ id: child.id, collection: 'pages', depth: 0 })
    expect(breadcrumbs?.map(({ url }) => url)).toEqual([`/${moved}`, `/${moved}/${child.slug}`])
    expect(await redirectsFrom(`/${parent.slug}/${child.slug}`)).toMatchObject([
      { to: { reference: { value: child.id } } },
    ])
  })
})
