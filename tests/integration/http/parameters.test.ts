import { beforeAll, describe, expect, it } from 'vitest'

import config from '../../../payload.config.ts'
import { describeAPI } from '../../../src/http/description/describeAPI.ts'
import type { Operation } from '../../../src/http/description/openAPI.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import { graphQL, instance, request, requestJSON, signIn } from '../../support/instance.ts'

removeDocuments()

const english = { 'Accept-Language': 'en' }

/** The sentence with which a question is refused; what it answers otherwise. */
const refusalOf = async (path: string, options: Parameters<typeof request>[1] = {}) => {
  const { json, status } = await requestJSON(path, {
    ...options,
    headers: { ...english, ...options.headers },
  })
  return status === 400 ? String(json.errors[0].message) : { json, status }
}

let partner: string
let page: string

beforeAll(async () => {
  await instance()
  partner = (await make('partners', { kind: 'biss', name: unique('Beratung') })).id
  page = (await make('pages')).id
  for (let number = 0; number < 3; number += 1) {
    await make('partners')
    await make('news')
  }
})

const described = Object.entries(describeAPI(await config).paths).flatMap(([path, { get }]) =>
  get ? [[path, get] as const] : [],
)

describe('a parameter that does not exist', () => {
  const watched = ['/api/health', '/api/metrics']

  const addressOf = (path: string): string =>
    path.replace('{id}', path.includes('pages') ? page : partner)

  const asked = ({ parameters = [] }: Operation) =>
    parameters.filter((each) => each.in === 'query').map(({ name }) => name)

  it.each(described.filter(([path]) => !/\{filename\}/.test(path) && !watched.includes(path)))(
    'should be refused, with what was meant: %s',
    async (path, operation) => {
      expect(await refusalOf(`${addressOf(path)}?xyzzyxyzzy=1`)).toBe(
        'There is no parameter "xyzzyxyzzy" here.',
      )
      for (const name of asked(operation).filter((each) => each.length > 3)) {
        const misspelt = `${name.slice(0, 2)}${name.slice(3)}`
        expect(await refusalOf(`${addressOf(path)}?${misspelt}=1`), misspelt).toMatch(
          new RegExp(`^There is no parameter "${misspelt}" here\\. Did you mean "`),
        )
      }
    },
  )

  it.each(watched)('should be nothing to whoever watches the server: %s', async (path) => {
    expect((await request(`${path}?cachebuster=1`)).status).not.toBe(400)
  })

  it('should be refused in the body of a GET that is sent as a POST', async () => {
    const override = { 'X-Payload-HTTP-Method-Override': 'GET' }
    const ask = (form: string) =>
      refusalOf('/api/partners', { form, headers: override, method: 'POST' })
    expect(await ask('distrct=03101')).toBe(
      'There is no parameter "distrct" here. Did you mean "district"?',
    )
    const { json } = await requestJSON('/api/partners?district=03101&limit=100')
    expect(json.totalDocs).toBeGreaterThan(0)
    expect(await ask('district=03101&limit=100')).toEqual({ json, status: 200 })
    expect(
      await refusalOf('/api/partners?limit=2', {
        form: 'district=03101',
        headers: override,
        method: 'POST',
      }),
    ).toMatchObject({
      json: { limit: 2, totalDocs: json.totalDocs },
      status: 200,
    })
  })

  it('should be looked for in the address and in the body of such a POST alike', async () => {
    const ask = (path: string, form: string, as = 'GET') =>
      refusalOf(path, { form, headers: { 'X-HTTP-Method-Override': as }, method: 'POST' })
    expect(await ask('/api/search?foobar=1', 'q=Gewalt')).toBe(
      'There is no parameter "foobar" here.',
    )
    expect(await ask('/api/partners?depth=1', 'depth=2')).toBe(
      '"depth" takes one value, not several here.',
    )
    expect(await ask('/api/partners', 'limit=1', 'DELETE')).toMatch(/^A POST with X-Payload/)
    const half = (name: string) => Array.from({ length: 600 }, () => `${name}=1`).join('&')
    expect(await ask(`/api/partners?${half('_')}`, half('utm_x'))).toMatch(/too many/)
  })

  it.each([
    ['/api/resolve', `path=${'/'.repeat(1_900_000)}x`],
    ['/api/partners', `${'x'.repeat(1_900_000)}=1`],
    ['/api/partners', `language=${'x'.repeat(1_900_000)}`],
    ['/api/partners', `sort=${'x'.repeat(1_900_000)}`],
    ['/api/partners', `where[${'x'.repeat(1_900_000)}][equals]=1`],
  ])('should not keep the server busy however long it is: %s', async (path, form) => {
    const headers = { 'X-Payload-HTTP-Method-Override': 'GET' }
    expect(await refusalOf(path, { form, headers, method: 'POST' })).toEqual(expect.any(String))
  })

  it('should not be what the admin UI sends', async () => {
    const coordinator = await signIn({ role: 'coordinator' })
    const { id } = await make('pages', { _status: 'draft' })
    const calls: [string, string?][] = [
      ['users/refresh-token?refresh', 'POST'],
      [`pages/${id}?locale=de&depth=0&cacheBust=0`],
      [`pages/${id}?depth=1&draft=true&fallback-locale=null&locale=en&trash=false`],
      [`pages/${id}?autosave=true&depth=0&draft=true&fallback-locale=null&locale=de`, 'PATCH'],
      ['pages/versions?depth=0&limit=10&where[parent][exists]=true&sort=-updatedAt'],
      ['pages/versions?select[version][title]=true&select[parent]=true&sort=version.title'],
      ['users?limit=5&pagination=false&sort=name&select[name]=true'],
      ['payload-locked-documents?where[globalSlug][exists]=false&limit=1&depth=1'],
    ]
    for (const [path, method] of calls) {
      const body = method === 'PATCH' ? { title: unique('Seite') } : undefined
      const { status } = await request(`/api/${path}`, { as: coordinator, body, method })
      expect(status, path).toBe(200)
    }
  })

  it('should be refused before anything is written', async () => {
    const coordinator = await signIn({ role: 'coordinator' })
    const draft = await make('pages', { _status: 'draft', title: unique('Entwurf') })
    const title = unique('Neuer Titel')
    expect(
      await refusalOf(`/api/pages/${draft.id}?drft=true`, {
        as: coordinator,
        body: { title },
        method: 'PATCH',
      }),
    ).toBe('There is no parameter "drft" here. Did you mean "draft"?')
    const { json } = await requestJSON(`/api/pages/${draft.id}?draft=true`, { as: coordinator })
    expect(json.title).not.toBe(title)
  })

  it('should be refused in German, too', async () => {
    const { json } = await requestJSON('/api/partners?distrct=03101')
    expect(json.errors[0].message).toBe(
      'Den Parameter „distrct“ gibt es hier nicht. Gemeint ist vielleicht „district“.',
    )
  })

  it('should not be said where it only tells where somebody came from', async () => {
    for (const path of [
      '/api/partners',
      '/api/search?q=Gewalt',
      '/api/feed/json',
      '/api/sitemap',
    ]) {
      const tracked = `${path}${path.includes('?') ? '&' : '?'}utm_source=mail&utm_campaign=x&_=1700000000`
      const [plain, other] = await Promise.all([request(path), request(tracked)])
      expect(other.status).toBe(200)
      expect(await other.text()).toBe(await plain.text())
    }
  })
})

