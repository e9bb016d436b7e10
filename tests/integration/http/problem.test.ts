import type { Server } from 'node:http'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { closedCollections } from '../../../src/access/publicFields.ts'
import { environment } from '../../../src/environment.ts'
import { problems } from '../../../src/lib/problems.ts'
import { make, removeDocuments } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import { graphQL, instance, request, requestJSON, signIn } from '../../support/instance.ts'
import { listen } from '../../support/listen.ts'

removeDocuments()

const problem = { Accept: 'application/problem+json', 'Accept-Language': 'en' }

let server: Server
let origin: string
let coordinator: Client
let page: string
let partner: string

beforeAll(async () => {
  const listening = await listen(await instance())
  server = listening.server
  origin = listening.origin
  coordinator = await signIn({ role: 'coordinator' })
  page = (await make('pages')).id
  partner = (await make('partners')).id
  await make('news', { partners: [partner] })
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

type Refused = {
  as?: 'coordinator'
  body?: object | string
  code: keyof typeof problems
  method?: string
  path: string | (() => string)
}

const absent = '000000000000000000000000'

const refused: Refused[] = [
  { code: 'unknown-parameter', path: '/api/partners?distrct=03101' },
  { code: 'unknown-parameter', path: '/api/partners?data={}' },
  { code: 'unknown-field', path: '/api/partners?where[nmae][equals]=x' },
  { code: 'unknown-field', path: '/api/partners?select[nmae]=true' },
  { code: 'unknown-field', path: '/api/partners?where[internal.notes][like]=x' },
  { code: 'unknown-field', path: '/api/partners?populate[partnes][name]=true' },
  { code: 'unknown-operator', path: '/api/partners?where[kind][near]=biss' },
  { code: 'unknown-operator', path: '/api/partners?where[kind]=biss' },
  { code: 'invalid-value', path: '/api/partners?where[kind][equals]=bis' },
  { code: 'invalid-value', path: '/api/partners?where[id][equals]=x' },
  { code: 'invalid-value', path: '/api/partners?where={"kind"' },
  { code: 'invalid-value', path: '/api/partners?district=1' },
  { code: 'invalid-value', path: '/api/partners?depth=x' },
  { code: 'invalid-value', path: '/api/partners?page=10001' },
  { code: 'invalid-value', path: '/api/partners?locale=xx' },
  { code: 'invalid-value', path: '/api/search' },
  { code: 'invalid-value', path: '/api/resolve' },
  { code: 'too-complex', path: `/api/partners?${'slug=a&'.repeat(1_001)}` },
  {
    code: 'too-complex',
    path: `/api/partners?${Array.from({ length: 60 }, (_, index) => `where[or][${index}][name][like]=a`).join('&')}`,
  },
  { code: 'invalid-address', path: `/api/partners?where[name][like]=${'a'.repeat(12_000)}` },
  { code: 'invalid-address', path: '/api/%E0%A4' },
  { body: 'x', code: 'invalid-body', method: 'POST', path: '/api/users/login' },
  { as: 'coordinator', body: {}, code: 'invalid-data', method: 'POST', path: '/api/pages' },
  {
    as: 'coordinator',
    body: { kind: 5 },
    code: 'invalid-data',
    method: 'PATCH',
    path: () => `/api/partners/${partner}`,
  },
  {
    body: { email: 'nobody@example.org', password: 'wrong' },
    code: 'unauthorised',
    method: 'POST',
    path: '/api/users/login',
  },
  ...closedCollections.map((slug) => ({ code: 'forbidden' as const, path: `/api/${slug}` })),
  { body: {}, code: 'forbidden', method: 'POST', path: '/api/partners' },
  { code: 'not-found', path: '/api/media/file/gibt-es-nicht.webp' },
  { code: 'not-found', path: `/api/partners/${absent}` },
  { code: 'not-found', path: '/api/gibt-es-nicht' },
  { code: 'not-found', path: '/api/feed/xml' },
  { code: 'not-found', path: '/api/metrics' },
  { code: 'not-found', path: '/api/resolve?path=/gibt-es-nicht' },
  {
    as: 'coordinator',
    body: { title: 'Neu', updatedAt: '2020-01-01T00:00:00.000Z' },
    code: 'stale-write',
    method: 'PATCH',
    path: () => `/api/pages/${page}`,
  },
  {
    as: 'coordinator',
    code: 'in-use',
    method: 'DELETE',
    path: () => `/api/partners/${partner}`,
  },
  { body: 'x'.repeat(2_100_000), code: 'too-large', method: 'POST', path: '/api/users/login' },
]

const ask = (asked: Refused, headers: Record<string, string>): Promise<Response> =>
  fetch(`${origin}${typeof asked.path === 'string' ? asked.path : asked.path()}`, {
    body: typeof asked.body === 'object' ? JSON.stringify(asked.body) : asked.body,
    headers: {
      ...headers,
      ...(asked.body !== undefined && { 'Content-Type': 'application/json' }),
      ...(asked.as && coordinator.headers),
    },
    method: asked.method ?? 'GET',
  })

const nameOf = ({ code, method = 'GET', path }: Refused): string =>
  `${code}: ${method} ${(typeof path === 'string' ? path : path.toString()).slice(0, 80)}`

describe('a refusal', () => {
  it.each(refused.map((asked) => [nameOf(asked), asked] as const))(
    'should have its code, in the form that is asked for: %s',
    async (_, asked) => {
      const { status, title } = problems[asked.code]
      const plain = await ask(asked, { 'Accept-Language': 'en' })
      expect(plain.headers.get('content-type')).toMatch(/^application\/json/)
      const { errors } = (await plain.json()) as { errors: { code: string; message: string }[] }
      expect([plain.status, errors[0]?.code]).toEqual([status, asked.code])
      const other = await ask(asked, problem)
      expect(other.status).toBe(status)
      expect(other.headers.get('content-type')).toBe('application/problem+json')
      expect(other.headers.get('cache-control')).toBe('private, no-store')
      const text = await other.text()
      expect(other.headers.get('content-length') ?? String(Buffer.byteLength(text))).toBe(
        String(Buffer.byteLength(text)),
      )
      expect(JSON.parse(text)).toMatchObject({
        code: asked.code,
        detail: errors[0]?.message,
        status,
        title,
        type: `${environment.publicURL}/api/docs#problem-${asked.code}`,
      })
      expect(JSON.parse(text)).not.toHaveProperty('errors')
    },
  )

  it('should be explained where its type leads', async () => {
    const html = await (await request('/api/docs')).text()
    for (const code of Object.keys(problems)) {
      expect(html.split(`id="problem-${code}"`), code).toHaveLength(2)
    }
  })

  it.each(['*/*', 'application/json', 'application/problem+json;q=0', 'text/html,*/*;q=0.8', ''])(
    'should be in the form of Payload for whoever accepts %s',
    async (accept) => {
      const response = await fetch(`${origin}/api/partners?x=1`, { headers: { Accept: accept } })
      expect(response.headers.get('content-type')).toMatch(/^application\/json/)
      expect(await response.json()).toMatchObject({ errors: [{ code: 'unknown-parameter' }] })
    },
  )

  it.each([
    'application/problem+json',
    'application/json, application/problem+json',
    'application/problem+json;q=0.5, */*',
  ])('should be a problem for whoever accepts %s', async (accept) => {
    const response = await fetch(`${origin}/api/partners?x=1`, { headers: { Accept: accept } })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  it('should be for who asked, while others ask the same, and leave what is found as it is', async () => {
    const forms = ['application/problem+json', 'application/json']
    for (const path of ['/api/pages?where[nmae][exists]=true', '/api/pages?limit=7']) {
      const replies = await Promise.all(
        Array.from({ length: 10 }, async (_, index) => {
          const response = await fetch(`${origin}${path}`, {
            headers: { Accept: forms[index % 2] ?? '' },
          })
          return `${response.status} ${response.headers.get('content-type') ?? ''} ${await response.text()}`
        }),
      )
      const isRefused = replies[0]?.startsWith('400') ?? false
      expect(new Set(replies).size, path).toBe(isRefused ? 2 : 1)
      for (const [index, reply] of replies.entries()) {
        expect(reply).toMatch(isRefused ? `400 ${forms[index % 2] ?? ''}` : '200 application/json')
      }
    }
  })

  it('should have the data that a tool needs, as a problem as well', async () => {
    const { json } = await requestJSON(`/api/pages/${page}`, {
      as: coordinator,
      body: { title: 'Neu', updatedAt: '2020-01-01T00:00:00.000Z' },
      headers: problem,
      method: 'PATCH',
    })
    expect(json.data.updatedAt).toEqual(expect.any(String))
  })

  it('should have no body for HEAD', async () => {
    const response = await fetch(`${origin}/api/partners?x=1`, { headers: problem, method: 'HEAD' })
    expect(response.status).toBe(400)
    expect(await response.text()).toBe('')
  })

  it('should have its code as an extension by GraphQL', async () => {
    const codeOf = async (query: string, headers: Record<string, string> = {}) => {
      const { json } = await graphQL(query, { headers })
      return json.errors[0].extensions.code
    }
    expect(await codeOf('{ Nix { a } }')).toBe('invalid-request')
    expect(await codeOf('{ News(')).toBe('invalid-request')
    expect(await codeOf('{ Nix { a } }', { Accept: 'application/graphql-response+json' })).toBe(
      'invalid-request',
    )
    expect(await codeOf('{ News(sort: "nmae") { docs { id } } }')).toBe('unknown-field')
    expect(await codeOf(`{ Partner(id: "${absent}") { id } }`)).toBe('not-found')
    expect(await codeOf('{ Users { docs { id } } }')).toBe('forbidden')
  })
})
