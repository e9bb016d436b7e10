import type { FlattenedField, Payload } from 'payload'

import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { publicFields } from '../../../../src/access/publicFields.ts'
import type { LinkableCollection } from '../../../../src/addresses/paths.ts'
import { pathOf } from '../../../../src/addresses/paths.ts'
import { markFallbacks } from '../../../../src/http/shapes/fallbacks.ts'
import { countOperations } from '../../../support/countOperations.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import { everyFeature, richTextOf } from '../../../support/everyFeature.ts'
import { frontendKey, graphQL, instance, request, requestJSON } from '../../../support/instance.ts'
import { onePixel } from '../../../support/onePixel.ts'

type Values = Record<string, unknown>

afterAll(() => payload.delete({ collection: 'media', where: { id: { equals: image } } }))
removeDocuments()

const { collections, globals } = await config

/** The paths of public fields that have a text in each language; `*` for any row of a list. */
const localizedIn = (slug: string, fields: FlattenedField[], prefix = ''): string[] =>
  fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    const inside =
      'flattenedFields' in field
        ? localizedIn(slug, field.flattenedFields, `${path}.${field.type === 'array' ? '*.' : ''}`)
        : []
    const isPublic = publicFields[slug]?.includes(path.replaceAll('*.', ''))
    return [...(field.localized && isPublic ? [path] : []), ...inside]
  })

const localized = [...collections, ...globals].flatMap(({ flattenedFields, slug }) =>
  localizedIn(slug, flattenedFields).map((path) => ({ path, slug })),
)

let payload: Payload
let image: string
/** A document of each collection in which every localised field is filled in, and its address. */
const addresses: Record<string, string> = {}

beforeAll(async () => {
  payload = await instance()
  const { id } = await payload.create({
    collection: 'media',
    data: { alt: 'Bild' },
    file: { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length },
    locale: 'de',
  })
  image = id
  const above = await make('pages')
  const partner = await make('partners', {
    description: 'Ein Satz.',
    openingHours: [{ closes: '17:00', day: 'monday', note: 'nur so', opens: '09:00' }],
    phones: [
      { hours: 'immer', label: 'Beratung', number: '+493023125000' },
      { number: '+493023125001' },
    ],
    profile: richTextOf([]),
  } as never)
  const body = richTextOf(everyFeature({ image, page: above.id, partner: partner.id }))
  const meta = { description: 'Ein Satz.', image, title: 'Titel' }
  const made = {
    news: await make('news', {
      body,
      image,
      meta,
      partners: [partner.id],
      teaser: 'Ein Satz.',
    }),
    pages: await make('pages', { body, intro: 'Ein Satz.', meta, parent: above.id }),
    partners: partner,
    standards: await make('standards', {
      body,
      responsible: [partner.id],
      scope: 'Alle.',
      steps: [
        { action: 'Anrufen', actor: 'Polizei', deadline: 'sofort', legalBasis: '§ 1' },
        { action: 'Beraten', actor: 'BISS' },
      ],
    }),
  }
  addresses.media = `/api/media/${image}?`
  for (const [slug, { id }] of Object.entries(made)) {
    addresses[slug] = `/api/${slug}/${id}?`
  }
  for (const { slug } of globals) {
    addresses[slug] = `/api/globals/${slug}?`
  }
})

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** All values at a path, by their own paths. */
const valuesAt = (value: unknown, path: string, prefix = ''): [string, unknown][] => {
  const [first = '', ...rest] = path.split('.')
  if (path === '') {
    return isEmpty(value) ? [] : [[prefix.slice(0, -1), value]]
  }
  const names = first === '*' ? Object.keys(value ?? []) : [first]
  return names.flatMap((name) =>
    valuesAt((value as undefined | Values)?.[name], rest.join('.'), `${prefix}${name}.`),
  )
}

