import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { facetsOf, filters } from '../../../../src/addresses/filters.ts'
import { distanceBetween } from '../../../../src/features/directory/near.ts'
import { isOpenAt, momentAt } from '../../../../src/features/directory/openAt.ts'
import { districts } from '../../../../src/vocabularies/districts.ts'
import { organisationKinds } from '../../../../src/vocabularies/organisationKinds.ts'
import { services } from '../../../../src/vocabularies/services.ts'
import { weekdays } from '../../../../src/vocabularies/weekdays.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { instance, request, requestJSON, signIn } from '../../../support/instance.ts'
import type { Random } from '../../../support/random.ts'
import { oneOf, randomFrom } from '../../../support/random.ts'

removeDocuments()

type Partner = {
  address?: { latitude?: number; longitude?: number }
  distance?: number
  id: string
  name: string
  openingHours?: { closes: string; day: string; note?: string; opens: string }[]
}

const seed = Math.floor(Math.random() * 2 ** 31)
const random: Random = randomFrom(seed)
const some = <Item>(items: readonly Item[]): Item[] => items.filter(() => random() < 0.3)
const ids: string[] = []
let coordinator: Client

const list = async (query: string, as?: Client) => {
  const limit = /(?:^|&)limit=/.test(query) ? '' : 'limit=100&'
  const { json, status } = await requestJSON(`/api/partners?${limit}${query}`, { as })
  expect(status, JSON.stringify(json).slice(0, 300)).toBe(200)
  return json as {
    docs: Partner[]
    facets?: Record<string, { count: number; value: string }[]>
    totalDocs: number
  }
}

const namesOf = ({ docs }: { docs: Partner[] }) => docs.map(({ id }) => id)

/** All partners of this test, as anybody reads them, which the slow ways below look through. */
let all: Partner[]

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
  for (let count = 0; count < 40; count += 1) {
    const kind = oneOf(
      random,
      organisationKinds.filter(({ value }) => !['womens-shelter'].includes(value)),
    ).value
    const isPublic = random() < 0.6
    const { id } = await make('partners', {
      address: isPublic
        ? {
            latitude: 51.5 + random() * 2,
            longitude: 9.5 + random() * 2,
            postalCode: '38100',
            street: 'Am Markt 1',
            town: 'Braunschweig',
            visibility: 'public',
          }
        : { town: 'Braunschweig', visibility: 'town-only' },
      districts: some(districts).map(({ value }) => value),
      kind,
      openingHours: some(weekdays).flatMap(({ value: day }) => {
        const from = 6 + Math.floor(random() * 12)
        const note = random() < 0.2 ? 'nur nach Vereinbarung' : null
        return [
          {
            closes: `${from + 1}:30`.padStart(5, '0'),
            day,
            note,
            opens: `${from}:00`.padStart(5, '0'),
          },
          ...(random() < 0.3 ? [{ closes: '24:00', day, opens: '20:00' }] : []),
        ]
      }),
      reach: oneOf(random, ['district', 'district', 'region', 'country'] as const),
      services: some(services).map(({ value }) => value),
    } as never)
    ids.push(id)
  }
  const secret = await make('partners', {
    address: { visibility: 'secret' },
    internal: { postalAddress: 'Kanarienweg 3, 38100 Braunschweig' },
    kind: 'womens-shelter',
    openingHours: weekdays.map(({ value: day }) => ({ closes: '24:00', day, opens: '00:00' })),
  } as never)
  ids.push(secret.id)
  const draft = await make('partners', {
    _status: 'draft',
    address: {
      latitude: 52.26,
      longitude: 10.52,
      postalCode: '38100',
      street: 'Am Markt 2',
      town: 'Braunschweig',
      visibility: 'public',
    },
    openingHours: weekdays.map(({ value: day }) => ({ closes: '24:00', day, opens: '00:00' })),
  } as never)
  ids.push(draft.id)
  all = (await list(`${within()}&depth=0`)).docs
  expect(all).toHaveLength(41)
})

const within = () => ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&')

