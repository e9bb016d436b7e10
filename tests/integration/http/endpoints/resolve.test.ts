import { expect, it } from 'vitest'

import { linkableCollections, pathOf } from '../../../../src/addresses/paths.ts'
import { environment } from '../../../../src/environment.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import { frontendKey, instance, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

const resolve = (path: string, more = '', options: Parameters<typeof requestJSON>[1] = {}) =>
  requestJSON(`/api/resolve?path=${encodeURIComponent(path)}${more}`, options)

it.each(linkableCollections)('should answer one of %s as by its id', async (collection) => {
  const made = await make(collection)
  const path = pathOf(collection, made) ?? ''
  for (const more of ['', '&depth=2', '&select[slug]=true', '&fallback-locale=none']) {
    for (const locale of ['de', 'ar'] as const) {
      const asked = locale === 'de' ? path : `/${locale}${path}`
      const byID = await requestJSON(`/api/${collection}/${made.id}?locale=${locale}${more}`)
      expect(byID.status).toBe(200)
      expect(await resolve(asked, more)).toEqual({
        json: {
          collection,
          doc: byID.json,
          id: made.id,
          locale,
          path: asked,
          url: `${environment.siteURL}${asked}`,
        },
        status: 200,
      })
    }
  }
})

it('should answer in the language that is asked for, rather than that of the address', async () => {
  const { json } = await resolve('/en', '&locale=tr')
  expect(json).toMatchObject({ collection: 'pages', locale: 'tr', path: '/tr' })
})

it('should take an address as people paste it', async () => {
  const { slug } = await make('partners')
  for (const written of [`/partner/${slug}/`, `/partner/${slug}?a=b#c`, `/%70artner/${slug}`]) {
    expect((await resolve(written)).json).toMatchObject({ path: `/partner/${slug}` })
  }
})

it('should answer the start page at its one address', async () => {
  expect((await resolve('/')).json).toMatchObject({ collection: 'pages', path: '/' })
  expect((await resolve('/en/startseite')).json).toEqual({
    redirect: { path: '/en', status: 308, url: `${environment.siteURL}/en` },
  })
})

it('should tell where a document has moved to, and where an old address leads', async () => {
  const coordinator = await signIn({ role: 'coordinator' })
  const { id, slug } = await make('partners')
  const moved = `${slug}-neu`
  const { status } = await requestJSON(`/api/partners/${id}`, {
    as: coordinator,
    body: { _status: 'published', slug: moved },
    method: 'PATCH',
  })
  expect(status).toBe(200)
  expect((await resolve(`/en/partner/${slug}`)).json).toEqual({
    redirect: {
      path: `/en/partner/${moved}`,
      status: 308,
      url: `${environment.siteURL}/en/partner/${moved}`,
    },
  })
  const payload = await instance()
  for (const [url, path] of [
    ['https://www.example.org/', null],
    ['/aktuelles', '/aktuelles'],
  ] as const) {
    const from = `/${unique('alt').replaceAll(' ', '-')}`
    const made = await payload.create({
      collection: 'redirects',
      data: { from, to: { type: 'custom', url } },
    })
    expect((await resolve(from)).json).toEqual({
      redirect: { path, status: 308, url: path ? `${environment.siteURL}${path}` : url },
    })
    await payload.delete({ collection: 'redirects', id: made.id })
  }
})

it.each(['/gibt-es-nicht', '/partner/gibt-es-nicht', '/aktuelles', '/en/partner', '/suche'])(
  'should be 404 where there is no document: %s',
  async (path) => {
    expect((await resolve(path)).status).toBe(404)
  },
)

it('should be 404 for a draft, but not for a frontend that may read it', async () => {
  const draft = await make('pages', { _status: 'draft' })
  const path = `/${draft.slug}`
  expect((await resolve(path)).status).toBe(404)
  const { json } = await resolve(path, '&draft=true', { as: await frontendKey() })
  expect(json).toMatchObject({ collection: 'pages', id: draft.id })
})

it.each([
  '',
  'partner',
  '//example.org',
  'https://example.org/',
  '/a\\b',
  '/%00',
  '/%',
  '/'.padEnd(3_000, 'a'),
])('should be 400 for what is no path: %j', async (path) => {
  const { json, status } = await resolve(path)
  expect(status).toBe(400)
  expect(json.errors[0].message).toContain('path')
})
