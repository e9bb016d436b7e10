import { describe, expect, it } from 'vitest'

import {
  documentPathOf,
  isListPath,
  pathBelow,
  pathInLocale,
  pathOf,
  pathsAbove,
  reservedSlugs,
  withoutLocale,
} from '../../../src/addresses/paths.ts'

const inherited = ['constructor', 'hasOwnProperty', 'toString', '__proto__']

describe('the path of a document', () => {
  it.each([
    ['news', { slug: 'fachtag' }, '/aktuelles/fachtag'],
    ['partners', { slug: 'biss' }, '/partner/biss'],
    ['standards', { slug: 'hochrisiko' }, '/standards/hochrisiko'],
    ['pages', { path: '/hilfe/polizei', slug: 'polizei' }, '/hilfe/polizei'],
    ['pages', { path: '/', slug: 'startseite' }, '/'],
    ['pages', { path: null, slug: 'polizei' }, undefined],
    ['pages', { slug: 'polizei' }, undefined],
    ['news', { path: '/anders' }, undefined],
    ['news', { slug: null }, undefined],
    ['partners', { slug: '' }, undefined],
  ] as const)('should be right in %s: %j', (collection, document, path) => {
    expect(pathOf(collection, document)).toBe(path)
  })

  it.each([
    ['/aktuelles/fachtag', { collection: 'news', field: 'slug', value: 'fachtag' }],
    ['/partner/biss', { collection: 'partners', field: 'slug', value: 'biss' }],
    ['/standards/a', { collection: 'standards', field: 'slug', value: 'a' }],
    ['/partner', { collection: 'pages', field: 'path', value: '/partner' }],
    ['/partner/', { collection: 'pages', field: 'path', value: '/partner/' }],
    ['/partner/a/b', { collection: 'pages', field: 'path', value: '/partner/a/b' }],
    ['/hilfe/polizei', { collection: 'pages', field: 'path', value: '/hilfe/polizei' }],
    ['/', { collection: 'pages', field: 'path', value: '/' }],
    ['', { collection: 'pages', field: 'path', value: '' }],
    ['/news/a', { collection: 'pages', field: 'path', value: '/news/a' }],
    ['/undefined/a', { collection: 'pages', field: 'path', value: '/undefined/a' }],
    ...inherited.map(
      (name) =>
        [`/${name}/a`, { collection: 'pages', field: 'path', value: `/${name}/a` }] as const,
    ),
  ] as const)('should lead back to it: %s', (path, document) => {
    expect(documentPathOf(path)).toEqual(document)
  })
})

describe('a language in front of a path', () => {
  it.each<[string, string | undefined, string]>([
    ['/en', 'en', '/'],
    ['/en/', 'en', '/'],
    ['/en/partner/biss', 'en', '/partner/biss'],
    ['/de-simple/partner', 'de-simple', '/partner'],
    ['/de', 'de', '/'],
    ['/', undefined, '/'],
    ['/partner', undefined, '/partner'],
    ['/english', undefined, '/english'],
    ['/EN/partner', undefined, '/EN/partner'],
    ['/partner/en', undefined, '/partner/en'],
    ...inherited.map((name): [string, undefined, string] => [`/${name}`, undefined, `/${name}`]),
  ])('should be taken off: %s', (given, locale, path) => {
    expect(withoutLocale(given)).toEqual({ locale, path })
  })

  it.each([
    ['/partner', 'de', '/partner'],
    ['/partner', 'en', '/en/partner'],
    ['/', 'de', '/'],
    ['/', 'ar', '/ar'],
    ['/a/b', 'de-simple', '/de-simple/a/b'],
  ])('should be put on: %s in %s', (path, locale, there) => {
    expect(pathInLocale(path, locale)).toBe(there)
  })

  it.each(['/', '/partner', '/aktuelles/fachtag'])(
    'should come off as it was put on: %s',
    (path) => {
      expect(withoutLocale(pathInLocale(path, 'tr'))).toEqual({ locale: 'tr', path })
    },
  )
})

describe('pages below each other', () => {
  it.each([
    [undefined, 'hilfe', '/hilfe'],
    [undefined, 'startseite', '/'],
    ['/', 'polizei', '/startseite/polizei'],
    ['/hilfe', 'polizei', '/hilfe/polizei'],
    ['/hilfe', 'startseite', '/hilfe/startseite'],
    ['', 'hilfe', '/hilfe'],
  ])('should have the path of the one above: %s, %s', (above, slug, path) => {
    expect(pathBelow(above, slug)).toBe(path)
  })

  it.each([
    ['/', []],
    ['/hilfe', []],
    ['/hilfe/polizei', ['/hilfe']],
    ['/a/b/c', ['/a', '/a/b']],
    ['/startseite/polizei', ['/']],
    ['/startseite/a/b', ['/', '/startseite/a']],
    ['/a/startseite/b', ['/a', '/a/startseite']],
  ])('should know those above: %s', (path, above) => {
    expect(pathsAbove(path)).toEqual(above)
  })

  it('should know a thousand above', () => {
    const slugs = Array.from({ length: 1001 }, (_, number) => `s${number}`)
    const path = slugs.reduce<string | undefined>(pathBelow, undefined) ?? ''
    const above = pathsAbove(path)
    expect(above).toHaveLength(1000)
    expect(above.at(-1)).toBe(path.slice(0, path.lastIndexOf('/')))
  })
})

describe('addresses that belong to something else', () => {
  it('should be the lists, the search, languages, and what is no part of the website', () => {
    expect(reservedSlugs.toSorted()).toEqual(
      [
        'admin',
        'aktuelles',
        'api',
        'ar',
        'de',
        'de-simple',
        'en',
        'partner',
        'ru',
        'standards',
        'suche',
        'tr',
        'uk',
        'vorschau',
      ].toSorted(),
    )
  })

  it.each([
    ['/', true],
    ['/suche', true],
    ['/aktuelles', true],
    ['/partner', true],
    ['/standards', true],
    ['/partner/', false],
    ['/partner/biss', false],
    ['/startseite', false],
    ['suche', false],
    ['', false],
  ])('should be lists: %s %s', (path, isList) => {
    expect(isListPath(path)).toBe(isList)
  })
})
