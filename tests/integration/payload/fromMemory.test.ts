import type { Payload } from 'payload'

import { APIError } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { publicMemoryOf } from '../../../src/http/cache/publicMemory.ts'
import { countOperations } from '../../support/countOperations.ts'
import {
  imageNode,
  linkNode,
  make,
  removeDocuments,
  richText,
  unique,
} from '../../support/documents.ts'
import { everyFeature, richTextOf } from '../../support/everyFeature.ts'
import { instance, request } from '../../support/instance.ts'
import { onePixel } from '../../support/onePixel.ts'
import type { Random } from '../../support/random.ts'
import { oneOf, randomFrom } from '../../support/random.ts'

// Called in the reverse order: the image goes when nothing shows it any more.
afterAll(() => payload.delete({ collection: 'media', where: { id: { equals: image } } }))
removeDocuments()

const questions = Number(process.env.QUESTIONS ?? 600)

let payload: Payload
let image: string
const ids: string[] = []
const made: { collection: 'media' | 'news' | 'pages' | 'partners' | 'standards'; id: string }[] = []

beforeAll(async () => {
  payload = await instance()
  const kinds = ['womens-shelter', 'womens-counselling', 'police', 'other'] as const
  const districts = [['03101'], ['03102', '03103'], [], ['03151']] as const
  for (let number = 0; number < 12; number += 1) {
    const { id } = await make('partners', {
      _status: number % 6 === 5 ? 'draft' : 'published',
      description: `Wer anruft, wird beraten. ${number}`,
      districts: [...(districts[number % 4] ?? [])],
      kind: kinds[number % 4],
      languages: number % 2 ? ['de', 'ar'] : ['de'],
      reach: number % 3 ? 'district' : 'region',
      services: number % 3 ? ['counselling'] : [],
      shortName: number % 2 ? 'Kurz gesagt' : undefined,
    } as never)
    ids.push(id)
    await payload.update({
      id,
      collection: 'partners',
      data: { description: `In short ${number}` },
      draft: number % 6 === 5,
      locale: number % 2 ? 'en' : 'ar',
    })
  }
  for (let number = 0; number < 15; number += 1) {
    const { id } = await make('news', {
      partners: [ids[number % 12], ids[(number + 5) % 12]],
      publishedAt: `2026-0${1 + (number % 3)}-01T00:00:00.000Z`,
      teaser: number % 2 ? 'Teaser' : undefined,
    } as never)
    if (number % 2) {
      await payload.update({
        id,
        collection: 'news',
        data: { title: `News ${number}` },
        locale: 'en',
      })
    }
    if (number === 3) {
      const data = { deletedAt: new Date().toISOString() }
      await payload.update({ id, collection: 'news', data })
    }
  }
  const { id: media } = await payload.create({
    collection: 'media',
    data: { alt: 'Bild' },
    file: { data: onePixel, mimetype: 'image/png', name: 'punkt.png', size: onePixel.length },
    locale: 'de',
  })
  image = media
  const { id: parent } = await make('pages')
  const { id: child } = await make('pages', { parent })
  const { id: grandchild } = await make('pages', { parent: child })
  await make('news', { body: richText(linkNode('pages', grandchild)) } as never)
  const whole = richTextOf(everyFeature({ image, page: grandchild, partner: ids[0] ?? '' }))
  await make('news', { body: whole })
  await make('pages', { body: whole, parent })
  const { id: standard } = await make('standards', { responsible: [ids[0], ids[5]] } as never)
  const { docs: news } = await payload.find({
    collection: 'news',
    depth: 0,
    where: { partners: { in: ids } },
  })
  await payload.update({ id: news[1]?.id ?? '', collection: 'news', data: { image } })
  made.push(
    { collection: 'media', id: image },
    ...news.map(({ id }) => ({ collection: 'news' as const, id })),
    ...[parent, child, grandchild].map((id) => ({ collection: 'pages' as const, id })),
    ...ids.map((id) => ({ collection: 'partners' as const, id })),
    { collection: 'standards', id: standard },
  )
}, 120_000)

