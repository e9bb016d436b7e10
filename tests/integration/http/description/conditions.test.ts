import type { Server } from 'node:http'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { contentOf } from '../../../../src/http/description/content.ts'
import { describeAPI } from '../../../../src/http/description/describeAPI.ts'
import type { Schema } from '../../../../src/http/description/openAPI.ts'
import { askUncounted } from '../../../support/askMuch.ts'
import { make, removeDocuments } from '../../../support/documents.ts'
import { instance, request } from '../../../support/instance.ts'
import { listen } from '../../../support/listen.ts'

removeDocuments()
askUncounted()

const resolved = await config
const { components } = describeAPI(resolved)

const schemaAt = (schema: Schema): Schema =>
  typeof schema.$ref === 'string'
    ? schemaAt(components.schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {})
    : schema

/** All operators that there are of any field. */
const operators = [
  'contains',
  'equals',
  'exists',
  'greater_than',
  'greater_than_equal',
  'in',
  'less_than',
  'less_than_equal',
  'like',
  'not_equals',
  'not_in',
  'not_like',
]

/** Conditions that the description allows, by path. */
const conditions = contentOf(resolved)
  .filter(({ isGlobal }) => !isGlobal)
  .map(({ name, slug }) => {
    const { properties } = components.schemas[`${name}Where`] ?? {}
    return {
      slug,
      paths: Object.entries(properties as Record<string, Schema>)
        .filter(([path]) => path !== 'and' && path !== 'or')
        .map(([path, schema]) => ({
          allowed: schemaAt(schema).properties as Record<string, Schema>,
          path,
        })),
    }
  })

let server: Server
let origin: string
let id: string

