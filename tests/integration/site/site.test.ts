import type { Server } from 'node:http'
import type { Payload } from 'payload'

import { brotliDecompressSync } from 'node:zlib'
import { request as askRaw } from 'node:http'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { heading, list, paragraph, richText } from '../../../seed/lexical.ts'
import { reservedSlugs } from '../../../src/addresses/paths.ts'
import { environment } from '../../../src/environment.ts'
import { escapeHTML } from '../../../src/lib/escapeHTML.ts'
import { askedOf } from '../../../src/site/asked.ts'
import type { Source } from '../../../src/site/cms.ts'
import { readerOf } from '../../../src/site/cms.ts'
import { pageOrRedirect } from '../../../src/site/page.ts'
import { renderPreview } from '../../../src/site/renderView.tsx'
import { locales } from '../../../src/vocabularies/locales.ts'
import { countOperations } from '../../support/countOperations.ts'
import { listen } from '../../support/listen.ts'
import { onePixel } from '../../support/onePixel.ts'
import { originalParagraphs } from '../../support/originalParagraphs.ts'
import { imageNode, make, removeDocuments, unique } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import { instance, requestJSON, signIn } from '../../support/instance.ts'

removeDocuments()

let coordinator: Client
let origin: string
let payload: Payload
let server: Server

