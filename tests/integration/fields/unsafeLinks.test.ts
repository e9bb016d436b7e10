import type { CollectionSlug, Field, GlobalSlug } from 'payload'

import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { paragraph, richText } from '../../../seed/lexical.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import { instance, requestJSON, signIn } from '../../support/instance.ts'

removeDocuments()

let coordinator: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

const unsafe = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'java\u200bscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///C:/Users',
  'ftp://example.org',
  '//evil.example',
  '/\\evil.example',
]

const safe = [
  '/partner',
  '#unten',
  'https://www.example.org/a?b=c',
  'http://example.org',
  'mailto:a@example.org',
  'tel:+49531470',
]

const linkNode = (url: string, type = 'link') => ({
  children: [
    { detail: 0, format: 0, mode: 'normal', style: '', text: 'Klick', type: 'text', version: 1 },
  ],
  direction: null,
  fields: { linkType: 'custom', newTab: false, url },
  format: '',
  id: '65f000000000000000000001',
  indent: 0,
  type,
  version: 3,
})

/** A text with a link in the depth of a list. */
const textWith = (node: object) => {
  const text = richText(paragraph('Vor dem Link'))
  const item = {
    checked: undefined,
    children: [node],
    direction: null,
    format: '',
    indent: 0,
    type: 'listitem',
    value: 1,
    version: 1,
  }
  const list = {
    children: [item],
    direction: null,
    format: '',
    indent: 0,
    listType: 'bullet',
    start: 1,
    tag: 'ul',
    type: 'list',
    version: 1,
  }
  return { root: { ...text.root, children: [...text.root.children, list] } }
}

/** The names of the fields of rich text. */
const richTextFields = (fields: Field[]): string[] =>
  fields.flatMap((field) =>
    field.type === 'richText'
      ? [field.name]
      : field.type === 'tabs'
        ? field.tabs.flatMap((tab) => richTextFields(tab.fields))
        : 'fields' in field
          ? richTextFields(field.fields)
          : [],
  )

const places = [
  ['pages', 'body', 'Page'],
  ['news', 'body', 'NewsItem'],
  ['standards', 'body', 'Standard'],
  ['partners', 'profile', 'Partner'],
] as const

it('should be tried in every field of rich text that there is', async () => {
  const { config } = await instance()
  const found = [...config.collections, ...config.globals].flatMap(({ fields, slug }) =>
    richTextFields(fields).map((name) => `${slug}.${name}`),
  )
  expect(found.toSorted()).toEqual(places.map(([slug, name]) => `${slug}.${name}`).toSorted())
})

describe.each(places)('a link in %s.%s', (slug, name, type) => {
  const isRefused = ({ json, status }: { json: { errors?: object[] }; status: number }): void => {
    expect(status === 400 || json.errors !== undefined, JSON.stringify(json)).toBe(true)
    expect(JSON.stringify(json)).toMatch(/nicht erlaubt/)
  }

  it.each(unsafe)('should be refused by every entrance, as a draft as well: %j', async (url) => {
    const { id } = await make(slug)
    const body = { [name]: textWith(linkNode(url)) }
    const patch = (query: string, more = {}) =>
      requestJSON(`/api/${slug}${query}`, {
        as: coordinator,
        body: { ...body, ...more },
        method: 'PATCH',
      })
    isRefused(await patch(`/${id}`, { _status: 'published' }))
    isRefused(await patch(`/${id}?draft=true`))
    isRefused(await patch(`/${id}?draft=true&autosave=true`))
    isRefused(await patch(`/${id}?draft=true&locale=tr`))
    isRefused(await patch(`?where[id][equals]=${id}`))
    isRefused(
      await requestJSON('/api/graphql', {
        as: coordinator,
        body: {
          query: `mutation ($data: mutation${type}UpdateInput!) { update${type}(id: "${id}", draft: true, data: $data) { id } }`,
          variables: { data: body },
        },
        method: 'POST',
      }),
    )
    const payload = await instance()
    await expect(
      payload.update({ id, collection: slug, data: body, draft: true }),
    ).rejects.toMatchObject({ status: 400 })
    const { json } = await requestJSON(`/api/${slug}/${id}?draft=true&locale=all`, {
      as: coordinator,
    })
    expect(JSON.stringify(json)).not.toContain('Klick')
  })

  it('should be taken where it is safe', async () => {
    const { id } = await make(slug)
    for (const url of safe) {
      const { json, status } = await requestJSON(`/api/${slug}/${id}`, {
        as: coordinator,
        body: { [name]: textWith(linkNode(url)) },
        method: 'PATCH',
      })
      expect(status, JSON.stringify(json)).toBe(200)
      expect(JSON.stringify(json)).toContain(`"url":"${url}"`)
    }
  })

  it('should be handed out without its address where it was stored before, and keep its text', async () => {
    const { id } = await make(slug)
    const payload = await instance()
    await payload.db.updateOne({
      collection: slug,
      data: {
        [name]: {
          de: textWith(linkNode('javascript:alert(1)')),
          en: textWith(linkNode('java\nscript:alert(1)', 'autolink')),
        },
      },
      id,
    })
    for (const path of [
      `/api/${slug}/${id}`,
      `/api/${slug}/${id}?locale=en`,
      `/api/${slug}/${id}?locale=all`,
    ]) {
      const { json } = await requestJSON(path)
      expect(JSON.stringify(json[name])).toContain('Klick')
      expect(JSON.stringify(json)).not.toMatch(/script:/)
    }
    const { json } = await requestJSON('/api/graphql', {
      body: { query: `{ ${type}(id: "${id}") { ${name} } }` },
      method: 'POST',
    })
    expect(JSON.stringify(json.data)).toContain('Klick')
    expect(JSON.stringify(json)).not.toMatch(/script:/)
  })
})