beforeAll(async () => {
  const listening = await listen(await instance())
  server = listening.server
  origin = listening.origin
  id = (await make('partners', { districts: ['03101'], kind: 'biss' } as never)).id
  await make('news', { partners: [id] })
  await make('standards', { responsible: [id] })
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Something that a schema allows. */
const valueFor = (schema: Schema): unknown => {
  const { anyOf, enum: values, format, items, type } = schemaAt(schema)
  if (Array.isArray(anyOf)) {
    return valueFor(anyOf[0] as Schema)
  }
  if (Array.isArray(values)) {
    return values[0]
  }
  switch (type) {
    case 'array':
      return [valueFor(items as Schema), valueFor(items as Schema)]
    case 'boolean':
      return true
    case 'number':
      return 1.5
    default:
      return schemaAt(schema).pattern
        ? id
        : format === 'date-time'
          ? '2020-01-01T00:00:00.000Z'
          : 'a'
  }
}

/** The same condition in JSON and in brackets. */
const formsOf = (path: string, operator: string, value: unknown): URLSearchParams[] => {
  const inBrackets = `where[${path}][${operator}]`
  return [
    new URLSearchParams({ where: JSON.stringify({ [path]: { [operator]: value } }) }),
    new URLSearchParams(
      Array.isArray(value)
        ? value.map((each, index) => [`${inBrackets}[${index}]`, String(each)])
        : [[inBrackets, String(value)]],
    ),
  ]
}

const isEmbedded = process.env.DATABASE_URL?.startsWith('file:')

describe('a condition', () => {
  it.each(conditions)(
    'should be answered where it is described, in both forms alike: $slug',
    async ({ paths, slug }) => {
      expect(paths.length).toBeGreaterThan(3)
      const wrong: string[] = []
      for (const { allowed, path } of paths) {
        for (const [operator, schema] of Object.entries(allowed)) {
          const [inJSON, inBrackets] = await Promise.all(
            formsOf(path, operator, valueFor(schema)).map(async (form) => {
              const response = await request(`/api/${slug}?depth=0&limit=2&${form.toString()}`)
              return `${response.status} ${await response.text()}`
            }),
          )
          if (!inJSON?.startsWith('200 ') || inJSON !== inBrackets) {
            wrong.push(
              `${path} ${operator}: ${inJSON?.slice(0, 200)}, ${inBrackets?.slice(0, 200)}`,
            )
          }
        }
      }
      expect(wrong).toEqual([])
    },
    300_000,
  )

  it.each(conditions)(
    'should be refused where it is not described, in both forms alike: $slug',
    async ({ paths, slug }) => {
      // What relations lead to is refused as it is there.
      for (const { allowed, path } of paths.filter((each) => each.path.split('.').length < 3)) {
        for (const operator of operators.filter((each) => !Object.hasOwn(allowed, each))) {
          const replies = await Promise.all(
            formsOf(path, operator, 'a').map(async (form) => {
              const response = await request(`/api/${slug}?${form.toString()}`)
              return `${response.status} ${await response.text()}`
            }),
          )
          expect(replies[0], `${path} ${operator}`).toMatch(/^400 /)
          expect(replies[0]).toBe(replies[1])
        }
      }
    },
    300_000,
  )

  it.each(conditions)(
    'should be answered alike from memory, counts included: $slug',
    async ({ paths, slug }) => {
      const own = paths.filter(({ path }) => !path.includes('.'))
      for (const { allowed, path } of own) {
        const [operator = '', schema = {}] = Object.entries(allowed)[0] ?? []
        const texts = new Set<string>()
        for (const route of ['', '/count']) {
          texts.clear()
          for (const form of formsOf(path, operator, valueFor(schema))) {
            for (const time of ['first', 'second']) {
              const response = await fetch(`${origin}/api/${slug}${route}?${form.toString()}`)
              expect(response.status, `${path} ${time}`).toBe(200)
              texts.add(await response.text())
            }
          }
          expect(texts.size, `${route} ${path} ${operator}`).toBe(1)
        }
      }
    },
    300_000,
  )

  it.each<[slug: string, path: string]>([
    ['pages', 'breadcrumbs.label'],
    ['pages', 'breadcrumbs.doc'],
    ['news', 'partners.logo.alt'],
    ['news', 'partners.documents.title'],
    ['standards', 'supersedes.responsible.name'],
    // MongoDB follows this one.
    ...(isEmbedded ? [['redirects', 'to.reference.relationTo'] as [string, string]] : []),
  ])('should be refused where no database follows it: %s, %s', async (slug, path) => {
    const described = conditions.find((each) => each.slug === slug)?.paths ?? []
    expect(described.map((each) => each.path)).not.toContain(path)
    for (const operator of ['equals', 'exists', 'like']) {
      for (const form of formsOf(path, operator, operator === 'exists' ? true : id)) {
        expect((await request(`/api/${slug}?${form.toString()}`)).status, operator).toBe(400)
      }
    }
  })

  it('should be answered with short filters, and in a GET that is sent as a POST', async () => {
    const where = JSON.stringify({
      or: [{ kind: { equals: 'biss' } }, { kind: { equals: 'court' } }],
    })
    const json = `where=${encodeURIComponent(where)}&district=03101`
    const brackets =
      'where[or][0][kind][equals]=biss&where[or][1][kind][equals]=court&district=03101'
    const replies = await Promise.all([
      request(`/api/partners?${json}`),
      request(`/api/partners?${brackets}`),
      request('/api/partners', {
        form: json,
        headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
        method: 'POST',
      }),
    ])
    const texts = await Promise.all(replies.map((each) => each.text()))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(JSON.parse(texts[0] ?? '')).toMatchObject({
      docs: expect.arrayContaining([expect.objectContaining({ id })]),
    })
    expect(new Set(texts).size).toBe(1)
  })

  it('should find the same, whether its list is in JSON, in brackets or separated by commas', async () => {
    const idsOf = async (query: string): Promise<string[]> => {
      const response = await request(`/api/partners?select={"name":true}&limit=100&${query}`)
      const { docs } = (await response.json()) as { docs: { id: string }[] }
      return docs.map((each) => each.id)
    }
    const found = await idsOf('where={"kind":{"in":["biss","court"]}}')
    expect(found).toContain(id)
    expect(await idsOf('where[kind][in]=biss,court')).toEqual(found)
    expect(await idsOf('where={"kind":{"in":"biss,court"}}')).toEqual(found)
    expect(await idsOf('where={"kind":{"in":[]}}')).toEqual([])
  })
})

describe('fields to select, and to sort by', () => {
  const contents = contentOf(resolved)

  /** The names in a schema of what may be selected, each as an object that selects it. */
  const selections = (schema: Schema): object[] =>
    Object.entries((schemaAt(schema).properties ?? {}) as Record<string, Schema>).flatMap(
      ([name, each]): object[] => {
        const [, inner] = (each.anyOf ?? []) as Schema[]
        return [
          { [name]: true },
          { [name]: false },
          ...(inner ? selections(inner).map((select) => ({ [name]: select })) : []),
        ]
      },
    )

  it.each(contents)('should be answered as described: $slug', async ({ isGlobal, name, slug }) => {
    const path = isGlobal ? `/api/globals/${slug}` : `/api/${slug}`
    const selects = selections(components.schemas[`${name}Select`] ?? {})
    expect(selects.length).toBeGreaterThan(3)
    for (const select of selects) {
      const json = JSON.stringify(select)
      const brackets = json.replace(/\{"(\w+)":/g, '[$1]').replace(/(true|false)\}+$/, '=$1')
      const [one, other] = await Promise.all(
        [`select=${encodeURIComponent(json)}`, `select${brackets}`].map(async (query) => {
          const response = await request(`${path}?${query}`)
          return `${response.status} ${await response.text()}`
        }),
      )
      expect(one, json).toMatch(/^200 /)
      expect(one, json).toBe(other)
    }
    const { items } = (components.schemas[`${name}Sort`] ?? { items: { enum: [] } }) as {
      items: { enum: string[] }
    }
    for (const field of items.enum) {
      expect((await request(`${path}?sort=${field}`)).status, field).toBe(200)
    }
    if (!isGlobal) {
      const populate = JSON.stringify({ [slug]: selects[0] })
      expect((await request(`/api/pages?populate=${populate}`)).status).toBe(200)
    }
  })
})
