import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { linkableCollections } from '../../../../src/addresses/paths.ts'
import { leavesOf } from '../../../../src/lib/leavesOf.ts'
import { make, removeDocuments } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { frontendKey, instance, request, signIn } from '../../../support/instance.ts'

removeDocuments()

const { collections, globals } = await config
const runs = Number(process.env.RUNS ?? 250)
/** The same input each time, so that a change is to blame when this fails; another seed finds more. */
const seed = Number(process.env.SEED ?? 20261123)
let requests = 0

const clients: Record<string, Client> = {}
const ids: Record<string, string> = {}

beforeAll(async () => {
  clients.anyone = { headers: {} }
  clients.frontend = await frontendKey()
  clients.coordinator = await signIn({ role: 'coordinator' })
  for (const slug of linkableCollections) {
    ids[slug] = (await make(slug)).id
  }
  clients.editor = await signIn({ partners: [ids.partners ?? ''], role: 'partner-editor' })
})

afterAll(() => {
  console.log(`Bad input: ${requests} requests.`)
})

/** Answers without a failure of the server, and in time. */
const shouldAnswer = async (
  path: string,
  as: string,
  options: Parameters<typeof request>[1] = {},
): Promise<void> => {
  requests += 1
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`No answer to ${path}.`)), 20_000).unref()
  })
  const response = await Promise.race([request(path, { as: clients[as], ...options }), late])
  const text = await response.text()
  expect(
    response.status,
    `${as} ${options.method ?? 'GET'} ${path} ${(options.form ?? JSON.stringify(options.body))?.slice(0, 500)}: ${text}`,
  ).toBeLessThan(500)
  // The GraphQL handler answers failures with 200.
  expect(text, path).not.toContain('"statusCode":500')
}

const slugs = collections.map(({ slug }) => slug)
const paths = [
  ...slugs.flatMap((slug) => [slug, `${slug}/count`, `${slug}/versions`]),
  ...globals.flatMap(({ slug }) => [`globals/${slug}`, `globals/${slug}/versions`]),
]

const fieldPaths = [
  ...new Set(collections.flatMap(({ fields }) => leavesOf(fields).map(({ path }) => path))),
]

const path = fc.constantFrom(...paths)
const role = fc.constantFrom('anyone', 'coordinator', 'editor', 'frontend')

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\0',
    'null',
    'undefined',
    'NaN',
    '-1',
    '0',
    '1e400',
    '99999999999999999999',
    '1.5',
    'true',
    '[object Object]',
    '__proto__',
    'constructor',
    '$where',
    '{"$gt":""}',
    "' OR 1=1 --",
    '%',
    '%00',
    '.*',
    '(((((',
    '2026-13-45',
    '-271821-04-20T00:00:00.000Z',
    '\uD800',
    'a'.repeat(1000),
    '00000000-0000-4000-8000-000000000000',
    '507f1f77bcf86cd799439011',
  ),
)

const operator = fc.constantFrom(
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'like',
  'contains',
  'not_like',
  'greater_than',
  'less_than',
  'less_than_equal',
  'greater_than_equal',
  'near',
  'within',
  'intersects',
  '$ne',
  '__proto__',
  '',
)

const field = fc.oneof(
  fc.constantFrom(...fieldPaths),
  fc.constantFrom(...fieldPaths).map((each) => `version.${each}`),
  fc.constantFrom(
    'to.reference.constructor',
    'id',
    '_id',
    'parent',
    'latest',
    'body.root.children.text',
    'partners.name',
    'responsible.documents.organisation.name',
    'meta.image.alt',
    '__proto__.x',
    'constructor',
    'and',
    'or',
    '',
    '.',
    'name.',
    'a b',
    'to.reference.value',
    'to.reference.relationTo',
    'address.__proto__',
    'sizes.card.url',
    'user.value',
    'parent.parent.parent.parent.title',
  ),
)

