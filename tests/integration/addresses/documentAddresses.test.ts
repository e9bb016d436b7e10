import { describe, expect, it } from 'vitest'

import { linkableCollections, pathOf, urlInLocale } from '../../../src/addresses/paths.ts'
import { environment } from '../../../src/environment.ts'
import { locales } from '../../../src/vocabularies/locales.ts'
import { linkNode, make, removeDocuments, unique } from '../../support/documents.ts'
import { graphQL, instance, request, requestJSON, signIn } from '../../support/instance.ts'

removeDocuments()

const codes = locales.map(({ code }) => code)
const { siteURL } = environment
const singular = { news: 'NewsItem', pages: 'Page', partners: 'Partner', standards: 'Standard' }

/** Where a document must be, in a language. */
const addressOf = (path: string, locale: string = 'de') => ({
  path,
  url: urlInLocale(siteURL, path, locale),
})

describe.each(linkableCollections)('a document of %s', (collection) => {
  const made = async () => {
    const { id, ...doc } = await make(collection)
    return { id, path: pathOf(collection, doc) ?? '' }
  }

  it.each(codes)('should say where it is in its language, and be found there: %s', async (code) => {
    const { id, path } = await made()
    const where = `where[id][equals]=${id}&locale=${code}`
    const [listed, byID, inGraphQL] = [
      (await requestJSON(`/api/${collection}?${where}`)).json.docs[0],
      (await requestJSON(`/api/${collection}/${id}?locale=${code}`)).json,
      (
        await graphQL(
          `{ ${singular[collection]}(id: "${id}", locale: ${code.replace('-', '_')}) { path url } }`,
        )
      ).json.data[singular[collection]],
    ]
    for (const doc of [listed, byID, inGraphQL]) {
      expect(doc).toMatchObject(addressOf(path, code))
    }
    const { pathname } = new URL(listed.url)
    for (const asked of [`${path}&locale=${code}`, pathname]) {
      const { json } = await requestJSON(`/api/resolve?path=${asked}`)
      expect(json).toMatchObject({ collection, id, locale: code, url: listed.url })
    }
  })

  it('should say so with whatever is selected, of itself and in others', async () => {
    const { id, path } = await made()
    for (const field of ['path', 'url'] as const) {
      const { json } = await requestJSON(
        `/api/${collection}?where[id][equals]=${id}&select[${field}]=true`,
      )
      expect(json.docs[0][field]).toBe(addressOf(path)[field])
      const payload = await instance()
      const redirect = await payload.create({
        collection: 'redirects',
        data: {
          from: `/${unique('alt').replaceAll(' ', '-')}`,
          to: { reference: { relationTo: collection, value: id }, type: 'reference' },
        },
      })
      const { json: leading } = await requestJSON(
        `/api/redirects/${redirect.id}?populate[${collection}][${field}]=true`,
      )
      expect(leading.to.reference.value[field]).toBe(addressOf(path)[field])
      await payload.delete({ collection: 'redirects', id: redirect.id })
    }
  })

  it('should be linked to with its address', async () => {
    const { id, path } = await made()
    const node = { ...linkNode(collection, id) }
    const page = await make('pages', {
      body: {
        root: {
          children: [
            {
              children: [node],
              direction: null,
              format: '',
              indent: 0,
              type: 'paragraph',
              version: 1,
            },
          ],
          direction: null,
          format: '',
          indent: 0,
          type: 'root',
          version: 1,
        },
      } as never,
    })
    const { json } = await requestJSON(`/api/pages/${page.id}?locale=en`)
    const [link] = json.body.root.children[0].children
    expect(link.fields.doc.value).toMatchObject(addressOf(path, 'en'))
  })

  it('should neither be looked for nor sorted by what is only computed, nor be changed there', async () => {
    const { id, path } = await made()
    const computed = collection === 'pages' ? ['url'] : ['path', 'url']
    for (const field of computed) {
      for (const query of [`where[${field}][equals]=a`, `sort=${field}`]) {
        expect((await request(`/api/${collection}?${query}`)).status, query).toBe(400)
      }
    }
    const { status } = await requestJSON(`/api/${collection}/${id}`, {
      as: await signIn({ role: 'coordinator' }),
      body: { path: '/anders', url: 'https://www.example.org/' },
      method: 'PATCH',
    })
    expect(status).toBe(200)
    const { json } = await requestJSON(`/api/${collection}/${id}`)
    expect(json).toMatchObject(addressOf(path))
  })
})

