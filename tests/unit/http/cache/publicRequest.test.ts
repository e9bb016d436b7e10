import { describe, expect, it } from 'vitest'

import {
  hasCredentials,
  isPublicRead,
  publicGraphQLOf,
  publicRequestOf,
} from '../../../../src/http/cache/publicRequest.ts'

const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  publicRequestOf({ headers, method, url })

describe('a path whose replies are for everybody', () => {
  it.each([
    '/api/news',
    '/api/news/6b0ad9993ccc7a3fa029d361',
    '/api/news/count',
    '/api/partners',
    '/api/globals/site',
    '/api/media/6b0ad999-3ccc-4a3f-8029-d361d361d361',
    '/api/docs',
    '/api/feed/atom',
    '/api/hsds',
    '/api/hsds/',
    '/api/hsds/services',
    '/api/hsds/taxonomy_terms',
    '/api/hsds/services/6b0ad999-3ccc-4a3f-8029-d361d361d361',
    '/api/openapi.json',
    '/api/resolve',
    '/api/schema.graphql',
    '/api/search',
    '/api/sitemap',
    '/api/types.d.ts',
    '/api/vocabularies',
  ])('should be one of content, or of what describes it: %s', (path) => {
    expect(isPublicRead({ headers: {}, method: 'GET' }, path)).toBe(true)
  })

  it.each([
    '',
    '/',
    '/api',
    '/api/',
    '/api/news/',
    '/api/news/versions',
    '/api/news/versions/6b0ad9993ccc7a3fa029d361',
    '/api/partners/export',
    '/api/partners/import',
    '/api/partners/access/6b0ad9993ccc7a3fa029d361',
    '/api/globals/site/versions',
    '/api/news/a/b',
    '/api/news%2F',
    '/api/newsletter',
    '/API/news',
    '//api/news',
    '/api/users',
    '/api/users/me',
    '/api/audit-log',
    '/api/constructor',
    '/api/feed',
    '/api/feed/atom/x',
    '/api/hsds/services/',
    '/api/hsds/services/x',
    '/api/hsds/services/6b0ad999-3ccc-4a3f-8029-d361d361d361/x',
    '/api/hsds//',
    '/api/openapixjson',
    '/api/schema-graphql',
    '/api/types.d.tsx',
    '/api/media/file/a.webp',
    '/api/news\n',
    '/admin/api/news',
  ])('should be no other: %j', (path) => {
    expect(isPublicRead({ headers: {}, method: 'GET' }, path)).toBe(false)
  })
})

describe('the request that everybody is taken to have sent', () => {
  it.each([
    ['/api/news', '/api/news'],
    ['/api/news?', '/api/news'],
    ['/api/news?b=2&a=1', '/api/news?a=1&b=2'],
    ['/api/news?a=1&b=2', '/api/news?a=1&b=2'],
    ['/api/news?a=2&a=1', '/api/news?a=2&a=1'],
    ['/api/news?a=x%20y', '/api/news?a=x+y'],
    ['/api/news?a=x+y', '/api/news?a=x+y'],
    ['/api/news?a=%C3%A4', '/api/news?a=%C3%A4'],
    ['/api/news?a=ä', '/api/news?a=%C3%A4'],
    ['/api/news?where[a][equals]=1', '/api/news?where%5Ba%5D%5Bequals%5D=1'],
    ['/api/news?a', '/api/news?a='],
    ['/api/news?a=1?b=2', '/api/news?a=1%3Fb%3D2'],
    ['/api/news?__proto__=1&constructor=2', '/api/news?__proto__=1&constructor=2'],
  ])('should have its parameters in one order: %s', (url, canonical) => {
    expect(get(url)).toEqual({
      headers: { 'Accept-Language': '' },
      key: ` ${canonical}`,
      url: `http://localhost${canonical}`,
    })
  })

  it('should have nothing of whoever sent it but the language', () => {
    const headers = {
      'accept-language': 'en',
      cookie: '_pk_id=1; theme=dark',
      host: 'evil.example.org',
      origin: 'https://evil.example.org',
      'x-forwarded-for': '203.0.113.9',
    }
    expect(get('/api/news', headers)).toEqual({
      headers: { 'Accept-Language': 'en' },
      key: ' /api/news',
      url: 'http://localhost/api/news',
    })
  })

  it('should be the same for GET and HEAD, and for a thousand parameters in any order', () => {
    const parameters = Array.from({ length: 1000 }, (_, number) => `p${number}=${number}`)
    const url = `/api/news?${parameters.join('&')}`
    expect(get(url, {}, 'HEAD')).toEqual(get(url))
    expect(get(`/api/news?${parameters.toReversed().join('&')}`)).toEqual(get(url))
  })

  it.each([
    ['POST', '/api/news', {}],
    ['PATCH', '/api/news', {}],
    ['OPTIONS', '/api/news', {}],
    ['get', '/api/news', {}],
    ['GET', '/api/users', {}],
    ['GET', '/api/news#?', {}],
    ['GET', '/api/news', { authorization: 'JWT x' }],
    ['GET', '/api/news', { authorization: '' }],
    ['GET', '/api/news', { cookie: 'payload-token=x' }],
    ['GET', '/api/news', { cookie: 'a=b; payload-token=' }],
  ])('should be none: %s %s %j', (method, url, headers) => {
    expect(get(url, headers, method)).toBeUndefined()
  })

  it('should be none of what has no method and no address', () => {
    expect(publicRequestOf({ headers: {} })).toBeUndefined()
    expect(publicRequestOf({ headers: {}, method: 'GET' })).toBeUndefined()
  })
})

describe('a GraphQL query', () => {
  it.each([
    [undefined, 'application/json', ''],
    ['*/*', 'application/json', ''],
    [
      'application/graphql-response+json, application/json;q=0.9',
      'application/graphql-response+json',
      'application/graphql-response+json',
    ],
  ])('should be kept apart by what its client takes: %s', (accept, taken, inKey) => {
    const body = '{"query":"{ Site { name } }"}'
    expect(publicGraphQLOf({ accept }, body)).toEqual({
      headers: { Accept: taken, 'Accept-Language': '', 'Content-Type': 'application/json' },
      key: ` /api/graphql ${inKey} ${body}`,
      url: 'http://localhost/api/graphql',
    })
  })

  it('should not be taken for another', () => {
    const keys = ['{}', '{ }', '', 'x {}'].map((body) => publicGraphQLOf({}, body).key)
    expect(new Set(keys).size).toBe(4)
  })
})

describe('a key or a sign-in', () => {
  it.each<[Record<string, string | string[]>, boolean]>([
    [{}, false],
    [{ cookie: '' }, false],
    [{ cookie: 'token=x' }, false],
    [{ cookie: 'payload-token=x' }, true],
    [{ cookie: 'a=b;payload-token=x' }, true],
    [{ cookie: ['a=b', 'payload-token=x'] }, true],
    [{ authorization: '0' }, true],
    [{ authorization: '' }, true],
  ])('should be seen, valid or not: %j', (headers, has) => {
    expect(hasCredentials(headers)).toBe(has)
  })
})

it('should be the same request whatever tells where somebody came from', () => {
  const key = get('/api/news?limit=5')?.key
  expect(get('/api/news?utm_source=mail&limit=5&_=1700000000&utm_medium=x')?.key).toBe(key)
  expect(get('/api/news?_=1')?.key).toBe(get('/api/news')?.key)
  for (const other of ['_x=1', 'utm=1', 'xutm_source=1', 'limit[_]=1']) {
    expect(get(`/api/news?limit=5&${other}`)?.key).not.toBe(key)
  }
})
