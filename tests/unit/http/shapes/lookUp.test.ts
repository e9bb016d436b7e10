import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { environment } from '../../../../src/environment.ts'
import { htmlOf } from '../../../../src/http/shapes/html.ts'
import { lookUp } from '../../../../src/http/shapes/lookUp.ts'
import { plainTextOf } from '../../../../src/http/shapes/plainText.ts'
import type { Targets } from '../../../../src/http/shapes/targets.ts'
import { publicWords } from '../../../../src/addresses/publicWords.ts'
import { locales } from '../../../../src/vocabularies/locales.ts'
import { faultsOfHTML } from '../../../support/faultsOfHTML.ts'

const id = (digit: string) => digit.repeat(24)
const partner = {
  address: { street: 'Musterweg 1', town: 'Braunschweig', visibility: 'public' },
  email: 'hilfe@göttingen.de',
  id: id('1'),
  kind: 'womens-shelter',
  name: 'Haus <Eins>',
  openingHours: [{ closes: '17:00', day: 'monday', note: { de: 'nur "kurz"' }, opens: '09:00' }],
  phones: [
    {
      freeOfCharge: true,
      hiddenOnBill: true,
      hours: { de: 'immer' },
      label: { de: 'Beratung', en: 'Counselling' },
      number: '+493023125000',
    },
  ],
  slug: 'haus-eins',
  website: 'https://www.example.org/a?b="c"',
}
const image = {
  alt: { de: '"><script>alert(1)</script>' },
  credit: 'Foto: <b>',
  height: 10,
  id: id('2'),
  url: '/api/media/file/a.webp',
  width: 20,
}
const file = {
  accessible: true,
  filesize: 1_200_000,
  id: id('3'),
  language: 'tr',
  title: 'Broşür',
  url: '/api/documents/file/a.pdf',
}
const page = { id: id('4'), path: '/koordinierungsstelle', slug: 'koordinierungsstelle' }

const found: Record<string, Record<string, unknown>> = {
  [`documents ${file.id}`]: file,
  [`media ${image.id}`]: image,
  [`pages ${page.id}`]: page,
  [`partners ${partner.id}`]: partner,
}

const targets: Targets = {
  find: (reference) => reference && found[`${reference.slug} ${reference.id}`],
  list: () => [partner as never],
}

const write = (children: unknown, locale: 'ar' | 'de' | 'en' = 'de') => {
  const nodes = lookUp({ root: { children } }, { fallback: 'de', locale }, targets)
  const html = htmlOf(nodes)
  expect(faultsOfHTML(html)).toEqual([])
  return { html, text: plainTextOf(nodes) }
}

const text = (value: string, format = 0) => ({ format, text: value, type: 'text' })
const paragraph = (...children: object[]) => ({ children, type: 'paragraph' })
const link = (fields: object, ...children: object[]) => ({ children, fields, type: 'link' })
const block = (fields: object) => ({ fields, type: 'block' })
const site = environment.siteURL

