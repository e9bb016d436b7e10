import type { FieldHook } from 'payload'

import { describe, expect, it } from 'vitest'

import { slugField } from '../../../src/fields/slug.ts'

const field = slugField({ from: 'title' })
const req = { i18n: { language: 'de' } }

describe('a slug', () => {
  const check = (value: null | string, collectionSlug = 'pages', data: object = {}) =>
    (field.validate as unknown as (value: unknown, options: object) => string | true)(value, {
      collectionSlug,
      data,
      req,
    })

  it.each(['a', 'a-b', '2026', 'a-1-b', 'constructor', 'a'.repeat(1000)])(
    'should be letters, digits and single hyphens: %s',
    (slug) => {
      expect(check(slug)).toBe(true)
    },
  )

  it.each([
    'A',
    'ä',
    'a--b',
    '-a',
    'a-',
    'a b',
    'a/b',
    'a_b',
    '../a',
    'a\n',
    '__proto__',
    'а',
    'ａ',
  ])('should be nothing else: %j', (slug) => {
    expect(check(slug)).toBe(
      'Die Kurzadresse darf nur Kleinbuchstaben (a bis z), Ziffern und einzelne Bindestriche enthalten.',
    )
  })

  it.each(['', null])('should be made from a title: %j', (slug) => {
    expect(check(slug)).toBe('Bitte zuerst einen Titel eingeben: Aus ihm entsteht die Kurzadresse.')
  })

  it.each([
    ['en', 'pages', {}, false],
    ['admin', 'pages', {}, false],
    ['partner', 'pages', { parent: null }, false],
    ['partner', 'pages', { parent: 'x' }, true],
    ['partner', 'news', {}, true],
    ['partnerin', 'pages', {}, true],
  ] as const)(
    'should not be that of another part of the website: %s in %s %j',
    (slug, collection, data, isFree) => {
      expect(check(slug, collection, data)).toBe(
        isFree ||
          `Die Kurzadresse „${slug}“ gehört auf der Internetseite schon zu etwas anderem. Bitte eine andere wählen.`,
      )
    },
  )
})

describe('a slug that is made', () => {
  type Given = {
    collection?: string
    data?: object
    /** Slugs of other documents, and of other drafts. */
    drafts?: string[]
    isPublished?: boolean
    locale?: string
    operation?: string
    original?: object
    taken?: string[]
    value?: unknown
    wasPublished?: boolean
  }

  const slugOf = (where: unknown): string | undefined =>
    /"(?:version\.)?slug":\{"equals":"([^"]*)"/.exec(JSON.stringify(where))?.[1]

  const make = ({
    collection = 'pages',
    data = {},
    drafts = [],
    isPublished = false,
    locale = 'de',
    operation = 'create',
    original,
    taken = [],
    value,
    wasPublished = false,
  }: Given): Promise<unknown> => {
    const count = (others: string[], published: boolean) => (query: { where: unknown }) => {
      const slug = slugOf(query.where)
      const found = slug === undefined ? published : others.includes(slug)
      return Promise.resolve({ totalDocs: found ? 1 : 0 })
    }
    const hook = field.hooks?.beforeValidate?.[0] as FieldHook
    return Promise.resolve(
      hook({
        collection: { slug: collection },
        data,
        operation,
        originalDoc: original,
        req: {
          ...req,
          locale,
          payload: {
            config: { localization: { defaultLocale: 'de' } },
            count: count(taken, isPublished),
            countVersions: count(drafts, wasPublished),
          },
          t: (key: string) => key,
        },
        value,
      } as never),
    )
  }

  it.each<[string, Given, string | undefined]>([
    ['from its title', { data: { title: 'Täter & Straße' } }, 'taeter-strasse'],
    ['from nothing', { data: {} }, undefined],
    ['from a title of other letters', { data: { title: 'مرحبا' } }, undefined],
    ['from no text', { data: { title: 5 } }, undefined],
    ['another than one that is taken', { data: { title: 'A' }, taken: ['a'] }, 'a-2'],
    [
      'another than that of a draft',
      { data: { title: 'A' }, drafts: ['a'], taken: ['a-2'] },
      'a-3',
    ],
    ['another than a part of the website', { data: { title: 'Suche' } }, 'suche-2'],
    ['that below another page', { data: { parent: 'x', title: 'Suche' } }, 'suche'],
    ['that in another collection', { collection: 'news', data: { title: 'Suche' } }, 'suche'],
    ['as somebody wants it', { data: { title: 'A' }, value: 'anders' }, 'anders'],
    [
      'as somebody wants it, for the validator to refuse',
      { data: { title: 'A' }, taken: ['A b'], value: 'A b' },
      'A b',
    ],
    ['from the title where none is wanted', { data: { title: 'A' }, value: '' }, 'a'],
  ])('should be made %s', async (_, given, slug) => {
    expect(await make(given)).toBe(slug)
  })

  it('should be the first that is free, however many are not', async () => {
    const taken = ['a', ...Array.from({ length: 999 }, (_, index) => `a-${index + 2}`)]
    expect(await make({ data: { title: 'A' }, taken })).toBe('a-1001')
  })

  it('should not be one that somebody wants and another has', async () => {
    await expect(make({ taken: ['anders'], value: 'anders' })).rejects.toMatchObject({
      data: {
        errors: [
          {
            message:
              'Die Kurzadresse „anders“ ist schon vergeben, vielleicht an ein Dokument im Papierkorb. Bitte eine andere wählen.',
            path: 'slug',
          },
        ],
      },
      status: 400,
    })
  })

  const original = { id: 'x', slug: 'alt', title: 'Alt' }
  const update: Given = { data: { title: 'Neu' }, operation: 'update', original, value: 'alt' }

  it.each<[string, Given, string]>([
    ['follow the title before the first publication', update, 'neu'],
    [
      'follow it from a number',
      { ...update, original: { ...original, slug: 'alt-2' }, value: 'alt-2' },
      'neu',
    ],
    ['stay where the title stays', { ...update, data: {} }, 'alt'],
    ['stay once it is published', { ...update, isPublished: true }, 'alt'],
    ['stay once it was published', { ...update, wasPublished: true }, 'alt'],
    ['stay in another language', { ...update, locale: 'en' }, 'alt'],
    [
      'stay where somebody has chosen it',
      { ...update, original: { ...original, title: 'Ganz anders' } },
      'alt',
    ],
    ['stay where a new title gives none', { ...update, data: { title: 'مرحبا' } }, 'alt'],
    ['change where somebody changes it', { ...update, isPublished: true, value: 'neuer' }, 'neuer'],
    [
      'be made where there was none',
      { ...update, original: { ...original, slug: null }, value: null },
      'neu',
    ],
  ])('should %s', async (_, given, slug) => {
    expect(await make(given)).toBe(slug)
  })
})