beforeAll(async () => {
  payload = await instance()
  coordinator = await signIn({ role: 'coordinator' })
  const listening = await listen(payload)
  origin = listening.origin
  server = listening.server
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${origin}${path}`, { redirect: 'manual', ...init })

const read = async (path: string, status = 200): Promise<string> => {
  const response = await ask(path)
  const html = await response.text()
  expect(response.status, `${path}: ${html.slice(0, 300)}`).toBe(status)
  return html
}

/** The content as a website on another machine gets it. */
const overHTTP = (): Source => ({
  baseURL: `${origin}/api`,
  fetch,
  siteURL: environment.siteURL,
})

/** What stands in <main>. */
const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

const node = (type: string, more: Record<string, unknown>) => ({ type, version: 1, ...more })

const text = (value: string, format = 0) =>
  node('text', { detail: 0, format, mode: 'normal', style: '', text: value })

const pages = [
  '/',
  '/koordinierungsstelle',
  '/partner',
  '/standards',
  '/standards/kooperationsvereinbarung',
  '/aktuelles',
  '/suche?q=gewalt',
  '/impressum',
]

describe('the website', () => {
  it('should list every page below another one, each once, however many', async () => {
    const above = await make('pages', { title: unique('Oben') })
    const many = 105
    for (let index = 0; index < many; index += 1) {
      await payload.db.create({
        collection: 'pages',
        data: {
          _status: 'published',
          parent: above.id,
          path: `/${above.slug}/unten-${index}`,
          slug: `unten-${index}`,
          title: { de: 'Alle heißen gleich' },
        },
      })
    }
    const html = mainOf(await read(`/${above.slug}`))
    await payload.db.deleteMany({
      collection: 'pages',
      where: { parent: { equals: above.id } },
    })
    const paths = Array.from(html.matchAll(/href="([^"]*\/unten-\d+)"/g), ([, path]) => path)
    expect(paths).toHaveLength(many)
    expect(new Set(paths).size).toBe(many)
  })

  it('should show every paragraph of the original text', async () => {
    const shown = (
      await Promise.all(
        ['/', '/kooperationspartner', '/kooperationsvereinbarung', '/koordinierungsstelle'].map(
          (path) => read(path),
        ),
      )
    ).join('')
    // There is no logo, so there is no text in its place.
    const missing = originalParagraphs.filter(
      (each) => each !== 'Niedersachsen klar Logo' && !shown.includes(escapeHTML(each)),
    )
    expect(missing).toEqual([])
  })

  it.each(['de', 'en', 'ar', 'de-simple'])(
    'should have the emergency numbers, the notice and the exit on every page: %s',
    async (locale) => {
      const prefix = locale === 'de' ? '' : `/${locale}`
      for (const path of [...pages, '/nichts']) {
        const address = `${prefix}${path}`.replace(/(.)\/$/, '$1')
        const html = await read(address, path === '/nichts' ? 404 : 200)
        for (const number of ['110', '112', '116016']) {
          expect(html).toContain(`href="tel:${number}"`)
        }
        expect(html).toContain('leistet selbst keine Soforthilfe')
        expect(html).toMatch(
          /<a class="exit"[^>]*href="https:\/\/www\.dwd\.de\/"[^>]*rel="noreferrer nofollow"/,
        )
      }
    },
  )

  it('should have one first heading and no gap among the others', async () => {
    for (const path of pages) {
      const levels = [...(await read(path)).matchAll(/<h([1-6])/g)].map(([, level]) =>
        Number(level),
      )
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1)
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0), path).toBeLessThanOrEqual(1)
      })
    }
  })

  it('should show a page with its path and the pages below it', async () => {
    const parent = await make('pages', { title: unique('Oben') })
    const child = await make('pages', { parent: parent.id, title: unique('Unten') })
    expect(mainOf(await read(`/${parent.slug}`))).toContain(`href="/${parent.slug}/${child.slug}"`)
    expect(await read(`/en/${parent.slug}/${child.slug}`)).toMatch(
      new RegExp(`aria-label="You are here".*href="/en/${parent.slug}"`),
    )
    await read(`/${child.slug}`, 404)
  })

  it('should show what the rich text holds, escaped, with links in the language of the page', async () => {
    const news = await make('news')
    const partner = await make('partners', {
      phones: [{ number: '+493023125001' }],
    })
    const hidden = await make('pages', { _status: 'draft', title: unique('Versteckt') })
    const link = (fields: object, label: string) =>
      node('link', {
        children: [text(label)],
        direction: 'ltr',
        fields: { newTab: false, ...fields },
        format: '',
        id: unique('link'),
        indent: 0,
      })
    const block = (fields: object) =>
      node('block', { fields: { id: unique('block'), ...fields }, format: '' })
    const { slug } = await make('pages', {
      body: richText(
        heading('Überschrift <b>'),
        list(['Eins', 'Zwei']),
        paragraph('<script>alert(1)</script> & "mehr"'),
        node('paragraph', {
          children: [
            text('Fett', 1),
            link(
              { doc: { relationTo: 'news', value: news.id }, linkType: 'internal' },
              'Zur Meldung',
            ),
            link(
              { doc: { relationTo: 'pages', value: hidden.id }, linkType: 'internal' },
              'Zum Entwurf',
            ),
          ],
          direction: 'ltr',
          format: '',
          indent: 0,
        }) as never,
        block({
          blockType: 'callout',
          text: 'Kasten <i>',
          title: 'Achtung',
          tone: 'warning',
        }) as never,
        block({ blockType: 'contact', partner: partner.id }) as never,
        block({ blockType: 'partnerList', kinds: ['other'], title: 'Liste' }) as never,
      ),
    })
    const html = mainOf(await read(`/en/${slug}`))
    expect(html).toContain('<h2>Überschrift &lt;b&gt;</h2>')
    expect(html).toContain('<ul><li>Eins</li><li>Zwei</li></ul>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;mehr&quot;')
    expect(html).toContain('<strong>Fett</strong>')
    expect(html).toContain(`<a href="/en/aktuelles/${news.slug}">Zur Meldung</a>`)
    expect(html).toContain('Zum Entwurf')
    expect(html).not.toContain(hidden.slug)
    expect(html).toContain('Kasten &lt;i&gt;')
    expect(html).toContain('href="tel:+493023125001"')
    expect(html).toContain(`href="/en/partner/${partner.slug}"`)
  })

  it('should show an image in a text with its alternative text, and none that is in the trash', async () => {
    const file = { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length }
    const alt = unique('Ein Haus')
    const image = await payload.create({ collection: 'media', data: { alt }, file })
    const { slug } = await make('pages', { body: richText(imageNode(image.id) as never) })
    const shown = async () => (await fetch(`${origin}/${slug}`)).text()
    expect(await shown()).toMatch(
      new RegExp(`<img alt="${alt}"[^>]* src="/api/media/file/[\\w-]+\\.webp"`),
    )
    await payload.update({
      id: image.id,
      collection: 'media',
      data: { deletedAt: new Date().toISOString() },
    })
    expect(await shown()).not.toContain(alt)
    await payload.delete({ id: image.id, collection: 'media', trash: true })
  })

  it('should show a partner as far as it is public', async () => {
    const { slug } = await make('partners', {
      address: { visibility: 'secret' },
      internal: { notes: 'Kanarienvogel-Notiz', postalAddress: 'Kanarienvogel-Weg 1' },
      openingHours: [{ closes: '16:00', day: 'monday', opens: '09:00' }],
      phones: [
        { freeOfCharge: true, hiddenOnBill: true, label: 'Beratung', number: '+493023125002' },
      ],
      reach: 'state',
      services: ['shelter'],
    })
    const html = await read(`/partner/${slug}`)
    for (const part of [
      'href="tel:+493023125002"',
      '>030 23125002<',
      'kostenlos, erscheint nicht auf der Telefonrechnung',
      '>Montag<',
      'Schutzunterkunft',
      'Land Niedersachsen',
      'Die Anschrift ist zum Schutz der Menschen dort nicht öffentlich.',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).not.toContain('Kanarienvogel')
  })

  it('should show the steps of a standard in order, and what has superseded it', async () => {
    const old = await make('standards', {
      status: 'superseded',
      steps: [
        { action: 'meldet', actor: 'Polizei', deadline: 'sofort', legalBasis: '§ 17a NPOG' },
        { action: 'berät', actor: 'BISS' },
      ],
    })
    const title = unique('Neu')
    const next = await make('standards', { supersedes: old.id, title })
    const html = mainOf(await read(`/standards/${old.slug}`))
    expect(html).toMatch(/<ol class="steps">.*meldet.*Polizei.*sofort.*§ 17a NPOG.*berät.*BISS/)
    expect(html).toContain(`<a href="/standards/${next.slug}">${title}</a>`)
    expect(mainOf(await read(`/standards/${next.slug}`))).toContain(`href="/standards/${old.slug}"`)
  })

  it('should find by words, and say so where nothing is found', async () => {
    const title = unique('Suchwort')
    const { slug } = await make('news', { title })
    expect(mainOf(await read(`/en/suche?q=${encodeURIComponent(title)}`))).toMatch(
      new RegExp(`<h2 dir="ltr" lang="de"><a href="/en/aktuelles/${slug}">`),
    )
    expect(await read('/suche?q=xyzxyzxyz')).toContain('Dazu wurde nichts gefunden.')
    expect(await read('/suche?q=x')).toContain('mit mindestens zwei Buchstaben')
  })

  it('should not show drafts, what is in the trash, or what was taken back', async () => {
    const draft = await make('pages', { _status: 'draft', title: unique('Entwurf') })
    const trashed = await make('news', { title: unique('Papierkorb') })
    await payload.update({
      id: trashed.id,
      collection: 'news',
      data: { deletedAt: new Date().toISOString() },
    })
    const published = await make('partners', { description: 'Veröffentlicht.' })
    await payload.update({
      id: published.id,
      collection: 'partners',
      data: { description: 'Nur im Entwurf.' },
      draft: true,
      locale: 'de',
    })
    await read(`/${draft.slug}`, 404)
    await read(`/aktuelles/${trashed.slug}`, 404)
    const shown = await make('news', { title: unique('Gezeigt') })
    const list = await read('/aktuelles')
    expect(list).toContain(shown.slug)
    expect(list).not.toContain(trashed.slug)
    const html = await read(`/partner/${published.slug}`)
    expect(html).toContain('Veröffentlicht.')
    expect(html).not.toContain('Nur im Entwurf.')
  })

  it('should show a draft to who has read one, as it would be published', async () => {
    const { id, slug } = await make('pages', { title: unique('Stand') })
    const title = unique('Entwurf')
    await payload.update({
      id,
      collection: 'pages',
      data: { title },
      draft: true,
      locale: 'de',
    })
    const draft = await payload.findByID({ id, collection: 'pages', draft: true, locale: 'de' })
    const html = await renderPreview(await readerOf(overHTTP(), 'de'), {
      collection: 'pages',
      locales: ['de'],
      own: draft,
      path: `/${slug}`,
      shown: draft,
    })
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html).toContain('href="tel:110"')
    expect(await read(`/${slug}`)).not.toContain(title)
  })

  it.each(['/', '/en/partner', '/aktuelles', '/suche?q=polizei', '/koordinierungsstelle'])(
    'should be the same HTML when the API is asked over HTTP: %s',
    async (path) => {
      const asked = askedOf(path)
      const elsewhere = asked && (await pageOrRedirect(overHTTP(), asked))
      expect(await elsewhere?.text()).toBe(await read(path))
    },
  )

  it('should say that the office has not filled in what the law wants, until it has', async () => {
    for (const slug of ['impressum', 'datenschutz', 'barrierefreiheit']) {
      expect(await read('/')).toContain(`href="/${slug}"`)
      const html = await read(`/${slug}`)
      expect(html).toContain('noch nicht ausgefüllt')
      // The seed has made drafts.
      expect(html).not.toContain('[Noch auszufüllen]')
      expect(await read(`/en/${slug}`)).toContain('has not filled in this page yet')
    }
  })

  it('should help where there is no such page', async () => {
    const html = mainOf(await read('/en/nothing/here', 404))
    expect(html).toContain('action="/en/suche"')
    expect(html).toContain('href="/en/partner"')
    expect(html).toContain('href="tel:110"')
    expect(await read('/nichts', 404)).toContain('<meta content="noindex" name="robots"/>')
  })
})

describe('the directory', () => {
  it('should be narrowed down by every filter, and tell how to undo it', async () => {
    const name = unique('Gefiltert')
    const { slug } = await make('partners', {
      districts: ['03157'],
      kind: 'court',
      languages: ['vi'],
      name,
      reach: 'district',
      services: ['interpreting'],
    })
    const link = `href="/partner/${slug}"`
    const own = 'district=03157&kind=court&service=interpreting&language=vi'
    const html = await read(`/partner?${own}`)
    expect(html).toContain(link)
    expect(html).toContain('<option selected="" value="03157">Peine</option>')
    for (const [filter, other] of [
      ['district=03157', 'district=03101'],
      ['kind=court', 'kind=police'],
      ['service=interpreting', 'service=shelter'],
      ['language=vi', 'language=th'],
    ] as const) {
      expect(await read(`/partner?${own.replace(filter, other)}`), other).not.toContain(link)
    }
    const nothing = await read('/partner?kind=university&language=th&service=medical-care')
    expect(nothing).toContain('Ergebnisse: 0')
    expect(nothing).toContain('<a href="/partner">Filter entfernen</a>')
  })

  it('should also find partners that reach beyond the district', async () => {
    const { slug } = await make('partners', {
      kind: 'psychotherapy',
      languages: ['so'],
      reach: 'country',
    })
    expect(await read('/partner?district=03101&kind=psychotherapy&language=so')).toContain(slug)
  })

  it('should come in pages that keep the filters', async () => {
    for (let number = 0; number < 21; number += 1) {
      await make('partners', { kind: 'school-authority' })
    }
    expect(await read('/partner?kind=school-authority')).toContain(
      '<a href="/partner?kind=school-authority&amp;page=2" rel="next">',
    )
    const second = await read('/partner?page=2&kind=school-authority')
    expect(second).toContain('<a href="/partner?kind=school-authority" rel="prev">')
    await read('/partner?kind=school-authority&page=999', 404)
  })
})

describe('languages', () => {
  it.each(locales.map(({ code, ...more }) => [code, 'rtl' in more ? 'rtl' : 'ltr']))(
    'should be named by the page, with its direction: %s',
    async (code, direction) => {
      const html = await read(code === 'de' ? '/partner' : `/${code}/partner`)
      expect(html).toContain(`<html dir="${direction}" lang="${code}">`)
      for (const { code: other } of locales) {
        const href = other === 'de' ? '/partner' : `/${other}/partner`
        expect(html).toMatch(new RegExp(`href="${href}" hreflang="${other}" lang="${other}"`))
      }
    },
  )

  it('should mark German that stands in for what is missing, and say that the page is not translated', async () => {
    const { id, slug } = await make('news', {
      teaser: 'Deutscher Anreißer',
      title: unique('Titel'),
    })
    const before = await read(`/ar/aktuelles/${slug}`)
    expect(before).toContain('<p class="lead" dir="ltr" lang="de">Deutscher Anreißer</p>')
    expect(before).toContain('هذه الصفحة متوفرة باللغة الألمانية فقط.')
    expect(before).not.toMatch(/<link[^>]*hreflang="ar"/)
    await payload.update({
      id,
      collection: 'news',
      data: { _status: 'published', title: 'عنوان' },
      locale: 'ar',
    })
    const after = await read(`/ar/aktuelles/${slug}`)
    expect(after).toContain('<h1>عنوان</h1>')
    expect(after).toContain('<p class="lead" dir="ltr" lang="de">Deutscher Anreißer</p>')
    expect(after).not.toContain('هذه الصفحة متوفرة باللغة الألمانية فقط.')
    expect(after).toMatch(/<link[^>]*hreflang="ar"/)
    expect(await read(`/aktuelles/${slug}`)).not.toContain('lang="de">Deutscher')
  })

  it('should have one address each', async () => {
    for (const [given, right] of [
      ['/de', '/'],
      ['/de/partner?kind=court', '/partner?kind=court'],
      ['/en/', '/en'],
      ['/partner/', '/partner'],
      ['/startseite', '/'],
      ['/en/startseite', '/en'],
    ] as const) {
      const response = await ask(given)
      expect(response.status, given).toBe(308)
      expect(response.headers.get('location')).toBe(right)
    }
  })
})

describe('old addresses', () => {
  it('should lead to where the document is now, in the same language', async () => {
    const { id, slug } = await make('news')
    const moved = `${slug}-neu`
    await payload.update({
      id,
      collection: 'news',
      data: { _status: 'published', slug: moved },
      locale: 'de',
    })
    const response = await ask(`/en/aktuelles/${slug}`)
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe(`/en/aktuelles/${moved}`)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('should lead to web addresses, however they are written', async () => {
    const targets = {
      '/partner': '/partner',
      'https://www.example.org/допомога?q=ü':
        'https://www.example.org/%D0%B4%D0%BE%D0%BF%D0%BE%D0%BC%D0%BE%D0%B3%D0%B0?q=%C3%BC',
      'https://www.example.org/neu': 'https://www.example.org/neu',
    }
    for (const [url, location] of Object.entries(targets)) {
      const from = `/${unique('alt').replaceAll(' ', '-')}`
      const { id } = await payload.create({
        collection: 'redirects',
        data: { from, to: { type: 'custom', url } },
      })
      const response = await ask(from)
      expect(response.status, url).toBe(308)
      expect(response.headers.get('location')).toBe(location)
      await payload.delete({ id, collection: 'redirects' })
    }
  })

  it('should not lead to themselves for ever, whatever was stored before', async () => {
    for (const own of [
      (from: string) => from,
      (from: string) => `${from}/`,
      (from: string) => `/en${from}`,
    ]) {
      const from = `/${unique('alt').replaceAll(' ', '-')}`
      const { id } = await payload.db.create({
        collection: 'redirects',
        data: { from, targetIsPublic: true, to: { type: 'custom', url: own(from) } },
      })
      expect((await ask(from)).status).toBe(404)
      await payload.db.deleteOne({ collection: 'redirects', where: { id: { equals: id } } })
    }
  })

  it.each(['/допомога', 'javascript:alert(1)', '//example.org/', 'java\nscript:alert(1)'])(
    'should answer 404 or a target that fits a header, whatever was stored before: %j',
    async (url) => {
      const from = `/${unique('alt').replaceAll(' ', '-')}`
      const { id } = await payload.db.create({
        collection: 'redirects',
        data: { from, targetIsPublic: true, to: { type: 'custom', url } },
      })
      const response = await ask(from)
      expect([response.status, response.headers.get('location')]).toEqual(
        url.startsWith('/д') ? [308, encodeURI(url)] : [404, null],
      )
      await payload.db.deleteOne({ collection: 'redirects', where: { id: { equals: id } } })
    },
  )
})

describe('replies of the website', () => {
  it('should let nothing in from elsewhere, know nobody, and name nobody where one came from', async () => {
    for (const path of [...pages, '/nichts', '/en/']) {
      const { headers } = await ask(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
      )
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('permissions-policy')).toContain('geolocation=()')
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  it('should need nothing from other hosts, and neither scripts nor styles in the page', async () => {
    for (const path of pages) {
      const html = await read(path)
      expect(html).not.toMatch(/(?:src|action)="(?!\/)/)
      expect(html).not.toMatch(/<link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href="(?!\/)/)
      expect(html).not.toMatch(
        /<style|\sstyle=|\son\w+=|<script(?! src="\/| type="application\/ld\+json">)/,
      )
    }
  })

  it('should be kept, known again, and gone with the next change', async () => {
    const { id, slug } = await make('pages', { title: unique('Vorher') })
    const first = await ask(`/${slug}`)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=5/)
    expect(etag).not.toBe('')
    const again = await ask(`/${slug}`, { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
    const title = unique('Nachher')
    await payload.update({
      id,
      collection: 'pages',
      data: { _status: 'published', title },
      locale: 'de',
    })
    const changed = await ask(`/${slug}`, { headers: { 'If-None-Match': etag } })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain(title)
  })

  it('should be the same for who is signed in', async () => {
    const draft = await make('pages', { _status: 'draft', title: unique('Geheim') })
    const response = await ask(`/${draft.slug}`, { headers: coordinator.headers })
    expect(response.status).toBe(404)
    const [signed, anonymous] = [
      await ask('/partner', { headers: { ...coordinator.headers, Cookie: 'payload-token=x' } }),
      await ask('/partner'),
    ]
    expect(signed.headers.get('etag')).toBe(anonymous.headers.get('etag'))
  })

  it('should have the same head for HEAD, and refuse everything but reading', async () => {
    const [head, get] = [await ask('/', { method: 'HEAD' }), await ask('/')]
    expect(head.status).toBe(200)
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
    expect(await head.text()).toBe('')
    expect((await ask('/', { method: 'POST' })).status).toBe(405)
  })

  it('should weigh less than 30 KB for the start page, with all that it loads', async () => {
    const bytesOf = (path: string): Promise<Buffer> =>
      new Promise((resolve, reject) => {
        const url = new URL(path, origin)
        askRaw(url, { headers: { 'Accept-Encoding': 'br' } }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => resolve(Buffer.concat(chunks)))
        })
          .on('error', reject)
          .end()
      })
    const page = await bytesOf('/')
    const html = brotliDecompressSync(page).toString()
    const loaded = [...html.matchAll(/(?:src|href)="(\/_site\/[^"]+)"/g)].map(([, path]) => path)
    expect(loaded).toHaveLength(3)
    const files = await Promise.all(loaded.map((path) => bytesOf(path ?? '')))
    const weight = [page, ...files].reduce((sum, { length }) => sum + length, 0)
    expect(weight).toBeLessThan(30_000)
  })

  it('should name files by their content, for ever', async () => {
    const [, path] = /href="(\/_site\/site\.[^"]+\.css)"/.exec(await read('/')) ?? []
    const response = await ask(path ?? '')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
    await read('/_site/site.0000000000.css', 404)
  })

  it.each([
    ['/partner?page=-1', 200],
    ['/partner?page=1e9', 200],
    ['/partner?page=0&page=2', 200],
    ['/partner?kind=%3Cscript%3E', 200],
    ['/partner?district[in]=03101', 200],
    ['/partner?utm_source=x&where[internal.notes][like]=a', 200],
    ['/suche?q=%3Cscript%3Ealert(1)%3C/script%3E', 200],
    ['/suche?q=%00%00', 200],
    [`/suche?q=${'wort+'.repeat(2000)}`, 200],
    [`/${'a'.repeat(2000)}`, 404],
    ['/%E0%A4%A', 404],
    ['/%00', 404],
    ['//example.org/', 404],
    ['/%2F%2Fexample.org/', 404],
    ['/\\example.org', 404],
    ['/partner/__proto__', 404],
    ['/constructor', 404],
    ['/_site/../payload.config.ts', 404],
  ])('should come to no harm by an odd address: %s', async (path, status) => {
    const response = await new Promise<{ body: string; status?: number }>((resolve, reject) => {
      const { hostname, port } = new URL(origin)
      askRaw({ hostname, path, port }, (reply) => {
        let body = ''
        reply.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
        reply.on('end', () => resolve({ body, status: reply.statusCode }))
      })
        .on('error', reject)
        .end()
    })
    expect(response.status).toBe(status)
    expect(response.body).not.toContain('<script>')
  })

  it('should be one page for all parameters that it does not know', async () => {
    const [one, other] = [await ask('/partner?fbclid=1'), await ask('/partner?a=b&kind=none')]
    expect(one.headers.get('etag')).toBe(other.headers.get('etag'))
  })
})

describe('pages of the website', () => {
  it.each(['/', '/en', '/ar/partner?district=03101', '/en/aktuelles', '/tr/suche?q=gewalt'])(
    'should ask the database a bounded number of times, and not at all the second time: %s',
    async (path) => {
      const fresh = await listen(payload)
      const readFresh = async () => (await fetch(`${fresh.origin}${path}`)).text()
      await readFresh()
      fresh.server.closeAllConnections()
      fresh.server.close()
      const other = await listen(payload)
      const readOther = async () => (await fetch(`${other.origin}${path}`)).text()
      const first = await countOperations(payload, readOther)
      const second = await countOperations(payload, readOther)
      other.server.closeAllConnections()
      other.server.close()
      expect(first.operations).toBeGreaterThan(0)
      expect(first.operations).toBeLessThan(60)
      expect(second.operations).toBe(0)
      expect(second.looks).toBeLessThanOrEqual(1)
    },
  )
})

describe('slugs of pages', () => {
  it('should not take the addresses of other parts of the website, at the first level', async () => {
    for (const slug of reservedSlugs) {
      const { json, status } = await requestJSON('/api/pages', {
        as: coordinator,
        body: { _status: 'published', slug, title: unique('Belegt') },
        method: 'POST',
      })
      expect(status, slug).toBe(400)
      expect(JSON.stringify(json.errors)).toContain('gehört auf der Internetseite schon')
    }
  })

  it('should go round them where the title would give one, and take them further down', async () => {
    const parent = await make('pages', { title: unique('Eltern') })
    expect((await make('pages', { title: 'Standards' })).slug).toBe('standards-2')
    const below = await make('pages', { parent: parent.id, title: 'Suche' })
    expect(below.slug).toBe('suche')
    await read(`/${parent.slug}/suche`)
  })
})
