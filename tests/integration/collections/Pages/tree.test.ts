import fc from 'fast-check'
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { fillPaths } from '../../../../collections/Pages/fillPaths.ts'
import config from '../../../../payload.config.ts'
import { answerSite } from '../../../../src/server/website.ts'
import { askedOf } from '../../../../src/site/asked.ts'
import { locales } from '../../../../src/vocabularies/locales.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { graphQL, instance, request, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

let coordinator: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

const patch = (id: string, body: object, query = '', collection = 'pages') =>
  requestJSON(`/api/${collection}/${id}${query}`, { as: coordinator, body, method: 'PATCH' })

const read = async (id: string, query = '') => (await requestJSON(`/api/pages/${id}${query}`)).json

const visit = async (path: string): Promise<Response> =>
  answerSite({ asked: askedOf(path), config })

describe('the path of a page', () => {
  it('should be the same in all languages, whichever the form is in', async () => {
    const parent = await make('pages')
    const { id, slug } = await make('pages', { parent: parent.id })
    await patch(id, { _status: 'published', title: 'English' }, '?locale=en')
    const moved = `moved-${slug}`
    const { status } = await patch(id, { _status: 'published', slug: moved }, '?locale=en')
    expect(status).toBe(200)
    for (const { code } of locales) {
      const { path, title } = await read(id, `?locale=${code}`)
      expect(path).toBe(`/${parent.slug}/${moved}`)
      const prefix = code === 'de' ? '' : `/${code}`
      const page = await visit(`${prefix}${path}`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain(title)
      const old = await visit(`${prefix}/${parent.slug}/${slug}`)
      expect([old.status, old.headers.get('location')]).toEqual([308, `${prefix}${path}`])
    }
    const { json } = await requestJSON(`/api/redirects?where[from][equals]=/${parent.slug}/${slug}`)
    expect(json.docs).toHaveLength(1)
  })

  it('should be found, filtered by and sorted by, by REST and GraphQL', async () => {
    const parent = await make('pages')
    const { id, slug } = await make('pages', { parent: parent.id })
    const path = `/${parent.slug}/${slug}`
    const { json } = await requestJSON(`/api/pages?where[path][equals]=${path}&sort=path`)
    expect(json.docs).toMatchObject([{ id, path }])
    const { json: reply } = await graphQL(
      `{ Pages(where: { path: { equals: "${path}" } }) { docs { id path breadcrumbs { url label isFallback } } } }`,
    )
    expect(reply.data.Pages.docs).toMatchObject([
      { breadcrumbs: [{ url: `/${parent.slug}` }, { url: path }], id, path },
    ])
  })

  it('should not be written by anybody', async () => {
    const { id, slug } = await make('pages')
    await patch(id, { _status: 'published', breadcrumbs: [], path: '/admin' })
    expect(await read(id)).toMatchObject({ path: `/${slug}` })
  })

  it('should take the drafts below along', async () => {
    const parent = await make('pages')
    const child = await make('pages', { _status: 'draft', parent: parent.id })
    const published = await make('pages', { parent: parent.id })
    await patch(published.id, { intro: 'Neuer Entwurf' }, '?draft=true')
    await patch(parent.id, { _status: 'published', slug: `neu-${parent.slug}` })
    for (const { id, slug } of [child, published]) {
      const { json } = await requestJSON(`/api/pages/${id}?draft=true`, { as: coordinator })
      expect(json.path).toBe(`/neu-${parent.slug}/${slug}`)
      // And what was moved can be saved, as the form does it.
      const { status } = await patch(id, { intro: 'x', updatedAt: json.updatedAt }, '?draft=true')
      expect(status).toBe(200)
    }
  })

  it('should be on the first level again where the page above is deleted', async () => {
    const parent = await make('pages', { _status: 'draft' })
    const { id, slug } = await make('pages', { _status: 'draft', parent: parent.id })
    const below = await make('pages', { _status: 'draft', parent: id })
    const { json: nested } = await requestJSON(`/api/pages/${below.id}?draft=true`, {
      as: coordinator,
    })
    expect(nested.path).toBe(`/${parent.slug}/${slug}/${below.slug}`)
    await (await instance()).delete({ id: parent.id, collection: 'pages' })
    const { json } = await requestJSON(`/api/pages/${id}?draft=true`, { as: coordinator })
    expect(json).toMatchObject({ parent: null, path: `/${slug}` })
    const { json: after } = await requestJSON(`/api/pages/${below.id}?draft=true`, {
      as: coordinator,
    })
    expect(after.path).toBe(`/${slug}/${below.slug}`)
  })

  it('should follow the newest draft of a page above that was never published', async () => {
    // As the admin UI makes it: a first draft without anything.
    const { json: above } = await requestJSON('/api/pages?draft=true', {
      as: coordinator,
      body: {},
      method: 'POST',
    })
    const slug = `oben-${Date.now()}`
    await patch(above.doc.id, { slug, title: unique('Oben') }, '?draft=true')
    const child = await make('pages', { _status: 'draft', parent: above.doc.id })
    const pathNow = async (query: string) =>
      (await requestJSON(`/api/pages/${child.id}${query}`, { as: coordinator })).json.path
    expect(await pathNow('?draft=true')).toBe(`/${slug}/${child.slug}`)
    await patch(above.doc.id, { intro: 'Weiter am Entwurf' }, '?draft=true')
    expect(await pathNow('?draft=true')).toBe(`/${slug}/${child.slug}`)
    await patch(above.doc.id, { _status: 'published', slug: `${slug}-neu` })
    expect(await pathNow('?draft=true')).toBe(`/${slug}-neu/${child.slug}`)
    await (await instance()).delete({ id: child.id, collection: 'pages' })
    await (await instance()).delete({ id: above.doc.id, collection: 'pages' })
  })

  it('should be filled in for what was written before there were paths', async () => {
    const payload = await instance()
    const parent = await make('pages')
    const child = await make('pages', { parent: parent.id })
    const [one, other] = [await make('pages'), await make('pages')]
    // A circle, as it could be stored before circles were refused.
    const circle = { [one.id]: other.id, [other.id]: one.id }
    for (const { id } of [parent, child, one, other]) {
      const data = { path: null, ...(circle[id] && { parent: circle[id] }) }
      await payload.db.updateOne({ id, collection: 'pages', data })
    }
    await fillPaths(payload)
    expect((await read(child.id)).path).toBe(`/${parent.slug}/${child.slug}`)
    const { json } = await requestJSON(`/api/pages/${child.id}?draft=true`, { as: coordinator })
    expect(json.path).toBe(`/${parent.slug}/${child.slug}`)
    // Reading and moving what is stored as a circle ends.
    expect((await read(one.id)).path).toEqual(expect.any(String))
    const { status } = await patch(one.id, {
      _status: 'published',
      parent: null,
      slug: `aus-${one.slug}`,
    })
    expect(status).toBe(200)
    await payload.db.updateOne({ id: other.id, collection: 'pages', data: { parent: null } })
  })
})

describe('breadcrumbs', () => {
  it('should have the labels of the language, and say where they fall back', async () => {
    const parent = await make('pages', { title: unique('Oben') })
    const { id, slug } = await make('pages', { parent: parent.id, title: unique('Unten') })
    await patch(parent.id, { _status: 'published', title: 'Above' }, '?locale=en')
    const { breadcrumbs } = await read(id, '?locale=en')
    expect(breadcrumbs).toMatchObject([
      { doc: parent.id, isFallback: false, label: 'Above', url: `/${parent.slug}` },
      {
        doc: id,
        isFallback: true,
        label: expect.stringContaining('Unten'),
        url: `/${parent.slug}/${slug}`,
      },
    ])
    const gap = await read(id, '?locale=en&fallback-locale=none')
    expect(gap.breadcrumbs.map(({ label }: { label: unknown }) => label ?? null)).toEqual([
      'Above',
      null,
    ])
    const page = await visit(`/en/${parent.slug}/${slug}`)
    expect(await page.text()).toContain(`<a href="/en/${parent.slug}">Above</a>`)
  })

  it('should be in the reply to every change, and named fields be enough', async () => {
    const parent = await make('pages')
    const { json } = await requestJSON('/api/pages', {
      as: coordinator,
      body: { _status: 'published', parent: parent.id, title: unique('Neu') },
      method: 'POST',
    })
    const { id, path } = json.doc
    expect(json.doc.breadcrumbs.map(({ url }: { url: string }) => url)).toEqual([
      `/${parent.slug}`,
      path,
    ])
    const { json: changed } = await patch(id, {
      _status: 'published',
      slug: unique('neu').replaceAll(' ', '-'),
    })
    expect(changed.doc.breadcrumbs.at(-1).url).toBe(changed.doc.path)
    const { json: list } = await requestJSON(
      `/api/pages?where[id][equals]=${id}&select[breadcrumbs]=true`,
    )
    expect(list.docs[0].breadcrumbs).toHaveLength(2)
    expect(list.docs[0].title).toBeUndefined()
    await (await instance()).delete({ id, collection: 'pages' })
  })

  it('should be the same bytes at each reading', async () => {
    const parent = await make('pages')
    const { id } = await make('pages', { parent: parent.id })
    const texts = await Promise.all(
      [1, 2].map(async () => (await request(`/api/pages/${id}`)).text()),
    )
    expect(texts[0]).toBe(texts[1])
  })
})

describe('a translation', () => {
  it('should be written, for a page with pages below it', async () => {
    const parent = await make('pages')
    await make('pages', { parent: parent.id })
    for (const { code } of locales) {
      const { json, status } = await patch(
        parent.id,
        { _status: 'published', title: `Titel ${code}` },
        `?locale=${code}`,
      )
      expect(status, JSON.stringify(json)).toBe(200)
      expect((await read(parent.id, `?locale=${code}`)).title).toBe(`Titel ${code}`)
    }
  })
})

describe('a circle', () => {
  const chain = async (collection: 'pages' | 'standards', length: number): Promise<string[]> => {
    const field = collection === 'pages' ? 'parent' : 'supersedes'
    const ids: string[] = []
    for (let index = 0; index < length; index += 1) {
      const above = ids.at(-1)
      ids.push((await make(collection, above ? { [field]: above } : {})).id)
    }
    return ids
  }

  it.each(
    (['pages', 'standards'] as const).flatMap((collection) =>
      [1, 2, 3, 5].flatMap((length) =>
        ['', '?draft=true', '?draft=true&autosave=true'].map((query) => ({
          collection,
          length,
          query,
        })),
      ),
    ),
  )('of $length $collection should be refused: "$query"', async ({ collection, length, query }) => {
    const field = collection === 'pages' ? 'parent' : 'supersedes'
    const ids = await chain(collection, length)
    const body = { [field]: ids.at(-1), ...(query === '' && { _status: 'published' }) }
    const { json, status } = await patch(ids[0] ?? '', body, query, collection)
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain('führt im Kreis')
    const { json: bulk } = await requestJSON(
      `/api/${collection}?where[id][equals]=${ids[0]}&draft=true`,
      { as: coordinator, body: { [field]: ids.at(-1) }, method: 'PATCH' },
    )
    expect(bulk.docs).toEqual([])
  })

  it('should be refused when one half is a draft', async () => {
    const [one, other] = [await make('pages'), await make('pages')]
    expect((await patch(one.id, { parent: other.id }, '?draft=true')).status).toBe(200)
    expect((await patch(other.id, { parent: one.id }, '?draft=true')).status).toBe(400)
  })

  it('should be refused when the drafts have none, but what is published would', async () => {
    const one = await make('pages')
    const other = await make('pages', { parent: one.id })
    // The draft of the lower one leaves; then the upper one may go below it, as a draft.
    expect((await patch(other.id, { parent: null }, '?draft=true')).status).toBe(200)
    expect((await patch(one.id, { parent: other.id }, '?draft=true')).status).toBe(200)
    const { json, status } = await patch(one.id, { _status: 'published' })
    expect([status, JSON.stringify(json)]).toEqual([400, expect.stringContaining('im Kreis')])
  })

  it('should not come about by two requests at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await make('pages'), await make('pages')]
      const statuses = await Promise.all([
        patch(one.id, { _status: 'published', parent: other.id }),
        patch(other.id, { _status: 'published', parent: one.id }),
      ])
      expect(statuses.map(({ status }) => status).sort()).toEqual([200, 400])
    }
  })

  it('should be refused by the Local API and GraphQL, too', async () => {
    const [one = '', other = ''] = await chain('pages', 2)
    const payload = await instance()
    await expect(
      payload.update({ id: one, collection: 'pages', data: { parent: other }, locale: 'de' }),
    ).rejects.toMatchObject({ status: 400 })
    const { json } = await graphQL(
      `mutation { updatePage(id: "${one}", data: { parent: "${other}" }) { id } }`,
      { as: coordinator },
    )
    expect(JSON.stringify(json.errors)).toContain('im Kreis')
  })
})

