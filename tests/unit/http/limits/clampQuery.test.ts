import { describe, expect, it } from 'vitest'

import { clampQuery } from '../../../../src/http/limits/clampQuery.ts'

const id = '6b0ad9993ccc7a3fa029d361'

const flattenedFields = [
  { name: 'title', type: 'text' },
  { name: 'slug', type: 'text' },
  { name: 'body', type: 'richText' },
  { custom: { computedFrom: ['filename', 'url'] }, name: 'thumbnailURL', type: 'text' },
  { name: 'partner', relationTo: 'partners', type: 'relationship' },
]

const people = {
  anybody: null,
  coordinator: { collection: 'users', role: 'coordinator', secondFactor: true },
  disabled: { collection: 'users', disabled: true, role: 'coordinator', secondFactor: true },
  editor: { collection: 'users', partners: [id], role: 'partner-editor', secondFactor: true },
  frontend: { collection: 'frontends' },
}

type More = {
  as?: keyof typeof people
  context?: object
  operation?: string
  payloadAPI?: string
  slug?: string
}

/** What becomes of the arguments of an operation. */
const clamped = async (
  query: object,
  {
    as = 'anybody',
    context = {},
    operation = 'read',
    payloadAPI = 'REST',
    slug = 'news',
  }: More = {},
): Promise<Record<string, unknown>> => {
  const result: unknown = await clampQuery({
    args: { collection: { config: { flattenedFields, slug } }, ...query },
    operation,
    req: {
      context,
      payload: {
        collections: {
          partners: { config: { flattenedFields: [{ name: 'name', type: 'text' }] } },
        },
      },
      payloadAPI,
      user: people[as],
    },
  } as never)
  return result as Record<string, unknown>
}

describe('a number in a query', () => {
  it.each([
    [{}, undefined],
    [{ limit: null }, undefined],
    [{ limit: 1 }, 1],
    [{ limit: 100 }, 100],
    [{ limit: 101 }, 100],
    [{ limit: Number.MAX_SAFE_INTEGER }, 100],
    [{ limit: 0 }, 100],
    [{ pagination: false }, 100],
    [{ limit: 7, pagination: false }, 7],
    [{ pagination: true }, undefined],
  ])('should be cut down to a hundred documents: %j', async (query, limit) => {
    expect((await clamped(query)).limit).toBe(limit)
  })

  it.each([-1, 1.5, NaN, Infinity, 2 ** 53, '7', true, [], {}])(
    'should be refused as a number of documents: %s',
    async (limit) => {
      await expect(clamped({ limit })).rejects.toMatchObject({
        message: '„limit“ muss eine ganze Zahl von 1 bis 100 sein.',
        status: 400,
      })
    },
  )

  it.each([undefined, 1, 10_000])('should be taken as a page: %s', async (page) => {
    expect((await clamped({ page })).page).toBe(page)
  })

  it.each([0, -1, 1.5, 10_001, NaN, '1'])('should be refused as a page: %s', async (page) => {
    await expect(clamped({ page })).rejects.toMatchObject({
      message: '„page“ muss eine ganze Zahl von 1 bis 10000 sein.',
      status: 400,
    })
  })

  it.each([
    [undefined, undefined],
    [0, 0],
    [3, 3],
    [4, 3],
    [1000, 3],
    [-1, 0],
    [1.9, 1],
    [NaN, undefined],
    [Infinity, undefined],
    ['2', undefined],
    [null, undefined],
  ])('should be cut down as a depth: %s', async (depth, expected) => {
    expect((await clamped({ depth })).depth).toBe(expected)
    expect((await clamped({ data: {}, depth }, { operation: 'update' })).depth).toBe(expected)
  })
})

describe('an order', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    [[], undefined],
    ['title', ['title']],
    ['-title,slug', ['-title', 'slug']],
    [
      ['title', '-slug'],
      ['title', '-slug'],
    ],
    ['title,slug,-title,id,-slug', ['title', 'slug', '-title', 'id', '-slug']],
  ])('should be by fields: %j', async (sort, expected) => {
    expect((await clamped({ sort })).sort).toEqual(expected)
  })

  it('should be by fields of versions where there may be such', async () => {
    const sort = 'version.title'
    expect((await clamped({ sort }, { payloadAPI: 'GraphQL' })).sort).toEqual([sort])
    await expect(clamped({ sort })).rejects.toMatchObject({ status: 400 })
  })

  it.each([
    'a,b,c,d,e,f',
    'partner.name',
    'title.x',
    '--title',
    'title desc',
    '$natural',
    'title;drop',
    '_id',
    5,
    { title: 1 },
    Array.from({ length: 1000 }, () => 'title'),
  ])('should be refused by anything else: %j', async (sort) => {
    await expect(clamped({ sort })).rejects.toMatchObject({
      message: '„sort“ nimmt höchstens 5 Feldnamen, zum Beispiel sort=-publishedAt.',
      status: 400,
    })
  })
})