const parameter = fc.oneof(
  {
    arbitrary: fc
      .tuple(field, operator, oddText)
      .map(([f, o, v]) => `where[${f}][${o}]=${encode(v)}`),
    weight: 6,
  },
  fc
    .tuple(field, operator, oddText, oddText)
    .map(([f, o, a, b]) => `where[${f}][${o}][]=${encode(a)}&where[${f}][${o}][]=${encode(b)}`),
  fc
    .tuple(fc.constantFrom('and', 'or', 'AND'), field, operator, oddText)
    .map(([c, f, o, v]) => `where[${c}][0][${f}][${o}]=${encode(v)}&where[${c}][1]=${encode(v)}`),
  fc
    .tuple(fc.integer({ max: 400, min: 1 }), field)
    .map(([n, f]) => `where${'[and][0]'.repeat(n)}[${f}][equals]=1`),
  fc.tuple(field, oddText).map(([f, v]) => `where[${f}]=${encode(v)}`),
  fc
    .tuple(
      fc.constantFrom(
        'limit',
        'page',
        'depth',
        'draft',
        'trash',
        'locale',
        'fallback-locale',
        'pagination',
        'sort',
        'select',
        'populate',
        'joins',
        'data',
        'where',
        'autosave',
        'publishSpecificLocale',
        'flattenLocales',
      ),
      oddText,
    )
    .map(([name, v]) => `${name}=${encode(v)}`),
  fc
    .tuple(
      fc.constantFrom('limit', 'page', 'depth', 'sort', 'locale', 'select', 'populate', 'joins'),
      oddText,
      oddText,
    )
    .map(([name, key, v]) => `${name}[${encode(key)}]=${encode(v)}`),
  fc.tuple(fc.constantFrom('', '-'), field).map(([sign, f]) => `sort=${sign}${encode(f)}`),
  fc.array(field, { maxLength: 20 }).map((all) => `sort=${all.map(encode).join(',')}`),
  field.map((f) => `select[${f.replaceAll('.', '][')}]=true`),
  fc
    .tuple(fc.constantFrom('where', 'select', 'populate', 'joins'), fc.jsonValue({ maxDepth: 6 }))
    .map(([name, value]) => `${name}=${encode(JSON.stringify(value))}`),
  fc
    .tuple(field, operator, fc.oneof(oddText, fc.jsonValue({ maxDepth: 2 })))
    .map(([f, o, value]) => `where=${encode(JSON.stringify({ and: [{ [f]: { [o]: value } }] }))}`),
)

/** As a client would; what cannot be encoded is sent broken. */
function encode(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}

const json = fc.jsonValue({ maxDepth: 6 })
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  json,
  oddText,
  fc.constantFrom(
    null,
    [],
    {},
    [[]],
    [null],
    1e308,
    -0,
    { $gt: '' },
    JSON.parse('{"__proto__":{"polluted":true}}'),
    { constructor: { prototype: { polluted: true } } },
    { root: { children: [{ type: 'block', fields: null }] } },
    { root: null },
    { relationTo: 'nothing', value: 1 },
    'x'.repeat(1_000_000),
  ),
)

const topFields = (slug: string): string[] => {
  const collection = collections.find((each) => each.slug === slug)
  return collection?.flattenedFields.map(({ name }) => name) ?? []
}

const check = async (property: fc.IAsyncPropertyWithHooks<never>, many = runs): Promise<void> => {
  await fc.assert(property, { endOnFailure: true, numRuns: many, seed })
}

const countEverything = async (): Promise<string> => {
  const payload = await instance()
  const counts = await Promise.all(
    (
      [
        'partners',
        'pages',
        'news',
        'standards',
        'users',
        'media',
        'documents',
        'redirects',
        'frontends',
      ] as const
    ).map(async (collection) => {
      const { docs } = await payload.find({
        collection,
        depth: 0,
        pagination: false,
        sort: 'id',
        trash: true,
      })
      return JSON.stringify(docs.map((doc) => ({ ...doc, sessions: undefined })))
    }),
  )
  return counts.join('\n')
}