describe('pages above public ones', () => {
  it('should be named where many are taken back, and stay', async () => {
    const parent = await make('pages')
    await make('pages', { parent: parent.id })
    const alone = await make('pages')
    const { json } = await requestJSON(`/api/pages?where[id][in]=${parent.id},${alone.id}`, {
      as: coordinator,
      body: { _status: 'draft' },
      method: 'PATCH',
    })
    expect(json.docs.map(({ id }: { id: string }) => id)).toEqual([alone.id])
    expect(json.errors).toMatchObject([{ id: parent.id }])
    expect((await requestJSON(`/api/pages/${parent.id}`)).status).toBe(200)
    expect((await requestJSON(`/api/pages/${alone.id}`)).status).toBe(404)
  })
})

type Step =
  | { kind: 'move'; page: number; to: number | undefined }
  | { kind: 'rename'; locale: string; page: number }
  | { kind: 'translate'; locale: string; page: number }

describe('a tree of pages', () => {
  it('should have each page at one address in every language, and every old address lead there in one step', async () => {
    const payload = await instance()
    const codes = locales.map(({ code }) => code)
    const size = 6
    const page = fc.integer({ max: size - 1, min: 0 })
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({
        kind: fc.constant('move' as const),
        page,
        to: fc.option(page, { nil: undefined }),
      }),
      fc.record({ kind: fc.constant('rename' as const), locale: fc.constantFrom(...codes), page }),
      fc.record({
        kind: fc.constant('translate' as const),
        locale: fc.constantFrom(...codes),
        page,
      }),
    )
    /** For each page one that was made before it, or none. */
    const parents = fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        index === 0
          ? fc.constant(undefined)
          : fc.option(fc.integer({ max: index - 1, min: 0 }), { nil: undefined }),
      ),
    )
    const story = fc.record({ parents, steps: fc.array(step, { maxLength: 12, minLength: 4 }) })
    await fc.assert(
      fc.asyncProperty(story, async ({ parents: above, steps }) => {
        const pages: { id: string; slug: string }[] = []
        for (const index of above) {
          pages.push(
            await make('pages', { parent: index === undefined ? undefined : pages[index]?.id }),
          )
        }
        const ids = pages.map(({ id }) => id)
        const pathsNow = async () => {
          const { docs } = await payload.find({
            collection: 'pages',
            depth: 0,
            limit: 100,
            where: { id: { in: ids } },
          })
          return new Map(docs.map((doc) => [doc.id, doc.path ?? '']))
        }
        /** Who was where last. */
        const history = new Map<string, string>()
        for (const each of steps) {
          for (const [id, path] of await pathsNow()) {
            history.set(path, id)
          }
          const id = ids[each.page] ?? ''
          const change =
            each.kind === 'move'
              ? { parent: each.to === undefined ? null : ids[each.to] }
              : each.kind === 'rename'
                ? // To publish in a language it takes a title in it.
                  { slug: unique('seite').replaceAll(' ', '-'), title: unique('Titel') }
                : { title: unique(`Titel ${each.locale}`) }
          const locale = 'locale' in each ? each.locale : 'de'
          const { json, status } = await patch(
            id,
            { _status: 'published', ...change },
            `?locale=${locale}`,
          )
          expect([200, 400], JSON.stringify(json)).toContain(status)
          if (status === 400) {
            expect(JSON.stringify(json)).toContain('im Kreis')
          }
        }
        const now = await pathsNow()
        expect(new Set(now.values()).size).toBe(size)
        const { json: sitemap } = await requestJSON('/api/sitemap')
        for (const [id, path] of now) {
          for (const code of codes) {
            const prefix = code === 'de' ? '' : `/${code}`
            expect((await visit(`${prefix}${path}`)).status, `${prefix}${path}`).toBe(200)
            const doc = await read(id, `?locale=${code}`)
            expect(doc.path).toBe(path)
            expect(doc.breadcrumbs.at(-1)).toMatchObject({ doc: id, url: path })
            for (const { doc: above, label, url } of doc.breadcrumbs) {
              expect(now.get(above)).toBe(url)
              expect(label).toBe((await read(above, `?locale=${code}`)).title)
            }
          }
          expect(
            sitemap.entries.filter((entry: { path: string }) => entry.path === path),
          ).toHaveLength(1)
          const { title } = await read(id)
          const { json: found } = await requestJSON(`/api/search?q=${encodeURIComponent(title)}`)
          expect(found.docs).toContainEqual(expect.objectContaining({ id, path }))
        }
        for (const [path, id] of history) {
          if (![...now.values()].includes(path)) {
            const old = await visit(path)
            expect([old.status, old.headers.get('location')], path).toEqual([308, now.get(id)])
          }
        }
        await payload.delete({
          collection: 'redirects',
          where: { 'to.reference.value': { in: ids } },
        })
        const req = await createLocalReq({}, payload)
        for (const id of [...ids].sort(
          (one, other) => (now.get(other) ?? '').length - (now.get(one) ?? '').length,
        )) {
          await payload.delete({ id, collection: 'pages', req })
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 4), seed: Number(process.env.SEED ?? 1) },
    )
  }, 300_000)
})