describe('an address in a field', () => {
  type Place = {
    data: (url: string) => object
    /** Which field is refused. */
    field: string
    path: string
    read: (json: Record<string, never>) => unknown
    slug: string
  }

  const nested = (json: unknown, ...keys: (number | string)[]): unknown =>
    keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], json)

  const places: Record<string, Place> = {
    'redirects.to.url': {
      data: (url) => ({
        from: `/${unique('von').replaceAll(' ', '-')}`,
        to: { type: 'custom', url },
      }),
      field: 'to.url',
      path: '/api/redirects',
      read: (json) => nested(json, 'to', 'url'),
      slug: 'redirects',
    },
    'partners.website': {
      data: (website) => ({ kind: 'other', name: unique('Partner'), reach: 'region', website }),
      field: 'website',
      path: '/api/partners?draft=true',
      read: (json) => nested(json, 'website'),
      slug: 'partners',
    },
    'webhooks.url': {
      data: (url) => ({ enabled: false, events: ['published'], name: unique('Hook'), url }),
      field: 'url',
      path: '/api/webhooks',
      read: (json) => nested(json, 'url'),
      slug: 'webhooks',
    },
  }

  const globals: Record<
    string,
    { data: (url: string) => object; field: string; slug: GlobalSlug }
  > = {
    'emergency.quickExit': {
      data: (quickExit) => ({ quickExit }),
      field: 'quickExit',
      slug: 'emergency',
    },
    'navigation.footer.url': {
      data: (url) => ({ footer: [{ label: 'Mehr', type: 'url', url }] }),
      field: 'footer.0.url',
      slug: 'navigation',
    },
    'navigation.header.url': {
      data: (url) => ({ header: [{ label: 'Mehr', type: 'url', url }] }),
      field: 'header.0.url',
      slug: 'navigation',
    },
  }

  /** The fields that a refusal names. */
  const pathsIn = (json: { errors: { data: { errors: { path: string }[] } }[] }): string[] =>
    json.errors.flatMap(({ data }) => data.errors.map(({ path }) => path))

  const made: { id: string; slug: string }[] = []

  afterEach(async () => {
    const { db } = await instance()
    for (const { id, slug } of made.splice(0)) {
      await db.deleteOne({ collection: slug as CollectionSlug, where: { id: { equals: id } } })
    }
  })

  it.each(Object.keys(places))(
    'should be refused where it is dangerous, in a draft as well: %s',
    async (name) => {
      const place = places[name] as Place
      for (const url of unsafe.filter((each) => !each.startsWith('ftp'))) {
        const { json, status } = await requestJSON(place.path, {
          as: coordinator,
          body: place.data(url),
          method: 'POST',
        })
        expect(status, `${url} ${JSON.stringify(json)}`).toBe(400)
        expect(pathsIn(json), url).toEqual([place.field])
      }
    },
  )

  it.each(Object.keys(globals))(
    'should be refused where it is dangerous, in a draft as well: %s',
    async (name) => {
      const { data, field, slug } = globals[name] as (typeof globals)[string]
      for (const url of unsafe.filter((each) => !each.startsWith('ftp'))) {
        for (const draft of [true, false]) {
          const { json, status } = await requestJSON(`/api/globals/${slug}?draft=${draft}`, {
            as: coordinator,
            body: data(url),
            method: 'POST',
          })
          expect(status, url).toBe(400)
          expect(pathsIn(json), url).toEqual([field])
        }
      }
    },
  )

  it.each(Object.keys(places))(
    'should be handed out empty where it was stored before: %s',
    async (name) => {
      const place = places[name] as Place
      const { db } = await instance()
      const { id } = await db.create({
        collection: place.slug as CollectionSlug,
        data: { _status: 'published', ...place.data('java\nscript:alert(1)') },
      })
      made.push({ id: String(id), slug: place.slug })
      const { json } = await requestJSON(`/api/${place.slug}/${String(id)}`, { as: coordinator })
      expect(json.id).toBe(id)
      expect(place.read(json) ?? null).toBeNull()
      expect(JSON.stringify(json)).not.toMatch(/script:/)
    },
  )

  it('should stay as somebody has begun to write it, in a draft', async () => {
    const { id } = await make('partners')
    await requestJSON(`/api/partners/${id}?draft=true`, {
      as: coordinator,
      body: { website: 'www.exam' },
      method: 'PATCH',
    })
    const { json } = await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })
    expect(json.website).toBe('www.exam')
  })
})
