import { describe, expect, it } from 'vitest'

import { askedOf, hrefOf, pageOf } from '../../../src/site/asked.ts'

const asked = (url: string) => {
  const found = askedOf(url)
  return found && [found.locale, found.path, found.href, found.isElsewhere]
}

describe('the address of a page', () => {
  it.each([
    ['/', 'de', '/', '/', false],
    ['/partner', 'de', '/partner', '/partner', false],
    ['/partner/', 'de', '/partner', '/partner', true],
    ['/partner///', 'de', '/partner', '/partner', true],
    ['/de', 'de', '/', '/', true],
    ['/de/partner', 'de', '/partner', '/partner', true],
    ['/en', 'en', '/', '/en', false],
    ['/en/', 'en', '/', '/en', true],
    ['/en/aktuelles/a', 'en', '/aktuelles/a', '/en/aktuelles/a', false],
    ['/de-simple/partner', 'de-simple', '/partner', '/de-simple/partner', false],
    ['/en/en', 'en', '/en', '/en/en', false],
    ['/EN/partner', 'de', '/EN/partner', '/EN/partner', false],
    ['/%65n/partner', 'en', '/partner', '/en/partner', false],
    ['/b%C3%BCro', 'de', '/büro', '/b%C3%BCro', false],
    ['/a%20b', 'de', '/a b', '/a%20b', false],
    ['/a%25b', 'de', '/a%b', '/a%25b', false],
    ['/constructor', 'de', '/constructor', '/constructor', false],
    ['/__proto__', 'de', '/__proto__', '/__proto__', false],
    ['/partner?', 'de', '/partner', '/partner', false],
    [`/${'a'.repeat(499)}`, 'de', `/${'a'.repeat(499)}`, `/${'a'.repeat(499)}`, false],
  ])('should be read: %s', (url, ...expected) => {
    expect(asked(url)).toEqual(expected)
  })

  it.each([
    '',
    'partner',
    '?q=a',
    '//evil.example.org',
    '/%2Fevil.example.org',
    '/\\evil.example.org',
    '/%5Cevil.example.org',
    '/a//b',
    '/a%2F%2Fb',
    '/en//evil.example.org',
    '/a%00',
    '/a%0Ab',
    '/a%7F',
    '/%',
    '/%E0%A4',
    '/%ED%A0%80',
    'http://evil.example.org/',
    `/${'a'.repeat(500)}`,
  ])('should be none: %j', (url) => {
    expect(askedOf(url)).toBeUndefined()
  })
})

describe('the parameters of a page', () => {
  it.each<[string, unknown, unknown]>([
    ['/partner?district=03101', { district: '03101' }, '/partner?district=03101'],
    [
      '/partner?kind=biss&district=03101&page=2',
      { district: '03101', kind: 'biss', page: '2' },
      '/partner?district=03101&kind=biss&page=2',
    ],
    [
      '/partner?targetGroup=women&language=tr&service=shelter',
      expect.objectContaining({ language: 'tr', service: 'shelter' }),
      expect.stringContaining('language=tr'),
    ],
    ['/en/partner?district=03101', { district: '03101' }, '/en/partner?district=03101'],
    ['/aktuelles?topic=law', { topic: 'law' }, '/aktuelles?topic=law'],
    ['/suche?q=h%C3%A4usliche+Gewalt', { q: 'häusliche Gewalt' }, '/suche?q=h%C3%A4usliche+Gewalt'],
    ['/suche?q=%20a%20', { q: 'a' }, '/suche?q=a'],
    ['/suche?q=a%00b%0Ac', { q: 'a b c' }, '/suche?q=a+b+c'],
    ['/suche?q=a?b', { q: 'a?b' }, '/suche?q=a%3Fb'],
    ['/suche?q=a&q=b', { q: 'a' }, '/suche?q=a'],
    [`/suche?q=${'a'.repeat(1000)}`, { q: 'a'.repeat(100) }, `/suche?q=${'a'.repeat(100)}`],
    ['/suche?q=', {}, '/suche'],
    ['/partner?page=1000', { page: '1000' }, '/partner?page=1000'],
    // What the page does not know is dropped.
    ...['page=1', 'page=0', 'page=-1', 'page=02', 'page=1001', 'page=1e3', 'page=x', 'page='].map(
      (query): [string, object, string] => [`/partner?${query}`, {}, '/partner'],
    ),
    ['/partner?district=1', {}, '/partner'],
    ['/partner?district=constructor', {}, '/partner'],
    ['/partner?district=03101,03102', {}, '/partner'],
    ['/partner?topic=law', {}, '/partner'],
    ['/partner?constructor=a&__proto__=b&toString=c', {}, '/partner'],
    ['/partner?slug=biss', {}, '/partner'],
    ['/partner?fbclid=1', {}, '/partner'],
    ['/partner/biss?district=03101', {}, '/partner/biss'],
    ['/?page=2', {}, '/'],
    ['/constructor?page=2', {}, '/constructor'],
  ])('should be those that it knows, in one order: %s', (url, query, href) => {
    expect(askedOf(url)).toMatchObject({ href, isElsewhere: false })
    expect(askedOf(url)?.query).toEqual(query)
  })

  it('should be dropped, a thousand of them', () => {
    const many = Array.from({ length: 1000 }, (_, number) => `p${number}=1`).join('&')
    expect(askedOf(`/partner?${many}&kind=biss`)?.href).toBe('/partner?kind=biss')
  })
})

describe('an address that is written', () => {
  it.each([
    [{ locale: 'de', path: '/' }, '/'],
    [{ locale: 'en', path: '/' }, '/en'],
    [
      { locale: 'en', path: '/partner', query: { page: '2', kind: 'biss' } },
      '/en/partner?kind=biss&page=2',
    ],
    [
      { locale: 'de', path: '/suche', query: { page: undefined, q: 'a&b=c' } },
      '/suche?q=a%26b%3Dc',
    ],
    [{ locale: 'de', path: '/büro' }, '/b%C3%BCro'],
  ] as const)('should be in one form: %j', (page, href) => {
    expect(hrefOf(page)).toBe(href)
  })

  it.each([
    [{}, 1],
    [{ page: '2' }, 2],
    [{ page: '1000' }, 1000],
  ])('should have a page of a list: %j', (query, page) => {
    expect(pageOf(query)).toBe(page)
  })
})