describe('what a parameter may not be', () => {
  it.each([
    ['partners?sort=latest', 'There is no field "latest" here.'],
    ['partners?sort=version.name', 'There is no field "version" here.'],
    ['partners?sort=address', /^"sort" takes at most 5 field names/],
    ['partners?where[constructor][equals]=x', 'There is no "constructor" here.'],
    ['partners?select[toString]=true', 'There is no "toString" here.'],
    ['partners?select[name]=untrue', /^"select" and "populate" name fields/],
    ['news?populate[partners]=true', /^"select" and "populate" name fields/],
    ['partners/count?select[name]=true', 'There is no parameter "select" here.'],
    ['partners?publishSpecificLocale=en', /^There is no parameter "publishSpecificLocale" here\./],
    ['partners/?distrct=03101', 'There is no parameter "distrct" here. Did you mean "district"?'],
    ['Sitemap?locale=de', 'There is no parameter "locale" here.'],
    ['search?q=Gewalt&q=Schutz', '"q" takes one value, not several here.'],
    ['search?q[]=Gewalt', '"q" takes one value, not several here.'],
    ['partners?sort=nothing', 'There is no field "nothing" here.'],
    ['partners?sort=-nmae', 'There is no field "nmae" here. Did you mean "name"?'],
    [
      'news?sort=title,publshedAt',
      'There is no field "publshedAt" here. Did you mean "publishedAt"?',
    ],
    ['partners?where[nmae][equals]=x', 'There is no field "nmae" here. Did you mean "name"?'],
    ['partners?where[address.twn][equals]=x', 'There is no field "twn" here. Did you mean "town"?'],
    ['news?where[partners.nmae][equals]=x', 'There is no field "nmae" here. Did you mean "name"?'],
    ['partners?where[kind][equals]=bis', '"kind" knows no "bis". Did you mean "biss"?'],
    ['partners?where[kind][in]=biss,polce', '"kind" knows no "polce". Did you mean "police"?'],
    ['partners?where[or][0][kind][not_equals]=bis', '"kind" knows no "bis". Did you mean "biss"?'],
    ['partners/count?where[kind][equals]=bis', '"kind" knows no "bis". Did you mean "biss"?'],
    [
      'news?where[partners.kind][equals]=bis',
      '"partners.kind" knows no "bis". Did you mean "biss"?',
    ],
    ['partners?kind=bis', /GET \/api\/vocabularies lists them all\. Did you mean "biss"\?$/],
    ['partners?district[0][x]=03101', /"district" takes values/],
    ['partners?select[nmae]=true', 'There is no field "nmae" here. Did you mean "name"?'],
    ['partners?select[address][twn]=true', 'There is no field "twn" here. Did you mean "town"?'],
    ['partners?select=name', /^"select" is a JSON object such as \{"title":true\}, or in brackets/],
    ['partners?where=name', /^"where" is a JSON object such as /],
    ['partners?where={"kind":{"equals":"biss"}', /^"where" is a JSON object such as /],
    ['partners?where={"kind":{"equals":"bis"}}', '"kind" knows no "bis". Did you mean "biss"?'],
    [
      'partners?where={"nmae":{"equals":"x"}}',
      'There is no field "nmae" here. Did you mean "name"?',
    ],
    ['partners?where={"__proto__":{"equals":"x"}}', 'There is no "__proto__" here.'],
    ['partners?select={"nmae":true}', 'There is no field "nmae" here. Did you mean "name"?'],
    ['partners?select={"name":1}', /^"select" and "populate" name fields/],
    ['news?populate={"partners":true}', /^"select" and "populate" name fields/],
    ['partners?joins={"nothing":{"limit":1}}', /^There is no field "nothing" here/],
    [
      'partners?where={"kind":{"equals":"biss"}}&where[name][like]=a',
      '"where" is either JSON or in brackets, and there only once.',
    ],
    ['search?q=Gewalt&where={"a":{"equals":1}}', 'There is no parameter "where" here.'],
    ['partners?select[name]=yes', /^"select" and "populate" name fields/],
    [
      'news?populate[partnes][name]=true',
      /knows no collection "partnes"\. Did you mean "partners"\?$/,
    ],
    ['news?populate[partners][nmae]=true', 'There is no field "nmae" here. Did you mean "name"?'],
    ['news?joins[nmae][limit]=1', 'There is no field "nmae" here.'],
    ['globals/site?select[nmae]=true', 'There is no field "nmae" here. Did you mean "name"?'],
    ['partners?depth=abc', '"depth" must be a whole number from 0 to 3.'],
    ['partners?depth=1.5', '"depth" must be a whole number from 0 to 3.'],
    ['partners?depth=1&depth=2', '"depth" takes one value, not several here.'],
    ['partners?limit[]=1', '"limit" takes one value, not several here.'],
    ['partners?page=first', '"page" must be a whole number from 1 to 10000.'],
    ['search?q=Gewalt&page=0', /^"page" must be/],
    ['search?q=Gewalt&limit=-1', /^"limit" must be/],
    ['partners?limit=-1', /^"limit" must be/],
    ['partners?pagination=no', /^"pagination" is one of: true, false\./],
    ['partners?draft=1', /^"draft" is one of: true, false\./],
    ['partners?locale=xx', /^"locale" is one of: de, /],
    ['partners?locale=', /^"locale" is one of: de, /],
    ['partners?fallback-locale=xx', /^"fallback-locale" is one of: de, /],
    ['globals/site?locale=xx', /^"locale" is one of: de, /],
    ['search?q=Gewalt&locale=xx', /^"locale" is one of: de, /],
    ['search?q=Gewalt&locale=all', /^"locale" is one of: de, /],
    ['feed/atom?locale=xx', /^"locale" is one of: de, /],
    ['feed/atom?fallback-locale=xx', /^"fallback-locale" is one of: /],
    ['vocabularies?locale=xx', /^"locale" is one of: de, /],
  ])('should be refused with a sentence: %s', async (path, sentence) => {
    expect(await refusalOf(`/api/${path}`)).toEqual(
      sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence,
    )
  })

  it('should be refused beyond a thousand, of which Payload would drop the last', async () => {
    const many = Array.from({ length: 1_500 }, (_, number) => `_=${number % 10}`).join('&')
    const last = `where[name][equals]=${unique('niemand')}`
    expect(await refusalOf(`/api/partners?${many}&${last}`)).toBe(
      'These are too many parameters: at most 1000.',
    )
  })

  it.each([
    ['{ Partners(where: { kind: { equals: bis } }) { totalDocs } }', 'bis'],
    ['{ Partners(sort: "nmae") { totalDocs } }', 'Did you mean "name"?'],
    ['{ Partners(locale: xx) { totalDocs } }', 'xx'],
    ['{ Partners(limt: 1) { totalDocs } }', 'Did you mean "limit"'],
    ['{ Partners(where: { nmae: { equals: "x" } }) { totalDocs } }', 'name'],
  ])('should be refused by GraphQL: %s', async (query, part) => {
    const { json } = await graphQL(query, { headers: english })
    expect(json.errors[0].message).toContain(part)
  })

  it('should not tell strangers what else fields are called', async () => {
    const ask = (as?: Client) => refusalOf('/api/partners?sort=internl', { as })
    expect(await ask()).toBe('There is no field "internl" here.')
    expect(await ask(await signIn({ role: 'coordinator' }))).toBe(
      'There is no field "internl" here. Did you mean "internal"?',
    )
  })
})