describe('a text', () => {
  it('should be its paragraphs, headings, lists and quotes', () => {
    const item = (...children: object[]) => ({ children, type: 'listitem' })
    expect(
      write([
        { children: [text('Titel')], tag: 'h3', type: 'heading' },
        paragraph(text('fett', 1), text(' kursiv', 2), { type: 'linebreak' }, text('a'), {
          type: 'tab',
        }),
        paragraph(),
        {
          children: [
            item(text('eins')),
            item({ children: [item(text('innen'))], listType: 'bullet', type: 'list' }),
            item(text('zwei')),
          ],
          listType: 'number',
          start: 3,
          type: 'list',
        },
        { children: [text('gesagt')], type: 'quote' },
        { type: 'horizontalrule' },
      ]),
    ).toEqual({
      html: '<h3>Titel</h3><p><strong>fett</strong><em> kursiv</em><br />a </p><ol start="3"><li>eins<ul><li>innen</li></ul></li><li>zwei</li></ol><blockquote>gesagt</blockquote><hr />',
      text: 'Titel\n\nfett kursiv\na \n\n3. eins\n   - innen\n4. zwei\n\n> gesagt\n\n---',
    })
  })

  it('should show all formats of a word', () => {
    expect(write([paragraph(text('a', 127))]).html).toBe(
      '<p><sup><sub><code><u><s><em><strong>a</strong></em></s></u></code></sub></sup></p>',
    )
  })

  it('should have links that lead somewhere', () => {
    for (const [fields, html, plain] of [
      [
        { url: 'https://example.org/?a=1&b="2"' },
        'href="https://example.org/?a=1&#38;b=&#34;2&#34;" rel="noreferrer"',
        'https://example.org/?a=1&b="2"',
      ],
      [{ url: 'mailto:a@example.org' }, 'href="mailto:a@example.org"', 'mailto:a@example.org'],
      [{ url: 'tel:110' }, 'href="tel:110"', 'tel:110'],
      [{ url: '/aktuelles' }, `href="${site}/aktuelles"`, `${site}/aktuelles`],
      [{ url: `${site}/aktuelles` }, `href="${site}/aktuelles"`, `${site}/aktuelles`],
      [
        { doc: { relationTo: 'pages', value: page.id }, linkType: 'internal', url: 'https://' },
        `href="${site}/en${page.path}"`,
        `${site}/en${page.path}`,
      ],
      [
        { doc: { relationTo: 'partners', value: { id: partner.id } }, linkType: 'internal' },
        `href="${site}/en/partner/haus-eins"`,
        `${site}/en/partner/haus-eins`,
      ],
    ] as const) {
      expect(write([paragraph(link(fields, text('hier')))], 'en')).toEqual({
        html: `<p><a ${html}>hier</a></p>`,
        text: `hier (${plain})`,
      })
    }
  })

  it.each([
    { url: 'javascript:alert(1)' },
    { url: ' JaVaScRiPt:alert(1)' },
    { url: 'java\nscript:alert(1)' },
    { url: 'data:text/html,<script>alert(1)</script>' },
    { url: '//example.org' },
    { url: '/\\example.org' },
    { url: '#oben' },
    { url: 1 },
    {},
    null,
    { doc: { relationTo: 'pages', value: id('9') }, linkType: 'internal' },
    { doc: { relationTo: 'users', value: page.id }, linkType: 'internal' },
    { doc: { relationTo: 'constructor', value: page.id }, linkType: 'internal' },
    { doc: page.id, linkType: 'internal' },
    { linkType: 'internal', url: 'https://example.org' },
  ])('should keep the words of a link that leads nowhere it may: %j', (fields) => {
    expect(write([paragraph(link(fields as object, text('hier')))])).toEqual({
      html: '<p>hier</p>',
      text: 'hier',
    })
  })

  it('should show images, with what is said of them', () => {
    const src = `${environment.publicURL}/api/media/file/a.webp`
    const alt = '&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;'
    const node = { relationTo: 'media', type: 'upload', value: image.id }
    expect(write([node])).toEqual({
      html: `<figure><img alt="${alt}" height="10" loading="lazy" src="${src}" width="20" /><figcaption>Foto: &#60;b&#62;</figcaption></figure>`,
      text: '["><script>alert(1)</script>]\nFoto: <b>',
    })
    expect(write([node], 'ar').html).toContain(`alt="${alt}" height="10" lang="de"`)
    expect(write([{ ...node, value: id('9') }]).html).toBe('')
  })

  it('should show callouts', () => {
    const fields = { blockType: 'callout', text: 'a\nb\n\n<c>', title: '<T>', tone: 'warning' }
    expect(write([block(fields)])).toEqual({
      html: '<aside data-tone="warning"><h3>&#60;T&#62;</h3><p>a<br />b</p><p>&#60;c&#62;</p></aside>',
      text: '<T>\n\na\nb\n\n<c>',
    })
    expect(write([block({ ...fields, tone: '" onclick="x' })]).html).toContain('"info"')
    expect(write([block({ blockType: 'callout' })]).html).toBe('')
  })

  it('should show what there is to download', () => {
    const fields = { blockType: 'downloads', documents: [file.id, id('9')] }
    const href = `${environment.publicURL}/api/documents/file/a.pdf`
    expect(write([block(fields)])).toEqual({
      html: `<h2>Dokumente</h2><ul><li><a dir="auto" href="${href}" hreflang="tr" lang="tr">Broşür</a> PDF, 1,2 MB, Türkisch, barrierefrei</li></ul>`,
      text: `Dokumente\n\n- Broşür (${href}) PDF, 1,2 MB, Türkisch, barrierefrei`,
    })
    expect(write([block(fields)], 'ar').html).toContain(
      '<span dir="auto" lang="de">Türkisch</span>',
    )
    expect(write([block({ ...fields, documents: [id('9')] })]).html).toBe('')
  })

  it('should show how to reach a partner, and list partners', () => {
    const own = `<a href="${site}/partner/haus-eins">Haus &#60;Eins&#62;</a>`
    expect(write([block({ blockType: 'contact', partner: partner.id })])).toEqual({
      html: `<h2>${own}</h2><ul><li>Beratung: <a dir="auto" href="tel:+493023125000">030 23125000</a>, immer, kostenlos, erscheint nicht auf der Telefonrechnung</li><li>E-Mail: <a dir="auto" href="mailto:hilfe@xn--gttingen-n4a.de">hilfe@göttingen.de</a></li><li>Internetseite: <a href="https://www.example.org/a?b=&#34;c&#34;" rel="noreferrer">example.org</a></li><li>Anschrift: Musterweg 1, Braunschweig</li><li>Öffnungszeiten<ul><li>Montag: <span dir="auto">09:00 – 17:00</span>, nur &#34;kurz&#34;</li></ul></li></ul>`,
      text: `Haus <Eins> (${site}/partner/haus-eins)\n\n- Beratung: 030 23125000, immer, kostenlos, erscheint nicht auf der Telefonrechnung\n- E-Mail: hilfe@göttingen.de\n- Internetseite: example.org (https://www.example.org/a?b="c")\n- Anschrift: Musterweg 1, Braunschweig\n- Öffnungszeiten\n  - Montag: 09:00 – 17:00, nur "kurz"`,
    })
    const titled = write(
      [block({ blockType: 'contact', partner: partner.id, title: 'Hier' })],
      'en',
    )
    expect(titled.html).toContain(
      `<h2>Hier</h2><p><a dir="auto" href="${site}/en/partner/haus-eins" lang="de">Haus &#60;Eins&#62;</a> Women's shelter</p><ul><li>Counselling: `,
    )
    expect(titled.html).toContain(', <span dir="auto" lang="de">immer</span>, free of charge')
    expect(write([block({ blockType: 'partnerList' })]).html).toBe(
      `<h2>Hilfe und Partner finden</h2><ul><li>${own} Frauenhaus</li></ul>`,
    )
    expect(write([block({ blockType: 'contact', partner: id('9') })]).html).toBe('')
  })

  it.each([
    ['public', 'Anschrift: Musterweg 1, 38100 Braunschweig'],
    ['town-only', 'Anschrift: Braunschweig'],
    ['secret', publicWords.de.addressSecret],
  ])('should show of an address that is %s no more than may be known', (visibility, shown) => {
    const address = { postalCode: '38100', street: 'Musterweg 1', town: 'Braunschweig', visibility }
    const nodes = lookUp(
      { root: { children: [block({ blockType: 'contact', partner: partner.id })] } },
      { fallback: false, locale: 'de' },
      { ...targets, find: () => ({ address, name: 'Haus' }) },
    )
    expect(plainTextOf(nodes)).toBe(`Haus\n\n- ${shown}`)
  })

  it('should say of a secret address that it is secret', () => {
    const secret = { ...partner, address: { visibility: 'secret' } }
    const nodes = lookUp(
      { root: { children: [block({ blockType: 'contact', partner: partner.id })] } },
      { fallback: false, locale: 'uk' },
      { ...targets, find: () => secret },
    )
    expect(htmlOf(nodes)).toContain(`<li>${publicWords.uk.addressSecret}</li>`)
    // Nothing fills the gaps of a language if that is what was asked.
    expect(htmlOf(nodes)).not.toContain('Beratung')
  })

  it('should show only as many lists of partners as may be asked for', () => {
    const lists = Array.from({ length: 12 }, (_, index) =>
      block({ blockType: 'partnerList', districts: [String(index)] }),
    )
    expect(write(lists).html.match(/<ul>/g)).toHaveLength(10)
  })
})