describe('bad input', () => {
  it('should be no failure of the server in the parameters of a GET', async () => {
    await check(
      fc.asyncProperty(
        path,
        role,
        fc.array(parameter, { maxLength: 4, minLength: 1 }),
        async (to, as, all) => {
          await shouldAnswer(`/api/${to}?${all.join('&')}`, as)
        },
      ) as never,
      runs * 4,
    )
  })

  it('should be no failure of the server in the parameters of a GET that is sent as a POST', async () => {
    await check(
      fc.asyncProperty(path, role, fc.array(parameter, { maxLength: 4 }), async (to, as, all) => {
        await shouldAnswer(`/api/${to}`, as, {
          form: all.join('&'),
          headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
          method: 'POST',
        })
      }) as never,
    )
  })

  it('should be no failure of the server in the address', async () => {
    const segment = fc.oneof(
      fc.constantFrom(
        ...paths,
        '__proto__',
        'constructor',
        'hasOwnProperty',
        '%ff',
        '%00',
        '%',
        '../../..',
        '.',
        'versions',
        'file',
        'access',
        'graphql',
        'globals',
        'undefined',
      ),
      oddText.map(encode),
    )
    await check(
      fc.asyncProperty(
        fc.array(segment, { maxLength: 4 }),
        role,
        fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS', 'HEAD'),
        async (segments, as, method) => {
          // A DELETE of a whole list is what coordinators may do; nothing odd in that.
          fc.pre(
            as !== 'coordinator' || method === 'GET' || method === 'HEAD' || method === 'OPTIONS',
          )
          const address = `/api/${segments.join('/')}`
          fc.pre(URL.canParse(address, 'http://localhost'))
          requests += 1
          const response = await request(address, { as: clients[as], method })
          const text = await response.text()
          expect(
            [200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 405, 409, 413, 415, 429],
            `${as} ${method} ${address}: ${text}`,
          ).toContain(response.status)
        },
      ) as never,
    )
  })

  it('should be no failure of the server in a body, and change nothing that the person may not change', async () => {
    const before = await countEverything()
    const body = fc.oneof(
      fc.dictionary(
        fc.constantFrom(
          ...fieldPaths.map((each) => each.split('.')[0] ?? ''),
          '__proto__',
          'id',
          '_id',
          'constructor',
        ),
        oddValue,
        { maxKeys: 5 },
      ),
      json,
      oddText,
    )
    await check(
      fc.asyncProperty(
        fc.constantFrom(...slugs),
        fc.constantFrom('anyone', 'frontend'),
        fc.constantFrom('POST', 'PATCH'),
        body,
        async (slug, as, method, sent) => {
          const id = method === 'PATCH' ? `/${ids[slug] ?? 'x'}` : ''
          await shouldAnswer(`/api/${slug}${id}`, as, {
            body: sent,
            method,
          })
        },
      ) as never,
    )
    expect(await countEverything()).toBe(before)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each(linkableCollections)(
    'should be no failure of the server in a change of %s by those who may',
    async (slug) => {
      const change = fc.dictionary(fc.constantFrom(...topFields(slug)), oddValue, {
        maxKeys: 3,
        minKeys: 1,
      })
      await check(
        fc.asyncProperty(
          change,
          fc.constantFrom(
            '',
            '?draft=true',
            '?draft=true&autosave=true',
            '?locale=all',
            '?locale=all&draft=true',
            '?locale=ar',
            '?locale=x&draft=true',
          ),
          fc.constantFrom('coordinator', 'editor'),
          async (sent, query, as) => {
            const body = { ...sent, deletedAt: undefined }
            await shouldAnswer(`/api/${slug}/${ids[slug]}${query}`, as, { body, method: 'PATCH' })
          },
        ) as never,
        Math.ceil(runs / 2),
      )
    },
  )

  it('should be no failure of the server in a form with a file', async () => {
    const types = fc.constantFrom('image/png', 'application/pdf', 'image/svg+xml', 'text/html', '')
    await check(
      fc.asyncProperty(
        fc.constantFrom('media', 'documents', 'pages'),
        oddText,
        fc.uint8Array({ maxLength: 200 }),
        types,
        oddText,
        async (slug, data, bytes, type, name) => {
          const body = new FormData()
          body.set('_payload', data)
          body.set('file', new File([new Uint8Array(bytes)], name, { type }))
          await shouldAnswer(`/api/${slug}`, 'coordinator', { body, method: 'POST' })
        },
      ) as never,
      Math.ceil(runs / 4),
    )
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      [
        'multipart/form-data; boundary=a',
        '--a\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{bad\r\n--a--\r\n',
      ],
      ['multipart/form-data; boundary=a', '--a\r\ngarbage'],
      ['application/json', '{bad'],
      ['application/json', '"text"'],
      ['application/json', '[1]'],
      ['text/plain', 'hello'],
      ['application/json', '\ud800'],
    ] as const) {
      await shouldAnswer('/api/pages', 'coordinator', {
        form: body,
        headers: { 'Content-Type': type },
        method: 'POST',
      })
      await shouldAnswer('/api/graphql', 'anyone', {
        form: body,
        headers: { 'Content-Type': type },
        method: 'POST',
      })
    }
  })

  it('should be no failure of the server by GraphQL', async () => {
    const name = fc.constantFrom(
      'Partners',
      'Partner',
      'News',
      'allMedia',
      'Users',
      'versionsPages',
      'countPages',
      'Site',
      'nothing',
      '__schema',
    )
    const args = fc.oneof(
      fc.constantFrom(
        '',
        '(limit: -1)',
        '(limit: 99999999999)',
        '(page: 0)',
        '(id: "x")',
        '(id: "\\u0000")',
        '(where: {})',
        '(where: { AND: [] })',
        '(where: { name: { equals: null } })',
        '(sort: "__proto__")',
        '(draft: true, trash: true)',
        '(locale: ar)',
        '(pagination: false)',
      ),
      fc
        .tuple(field, operator, oddText)
        .map(
          ([f, o, v]) => `(where: { ${f.replaceAll('.', '__')}: { ${o}: ${JSON.stringify(v)} } })`,
        ),
    )
    const selection = fc.constantFrom(
      '{ docs { id } totalDocs }',
      '{ id }',
      '{ totalDocs }',
      '',
      '{ docs { ...x } } fragment x on Partner { ...x }',
      '{ docs { partners { partners { id } } } }',
    )
    await check(
      fc.asyncProperty(name, args, selection, role, async (query, given, asked, as) => {
        await shouldAnswer('/api/graphql', as, {
          body: { query: `{ ${query}${given} ${asked} }` },
          method: 'POST',
        })
      }) as never,
    )
    await check(
      fc.asyncProperty(fc.oneof(oddText, json), role, async (query, as) => {
        await shouldAnswer('/api/graphql', as, {
          body: { query, variables: query },
          method: 'POST',
        })
      }) as never,
      Math.ceil(runs / 4),
    )
    const cycle =
      'query { Partners { docs { ...a } } } fragment a on Partner { ...b } fragment b on Partner { ...a }'
    const deep = `{ Pages { docs ${'{ parent '.repeat(40)}{ id } ${'}'.repeat(40)} } }`
    const wide = `{ ${Array.from({ length: 500 }, (_, i) => `a${i}: Pages { totalDocs }`).join(' ')} }`
    for (const query of [
      cycle,
      deep,
      wide,
      '{'.repeat(5000),
      `{ Pages(where: ${'{ AND: ['.repeat(200)}${'] }'.repeat(200)}) { totalDocs } }`,
    ]) {
      await shouldAnswer('/api/graphql', 'anyone', { body: { query }, method: 'POST' })
    }
  })
})