describe('a list of codes', () => {
  it.each([
    'district[]=03101&district[]=03151',
    'district[0]=03101&district[1]=03151',
    'district=03101&district=03151',
    'district%5B%5D=03101&district%5B%5D=03151',
    'district[]=03101,03151',
  ])('should be taken as axios and PHP write it: %s', async (list) => {
    const idsOf = async (query: string): Promise<string[]> => {
      const { json, status } = await requestJSON(`/api/partners?limit=100&${query}`)
      expect(status).toBe(200)
      return json.docs.map(({ id }: { id: string }) => id)
    }
    const expected = await idsOf('district=03101,03151')
    expect(expected.length).toBeGreaterThan(0)
    expect(await idsOf(list)).toEqual(expected)
  })
})

describe('pages of a list and of a search', () => {
  it.each([
    ['partners?', 100],
    ['news?', 100],
    ['search?q=Gewalt&', 50],
  ])('should mean the same: /api/%s', async (path, most) => {
    const ask = async (query: string) => (await requestJSON(`/api/${path}${query}`)).json
    expect((await ask('')).limit).toBe(10)
    for (const asMany of ['limit=0', 'limit=1000', `limit=${most}`]) {
      expect((await ask(asMany)).limit, asMany).toBe(most)
    }
    const { totalDocs, totalPages } = await ask('limit=2')
    expect(totalDocs).toBeGreaterThan(2)
    for (const beyond of [Number(totalPages) + 1, 9_999]) {
      expect(await ask(`limit=2&page=${beyond}`)).toMatchObject({
        docs: [],
        hasNextPage: false,
        page: beyond,
        totalDocs,
        totalPages,
      })
    }
    expect(await refusalOf(`/api/${path}page=10001`)).toMatch(/^"page" must be/)
  })

  it.each(['partners?slug=gibt-es-nicht', 'search?q=Zzyzxzzyzx'])(
    'should be one, and empty, where nothing is found: /api/%s',
    async (path) => {
      expect((await requestJSON(`/api/${path}`)).json).toMatchObject({
        docs: [],
        hasNextPage: false,
        page: 1,
        totalDocs: 0,
        totalPages: 1,
      })
    },
  )
})

it('should take the fallback that is asked for in feeds and in the search, as in lists', async () => {
  const title = { de: unique('Neuigkeit'), en: unique('Update') }
  const { id } = await make('news', { publishedAt: new Date().toISOString(), title: title.de })
  const payload = await instance()
  await payload.update({
    collection: 'news',
    data: { _status: 'published', title: title.en },
    id,
    locale: 'en',
  })
  const titlesOf = async (path: string): Promise<string> => (await request(path)).text()
  const inTurkish = (more: string) => `locale=tr&fallback-locale=${more}`
  for (const [fallback, shown] of [
    ['en', title.en],
    ['de', title.de],
  ] as const) {
    expect(await titlesOf(`/api/feed/json?${inTurkish(fallback)}`)).toContain(shown)
    expect(await titlesOf(`/api/news?${inTurkish(fallback)}&where[id][equals]=${id}`)).toContain(
      shown,
    )
    expect(
      await titlesOf(`/api/search?q=${encodeURIComponent(title.de)}&${inTurkish(fallback)}`),
    ).toContain(shown)
  }
})