const sometimes = (random: Random, part: string, chance = 0.3): string[] =>
  random() < chance ? [part] : []

const collections = {
  documents: { fields: ['title', 'filename', 'updatedAt'], where: [] as string[] },
  media: { fields: ['alt', 'filename', 'sizes', 'updatedAt'], where: [] },
  news: {
    fields: ['title', 'slug', 'publishedAt', 'teaser', 'partners', 'body', 'content', 'image'],
    where: [
      'where[publishedAt][greater_than]=2026-01-15',
      'where[title][like]=Meldung',
      'where[title][exists]=true',
      'where[partners.kind][equals]=police',
      'where[partners][exists]=true',
      'where[or][0][title][like]=News&where[or][1][teaser][equals]=Teaser',
    ],
  },
  pages: {
    fields: [
      'title',
      'slug',
      'breadcrumbs',
      'breadcrumbs][label',
      'parent',
      'content',
      'path',
      'intro',
    ],
    where: ['where[parent][exists]=true', 'where[path][like]=seite'],
  },
  partners: {
    fields: [
      'name',
      'kind',
      'districts',
      'shortName',
      'phones',
      'profile',
      'description',
      'address',
      'slug',
    ],
    where: [
      'where[districts][equals]=03101',
      'where[districts][in]=03102,03151',
      'where[kind][not_equals]=police',
      'where[languages][contains]=ar',
      'where[shortName][exists]=true',
      'district=03101&kind=womens-shelter',
      'where[and][0][reach][equals]=district&where[and][1][services][in]=counselling',
      'where[internal.notes][exists]=true',
    ],
  },
  standards: { fields: ['title', 'status', 'responsible', 'steps'], where: [] },
} as const

/** A question as clients ask them, and as nobody should. */
const ask = (random: Random): string => {
  const [slug, { fields, where }] = oneOf(random, Object.entries(collections))
  const field = () => oneOf(random, fields)
  const rich = { news: 'body', pages: 'body', partners: 'profile', standards: 'body' }[
    slug as 'news'
  ]
  const parts = [
    ...(where.length > 0 ? sometimes(random, oneOf<string>(random, where), 0.6) : []),
    ...sometimes(random, `limit=${oneOf(random, [1, 2, 5, 100, 0, -1, 1000, 'x'])}`, 0.5),
    ...sometimes(random, `page=${oneOf(random, [1, 2, 3, 50, 0])}`),
    ...sometimes(random, `sort=${oneOf(random, ['', '-'])}${field()}`, 0.4),
    ...sometimes(random, `sort=${field()},-updatedAt`, 0.1),
    ...sometimes(random, `depth=${oneOf(random, [0, 1, 2, 3, 9])}`, 0.5),
    ...sometimes(random, `locale=${oneOf(random, ['de', 'en', 'ar', 'uk', 'all', 'xx'])}`, 0.5),
    ...sometimes(random, `fallback-locale=${oneOf(random, ['none', 'en', 'de', 'false'])}`),
    // Not both: what is mixed, Payload fills with defaults of the moment.
    ...sometimes(
      random,
      oneOf(random, [
        `select[${field()}]=true&select[${field()}]=true`,
        `select[${field()}]=false`,
        `select[id]=false`,
        ...(rich ? [`select[${rich}]=true`, `select[${rich}]=true&select[title]=true`] : []),
      ]),
    ),
    ...sometimes(
      random,
      `populate[partners]${oneOf(random, ['[name]=true', '[id]=false', '[kind]=false'])}`,
      0.2,
    ),
    ...sometimes(random, `joins[partners][limit]=1`, 0.05),
    ...sometimes(random, `joins=false`, 0.05),
    ...sometimes(random, `pagination=false`, 0.2),
    ...sometimes(random, `draft=true`, 0.1),
    ...sometimes(random, `trash=true`, 0.1),
    ...sometimes(random, `where[id][in]=${ids.slice(0, 7).join()}`, 0.1),
    ...sometimes(random, `where[nothing][equals]=1`, 0.02),
  ]
  return `/api/${slug}?${parts.join('&')}`
}