describe('what is to be answered', () => {
  const nested = (levels: number): object =>
    Array.from({ length: levels }).reduce<object>((shape) => ({ a: shape }), {})

  it.each([
    { select: { title: true } },
    { populate: { partners: { name: true } } },
    { select: { title: nested(4) } },
    {
      select: {
        title: Object.fromEntries(Array.from({ length: 199 }, (_, key) => [`k${key}`, true])),
      },
    },
  ])('should be named by fields: %j', async (query) => {
    expect(await clamped(query)).toMatchObject(query)
  })

  it.each([
    { select: [] },
    { select: { a: [true] } },
    { select: { $where: true } },
    { select: { 'a.b': true } },
    { select: { '': true } },
    { populate: { partners: { 'name;': true } } },
    { select: nested(6) },
    { select: Object.fromEntries(Array.from({ length: 201 }, (_, key) => [`k${key}`, true])) },
    {
      populate: Object.fromEntries(Array.from({ length: 101 }, (_, key) => [`p${key}`, true])),
      select: Object.fromEntries(Array.from({ length: 100 }, (_, key) => [`s${key}`, true])),
    },
  ])('should be refused otherwise: %j', async (query) => {
    await expect(clamped(query)).rejects.toMatchObject({
      message: '„select“ und „populate“ nennen Felder, zum Beispiel select[title]=true.',
      status: 400,
    })
  })

  it.each([
    [
      { select: { titel: true } },
      'Ein Feld „titel“ gibt es hier nicht. Gemeint ist vielleicht „title“.',
    ],
    [
      { populate: { partners: { nmae: true } } },
      'Ein Feld „nmae“ gibt es hier nicht. Gemeint ist vielleicht „name“.',
    ],
    [
      { populate: { partnes: { name: true } } },
      '„populate“ kennt keine Inhalte „partnes“. Gemeint ist vielleicht „partners“.',
    ],
    [{ joins: { news: { limit: 1 } } }, 'Ein Feld „news“ gibt es hier nicht.'],
    [{ sort: 'titel' }, 'Ein Feld „titel“ gibt es hier nicht. Gemeint ist vielleicht „title“.'],
  ])('should be refused where there is no such field: %j', async (query, message) => {
    await expect(clamped(query)).rejects.toMatchObject({ message, status: 400 })
  })

  it('should bring along what a field is computed from', async () => {
    expect((await clamped({ select: { thumbnailURL: true } })).select).toEqual({
      filename: true,
      thumbnailURL: true,
      url: true,
    })
  })

  it.each<[object, More, object | undefined]>([
    [{}, {}, { body: false }],
    [{ where: { title: { equals: 'a' } } }, {}, { body: false }],
    [{ where: { or: [{ slug: { equals: 'a' } }] } }, {}, { body: false }],
    [{ where: { slug: { like: 'a' } } }, {}, { body: false }],
    [{ where: { slug: { equals: 'a' } } }, {}, undefined],
    [{ where: { id: { equals: id } } }, {}, undefined],
    [{ where: { and: [{ title: { like: 'a' } }, { slug: { equals: 'a' } }] } }, {}, undefined],
    [{ id }, {}, undefined],
    [{}, { payloadAPI: 'GraphQL' }, undefined],
    [{}, { payloadAPI: 'local' }, undefined],
  ])('should leave long text out of lists by REST: %j %j', async (query, more, select) => {
    expect((await clamped(query, more)).select).toEqual(select)
  })
})

describe('a draft', () => {
  it.each<[More['as'], string, boolean]>([
    ['anybody', 'news', false],
    ['disabled', 'news', false],
    ['editor', 'news', false],
    ['editor', 'partners', true],
    ['frontend', 'news', true],
    ['coordinator', 'news', true],
  ])('should be read by who may: %s, %s', async (as, slug, isDraft) => {
    expect((await clamped({ draft: true }, { as, slug })).draft).toBe(isDraft)
    const ofServer = { as, context: { isReadOfServer: true }, slug }
    expect((await clamped({ draft: true }, ofServer)).draft).toBe(isDraft)
    expect((await clamped({ draft: false }, { as, slug })).draft).toBe(false)
    expect((await clamped({ draft: 'true' }, { as, slug })).draft).toBe(false)
  })
})

describe('a write', () => {
  it.each(['create', 'update'])(
    'should neither override locks nor make up times: %s',
    async (operation) => {
      const data = { createdAt: '2001-01-01T00:00:00.000Z', title: 'a' }
      expect(
        await clamped({ data, overrideLock: true }, { as: 'coordinator', operation }),
      ).toMatchObject({
        data: { createdAt: undefined, title: 'a' },
        overrideLock: false,
      })
    },
  )

  it('should not override a lock by a deletion', async () => {
    expect(await clamped({ overrideLock: true }, { operation: 'delete' })).toMatchObject({
      overrideLock: false,
    })
  })
})

describe('a call of the server', () => {
  it.each([{ overrideAccess: true }, { currentDepth: 1 }])(
    'should be left alone: %j',
    async (own) => {
      const query = { ...own, depth: 9, draft: true, limit: 0, sort: 'partner.name' }
      expect(await clamped(query)).toMatchObject(query)
    },
  )

  it('should be kept within bounds where it only says that it is not', async () => {
    expect(await clamped({ limit: 0, overrideAccess: false })).toMatchObject({ limit: 100 })
  })

  it('should have its own number of documents where it reads for a person', async () => {
    const context = { isReadOfServer: true }
    expect(await clamped({ draft: true, limit: 0 }, { context })).toMatchObject({
      draft: false,
      limit: 0,
    })
  })
})