describe('what is near a place', () => {
  const place = { latitude: 52.26, longitude: 10.52 }

  /** Slowly: each of them, with its distance. */
  const slow = (km: number) =>
    all
      .flatMap(({ address, id }) => {
        const { latitude, longitude } = address ?? {}
        const distance =
          latitude && longitude ? distanceBetween(place, { latitude, longitude }) : Infinity
        return distance <= km ? [{ distance, id }] : []
      })
      .sort((one, other) => one.distance - other.distance)

  it.each([1, 20, 60, 100, 1_000])(
    'should be found, the nearest first, with distances: %s km',
    async (km) => {
      const found = await list(`${within()}&near=52.26,10.52,${km}`)
      expect(namesOf(found), `seed ${seed}`).toEqual(slow(km).map(({ id }) => id))
      expect(found.totalDocs).toBe(slow(km).length)
      found.docs.forEach(({ distance }, index) =>
        expect(distance).toBeCloseTo(slow(km)[index]?.distance ?? -1, 1),
      )
      const { json } = await requestJSON(`/api/partners/count?${within()}&near=52.26,10.52,${km}`)
      expect(json.totalDocs).toBe(slow(km).length)
    },
  )

  it('should come in pages, and in another order if that is asked for', async () => {
    const expected = slow(1_000).map(({ id }) => id)
    const found: string[] = []
    for (let page = 1; page <= Math.ceil(expected.length / 4); page += 1) {
      const reply = await list(`${within()}&near=52.26,10.52,1000&page=${page}&limit=4`)
      found.push(...namesOf(reply))
    }
    expect(found).toEqual(expected)
    const { json } = await requestJSON(
      `/api/partners?${within()}&near=52.26,10.52,1000&limit=4&page=2`,
    )
    expect(json).toMatchObject({
      hasNextPage: expected.length > 8,
      hasPrevPage: true,
      limit: 4,
      page: 2,
      pagingCounter: 5,
      prevPage: 1,
      totalDocs: expected.length,
      totalPages: Math.ceil(expected.length / 4),
    })
    const sorted = await list(`${within()}&near=52.26,10.52,1000&sort=-id`)
    expect(namesOf(sorted)).toEqual([...expected].sort().reverse())
    expect(sorted.docs.every(({ distance }) => typeof distance === 'number')).toBe(true)
    const beyond = await list(`${within()}&near=52.26,10.52,1000&page=99`)
    expect(beyond.docs).toEqual([])
  })

  it('should be known of public addresses only, whoever asks', async () => {
    for (const as of [undefined, coordinator]) {
      const found = await list(`${within()}&near=52.26,10.52,1000`, as)
      expect(namesOf(found).sort()).toEqual(
        slow(1_000)
          .map(({ id }) => id)
          .sort(),
      )
    }
  })

  it('should be refused for drafts, and conditions checked as ever', async () => {
    for (const query of [
      'near=52.26,10.52,5&draft=true',
      'near=52.26,10.52,5&where[districts]=x',
      'facets=kind&where[districts]=x',
      'facets=kind&where[internal.notes][exists]=true',
      'facets=kind&where[id][in]=a,b&where[nothing][equals]=1',
    ]) {
      expect((await request(`/api/partners?${query}`)).status, query).toBe(400)
    }
  })

  it.each([
    '52.26,10.52',
    '52.26,10.52,0',
    '52.26,10.52,1001',
    '91,10,5',
    '52,181,5',
    'a,b,c',
    '52.26,10.52,5,5',
    '',
  ])('should be refused for what is no place: %j', async (near) => {
    const { json, status } = await requestJSON(`/api/partners?near=${near}`)
    expect(status).toBe(400)
    expect(json.errors[0].message).toContain('near=52.26,10.52,10')
  })
})