describe('what is too much', () => {
  beforeAll(async () => {
    const payload = await instance()
    for (let number = 0; number < 101; number += 1) {
      await payload.db.create({
        collection: 'audit-log',
        data: { action: 'publish', entity: 'too much' },
      })
    }
  })

  afterAll(async () => {
    const payload = await instance()
    await payload.delete({ collection: 'audit-log', where: { entity: { equals: 'too much' } } })
  })

  it.each([
    ['limit=0', 100],
    ['limit=1000', 100],
    ['pagination=false', 100],
    ['limit=7', 7],
  ])('should be cut down: %s', async (query, most) => {
    const response = await request(`/api/audit-log?${query}`, { as: clients.coordinator })
    const { docs } = (await response.json()) as { docs: unknown[] }
    expect(docs).toHaveLength(most)
  })

  it('should be refused with a sentence', async () => {
    const response = await request(
      `/api/pages?${Array.from({ length: 60 }, (_, i) => `where[or][${i}][title][equals]=a`).join('&')}`,
    )
    expect(response.status).toBe(400)
    const { errors } = (await response.json()) as { errors: { message: string }[] }
    expect(errors[0]?.message).toBe('„where“ hat höchstens 50 Bedingungen.')
    const english = await request('/api/pages?limit=x', { headers: { 'Accept-Language': 'en' } })
    expect(await english.text()).toContain('must be a whole number from 1 to 100')
  })

  it('should not enter at all: 413 for a body, 400 for an address', async () => {
    const body = { title: 'x'.repeat(3_000_000) }
    expect((await request('/api/pages', { body, method: 'POST' })).status).toBe(413)
    expect((await request(`/api/pages?a=${'x'.repeat(13_000)}`)).status).toBe(400)
  })
})
