import type { Payload } from 'payload'

import { beforeAll, describe, expect, it } from 'vitest'

import config from '../../../payload.config.ts'
import { environment } from '../../../src/environment.ts'
import { answerSite } from '../../../src/server/website.ts'
import { askedOf } from '../../../src/site/asked.ts'
import { locales } from '../../../src/vocabularies/locales.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import { instance } from '../../support/instance.ts'
import { onePixel } from '../../support/onePixel.ts'

removeDocuments()

let payload: Payload

beforeAll(async () => {
  payload = await instance()
})

const read = async (path: string): Promise<string> => {
  const response = await answerSite({ asked: askedOf(path), config })
  return response.text()
}

const blocks = (html: string): string[] =>
  Array.from(
    html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
    ([, text]) => text ?? '',
  )

/** What the one block of a page says. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const dataOf = async (path: string): Promise<any> => {
  const found = blocks(await read(path))
  expect(found, path).toHaveLength(1)
  return JSON.parse(found[0] ?? '')
}

const place = {
  latitude: 52.26,
  longitude: 10.52,
  postalCode: '38100',
  street: 'Am Markt 1',
  town: 'Braunschweig',
}
const openingHours = [
  { closes: '17:00', day: 'monday' as const, note: 'nach Vereinbarung', opens: '09:00' },
  { closes: '24:00', day: 'sunday' as const, opens: '18:00' },
]
const hours = [
  {
    '@type': 'OpeningHoursSpecification',
    closes: '17:00',
    dayOfWeek: 'https://schema.org/Monday',
    description: 'nach Vereinbarung',
    opens: '09:00',
  },
  {
    '@type': 'OpeningHoursSpecification',
    closes: '23:59',
    dayOfWeek: 'https://schema.org/Sunday',
    opens: '18:00',
  },
]

describe('what a page says of itself to programs', () => {
  it('should be what is public of a partner, with its address if all of that is', async () => {
    const name = unique('Polizei')
    const { slug } = await make('partners', {
      address: { ...place, visibility: 'public' },
      description: 'Wir helfen.',
      districts: ['03101', '03157'],
      email: 'wache@göttingen.de',
      kind: 'police',
      name,
      openingHours,
      phones: [{ number: '110' }, { number: '+493023125002' }],
      reach: 'district',
      shortName: 'PI',
      website: 'https://www.example.org',
    })
    expect(await dataOf(`/partner/${slug}`)).toEqual({
      '@context': 'https://schema.org',
      '@type': ['GovernmentOrganization', 'Place'],
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'DE',
        addressLocality: 'Braunschweig',
        postalCode: '38100',
        streetAddress: 'Am Markt 1',
      },
      alternateName: 'PI',
      areaServed: [
        { '@type': 'AdministrativeArea', name: 'Braunschweig' },
        { '@type': 'AdministrativeArea', name: 'Peine' },
      ],
      description: 'Wir helfen.',
      email: 'wache@xn--gttingen-n4a.de',
      geo: { '@type': 'GeoCoordinates', latitude: 52.26, longitude: 10.52 },
      mainEntityOfPage: `${environment.siteURL}/partner/${slug}`,
      name,
      openingHoursSpecification: hours,
      telephone: ['110', '+493023125002'],
      url: 'https://www.example.org',
    })
  })

  it('should have no address of a secret place, whatever is internal', async () => {
    const { slug } = await make('partners', {
      address: { visibility: 'secret' },
      internal: { notes: 'Kanarienvogel', postalAddress: 'Kanarienvogelweg 1\n38100 Braunschweig' },
      kind: 'womens-shelter',
      name: unique('Haus'),
      openingHours,
      phones: [{ number: '+493023125002' }],
      reach: 'state',
    })
    for (const { code } of locales) {
      const path = code === 'de' ? `/partner/${slug}` : `/${code}/partner/${slug}`
      const data = await dataOf(path)
      expect(data).toMatchObject({
        '@type': 'NGO',
        contactPoint: { hoursAvailable: hours, telephone: ['+493023125002'] },
        // It is written in no other language.
        url: `${environment.siteURL}/partner/${slug}`,
      })
      expect(JSON.stringify(data)).not.toMatch(
        /"(?:address|geo|location|streetAddress|addressLocality)"|Place|Kanarienvogel|secret/,
      )
    }
  })

  it('should have no address of a place of which the town alone is public', async () => {
    const { slug } = await make('partners', {
      address: { town: 'Peine', visibility: 'town-only' },
      name: unique('Ort'),
    })
    expect(await dataOf(`/partner/${slug}`)).not.toHaveProperty('address')
  })

  it('should have no address even if the street of a secret place were in the database', async () => {
    const { id, slug } = await make('partners', { kind: 'womens-shelter', name: unique('Haus') })
    for (const visibility of ['public', 'secret', 'town-only']) {
      await payload.db.updateOne({
        collection: 'partners',
        data: { address: { ...place, street: 'Kanarienallee 7', visibility } },
        where: { id: { equals: id } },
      })
      const text = JSON.stringify(await dataOf(`/partner/${slug}`))
      expect(text.includes('Kanarienallee'), visibility).toBe(visibility === 'public')
      expect(text.includes('52.26'), visibility).toBe(visibility === 'public')
    }
  })

  it('should be a news item of the office', async () => {
    const title = unique('Meldung')
    const { id: image } = await payload.create({
      collection: 'media',
      data: { alt: 'Bild' },
      file: { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length },
      locale: 'de',
    })
    const { slug, updatedAt } = await make('news', { image, teaser: 'Ein Satz.', title })
    expect(await dataOf(`/en/aktuelles/${slug}`)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      dateModified: updatedAt,
      datePublished: '2026-01-01T00:00:00.000Z',
      description: 'Ein Satz.',
      headline: title,
      image: expect.stringMatching(/^https?:\/\/.*\/api\/media\/file\/[\w-]+\.webp$/),
      // The title is not translated.
      inLanguage: 'de',
      mainEntityOfPage: `${environment.siteURL}/aktuelles/${slug}`,
      publisher: expect.objectContaining({ '@type': 'Organization' }),
    })
    await payload.delete({ collection: 'news', trash: true, where: { slug: { equals: slug } } })
    await payload.delete({ id: image, collection: 'media' })
  })

  it('should be the website and the office on the start page, without a number to call', async () => {
    const { name, shortName } = await payload.findGlobal({ slug: 'site', locale: 'de' })
    for (const [path, locale] of [
      ['/', 'de'],
      ['/ar', 'ar'],
    ] as const) {
      expect(await dataOf(path)).toEqual({
        '@context': 'https://schema.org',
        '@graph': [
          {
            '@type': 'WebSite',
            alternateName: name,
            inLanguage: locale,
            name: shortName,
            url: `${environment.siteURL}${path}`,
          },
          {
            '@type': 'Organization',
            alternateName: shortName,
            name,
            url: `${environment.siteURL}/`,
          },
        ],
      })
    }
  })

  it('should be on no other page', async () => {
    for (const path of ['/partner', '/aktuelles', '/suche?q=gewalt', '/impressum', '/nichts']) {
      expect(blocks(await read(path)), path).toEqual([])
    }
  })

  it.each([
    '</script><script>alert(1)</script>',
    '</SCRIPT ><img src=x onerror=alert(1)>',
    '<!--<script>',
    '"},{"@type":"Person',
    'Frauen & "Kinder" \u2028 \\',
  ])('should hold a text as it is, and not let it out: %s', async (text) => {
    const title = `${text} ${unique('Ende')}`
    const { slug } = await make('news', { teaser: text, title })
    const html = await read(`/aktuelles/${slug}`)
    expect(html).not.toContain(/[<>]/.test(text) ? text : '\0')
    const [block = ''] = blocks(html)
    expect(block).not.toContain('<')
    const data = JSON.parse(block) as Record<string, unknown>
    const stored = await payload.find({
      collection: 'news',
      limit: 1,
      locale: 'de',
      where: { slug: { equals: slug } },
    })
    expect(stored.docs[0]?.title).toContain(text.slice(0, 4))
    expect([data.headline, data['@type']]).toEqual([stored.docs[0]?.title, 'NewsArticle'])
    // Those of the page itself: this, and one file.
    expect(html.match(/<script/gi)).toHaveLength(2)
  })
})