const lists = {
  News: {
    fields: [
      'title',
      'slug',
      'teaser',
      'publishedAt',
      'image { url alt }',
      'partners { name kind }',
      'drafts: partners(draft: true) { name }',
      'html: body(format: html)',
      'text: body(format: text)',
      'fallbacks { field locale }',
    ],
    where: ['{ teaser: { exists: true } }', '{ title: { like: "Meldung" } }'],
  },
  Pages: {
    fields: [
      'title',
      'slug',
      'path',
      'breadcrumbs { label url }',
      'parent { title breadcrumbs { label url isFallback } fallbacks { field locale } }',
      'body(format: html)',
    ],
    where: ['{ parent: { exists: true } }'],
  },
  Partners: {
    fields: ['name', 'kind', 'districts', 'shortName', 'phones { label number }', 'description'],
    where: ['{ kind: { equals: police } }', '{ districts: { in: [_03101] } }'],
  },
  Standards: { fields: ['title', 'responsible { name }'], where: [] },
  allMedia: { fields: ['alt', 'url', 'sizes { card { url width } }'], where: [] },
} as const

const askOneList = (random: Random, alias: string): string => {
  const [name, { fields, where }] = oneOf(random, Object.entries(lists))
  const args = [
    ...sometimes(random, `limit: ${oneOf(random, [1, 2, 5, 100, 0])}`, 0.5),
    ...sometimes(random, `page: ${oneOf(random, [1, 2, 50])}`, 0.2),
    ...sometimes(random, `sort: "${oneOf(random, ['updatedAt', '-id', 'nothing'])}"`),
    ...sometimes(random, `locale: ${oneOf(random, ['de', 'en', 'ar', 'xx'])}`, 0.5),
    ...sometimes(random, `fallbackLocale: ${oneOf(random, ['none', 'en', 'de'])}`),
    ...sometimes(random, 'pagination: false', 0.1),
    ...sometimes(random, 'draft: true', 0.1),
    ...sometimes(random, 'trash: true', 0.1),
    ...(where.length > 0 ? sometimes(random, `where: ${oneOf<string>(random, where)}`, 0.5) : []),
  ]
  const shown = fields.filter(() => random() < 0.5)
  const numbers = sometimes(random, 'totalDocs hasNextPage')
  return `${alias}: ${name}${args.length > 0 ? `(${args.join()})` : ''} { docs { id ${shown.join(' ')} } ${numbers.join()} }`
}

const askGraphQL = (random: Random): string => `{ ${askOneList(random, 'list')} }`

/** Changes a document: what it says, whether it is public or in the trash, or what it shows of others. */
const changeOne = async (random: Random): Promise<void> => {
  const { collection, id } = oneOf(random, made)
  const word = `Neu ${Math.floor(random() * 1_000)}`
  const text = { [{ media: 'alt', partners: 'name' }[collection as 'media'] ?? 'title']: word }
  const partner = () => oneOf(random, ids)
  const more = {
    media: [],
    news: [{ partners: [partner(), partner()] }],
    pages: [],
    partners: [{ description: word }, { kind: oneOf(random, ['police', 'other']) }],
    standards: [{ responsible: [partner()] }],
  }[collection]
  const states = {
    media: [],
    pages: [
      { _status: 'draft' },
      { _status: 'published' },
      { slug: word.toLowerCase().replace(' ', '-') },
    ],
  }[collection as 'pages'] ?? [
    { _status: 'draft' },
    { _status: 'published' },
    { deletedAt: new Date().toISOString() },
    { deletedAt: null },
  ]
  const data = oneOf<object>(random, [text, text, ...more, ...states])
  const draft = data === text && collection !== 'media' && random() < 0.3
  const locale = data === text ? oneOf(random, ['de', 'en'] as const) : 'de'
  await payload
    .update({ id, collection, data, draft, locale, trash: true })
    .catch((error: unknown) => {
      // What is refused, such as to take back a page above public ones, changes nothing.
      if (!(error instanceof APIError && error.status < 500)) {
        throw error
      }
    })
}