describe('who is open', () => {
  /** Slowly, by the hours that everybody reads. */
  const slow = (time: string) => {
    const moment = momentAt(new Date(time))
    return all
      .filter(({ openingHours = [] }) =>
        isOpenAt(
          openingHours.map(({ note, ...hours }) => ({ ...hours, note: { de: note } })),
          moment,
        ),
      )
      .map(({ id }) => id)
      .sort()
  }

  it('should be found at any time', async () => {
    for (let count = 0; count < 20; count += 1) {
      const time = new Date(
        Date.UTC(2026, 0, 1) + Math.floor(random() * 365 * 24 * 4) * 900_000,
      ).toISOString()
      const found = await list(`${within()}&openAt=${time}`)
      expect(namesOf(found).sort(), `seed ${seed}: ${time}`).toEqual(slow(time))
    }
  })

  it('should be found at a time on the clocks of Berlin', async () => {
    for (const [local, time] of [
      ['2026-12-01T10:00', '2026-12-01T09:00:00Z'],
      ['2026-07-01T10:00', '2026-07-01T08:00:00Z'],
      ['2026-07-01T10:00:00%2B02:00', '2026-07-01T08:00:00Z'],
      ['2026-10-03T10:00', '2026-10-03T08:00:00Z'],
    ] as const) {
      expect(namesOf(await list(`${within()}&openAt=${local}`)).sort(), local).toEqual(slow(time))
    }
  })

  it('should be found now, with other conditions, and counted', async () => {
    const expected = slow(new Date().toISOString())
    const found = await list(`${within()}&openNow=true`)
    const again = slow(new Date().toISOString())
    // A minute may begin in between.
    expect([expected, again]).toContainEqual(namesOf(found).sort())
    const time = '2026-12-01T09:00:00Z'
    const both = await list(`${within()}&openAt=${time}&near=52.26,10.52,80`)
    const near = namesOf(await list(`${within()}&near=52.26,10.52,80`))
    expect(namesOf(both)).toEqual(near.filter((id) => slow(time).includes(id)))
    const { json } = await requestJSON(`/api/partners/count?${within()}&openAt=${time}`)
    expect(json.totalDocs).toBe(slow(time).length)
  })

  it.each([
    'openAt=morgen',
    'openAt=2026-02-29T10:00',
    'openAt=2026-12-01',
    'openAt=2026-12-01T25:00',
    'openNow=ja',
    'openNow=true&openAt=2026-12-01T10:00',
  ])('should be refused for what is no time: %s', async (query) => {
    expect((await request(`/api/partners?${query}`)).status).toBe(400)
  })
})

describe('facets', () => {
  it('should say how many each filter would find, with whatever conditions', async () => {
    const names = facetsOf('partners')
    for (const condition of [
      '',
      '&district=03101',
      '&near=52.26,10.52,80',
      '&where[reach][equals]=region',
      '&kind=nothing'.slice(0, 0),
    ]) {
      const { docs, facets, totalDocs } = await list(
        `${within()}${condition}&facets=${names.join(',')}`,
      )
      expect(Object.keys(facets ?? {})).toEqual(names)
      expect(docs.length).toBe(totalDocs)
      for (const name of names) {
        const { codes = [], field = '' } = filters.partners?.[name] ?? {}
        const counted = new Map(facets?.[name]?.map(({ count, value }) => [value, count]))
        for (const { value } of codes) {
          const found = (docs as unknown as Record<string, unknown>[]).filter(
            (doc) =>
              [doc[field]].flat().includes(value) ||
              (name === 'district' && doc.reach !== 'district'),
          )
          expect(counted.get(value) ?? 0, `seed ${seed}: ${name} ${value}${condition}`).toBe(
            found.length,
          )
        }
        const counts = facets?.[name]?.map(({ count }) => count) ?? []
        expect(counts).toEqual([...counts].sort((one, other) => other - one))
      }
    }
  })

  it('should be what the filter itself finds', async () => {
    const { facets } = await list(`${within()}&facets=district,kind,service`)
    for (const name of ['district', 'kind', 'service']) {
      for (const { count, value } of facets?.[name] ?? []) {
        expect((await list(`${within()}&${name}=${value}`)).totalDocs).toBe(count)
      }
    }
  })

  it('should count what is published, whoever asks, and nothing where nothing is found', async () => {
    const of = (reply: Awaited<ReturnType<typeof list>>) => reply.facets
    const anyone = of(await list(`${within()}&facets=kind`))
    expect(of(await list(`${within()}&facets=kind&draft=true`, coordinator))).toEqual(anyone)
    expect(of(await list('slug=gibt-es-nicht&facets=kind,district'))).toEqual({
      district: [],
      kind: [],
    })
  })

  it('should be new with the next publication', async () => {
    const word = unique('Facette').replaceAll(' ', '')
    const asked = `where[name][like]=${word}&facets=kind`
    expect((await list(asked)).facets).toEqual({ kind: [] })
    const { id } = await make('partners', { kind: 'police', name: word })
    expect((await list(asked)).facets).toEqual({ kind: [{ count: 1, value: 'police' }] })
    await (
      await instance()
    ).update({ id, collection: 'partners', data: { _status: 'published', kind: 'court' } })
    expect((await list(asked)).facets).toEqual({ kind: [{ count: 1, value: 'court' }] })
  })

  it.each([
    ['partners', 'facets=kindd', 'kind'],
    ['partners', 'facets=name', 'kind'],
    ['news', 'facets=kind', 'topic'],
    ['pages', 'facets=kind', 'facets'],
  ])('should be refused for what is not counted: %s %s', async (slug, query, hint) => {
    const { json, status } = await requestJSON(`/api/${slug}?${query}`)
    expect(status).toBe(400)
    expect(json.errors[0].message).toContain(hint)
  })
})

