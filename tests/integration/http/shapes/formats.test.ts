import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { publicFields } from '../../../../src/access/publicFields.ts'
import type { LinkableCollection } from '../../../../src/addresses/paths.ts'
import { linkableCollections, pathInLocale, pathOf } from '../../../../src/addresses/paths.ts'
import { environment } from '../../../../src/environment.ts'
import { convertDocuments } from '../../../../src/http/shapes/formats.ts'
import { leavesOf } from '../../../../src/lib/leavesOf.ts'
import { countOperations } from '../../../support/countOperations.ts'
import {
  imageNode,
  linkNode,
  make,
  removeDocuments,
  richText,
  unique,
} from '../../../support/documents.ts'
import { everyFeature, richTextOf } from '../../../support/everyFeature.ts'
import { faultsOfHTML } from '../../../support/faultsOfHTML.ts'
import type { Client } from '../../../support/instance.ts'
import {
  frontendKey,
  graphQL,
  instance,
  request,
  requestJSON,
  signIn,
} from '../../../support/instance.ts'
import { onePixel } from '../../../support/onePixel.ts'

afterAll(() => payload.delete({ collection: 'media', where: { id: { in: images } } }))
removeDocuments()

const { collections, globals } = await config

/** Every rich text that the public may read. */
const texts = [...collections, ...globals].flatMap(({ fields, slug }) =>
  leavesOf(fields)
    .filter(({ field, path }) => field.type === 'richText' && publicFields[slug]?.includes(path))
    .map(({ path }) => ({ path, slug })),
)

let payload: Payload
let image: string
let page: string
let partner: string
let frontend: Client
let coordinator: Client
const images: string[] = []

const makeImage = async (): Promise<string> => {
  const { id } = await payload.create({
    collection: 'media',
    data: { alt: 'Ein "Bild" <b>', credit: 'Foto: <i>' },
    file: { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length },
    locale: 'de',
  })
  images.push(id)
  return id
}

beforeAll(async () => {
  payload = await instance()
  image = await makeImage()
  page = (await make('pages', { slug: unique('ziel').replaceAll(' ', '-') })).id
  partner = (
    await make('partners', {
      address: { visibility: 'secret' },
      internal: { notes: 'Kanarienvogel', postalAddress: 'Kanarienvogelweg 1' },
      kind: 'womens-shelter',
      phones: [{ label: 'Beratung', number: '+493023125000' }],
    } as never)
  ).id
  frontend = await frontendKey()
  coordinator = await signIn({ role: 'coordinator' })
})

const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], value)

/** What one document is called in GraphQL. */
const names: Record<LinkableCollection, string> = {
  news: 'NewsItem',
  pages: 'Page',
  partners: 'Partner',
  standards: 'Standard',
}

/** The data of one field. */
const dataAt = (path: string, value: unknown): object =>
  path.split('.').reduceRight<unknown>((inside, name) => ({ [name]: inside }), value) as object

const makeWith = (slug: string, path: string, value: unknown, more: object = {}) =>
  make(slug as 'pages', { ...dataAt(path, value), ...more })

const all = () => richTextOf(everyFeature({ image, page, partner }))