const answerTo = async (question: string): Promise<{ status: number; text: string }> => {
  const response = await (question.startsWith('/')
    ? request(question)
    : request('/api/graphql', { body: { query: question }, method: 'POST' }))
  return { status: response.status, text: await response.text() }
}

/** What Payload alone answers. */
const withoutMemory = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const memory = publicMemoryOf(payload)
  memory.isOn = false
  try {
    return await work()
  } finally {
    memory.isOn = true
  }
}

describe('lists of documents that are kept', () => {
  it('should be in all languages, whatever their texts link to, where there are many', async () => {
    const { id: page } = await make('pages')
    for (let number = 0; number < 12; number += 1) {
      await make('news', { body: richText(linkNode('pages', page)) } as never)
    }
    const question = '/api/news?limit=100&locale=all&select[title]=true&select[body]=true'
    const answer = await answerTo(question)
    expect(answer).toEqual(await withoutMemory(() => answerTo(question)))
  })

  it.each([
    { ask, of: `${questions} questions`, times: questions },
    { ask: askGraphQL, of: `${Math.ceil(questions / 3)} GraphQL queries`, times: questions / 3 },
  ])(
    'should be what Payload alone answers, to the byte, for $of with changes in between',
    async ({ ask, times }) => {
      const seed = Math.floor(Math.random() * 2 ** 31)
      const random = randomFrom(seed)
      const counts = { documents: 0, refused: 0 }
      for (let number = 0; number < times; number += 1) {
        if (random() < 0.1) {
          await changeOne(random)
        }
        const question = ask(random)
        const answer = await answerTo(question)
        const expected = await withoutMemory(() => answerTo(question))
        expect(answer, `${question} (seed ${seed})`).toEqual(expected)
        counts.documents += (answer.text.match(/"id"/g) ?? []).length
        counts.refused += Number(answer.text.includes('"errors"'))
      }
      console.info(`${JSON.stringify(counts)} of ${times} questions`)
      expect(counts.documents).toBeGreaterThan(times / 2)
      expect(counts.refused).toBeGreaterThan(times / 50)
      expect(counts.refused).toBeLessThan(times / 2)
    },
    600_000,
  )

  it('should each be what they are alone, where one GraphQL query asks for several', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31)
    const random = randomFrom(seed)
    for (let number = 0; number < questions / 15; number += 1) {
      const lists = ['a', 'b', 'c', 'd']
        .slice(0, 2 + Math.floor(random() * 3))
        .map((alias) => askOneList(random, alias))
      const alone = await withoutMemory(() =>
        Promise.all(lists.map(async (list) => JSON.parse((await answerTo(`{ ${list} }`)).text))),
      )
      const together = `{ ${lists.join(' ')} }`
      const isRefused = alone.some(({ errors }) => errors)
      const { data, errors } = JSON.parse((await answerTo(together)).text)
      expect(errors !== undefined, `${together} (seed ${seed})`).toBe(isRefused)
      if (!isRefused) {
        expect(data, `${together} (seed ${seed})`).toEqual(
          Object.assign({}, ...alone.map((each) => each.data)),
        )
      }
    }
  }, 120_000)

  it.each([
    '',
    'depth=2',
    'select[id]=false',
    'select[partners]=true',
    'select[partners][name]=true',
    'populate[partners][id]=false',
    'populate[partners][name]=true',
  ])('should show others as they are after each change: %s', async (shape) => {
    const partner = await make('partners', { name: 'Alter Name' })
    const { id } = await make('news', { partners: [partner.id] })
    const read = async () => (await answerTo(`/api/news?where[id][equals]=${id}&${shape}`)).text
    const change = (data: object) =>
      payload.update({ id: partner.id, collection: 'partners', data, locale: 'de' })
    expect(await read()).toContain('Alter Name')
    await change({ name: 'Neuer Name' })
    expect(await read()).toContain('Neuer Name')
    await change({ _status: 'draft' })
    expect(await read()).not.toContain('Neuer Name')
    await change({ _status: 'published' })
    expect(await read()).toContain('Neuer Name')
    await payload.update({ id, collection: 'news', data: { _status: 'draft' } })
    expect(await read()).toContain('"docs":[]')
  })

  it.each([
    '',
    'depth=0',
    'select[breadcrumbs]=true',
    'select[breadcrumbs][doc]=false&select[breadcrumbs][id]=false&select[parent]=false',
  ])('should show the pages above as they are after each change: %s', async (shape) => {
    const parent = await make('pages', { title: 'Alter Titel' })
    const { id } = await make('pages', { parent: parent.id })
    const news = await make('news', { body: richText(linkNode('pages', id)) } as never)
    const read = async () => {
      const [page, link] = [
        await answerTo(`/api/pages?where[id][equals]=${id}&${shape}`),
        await answerTo(`/api/news?where[id][equals]=${news.id}&select[body]=true`),
      ]
      return page.text + link.text
    }
    const change = (data: object) =>
      payload.update({ id: parent.id, collection: 'pages', data, locale: 'de' })
    expect(await read()).toContain('Alter Titel')
    await change({ title: 'Neuer Titel' })
    expect(await read()).not.toContain('Alter Titel')
    expect(await read()).toContain('Neuer Titel')
    await change({ slug: unique('umbenannt').replaceAll(' ', '-') })
    expect(await read()).toContain('umbenannt')
  })

  it('should not read again what a changed document shows of others', async () => {
    const partner = await make('partners')
    const [one, other] = [await make('news', { partners: [partner.id] }), await make('news')]
    const read = (id: string) => () => answerTo(`/api/news?where[id][equals]=${id}`)
    const readAfterChange = async (id: string): Promise<number> => {
      await read(id)()
      await payload.update({ id, collection: 'news', data: { teaser: unique('Teaser') } })
      return (await countOperations(payload, read(id))).operations
    }
    expect(await readAfterChange(one.id)).toBe(await readAfterChange(other.id))
  })

  it('should be read anew where drafts of others are asked for', async () => {
    const partner = await make('partners')
    const { id } = await make('news', { partners: [partner.id] })
    const query = `{ News(where: { id: { equals: "${id}" } }) { docs { partners(draft: true) { name } } } }`
    const read = async () => (await answerTo(query)).text
    const data = { shortName: 'Ein Entwurf' }
    expect(await read()).toContain('"name"')
    await payload.update({ id: partner.id, collection: 'partners', data, draft: true })
    expect(await read()).toBe(await withoutMemory(read))
  })

  it('should show an image again that was in the trash', async () => {
    const { id: file } = await payload.create({
      collection: 'media',
      data: { alt: 'Wieder da' },
      file: { data: onePixel, mimetype: 'image/png', name: 'bild.png', size: onePixel.length },
      locale: 'de',
    })
    const body = richText(imageNode(file))
    const { id } = await make('news', { _status: 'draft', body } as never)
    const trash = (deletedAt: null | string) =>
      payload.update({ id: file, collection: 'media', data: { deletedAt }, trash: true })
    const read = async () =>
      (await answerTo(`/api/news?where[id][equals]=${id}&select[body]=true`)).text
    await trash(new Date().toISOString())
    await payload.update({ id, collection: 'news', data: { _status: 'published' } })
    expect(await read()).not.toContain('Wieder da')
    await trash(null)
    const expected = await withoutMemory(read)
    expect(expected).toContain('Wieder da')
    expect(await read()).toBe(expected)
    await payload.delete({ id, collection: 'news' })
    await payload.delete({ id: file, collection: 'media' })
  })

  it.each([
    ['nothing has changed', () => Promise.resolve()],
    ['a page has changed', () => make('pages')],
    [
      'a global has changed',
      // Other tests compare it with the original.
      async () => {
        const { claim } = await payload.findGlobal({ slug: 'site', locale: 'de' })
        await payload.updateGlobal({ slug: 'site', data: { claim }, locale: 'de' })
      },
    ],
  ])('should be read from the database once, whatever is asked, where %s', async (_, change) => {
    for (let number = 0; number < 8; number += 1) {
      await make('partners')
    }
    const question = (limit: number) => () => answerTo(`/api/partners?limit=${limit}&sort=name`)
    await question(100)()
    await change()
    // Counts are known until something changes.
    await answerTo('/api/partners?limit=1')
    const { operations } = await countOperations(payload, question(7))
    // For the ids.
    expect(operations).toBe(1)
  })
})