it('should give each search hit and each entry of the sitemap an address that leads there', async () => {
  const word = unique('Wortfund').replaceAll(' ', '')
  const { id, slug } = await make('news', { title: word })
  const { json: found } = await requestJSON(`/api/search?q=${word}&locale=ar`)
  expect(found.docs).toEqual([
    expect.objectContaining({ id, ...addressOf(`/aktuelles/${slug}`, 'ar') }),
  ])
  const { json: asked } = await graphQL(
    `{ Search(q: "${word}", locale: ar) { docs { path url } } }`,
  )
  expect(asked.data.Search.docs).toEqual([addressOf(`/aktuelles/${slug}`, 'ar')])
  const { json: sitemap } = await requestJSON('/api/sitemap')
  for (const { locale, path, url } of sitemap.entries) {
    expect(url).toBe(`${siteURL}${path}`)
    const { json, status } = await requestJSON(`/api/resolve?path=${path}`)
    expect({ locale: json.locale, status, url: json.url }).toEqual({ locale, status: 200, url })
  }
})

it('should give each entry of a menu its path, unless nobody may read the page', async () => {
  const payload = await instance()
  const [shown, hidden] = [await make('pages'), await make('pages', { _status: 'draft' })]
  const before = await payload.findGlobal({ slug: 'navigation', depth: 0 })
  const entry = (to: object) => ({ label: 'Eintrag', ...to })
  try {
    await payload.updateGlobal({
      slug: 'navigation',
      data: {
        _status: 'published',
        footer: [
          entry({ page: shown.id, type: 'page' }),
          entry({ page: hidden.id, type: 'page' }),
          entry({ type: 'url', url: 'https://www.example.org/' }),
        ] as never,
      },
    })
    const paths = [`/${shown.slug}`, null, null]
    for (const depth of [0, 1]) {
      const { json } = await requestJSON(`/api/globals/navigation?depth=${depth}&locale=en`)
      expect(json.footer.map(({ path }: { path?: string }) => path ?? null)).toEqual(paths)
    }
    const { json } = await graphQL('{ Navigation { footer { path } } }')
    expect(json.data.Navigation.footer.map(({ path }: { path: string }) => path)).toEqual(paths)
    await payload.update({
      collection: 'pages',
      data: { _status: 'published', slug: `${shown.slug}-neu` },
      id: shown.id,
    })
    const { json: moved } = await requestJSON('/api/globals/navigation')
    expect(moved.footer[0].path).toBe(`/${shown.slug}-neu`)
  } finally {
    await payload.updateGlobal({
      slug: 'navigation',
      data: { ...before, _status: 'published' } as never,
    })
  }
})

describe('a redirect', () => {
  it.each([
    [{}, 308],
    [{ type: '308' }, 308],
    [{ type: '307' }, 307],
  ] as const)('should have the status that is stored: %j', async (type, status) => {
    const payload = await instance()
    const { slug } = await make('partners')
    const from = `/${unique('alt').replaceAll(' ', '-')}`
    const { id } = await payload.create({
      collection: 'redirects',
      data: { from, to: { type: 'custom', url: `/partner/${slug}` }, ...type },
    })
    expect((await requestJSON(`/api/redirects/${id}`)).json.type).toBe(String(status))
    expect((await requestJSON(`/api/resolve?path=/en${from}`)).json).toEqual({
      redirect: { path: `/en/partner/${slug}`, status, url: `${siteURL}/en/partner/${slug}` },
    })
    await payload.delete({ collection: 'redirects', id })
  })
})