/** What a text with everything is in a language, whoever has read it. */
const expectHTML = async (html: unknown, locale: string): Promise<void> => {
  expect(faultsOfHTML(html as string)).toEqual([])
  const target = await payload.findByID({ collection: 'pages', depth: 0, id: page })
  const url = `${environment.siteURL}${pathInLocale(target.path ?? '', locale)}`
  expect(html).toContain(`<a href="${url}">Mehr</a>`)
  for (const part of [
    '<h2>Überschrift</h2><h3>Kleinere</h3><h4>Kleinste</h4>',
    '<strong>fett</strong><em>kursiv</em><br />',
    '<a href="https://www.example.org/?a=1&#38;b=2" rel="noreferrer">Im Netz</a>',
    '<a href="mailto:hilfe@example.org">Im Netz</a><a href="tel:116016">Im Netz</a>',
    `<a href="${environment.siteURL}/aktuelles">Im Netz</a>`,
    '<ul><li>eins<ul><li>innen</li></ul></li></ul><ol><li>eins<ol><li>innen</li></ol></li></ol>',
    '<blockquote>gesagt</blockquote><hr /><figure><img alt="Ein &#34;Bild&#34; &#60;b&#62;"',
    `src="${environment.publicURL}/api/media/file/`,
    '<figcaption>Foto: &#60;i&#62;</figcaption></figure>',
    '<aside data-tone="warning"><h3>Wichtig</h3><p>Wer bedroht wird, ruft 110 an.</p></aside>',
    '<h2>So erreichen Sie uns</h2>',
    'href="tel:+493023125000">030 23125000</a>',
  ]) {
    expect(html).toContain(part)
  }
  expect(html).not.toMatch(/Kanarienvogel|undefined|\[object|style=|class=|id=/)
}

describe('rich text as HTML', () => {
  it('should be in the config', () => {
    expect(texts.length).toBeGreaterThanOrEqual(4)
    // Of the collections below; others need their own test.
    expect(texts.filter(({ slug }) => !linkableCollections.includes(slug as 'pages'))).toEqual([])
  })

  it.each(texts)('should be had by every way to read $path of $slug', async ({ path, slug }) => {
    const made = await makeWith(slug, path, all())
    const at = pathOf(slug as LinkableCollection, made) ?? ''
    for (const locale of ['de', 'ar']) {
      const more = `format=html&locale=${locale}`
      const { json: byID } = await requestJSON(`/api/${slug}/${made.id}?${more}`)
      await expectHTML(valueAt(byID, path), locale)
      for (const depth of [0, 2]) {
        const { json } = await requestJSON(`/api/${slug}/${made.id}?${more}&depth=${depth}`)
        expect(valueAt(json, path)).toBe(valueAt(byID, path))
      }
      for (const list of [`slug=${made.slug}`, `where[id][in]=${made.id}&select[${path}]=true`]) {
        for (const as of [undefined, frontend, coordinator]) {
          for (const time of ['first', 'second']) {
            const { json } = await requestJSON(`/api/${slug}?${list}&${more}`, { as })
            expect(valueAt(json.docs[0], path), `${list} ${time}`).toBe(valueAt(byID, path))
          }
        }
      }
      const { json: form } = await requestJSON(`/api/${slug}`, {
        form: `slug=${made.slug}&${more}`,
        headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
        method: 'POST',
      })
      expect(valueAt(form.docs[0], path)).toBe(valueAt(byID, path))
      const { json: resolved } = await requestJSON(
        `/api/resolve?path=${pathInLocale(at, locale)}&format=html`,
      )
      expect(resolved.doc).toEqual(byID)
      const single = names[slug as LinkableCollection]
      const query = `{ ${single}(id: "${made.id}", locale: ${locale}) { ${path}(format: html) } }`
      expect((await graphQL(query)).json.data[single]).toEqual({
        [path]: valueAt(byID, path),
      })
    }
  })

  it.each(
    collections.flatMap(({ flattenedFields, slug: from }) =>
      flattenedFields.flatMap((field) =>
        'relationTo' in field && ['news', 'pages', 'standards'].includes(from)
          ? texts
              .filter(({ slug }) => field.relationTo === slug)
              .map(({ path, slug }) => ({
                from,
                hasMany: 'hasMany' in field && field.hasMany === true,
                name: field.name,
                path,
                slug,
              }))
          : [],
      ),
    ),
  )(
    'should be what $from show of $path of $slug, as $name',
    async ({ from, hasMany, name, path, slug }) => {
      const related = await makeWith(slug, path, all())
      const { id } = await make(from as 'news', {
        [name]: hasMany ? [related.id] : related.id,
      })
      const populate = `populate[${slug}][${path}]=true`
      for (const address of [`${from}/${id}?`, `${from}?where[id][equals]=${id}&`]) {
        const { json } = await requestJSON(`/api/${address}format=html&locale=tr&${populate}`)
        const doc = json.docs?.[0] ?? json
        await expectHTML(valueAt([doc[name]].flat()[0], path), 'tr')
      }
    },
  )

  it('should be there in all languages at once, each with links to its own', async () => {
    const { id } = await make('news', { body: all() })
    for (const locale of ['ar', 'en'] as const) {
      const data = { body: all(), title: unique('News') }
      await payload.update({ collection: 'news', data, id, locale })
    }
    const read = async (more: string) =>
      (await requestJSON(`/api/news?where[id][in]=${id}&select[body]=true&${more}`)).json.docs[0]
    const { body } = await read('format=html&locale=all')
    // A language without a value is missing, or null.
    const written = Object.keys(body).filter((locale) => body[locale] !== null)
    expect(written.sort()).toEqual(['ar', 'de', 'en'])
    for (const locale of ['ar', 'de', 'en']) {
      await expectHTML(body[locale], locale)
      expect(body[locale]).toBe((await read(`format=html&locale=${locale}`)).body)
    }
    const { json } = await requestJSON(
      `/api/news/${id}?format=html&locale=en&flattenLocales=false&depth=0`,
    )
    expect([json.body, json.body.en]).toContain(body.en)
  })

  it('should be the same for a draft that a frontend reads, or is handed', async () => {
    const { id } = await make('pages', { _status: 'draft', body: all() } as never)
    const { json } = await requestJSON(`/api/pages/${id}?draft=true&format=html`, { as: frontend })
    await expectHTML(json.body, 'de')
    expect((await request(`/api/pages/${id}?draft=true&format=html`)).status).toBe(404)
  })

  it('should be had by the Local API', async () => {
    const { id } = await make('news', { body: all() })
    const doc = await payload.findByID({ collection: 'news', depth: 0, id, locale: 'de' })
    const docs = [JSON.parse(JSON.stringify(doc)) as Record<string, unknown>]
    await convertDocuments(payload, {
      docs,
      fallback: false,
      format: 'html',
      locale: 'de',
      slug: 'news',
    })
    await expectHTML(docs[0]?.body, 'de')
  })

  it('should leave gaps, and a text that is empty', async () => {
    const { id } = await make('news', { body: richTextOf([]) })
    const read = async (more: string) =>
      (await requestJSON(`/api/news/${id}?format=html&${more}`)).json
    expect((await read('')).body).toBe('')
    expect((await read('locale=ar&fallback-locale=none')).body ?? null).toBeNull()
    expect(await read('select[title]=true')).not.toHaveProperty('body')
  })
})

describe('rich text as plain text', () => {
  it('should say the same in words', async () => {
    const { id, slug } = await make('news', { body: all() })
    const { json } = await requestJSON(`/api/news/${id}?format=text&locale=en`)
    expect(json.body).toMatch(/^Überschrift\n\nKleinere\n\nKleinste\n\nfettkursiv\n/)
    for (const part of [
      'Im Netz (https://www.example.org/?a=1&b=2)',
      `Mehr (${environment.siteURL}/en/ziel-`,
      '\n\n- eins\n  - innen\n\n1. eins\n   1. innen\n\n> gesagt\n\n---\n\n[Ein "Bild" <b>]\nFoto: <i>',
      '\n\nWichtig\n\nWer bedroht wird, ruft 110 an.\n\nSo erreichen Sie uns\n\n',
      '\n- Beratung: 030 23125000\n',
    ]) {
      expect(json.body).toContain(part)
    }
    const query = `{ NewsItem(id: "${id}", locale: en) { body(format: text) } }`
    expect((await graphQL(query)).json.data.NewsItem.body).toBe(json.body)
    const list = await requestJSON(`/api/news?slug=${slug}&format=text&locale=en`)
    expect(list.json.docs[0].body).toBe(json.body)
  })
})

describe('a malicious text', () => {
  it('should be words, by every format', async () => {
    const script = '<script>alert(1)</script>'
    const bad = await makeImage()
    await payload.db.updateOne({
      collection: 'media',
      data: { alt: { de: '" onload="alert(1)' }, credit: script },
      id: bad,
    })
    const { id } = await make('news')
    const link = (url: string) => ({
      children: [{ text: 'Klick', type: 'text' }],
      fields: { linkType: 'custom', url },
      type: 'link',
    })
    const body = richTextOf([
      { children: [{ text: script, type: 'text' }], type: 'paragraph' },
      link('javascript:alert(1)'),
      link('https://example.org/"onclick="alert(1)'),
      link('data:text/html,x'),
      {
        fields: { blockType: 'callout', text: script, title: script, tone: '"><i' },
        type: 'block',
      },
      imageNode(bad),
      { children: [{ text: 'x', type: 'text' }], tag: 'script', type: 'heading' },
      { children: [{ text: 'x', type: 'text' }], type: 'script' },
    ])
    // As something may have been stored before texts were checked.
    await payload.db.updateOne({ collection: 'news', data: { body: { de: body } }, id })
    const { json } = await requestJSON(`/api/news/${id}?format=html`)
    expect(faultsOfHTML(json.body)).toEqual([])
    expect(json.body).toMatch(
      /^<p>&#60;script&#62;alert\(1\)&#60;\/script&#62;<\/p>Klick<a href="https:\/\/example.org\/&#34;onclick=&#34;alert\(1\)" rel="noreferrer">Klick<\/a>Klick<aside data-tone="info"><h3>&#60;script&#62;alert/,
    )
    expect(json.body).toContain('alt="&#34; onload=&#34;alert(1)"')
    expect(json.body).toMatch(/<h2>x<\/h2>x$/)
    const query = `{ NewsItem(id: "${id}") { body(format: html) } }`
    expect((await graphQL(query)).json.data.NewsItem.body).toBe(json.body)
  })
})

describe('what a text leads to', () => {
  const read = async (id: string, more = '') =>
    (await requestJSON(`/api/news?where[id][in]=${id}&select[body]=true&format=html${more}`)).json
      .docs[0].body as string

  it.each(['a draft', 'in the trash'])('should not be shown while it is %s', async (state) => {
    const hidden = (slug: 'pages' | 'partners') =>
      make(slug, {
        _status: 'draft',
        [slug === 'pages' ? 'title' : 'name']: 'Geheimes Vorhaben',
      } as never)
    const targets = [await hidden('pages'), await hidden('partners')] as const
    const { id } = await make('news', {
      body: richTextOf([
        ...richText(linkNode('pages', targets[0].id)).root.children,
        ...richText(linkNode('partners', targets[1].id)).root.children,
        { fields: { blockType: 'contact', partner: targets[1].id }, type: 'block', version: 2 },
      ]),
    })
    if (state === 'in the trash') {
      for (const [index, target] of targets.entries()) {
        await payload.db.updateOne({
          collection: ['pages', 'partners'][index] as 'pages',
          data: { _status: 'published', deletedAt: new Date().toISOString() },
          id: target.id,
        })
      }
    }
    const path = `/api/news/${id}?format=html&depth=3`
    for (const as of [undefined, frontend, coordinator]) {
      for (const more of ['', '&draft=true', '&draft=true&trash=true']) {
        const { json } = await requestJSON(path + more, { as })
        expect(json.body, more).toBe('<p>Mehr</p><p>Mehr</p>')
      }
    }
    const query = `{ NewsItem(id: "${id}", draft: true) { body(format: html) } }`
    expect((await graphQL(query, { as: frontend })).json.data.NewsItem.body).toBe(
      '<p>Mehr</p><p>Mehr</p>',
    )
  })

  it('should be shown as it is published, whatever its draft says', async () => {
    const target = await make('partners', { phones: [{ number: '+493023125001' }] })
    await payload.update({
      collection: 'partners',
      data: { name: 'Entwurf', phones: [{ number: '+493023125002' }] },
      draft: true,
      id: target.id,
      locale: 'de',
    })
    const body = richText({
      fields: { blockType: 'contact', partner: target.id },
      type: 'block',
      version: 2,
    })
    const { id } = await make('news', { body } as never)
    const { json } = await requestJSON(`/api/news/${id}?format=html&draft=true&depth=2`, {
      as: frontend,
    })
    expect(json.body).toContain('tel:+493023125001')
    expect(json.body).not.toMatch(/Entwurf|25002/)
  })

  it('should be shown as it is after each change', async () => {
    const target = await make('pages', { slug: unique('alt').replaceAll(' ', '-') })
    const contact = await make('partners', { phones: [{ number: '+493023125003' }] })
    const picture = await makeImage()
    const { id } = await make('news', {
      body: richTextOf([
        ...richText(linkNode('pages', target.id)).root.children,
        imageNode(picture),
        { fields: { blockType: 'contact', partner: contact.id }, type: 'block', version: 2 },
      ]),
    })
    const change = (slug: 'media' | 'pages' | 'partners', of: string, data: object) =>
      payload.update({ collection: slug as 'pages', data, id: of, locale: 'de' })
    expect(await read(id)).toMatch(/alt-.*Ein &#34;Bild.*25003/s)
    // From memory, whatever is asked beside it.
    expect(await read(id, '&limit=7')).toMatch(/alt-.*Ein &#34;Bild.*25003/s)
    await change('pages', target.id, { slug: unique('neu').replaceAll(' ', '-') })
    expect(await read(id)).toMatch(/\/neu-/)
    await change('partners', contact.id, { phones: [{ number: '+493023125004' }] })
    expect(await read(id)).toContain('25004')
    await change('media', picture, { alt: 'Anders' })
    expect(await read(id)).toContain('alt="Anders"')
    await change('pages', target.id, { _status: 'draft' })
    expect(await read(id)).toMatch(/^<p>Mehr<\/p>/)
    await change('pages', target.id, { _status: 'published' })
    expect(await read(id)).toMatch(/^<p><a href="[^"]*\/neu-/)
  })

  it('should list partners as they are after each change, and those that reach beyond', async () => {
    const fields = { blockType: 'partnerList', districts: ['03158'], kinds: ['court'] }
    const body = richText({ fields, type: 'block', version: 2 })
    const { id } = await make('news', { body } as never)
    expect(await read(id, '&locale=en')).toBe('')
    const court = (data: object) => make('partners', { kind: 'court', ...data } as never)
    const own = await court({ districts: ['03158'], name: 'Gericht A', reach: 'district' })
    const wide = await court({ name: 'Gericht B', reach: 'state' })
    await court({ districts: ['03101'], name: 'Gericht C', reach: 'district' })
    await court({ _status: 'draft', name: 'Gericht D', reach: 'state' })
    await make('partners', { kind: 'police', reach: 'state' })
    const url = (slug: string) => `${environment.siteURL}/en/partner/${slug}`
    expect(await read(id, '&locale=en')).toBe(
      `<h2>Find help and partners</h2><ul><li><a dir="auto" href="${url(own.slug)}" lang="de">Gericht A</a> Court</li><li><a dir="auto" href="${url(wide.slug)}" lang="de">Gericht B</a> Court</li></ul>`,
    )
  })
})

describe('the cache', () => {
  it('should keep each format, and each language, by itself', async () => {
    const { id, slug } = await make('news', { body: all(), image, partners: [partner] })
    await payload.update({ collection: 'news', data: { title: 'أخبار' }, id, locale: 'ar' })
    const questions = ['', 'format=html', 'format=text', 'fallback=mark'].flatMap((shape) =>
      ['', 'locale=ar', 'locale=all', 'depth=0'].map((more) => `slug=${slug}&${shape}&${more}`),
    )
    const answers = async () =>
      Promise.all(
        questions.map(async (question) => (await request(`/api/news?${question}`)).text()),
      )
    const first = await answers()
    expect(new Set(first).size).toBe(questions.length)
    expect(await answers()).toEqual(first)
  })

  it('should convert a text once, and look for what all texts of a list lead to at once', async () => {
    const body = richText(linkNode('pages', page))
    const ids: string[] = []
    for (let number = 0; number < 9; number += 1) {
      ids.push((await make('news', { body } as never)).id)
    }
    const question = (some: string[], more = '') =>
      `/api/news?where[id][in]=${some.join()}&select[body]=true&depth=0&format=html${more}`
    const count = async (some: string[], more?: string) =>
      (await countOperations(payload, () => request(question(some, more)))).operations
    const [one = ''] = ids
    await count([one])
    // The first pays for the count, too.
    const ofTwo = await count(ids.slice(1, 3))
    expect(await count(ids.slice(3))).toBe(ofTwo)
    expect(await count(ids, '&sort=title')).toBeLessThanOrEqual(2)
    expect(await count(ids, '&sort=-title')).toBe(1)
  })
})

describe('a format that there is not', () => {
  it.each([
    '/api/news?format=pdf',
    '/api/news?format=HTML',
    '/api/news?format[]=html',
    '/api/news?format=',
    '/api/globals/site?format=pdf',
    '/api/resolve?path=/&format=pdf',
    '/api/news/count?format=html',
    '/api/news?fallback=de',
    '/api/search?q=gewalt&format=html',
  ])('should be 400: %s', async (question) => {
    const { json, status } = await requestJSON(question)
    expect(status).toBe(400)
    expect(json.errors[0].message).toMatch(/„(?:format|fallback)“/)
  })

  it('should be an error of GraphQL', async () => {
    const { json } = await graphQL('{ News { docs { body(format: pdf) } } }')
    expect(json.errors[0].message).toContain('"format"')
  })
})