describe('globals that are kept', () => {
  const shapes = [
    '',
    'depth=0',
    'depth=2',
    'draft=true',
    'fallback=mark&locale=ar',
    'fallback=mark&format=html&locale=en',
    'fallback-locale=none&locale=en',
    'flattenLocales=true&locale=all',
    'locale=ar',
    'populate[pages][title]=true',
    'select[header]=true',
    'select[name]=false',
    'unknown=1',
  ]

  it.each(['emergency', 'navigation', 'site'] as const)(
    'should be what Payload alone answers, after each change of them and of what they show: %s',
    async (slug) => {
      const page = await make('pages')
      const before = await payload.findGlobal({ slug, depth: 0, locale: 'de' })
      const changeGlobal = (data: object, draft = false) =>
        payload.updateGlobal({ slug, data: { _status: 'published', ...data }, draft, locale: 'de' })
      const changes: [string, () => Promise<unknown>][] = [
        ['nothing', () => Promise.resolve()],
        [
          'the global',
          () =>
            changeGlobal({
              claim: 'Neuer Leitspruch',
              cooperation: { partners: 48 },
              header: [{ label: 'Eintrag', page: page.id, type: 'page' }],
              notice: 'Neuer Hinweis',
            }),
        ],
        [
          'what it shows',
          async () => {
            const data = { title: unique('Neuer Titel') }
            await payload.update({ id: page.id, collection: 'pages', data, locale: 'de' })
          },
        ],
        ['a draft', () => changeGlobal({ _status: 'draft', claim: 'Ein Entwurf' }, true)],
      ]
      const read = async (shape: string) => {
        const response = await request(`/api/globals/${slug}?${shape}`)
        return [response.status, [...response.headers], await response.text()]
      }
      try {
        for (const [what, change] of changes) {
          await change()
          for (const shape of shapes) {
            const expected = await withoutMemory(() => read(shape))
            // The second comes from memory.
            expect(await read(shape), `${what}, ${shape}`).toEqual(expected)
            expect(await read(shape), `${what}, ${shape}`).toEqual(expected)
          }
        }
        expect(JSON.stringify(await read('depth=1'))).toMatch(/Neue|Eintrag/)
      } finally {
        await changeGlobal(before)
      }
    },
  )

  // Parameters that one way of reading them finds, and the other does not.
  it.each([
    '[depth]=0',
    '[flattenLocales]=false&locale=all',
    `depth=1&${'e&'.repeat(1_000)}flattenLocales=false`,
    `[depth]=1&${'e&'.repeat(1_000)}depth=0`,
  ])('should not be what somebody else has asked for: %#', async (strange) => {
    const page = await make('pages')
    const before = await payload.findGlobal({ slug: 'navigation', depth: 0, locale: 'de' })
    const publish = (header: typeof before.header) =>
      payload.updateGlobal({
        slug: 'navigation',
        data: { _status: 'published', header },
        locale: 'de',
      })
    await publish([{ label: 'Eintrag', page: page.id, type: 'page' }])
    const questions = ['', 'depth=0', 'depth=1', 'locale=all', 'depth=1&flattenLocales=false']
    const read = async (question: string) =>
      (await answerTo(`/api/globals/navigation?${question}`)).text
    const expected = await withoutMemory(() => Promise.all(questions.map(read)))
    await read(strange)
    expect(await Promise.all(questions.map(read))).toEqual(expected)
    await publish(before.header)
  })

  it('should be read from the database once', async () => {
    const read = (shape: string) => () => answerTo(`/api/globals/navigation?${shape}`)
    await read('')()
    const { operations } = await countOperations(payload, read('unknown=2'))
    expect(operations).toBe(0)
  })
})
