import { XMLParser } from 'fast-xml-parser'
import { SyntaxValidator } from 'fast-xml-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { onePixel } from '../../../support/onePixel.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import { instance, request } from '../../../support/instance.ts'

removeDocuments()

const title = unique('Neu & <wichtig>')
const languages = ['de', 'de-simple', 'ar']

let slug: string
let id: string
let image: string

beforeAll(async () => {
  const payload = await instance()
  const file = { data: onePixel, mimetype: 'image/png', name: 'bild.png', size: onePixel.length }
  image = (await payload.create({ collection: 'media', data: { alt: 'Ein Bild' }, file })).id
  const item = await make('news', {
    image,
    publishedAt: '2031-01-01T00:00:00.000Z',
    teaser: 'Ein <Satz> & noch einer.',
    title,
    topics: ['prevention'],
  })
  ;({ id, slug } = item)
  // Without teaser, image and topics: what may be missing is.
  await make('news')
})

afterAll(async () => {
  const payload = await instance()
  await payload.delete({ id: image, collection: 'media', trash: true })
})

const read = async (format: 'atom' | 'json' | 'rss', locale: string): Promise<string> => {
  const response = await request(`/api/feed/${format}?locale=${locale}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(
    `application/${format === 'json' ? 'feed+json' : `${format}+xml`}; charset=utf-8`,
  )
  return response.text()
}

const parser = new XMLParser({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  isArray: (_, path) =>
    /^(?:feed\.entry|feed\.link|feed\.entry\.link|feed\.entry\.category|rss\.channel\.item)$/.test(
      String(path),
    ),
  parseTagValue: false,
})

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Parsed = any

const readXML = async (format: 'atom' | 'rss', locale: string): Promise<Parsed> => {
  const xml = await read(format, locale)
  expect(SyntaxValidator.validate(xml)).toBe(true)
  return parser.parse(xml)
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/
const address = /^https?:\/\/\S+$/
const filled = /\S/

const expectAllDifferent = (values: unknown[]): void => {
  expect(values.length).toBeGreaterThan(0)
  expect(new Set(values).size).toBe(values.length)
}

describe('feeds', () => {
  it('should list the newest news first, with links to the website', async () => {
    const [atom, json, rss] = [
      await readXML('atom', 'de'),
      JSON.parse(await read('json', 'de')),
      await readXML('rss', 'de'),
    ]
    const links = [
      atom.feed.entry[0].link[0]['@href'],
      json.items[0].url,
      rss.rss.channel.item[0].link,
    ]
    for (const link of links) {
      expect(link).toMatch(new RegExp(`^https?://[^?]*/aktuelles/${slug}$`))
    }
  })

  it.each(['xml', 'constructor', 'toString'])('should not exist as %s', async (format) => {
    expect((await request(`/api/feed/${format}`)).status).toBe(404)
  })

  it('should say the title and the teaser as they are written, whatever they contain', async () => {
    const [atom, json, rss] = [
      await readXML('atom', 'de'),
      JSON.parse(await read('json', 'de')),
      await readXML('rss', 'de'),
    ]
    // HTML, in which the signs are written as numbers.
    const asHTML = (text: string) =>
      text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;')
    const teaser = asHTML('Ein <Satz> & noch einer.')
    expect(atom.feed.entry[0].title).toEqual({ '#text': asHTML(title), '@type': 'html' })
    expect(atom.feed.entry[0].summary).toEqual({ '#text': teaser, '@type': 'html' })
    expect(json.items[0]).toMatchObject({ content_html: teaser, title })
    expect(rss.rss.channel.item[0]).toMatchObject({ description: teaser, title })
  })

  it('should keep the id of an item when its address changes', async () => {
    const payload = await instance()
    const idOf = async () => (await readXML('atom', 'de')).feed.entry[0].id as string
    const before = await idOf()
    await payload.update({
      id,
      collection: 'news',
      data: { _status: 'published', slug: `${slug}-umgezogen` },
    })
    try {
      expect(await idOf()).toBe(before)
    } finally {
      await payload.update({ id, collection: 'news', data: { _status: 'published', slug } })
    }
  })

  // RFC 4287, 4.1 and 4.2.
  it.each(languages)('should be valid Atom in %s', async (locale) => {
    const { feed } = await readXML('atom', locale)
    expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
    expect(feed.id).toMatch(address)
    expect(feed.title).toMatch(filled)
    expect(feed.updated).toMatch(rfc3339)
    expect(feed.author.name).toMatch(filled)
    const relations = feed.link.map((link: Parsed) => link['@rel'])
    expect(relations.toSorted()).toEqual(['alternate', 'self'])
    const self = feed.link.find((link: Parsed) => link['@rel'] === 'self')['@href']
    expect(new URL(self).pathname).toBe('/api/feed/atom')
    expect(new URL(self).searchParams.get('locale') ?? 'de').toBe(locale)
    expectAllDifferent(feed.entry.map((entry: Parsed) => entry.id))
    for (const entry of feed.entry) {
      expect(entry.id).toMatch(address)
      expect(entry.title['#text']).toMatch(filled)
      expect(entry.updated).toMatch(rfc3339)
      expect(entry.published).toMatch(rfc3339)
      expect(entry.summary['#text']).toMatch(filled)
      const alternates = entry.link.filter((link: Parsed) => !link['@rel'])
      expect(alternates).toHaveLength(1)
      for (const link of entry.link) {
        expect(link['@href']).toMatch(address)
      }
      for (const category of entry.category ?? []) {
        expect(category['@term']).toMatch(filled)
      }
    }
  })

  // RSS 2.0.11, "Required channel elements" and "Elements of <item>".
  it.each(languages)('should be valid RSS in %s', async (locale) => {
    const { rss } = await readXML('rss', locale)
    expect(rss['@version']).toBe('2.0')
    const { channel } = rss
    expect(channel.title).toMatch(filled)
    expect(channel.link).toMatch(address)
    expect(channel.description).toMatch(filled)
    expect(channel.language).toBe(locale)
    expect(channel.lastBuildDate).toMatch(rfc822)
    expect(channel['atom:link']['@rel']).toBe('self')
    expectAllDifferent(channel.item.map((item: Parsed) => item.guid['#text']))
    for (const item of channel.item) {
      expect(item.title).toMatch(filled)
      expect(item.description).toMatch(filled)
      expect(item.link).toMatch(address)
      expect(item.pubDate).toMatch(rfc822)
      expect(item.guid['@isPermaLink']).toBe('false')
      if (item.enclosure) {
        expect(item.enclosure['@url']).toMatch(address)
        expect(item.enclosure['@type']).toBe('image/webp')
        expect(Number(item.enclosure['@length'])).toBeGreaterThan(0)
      }
    }
    expect(channel.item[0].enclosure).toMatchObject({ '@type': 'image/webp' })
  })

  // https://www.jsonfeed.org/version/1/
  it.each(languages)('should be valid JSON Feed in %s', async (locale) => {
    const feed = JSON.parse(await read('json', locale))
    expect(feed.version).toBe('https://jsonfeed.org/version/1')
    expect(feed.title).toMatch(filled)
    expect(feed.home_page_url).toMatch(address)
    expect(new URL(feed.feed_url).pathname).toBe('/api/feed/json')
    expect(feed.author.name).toMatch(filled)
    expectAllDifferent(feed.items.map((item: Parsed) => item.id))
    for (const item of feed.items) {
      expect(item.id).toEqual(expect.any(String))
      expect(item.url).toMatch(address)
      expect(item.content_html).toMatch(filled)
      expect(item.date_published).toMatch(rfc3339)
      expect(item.date_modified).toMatch(rfc3339)
    }
    expect(feed.items[0].image).toMatch(address)
    expect(feed.items[0].tags).toEqual(['Prävention'])
  })
})