/** What of a document falls back: by two reads, as clients had to find it out. */
const expectedOf = async (slug: string, locale: string): Promise<Record<string, string>> => {
  const address = `${addresses[slug]}locale=${locale}&depth=0`
  const { json: shown } = await requestJSON(address)
  const { json: own } = await requestJSON(`${address}&fallback-locale=none`)
  const paths = localized.filter((each) => each.slug === slug).map(({ path }) => path)
  const ofOwn = Object.fromEntries(paths.flatMap((path) => valuesAt(own, path)))
  return Object.fromEntries(
    paths
      .flatMap((path) => valuesAt(shown, path))
      .filter(([path]) => isEmpty(ofOwn[path]))
      .map(([path]) => [path, 'de']),
  )
}

const without = (read: object, name: string): object =>
  Object.fromEntries(Object.entries(read).filter(([key]) => key !== name))

describe('the language of each text', () => {
  it.each(localized)(
    'should be said where $path of $slug is in German instead',
    async ({ path, slug }) => {
      const { json } = await requestJSON(`${addresses[slug]}locale=uk&fallback=mark`)
      const filled = valuesAt(json, path)
      // Those of globals are what the seed has made of them.
      const isFilled = filled.length > 0 || ['emergency', 'navigation', 'site'].includes(slug)
      expect(isFilled).toBe(true)
      for (const [place] of filled) {
        expect(json.fallbacks).toHaveProperty([place], 'de')
      }
      const { json: german } = await requestJSON(`${addresses[slug]}fallback=mark`)
      expect(german.fallbacks).toEqual({})
    },
  )

  it.each([...new Set(localized.map(({ slug }) => slug))])(
    'should be what two reads of %s tell, and change nothing else',
    async (slug) => {
      for (const locale of ['de', 'ar', 'en']) {
        const address = `${addresses[slug]}locale=${locale}&depth=0`
        const { json } = await requestJSON(`${address}&fallback=mark`)
        const { json: plain } = await requestJSON(address)
        expect(json.fallbacks).toEqual(await expectedOf(slug, locale))
        expect(without(json, 'fallbacks')).toEqual(plain)
      }
    },
  )

  it('should follow what is translated, field by field and row by row', async () => {
    const { id } = await make('standards', {
      scope: 'Alle.',
      steps: [
        { action: 'Anrufen', actor: 'Polizei' },
        { action: 'Beraten', actor: 'BISS', deadline: 'sofort' },
      ],
    })
    const read = async (more = '') =>
      (await requestJSON(`/api/standards/${id}?locale=en&fallback=mark${more}`)).json.fallbacks
    const all = {
      'editions.0.title': 'de',
      scope: 'de',
      'steps.0.action': 'de',
      'steps.0.actor': 'de',
      'steps.1.action': 'de',
      'steps.1.actor': 'de',
      'steps.1.deadline': 'de',
      title: 'de',
    }
    expect(await read()).toEqual(all)
    const { steps } = await payload.findByID({
      collection: 'standards',
      depth: 0,
      id,
      locale: 'de',
    })
    await payload.update({
      collection: 'standards',
      data: {
        steps: steps?.map((step, index) => ({ ...step, actor: index ? 'Services' : 'Police' })),
        title: 'Standard',
      },
      id,
      locale: 'en',
    })
    expect(await read()).not.toHaveProperty('title')
    expect(await read()).not.toHaveProperty(['steps.0.actor'])
    expect(await read()).toHaveProperty('scope', 'de')
    expect(await read('&select[title]=true')).toEqual({})
    expect(await read('&select[scope]=true')).toEqual({ scope: 'de' })
  })

  it('should not be said of a rich text that is translated', async () => {
    const body = richTextOf(everyFeature({ image, page: '', partner: '' }).slice(0, 3))
    const { id } = await make('news', { body })
    await payload.update({ collection: 'news', data: { body, title: 'News' }, id, locale: 'en' })
    for (const address of [`/api/news/${id}?`, `/api/news?where[id][equals]=${id}&`]) {
      for (const format of ['', '&format=html']) {
        const { json } = await requestJSON(`${address}locale=en&fallback=mark${format}`)
        expect((json.docs?.[0] ?? json).fallbacks).toEqual({})
      }
    }
  })

  it('should leave the language of the request as it is', async () => {
    const req = await createLocalReq({ locale: 'en' }, payload)
    const { id } = await make('news')
    const docs = [{ id, title: 'x' } as Record<string, unknown>]
    const how = { fallback: 'de', isDraft: false, locale: 'tr', slug: 'news' } as const
    await markFallbacks(req, { docs, ...how })
    expect(docs[0]?.fallbacks).toEqual({ title: 'de' })
    expect(req.locale).toBe('en')
  })

  it('should be said of related documents, in lists, of those of a text, and by path', async () => {
    const { json } = await requestJSON(`${addresses.news}locale=tr&fallback=mark&depth=2`)
    expect(json.image.fallbacks).toEqual({ alt: 'de' })
    expect(json.meta.image.fallbacks).toEqual({ alt: 'de' })
    expect(json.fallbacks['meta.image']).toBe('de')
    expect(json.partners[0].fallbacks).toEqual({})
    const nodes = JSON.stringify(json.body)
    expect(nodes).toContain('"fallbacks":{"title":"de"}')
    expect(nodes).toContain('"fallbacks":{"alt":"de"}')
    const [, id] = /news\/([^?]+)/.exec(addresses.news ?? '') ?? []
    const more = 'locale=tr&fallback=mark&depth=2&select[body]=true&select[image]=true'
    for (const time of ['first', 'second']) {
      const list = await requestJSON(`/api/news?where[id][in]=${id}&${more}`)
      expect(list.json.docs[0], time).toMatchObject({ body: json.body, image: json.image })
      expect(list.json.docs[0].fallbacks).toEqual({ body: 'de' })
    }
    const populated = await requestJSON(
      `/api/news/${id}?locale=tr&fallback=mark&populate[partners][description]=true&populate[partners][phones]=true`,
    )
    expect(populated.json.partners[0].fallbacks).toEqual({
      description: 'de',
      'phones.0.hours': 'de',
      'phones.0.label': 'de',
    })
    const doc = await payload.findByID({ collection: 'news', depth: 0, id: id ?? '' })
    const path = pathOf('news' satisfies LinkableCollection, doc)
    const resolved = await requestJSON(`/api/resolve?path=/tr${path}&fallback=mark&depth=2`)
    expect(resolved.json.doc).toEqual(json)
  })

  it('should go with any format', async () => {
    const { json } = await requestJSON(`${addresses.pages}locale=ru&fallback=mark&format=html`)
    expect(json.body).toMatch(/^<h2>/)
    expect(json.fallbacks).toEqual(await expectedOf('pages', 'ru'))
  })

  it('should name the language that was asked for in its place', async () => {
    const { id } = await make('news', { teaser: 'Ein Satz.' })
    await payload.update({ collection: 'news', data: { title: 'News' }, id, locale: 'en' })
    const { json } = await requestJSON(`/api/news/${id}?locale=tr&fallback-locale=en&fallback=mark`)
    expect(json).toMatchObject({ fallbacks: { title: 'en' }, title: 'News' })
    expect(json.teaser ?? null).toBeNull()
  })

  it.each(['locale=ar&fallback-locale=none', 'locale=all', 'locale=de'])(
    'should be nothing where nothing falls back: %s',
    async (more) => {
      const { json } = await requestJSON(`${addresses.news}fallback=mark&depth=1&${more}`)
      expect([json.fallbacks, json.image.fallbacks]).toEqual([{}, {}])
      const search = await requestJSON(`/api/search?q=meldung&fallback=mark&locale=de`)
      expect(search.json.docs[0].fallbacks).toEqual({})
    },
  )

  it('should not be said unless it is asked', async () => {
    for (const address of Object.values(addresses)) {
      expect(await (await request(`${address}locale=ar`)).text()).not.toContain('"fallbacks"')
    }
  })

  it('should be that of a draft, for a frontend', async () => {
    const { id } = await make('pages')
    const update = { collection: 'pages' as const, draft: true, id }
    await payload.update({ ...update, data: { intro: 'Im Entwurf' }, locale: 'de' })
    await payload.update({ ...update, data: { title: 'Draft' }, locale: 'en' })
    const address = `/api/pages/${id}?locale=en&fallback=mark`
    const { json } = await requestJSON(`${address}&draft=true`, { as: await frontendKey() })
    expect(json.fallbacks).toMatchObject({ intro: 'de' })
    expect(json.fallbacks).not.toHaveProperty('title')
    for (const more of ['', '&draft=true']) {
      const { json: published } = await requestJSON(address + more)
      expect(published.fallbacks).not.toHaveProperty('intro')
      expect(published.fallbacks).toHaveProperty('title')
    }
  })

  it('should be said of what a search has found', async () => {
    const word = unique('Fundstück').replaceAll(' ', '')
    await make('news', { teaser: 'Ein Satz.', title: word })
    const page = await make('pages', { title: word })
    await make('partners', { description: 'Ein Satz.', name: word })
    await payload.update({
      collection: 'pages',
      data: { intro: 'One sentence.', title: unique('Page') },
      id: page.id,
      locale: 'en',
    })
    const { json } = await requestJSON(`/api/search?q=${word}&locale=en&fallback=mark`)
    expect(json.docs).toHaveLength(3)
    for (const { collection, fallbacks } of json.docs) {
      expect(fallbacks, collection).toEqual(
        {
          news: { excerpt: 'de', title: 'de' },
          pages: {},
          partners: { excerpt: 'de' },
        }[collection as 'news'],
      )
    }
    const plain = await requestJSON(`/api/search?q=${word}&locale=en`)
    expect(json.docs.map((doc: object) => without(doc, 'fallbacks'))).toEqual(plain.json.docs)
  })

  it('should be said by GraphQL, of each document in the language that it was asked in', async () => {
    const [, id] = /news\/([^?]+)/.exec(addresses.news ?? '') ?? []
    const of = '{ field locale }'
    const query = `{
      tr: NewsItem(id: "${id}", locale: tr) { title fallbacks ${of} image { alt fallbacks ${of} } }
      de: NewsItem(id: "${id}") { title fallbacks ${of} image(locale: tr, fallbackLocale: de) { alt fallbacks ${of} } }
      none: News(where: { id: { equals: "${id}" } }, locale: tr, fallbackLocale: none) { docs { title fallbacks ${of} } }
      list: News(where: { id: { equals: "${id}" } }, locale: tr) { docs { title teaser meta { title } fallbacks ${of} } }
      Emergency(locale: tr) { phones { label } fallbacks ${of} }
    }`
    const { json } = await graphQL(query)
    expect(json.errors).toBeUndefined()
    const title = { field: 'title', locale: 'de' }
    const alt = { field: 'alt', locale: 'de' }
    const teaser = { field: 'teaser', locale: 'de' }
    expect(json.data.tr).toMatchObject({ fallbacks: [title], image: { fallbacks: [alt] } })
    expect(json.data.de).toMatchObject({ fallbacks: [], image: { fallbacks: [alt] } })
    expect(json.data.none.docs).toMatchObject([{ fallbacks: [] }])
    expect(json.data.list.docs[0].fallbacks).toEqual([
      title,
      teaser,
      { field: 'meta.title', locale: 'de' },
    ])
    expect(json.data.Emergency.fallbacks[0]).toEqual({ field: 'phones.0.label', locale: 'de' })
  })

  it('should cost one read more, for all documents of a collection at once', async () => {
    const ids: string[] = []
    for (let number = 0; number < 6; number += 1) {
      ids.push((await make('news')).id)
    }
    const question = (more: string) => () =>
      request(`/api/news?where[id][in]=${ids.join()}&locale=uk&limit=50${more}`)
    await question('&select[slug]=true')()
    const { operations: plain } = await countOperations(payload, question(''))
    const { operations } = await countOperations(payload, question('&fallback=mark'))
    expect(operations - plain).toBeLessThanOrEqual(2)
    expect((await countOperations(payload, question('&fallback=mark&page=1'))).operations).toBe(1)
  })
})