describe('a path as a filter', () => {
  it.each(['news', 'pages', 'partners', 'standards'] as const)(
    'should find one of %s, in any language',
    async (slug) => {
      const { id } = await make(slug)
      const { json: doc } = await requestJSON(`/api/${slug}/${id}`)
      const other = await make(slug)
      const { json: second } = await requestJSON(`/api/${slug}/${other.id}`)
      for (const path of [doc.path, `/en${doc.path}`, `${doc.path}/`]) {
        const { json } = await requestJSON(`/api/${slug}?path=${path}`)
        expect(
          json.docs.map((each: Partner) => each.id),
          path,
        ).toEqual([id])
      }
      const { json: both } = await requestJSON(
        `/api/${slug}?path=${doc.path},${second.path}&sort=id`,
      )
      expect(both.docs.map((each: Partner) => each.id)).toEqual([id, other.id].sort())
      for (const path of ['/gibt-es-nicht', slug === 'partners' ? '/aktuelles/x' : '/partner/x']) {
        expect((await requestJSON(`/api/${slug}?path=${path}`)).json.docs).toEqual([])
      }
    },
  )
})

describe('standards', () => {
  const made: string[] = []

  beforeAll(async () => {
    // first ← second ← third (a draft); second ← other (a draft of the office's).
    const first = await make('standards', {
      status: 'superseded',
      title: 'Erste Fassung',
      version: '1',
    })
    const second = await make('standards', {
      status: 'in-force',
      supersedes: first.id,
      title: 'Zweite Fassung',
      version: '2',
    })
    const third = await make('standards', {
      status: 'in-force',
      supersedes: second.id,
      title: 'Dritte Fassung',
      version: '3',
    })
    const draft = await make('standards', {
      _status: 'draft',
      supersedes: third.id,
      title: 'Entwurf',
    })
    made.push(first.id, second.id, third.id, draft.id)
  })

  it('should show all editions, the oldest first, of those that are public', async () => {
    const [first, second, third] = made
    const payload = await instance()
    for (const id of [first, second, third]) {
      const { json } = await requestJSON(`/api/standards/${id}`)
      expect(json.editions).toEqual([
        { doc: first, id: first, status: 'superseded', title: 'Erste Fassung', version: '1' },
        { doc: second, id: second, status: 'in-force', title: 'Zweite Fassung', version: '2' },
        { doc: third, id: third, status: 'in-force', title: 'Dritte Fassung', version: '3' },
      ])
    }
    await payload.update({ id: third ?? '', collection: 'standards', data: { _status: 'draft' } })
    const { json } = await requestJSON(
      `/api/standards?where[id][equals]=${first}&select[editions]=true`,
    )
    expect(json.docs[0].editions.map(({ doc }: { doc: string }) => doc)).toEqual([first, second])
    await payload.update({
      id: third ?? '',
      collection: 'standards',
      data: { _status: 'published' },
    })
    expect(
      (await requestJSON(`/api/standards?where[id][equals]=${first}&select[editions]=true`)).json
        .docs[0].editions,
    ).toHaveLength(3)
  })

  it('should be the current ones only, if asked for', async () => {
    const [first, second, third, draft] = made
    const { json } = await requestJSON('/api/standards?current=true&limit=100')
    const found = json.docs.map(({ id }: Partner) => id)
    expect(found).toContain(third)
    for (const id of [first, second, draft]) {
      expect(found).not.toContain(id)
    }
    // What is shown of others is not narrowed: their texts fall back, too.
    const { json: marked } = await requestJSON(
      `/api/standards?current=true&where[id][equals]=${third}&fallback=mark&locale=en&depth=1`,
    )
    expect(marked.docs[0].supersedes.fallbacks).toMatchObject({ title: 'de' })
    const { json: count } = await requestJSON('/api/standards/count?current=true')
    expect(count.totalDocs).toBe(json.totalDocs)
    expect((await request('/api/standards?current=yes')).status).toBe(400)
  })
})

afterAll(() => {
  ids.splice(0)
})