describe('whatever is stored', () => {
  const types = [
    'autolink',
    'block',
    'constructor',
    'heading',
    'horizontalrule',
    'linebreak',
    'link',
    'list',
    'listitem',
    'paragraph',
    'quote',
    'script',
    'tab',
    'text',
    'toString',
    'upload',
    '__proto__',
  ]
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '</p><script>alert(1)</script>',
      '" onload="x',
      'javascript:alert(1)',
      '<!--',
      ']]>',
      '&lt;',
      '\u0000',
      '\ud800',
      '\uFFFE',
    ),
  )
  const ids = fc.constantFrom(file.id, image.id, page.id, partner.id, id('9'), 'x', 1, null)
  const fields = fc.record(
    {
      blockType: fc.constantFrom('callout', 'contact', 'downloads', 'partnerList', 'constructor'),
      doc: fc.record({ relationTo: fc.constantFrom('pages', 'partners', 'users', 1), value: ids }),
      documents: fc.array(ids),
      linkType: fc.constantFrom('custom', 'internal', 1),
      partner: ids,
      text: words,
      title: words,
      tone: words,
      url: fc.oneof(words, fc.webUrl(), fc.constant(7)),
    },
    { requiredKeys: [] },
  )
  const { node } = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.anything(),
      fc.record(
        {
          children: fc.array(tie('node'), { maxLength: 4 }),
          fields: fc.oneof(fields, fc.anything()),
          format: fc.oneof(fc.integer(), words),
          start: fc.anything(),
          tag: fc.constantFrom('h1', 'h2', 'h4', 'script', 'constructor', 3),
          text: fc.oneof(words, fc.anything()),
          type: fc.constantFrom(...types),
          value: ids,
        },
        { requiredKeys: ['type'] },
      ),
    ),
  }))

  it('should be turned into HTML that does no harm, and into text', () => {
    fc.assert(
      fc.property(
        fc.array(node, { maxLength: 6 }),
        fc.constantFrom(...locales.map(({ code }) => code)),
        (children, locale) => {
          const nodes = lookUp({ root: { children } }, { fallback: 'de', locale }, targets)
          expect(faultsOfHTML(htmlOf(nodes))).toEqual([])
          expect(plainTextOf(nodes)).toEqual(expect.any(String))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
