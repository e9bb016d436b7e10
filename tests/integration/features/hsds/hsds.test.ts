import { beforeAll, describe, expect, it } from 'vitest'

import { environment } from '../../../../src/environment.ts'
import type { What } from '../../../../src/features/hsds/ids.ts'
import { uuidOfPartner } from '../../../../src/features/hsds/ids.ts'
import { locales } from '../../../../src/vocabularies/locales.ts'
import { countOperations } from '../../../support/countOperations.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import { findHSDSSchemas } from '../../../support/hsdsSchemas.ts'
import { frontendKey, instance, request, requestJSON, signIn } from '../../../support/instance.ts'
import { onePixel } from '../../../support/onePixel.ts'

removeDocuments()

// Replies are read field by field.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Page = any

const faultsOf = findHSDSSchemas()

const lists = {
  organizations: 'organization',
  service_at_locations: 'service_at_location',
  services: 'service',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy_term',
}
const madeOfPartners = ['organizations', 'service_at_locations', 'services'] as const

const ask = async (question: string): Promise<Page> => {
  const { json, status } = await requestJSON(`/api/hsds/${question}`)
  expect(status, `${question}: ${JSON.stringify(json)}`).toBe(200)
  return json
}

/** All records of a list, page by page. */
const all = async (list: string, query = ''): Promise<Page[]> => {
  const records: Page[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const reply = await ask(`${list}?per_page=100&page=${page}${query && `&${query}`}`)
    records.push(...reply.contents)
    pages = reply.total_pages
  }
  return records
}

const word = unique('Hilfe')

/** What of the lists has a name with a word that nobody else has. */
const named = (list: string, query = ''): Promise<Page[]> =>
  all(list, `search=${encodeURIComponent(word)}${query && `&${query}`}`)

const serviceOf = async (name: string, query = 'full=true'): Promise<Page> => {
  const found = await named('services', query)
  return found.find((service) => service.name === name)
}

const shelter = `${word} Frauenhaus`
const centre = `${word} Beratung`
const ofTown = `${word} Ort`
const police = `${word} Polizei`
const bare = `${word} Karg`
const secretPlace =
  /Kanarienweg|Kanarienallee|38199|52\.2211|10\.6611|Kanarienbüro|kanarie@|493023125666/
const ids: Record<string, string> = {}

beforeAll(async () => {
  const payload = await instance()
  const { id: logo } = await payload.create({
    collection: 'media',
    data: { alt: 'Zeichen' },
    file: { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length },
    locale: 'de',
  })
  ids.logo = logo
  const partners: Record<string, object> = {
    [bare]: {},
    [centre]: {
      accessibility: ['step-free', 'sign-language'],
      address: {
        latitude: 52.26,
        longitude: 10.52,
        postalCode: '38100',
        street: 'Musterweg 1',
        town: 'Braunschweig',
        visibility: 'public',
      },
      description: 'Wir beraten.',
      districts: ['03101', '03158'],
      email: 'hilfe@göttingen.de',
      kind: 'womens-counselling',
      languages: ['de', 'de-simple', 'gsg', 'tr'],
      logo,
      membership: { since: '2018-08-17T00:00:00.000Z', status: 'signatory' },
      openingHours: [
        { closes: '17:00', day: 'monday', note: 'nach Vereinbarung', opens: '09:00' },
        { closes: '24:00', day: 'saturday', opens: '18:00' },
      ],
      phones: [
        {
          freeOfCharge: true,
          hiddenOnBill: true,
          hours: 'Mo 9–12 Uhr',
          label: 'Beratung',
          number: '+493023125000;ext=12',
        },
        { number: '+493023125000;ext=012' },
        { number: '116016' },
      ],
      reach: 'district',
      services: ['counselling', 'outreach-counselling'],
      shortName: 'HB',
      targetGroups: ['women', 'children'],
      verifiedAt: '2026-03-01T23:30:00.000Z',
      website: 'https://www.göttingen.de/hilfe für alle'.replaceAll(' ', '%20'),
    },
    [ofTown]: { address: { town: 'Peine', visibility: 'town-only' }, reach: 'state' },
    [police]: { kind: 'police', reach: 'country' },
    [shelter]: {
      accessibility: ['lift'],
      address: { visibility: 'secret' },
      districts: ['03101'],
      email: 'haus@example.org',
      internal: {
        contacts: [
          {
            email: 'kanarie@example.org',
            name: 'Kanarienbüro',
            phone: '+493023125666',
            role: 'Leitung',
          },
        ],
        notes: 'Lage 52.2211, 10.6611',
        officeNotes: 'Kanarienweg 5',
        postalAddress: 'Kanarienweg 5\n38199 Braunschweig',
      },
      kind: 'womens-shelter',
      languages: ['de', 'uk'],
      openingHours: [{ closes: '24:00', day: 'sunday', opens: '00:00' }],
      phones: [{ label: 'Tag und Nacht', number: '+493023125001' }],
      services: ['shelter'],
      targetGroups: ['women'],
      website: 'https://www.example.org',
    },
  }
  for (const [name, data] of Object.entries(partners)) {
    ids[name] = (await make('partners', { name, ...data })).id
  }
  await payload.update({
    id: ids[centre] ?? '',
    collection: 'partners',
    data: { description: 'We counsel.' },
    locale: 'en',
  })
  return async () => {
    await payload.delete({ id: logo, collection: 'media' })
  }
})

describe('HSDS', () => {
  it('should say which version it is, and where it is described', async () => {
    for (const address of ['/api/hsds', '/api/hsds/']) {
      const { json, status } = await requestJSON(address)
      expect(status).toBe(200)
      expect(json).toEqual({
        openapi_url: `${environment.publicURL}/api/openapi.json`,
        profile: `${environment.publicURL}/api/docs`,
        version: '3.1',
      })
    }
  })

  it('should make one organization and one service of each partner, and of nothing else', async () => {
    const { json } = await requestJSON('/api/partners/count')
    const { totalDocs } = json as { totalDocs: number }
    for (const list of ['organizations', 'services']) {
      expect((await ask(list)).total_items).toBe(totalDocs)
      expect(new Set((await all(list)).map(({ id }) => String(id))).size).toBe(totalDocs)
    }
  })

  it('should tell all that is public of a partner whose address is', async () => {
    const service = await serviceOf(centre, 'full=true&locale=en')
    const [at] = service.service_at_locations
    expect(service).toMatchObject({
      additional_urls: [{ url: expect.stringContaining('/en/partner/') }],
      alternate_name: 'HB',
      // The day in Germany.
      assured_date: '2026-03-02',
      description: 'We counsel.',
      eligibility_description: 'Women, Children',
      email: 'hilfe@xn--gttingen-n4a.de',
      name: centre,
      organization: {
        id: service.organization_id,
        logo: expect.stringMatching(/^http.*\/api\/media\/file\/.*\.webp$/),
        name: centre,
        website: 'https://www.xn--gttingen-n4a.de/hilfe%20f%C3%BCr%20alle',
      },
      status: 'active',
      url: 'https://www.xn--gttingen-n4a.de/hilfe%20f%C3%BCr%20alle',
    })
    expect(service.phones).toMatchObject([
      {
        description: 'Beratung; Mo 9–12 Uhr; free of charge; not shown on the phone bill',
        extension: 12,
        number: '+493023125000',
      },
      { number: '+493023125000;ext=012' },
      { number: '116016' },
    ])
    expect(service.schedules).toMatchObject([
      {
        byday: 'MO',
        closes_at: '17:00',
        description: 'Monday 09:00–17:00 (local time, Europe/Berlin)',
        freq: 'WEEKLY',
        notes: 'nach Vereinbarung',
        opens_at: '09:00',
      },
      { byday: 'SA', closes_at: '23:59', freq: 'WEEKLY', opens_at: '18:00' },
    ])
    expect(service.languages.map(({ code, name, note }: Page) => [code, name, note])).toEqual([
      ['de', 'German', undefined],
      ['de', 'Easy Language', 'Easy Language'],
      ['gsg', 'German Sign Language', undefined],
      ['tr', 'Turkish', undefined],
    ])
    expect(service.service_areas.map(({ name, uri }: Page) => [name, uri])).toEqual([
      ['Braunschweig', 'http://dcat-ap.de/def/politicalGeocoding/districtKey/03101'],
      ['Wolfenbüttel', 'http://dcat-ap.de/def/politicalGeocoding/districtKey/03158'],
    ])
    expect(
      service.attributes.map(({ taxonomy_term: { code, name } }: Page) => [code, name]),
    ).toEqual([
      ['counselling', 'Counselling'],
      ['outreach-counselling', 'Outreach counselling'],
      ['women', 'Women'],
      ['children', 'Children'],
      ['step-free', 'Step-free access'],
      ['sign-language', 'Sign language interpreting available'],
      ['womens-counselling', "Women's counselling"],
    ])
    expect(at).toMatchObject({
      location: {
        accessibility: [
          { description: 'Step-free access' },
          { description: 'Sign language interpreting available' },
        ],
        addresses: [
          {
            address_1: 'Musterweg 1',
            city: 'Braunschweig',
            country: 'DE',
            postal_code: '38100',
            state_province: 'Niedersachsen',
          },
        ],
        latitude: 52.26,
        longitude: 10.52,
      },
      schedules: service.schedules,
      service_id: service.id,
    })
  })

  it.each([
    [bare, 8],
    [ofTown, 1],
    [police, 1],
  ])('should tell the area that a partner serves: %s', async (name, areas) => {
    const { service_areas: found } = await serviceOf(name)
    expect(found).toHaveLength(areas)
  })

  it('should leave out what there may be several of, unless it is asked for', async () => {
    const service = await serviceOf(centre, '')
    expect(service.organization.name).toBe(centre)
    expect(service).not.toHaveProperty('phones')
    const [at] = await named('service_at_locations')
    expect(at.location).not.toHaveProperty('addresses')
    const [organization] = await named('organizations')
    expect(organization).not.toHaveProperty('locations')
  })

  it('should tell id and last change alone, all on one page, where that is enough', async () => {
    const whole = await all('services')
    expect(await ask('services?minimal=true')).toMatchObject({
      contents: whole.map(({ id, last_modified }) => ({ id, last_modified })),
      total_pages: 1,
    })
  })

  it('should answer one record by its id as a list does in full', async () => {
    for (const list of madeOfPartners) {
      const records = await named(list, 'full=true&locale=tr')
      expect(records.length).toBeGreaterThan(0)
      for (const record of records) {
        expect(await ask(`${list}/${String(record.id).toUpperCase()}?locale=tr`)).toEqual(record)
      }
    }
    for (const list of ['taxonomies', 'taxonomy_terms']) {
      const [record] = (await ask(list)).contents
      expect(await ask(`${list}/${record.id}`)).toEqual(record)
    }
  })

  it.each(Object.keys(lists))(
    'should answer 404 where there is no such record: %s',
    async (list) => {
      for (const id of ['x', '00000000-0000-4000-8000-000000000000', ids[centre]]) {
        const { json, status } = await requestJSON(`/api/hsds/${list}/${id}`)
        expect([status, json.errors[0].message]).toEqual([
          404,
          'Unter dieser Kennung ist nichts veröffentlicht.',
        ])
      }
    },
  )
})

describe.skipIf(!faultsOf)('every record', () => {
  it.each(locales.map(({ code }) => code))('should be as its schema says: %s', async (locale) => {
    for (const [list, schema] of Object.entries(lists)) {
      for (const more of ['', '&fallback-locale=none']) {
        const query = `locale=${locale}${more}`
        const records = [
          ...(await all(list, query)),
          ...(list in lists && !list.startsWith('taxonom')
            ? await all(list, `${query}&full=true`)
            : []),
        ]
        expect(records.length).toBeGreaterThan(0)
        for (const record of records) {
          expect(faultsOf?.(schema, record), JSON.stringify(record)).toEqual([])
        }
        const [first] = records
        expect(faultsOf?.(schema, await ask(`${list}/${first.id}?${query}`))).toEqual([])
      }
    }
  })

  it('should be refused with a field that no schema names, at any depth', async () => {
    const service = await serviceOf(centre)
    expect(faultsOf?.('service', service)).toEqual([])
    const [at] = service.service_at_locations
    at.location.addresses[0].secret = 'x'
    expect(faultsOf?.('service', service)).toHaveLength(1)
    service.id = 'x'
    service.phones[0].number = 1
    service.schedules[1].closes_at = '24:00'
    service.email = 'hilfe@göttingen.de'
    expect(faultsOf?.('service', service)).toHaveLength(5)
  })
})

describe('a place', () => {
  it('should be no location at all if it is secret, but a service by phone', async () => {
    const service = await serviceOf(shelter)
    expect(service).toMatchObject({
      email: 'haus@example.org',
      languages: [{ code: 'de' }, { code: 'uk' }],
      phones: [{ description: 'Tag und Nacht', number: '+493023125001' }],
      schedules: [{ byday: 'SU', closes_at: '23:59', opens_at: '00:00' }],
      service_at_locations: [],
      url: 'https://www.example.org/',
    })
    expect(JSON.stringify(service)).not.toMatch(/location_id|"secret"|geheim/i)
    expect(service.service_areas).toHaveLength(8)
    const organization = await ask(`organizations/${service.organization_id}`)
    expect(organization.locations).toEqual([])
    expect(organization.contacts).toBeUndefined()
  })

  it('should be told, if it is secret, from one of which the town alone is public by nothing', async () => {
    const described = async (visibility: 'secret' | 'town-only') => {
      const name = unique('Haus')
      const { id } = await make('partners', {
        address: { town: visibility === 'secret' ? undefined : 'Peine', visibility },
        name,
        openingHours: [{ closes: '17:00', day: 'monday', opens: '09:00' }],
        phones: [{ number: '+493023125001' }],
      })
      const [service] = await all('services', `full=true&search=${encodeURIComponent(name)}`)
      const payload = await instance()
      await payload.delete({ id, collection: 'partners' })
      return JSON.stringify(service)
        .replaceAll(name, 'Haus')
        .replaceAll(/"[0-9a-f-]{36}"/g, '"id"')
        .replace(/"last_modified":"[^"]*"/, '')
        .replace(/partner\/[\w-]*/, 'partner')
    }
    expect(await described('secret')).toBe(await described('town-only'))
  })

  it('should not be told even if its street were in the database', async () => {
    const payload = await instance()
    const name = unique('Haus')
    const { id } = await make('partners', { kind: 'womens-shelter', name })
    const place = { postalCode: '38199', street: 'Kanarienallee 7', town: 'Braunschweig' }
    const search = `full=true&search=${encodeURIComponent(name)}`
    const seen = async (visibility: string): Promise<Page> => {
      await payload.db.updateOne({
        collection: 'partners',
        data: { address: { ...place, visibility } },
        where: { id: { equals: id } },
      })
      const services = await ask(`services?${search}`)
      expect(services.total_items).toBe(1)
      const places = await ask(`service_at_locations?${search}`)
      return { places: places.total_items, text: JSON.stringify([places, services]) }
    }
    expect(await seen('public')).toEqual({ places: 1, text: expect.stringMatching(secretPlace) })
    for (const visibility of ['secret', 'town-only']) {
      const { places, text } = await seen(visibility)
      expect(places).toBe(0)
      expect(text).not.toMatch(secretPlace)
    }
    await payload.delete({ id, collection: 'partners' })
  })

  it('should be in the list of places if it is public', async () => {
    const places = await named('service_at_locations', 'full=true')
    expect(places.map(({ location }) => location.name)).toEqual([centre])
  })

  it.each([
    { postalCode: '38100', street: 'Am Markt 1', town: undefined },
    { postalCode: undefined, street: 'Am Markt 1', town: 'Peine' },
    { postalCode: '38100', street: '', town: 'Peine' },
    { postalCode: '38100', street: null, town: 'Peine' },
  ])('should be whole to be told: %j', async (place) => {
    const payload = await instance()
    const name = unique('Halb')
    const { id } = await make('partners', { address: { ...place, visibility: 'public' }, name })
    const search = `full=true&search=${encodeURIComponent(name)}`
    expect((await ask(`service_at_locations?${search}`)).total_items).toBe(0)
    expect((await ask(`services?${search}`)).contents[0].service_at_locations).toEqual([])
    await payload.delete({ id, collection: 'partners' })
  })

  it('should be gone from its id once it is hidden', async () => {
    const payload = await instance()
    const address = {
      postalCode: '38199',
      street: 'Kanarienallee 7',
      town: 'Braunschweig',
      visibility: 'public' as const,
    }
    const { id } = await make('partners', { address, name: `${word} Umzug` })
    const { id: service, service_at_locations: at } = await serviceOf(`${word} Umzug`)
    await ask(`service_at_locations/${at[0].id}`)
    await payload.update({
      id,
      collection: 'partners',
      data: { address: { visibility: 'secret' } },
      locale: 'de',
    })
    expect((await request(`/api/hsds/service_at_locations/${at[0].id}`)).status).toBe(404)
    const now = await ask(`services/${service}`)
    expect(now.service_at_locations).toEqual([])
    expect(JSON.stringify(now)).not.toMatch(secretPlace)
    await payload.delete({ id, collection: 'partners' })
  })

  it('should be told to nobody if it is secret, whoever asks', async () => {
    const readers = [
      {},
      { as: await frontendKey() },
      { as: await signIn({ partners: [ids[shelter] ?? ''], role: 'partner-editor' }) },
      { as: await signIn({ role: 'coordinator' }) },
    ]
    for (const list of madeOfPartners) {
      const question = `/api/hsds/${list}?full=true&per_page=100&search=${encodeURIComponent(word)}`
      const replies = await Promise.all(
        readers.map(async (reader) => (await request(question, reader)).text()),
      )
      expect(replies[0]).not.toMatch(secretPlace)
      expect(new Set(replies).size).toBe(1)
    }
  })

  it.each(['Kanarienweg', '38199', 'Kanarienbüro'])(
    'should be found by nobody who looks for what is internal: %s',
    async (text) => {
      for (const list of madeOfPartners) {
        const found = await ask(`${list}?search=${encodeURIComponent(text)}`)
        expect(found.total_items).toBe(0)
      }
    },
  )
})

describe('drafts and the trash', () => {
  it('should be in no list, and at no id, whoever asks', async () => {
    const payload = await instance()
    const draft = await make('partners', { _status: 'draft', name: `${word} Entwurf` })
    const trashed = await make('partners', { name: `${word} Papierkorb` })
    const changed = await make('partners', { name: `${word} Stand` })
    const known = await serviceOf(`${word} Stand`)
    await payload.update({
      id: changed.id,
      collection: 'partners',
      data: { description: `${word} Entwurf`, name: `${word} Entwurf` },
      draft: true,
      locale: 'de',
    })
    await payload.update({
      id: trashed.id,
      collection: 'partners',
      data: { deletedAt: new Date().toISOString() },
    })
    const readers = [
      { headers: {} },
      await frontendKey(),
      await signIn({ partners: [draft.id, changed.id, trashed.id], role: 'partner-editor' }),
      await signIn({ role: 'coordinator' }),
    ]
    for (const as of readers) {
      for (const list of madeOfPartners) {
        for (const more of ['', `&search=${encodeURIComponent(word)}`]) {
          const reply = await request(`/api/hsds/${list}?full=true&per_page=100${more}`, { as })
          expect(reply.status).toBe(200)
          expect(await reply.text()).not.toMatch(/Entwurf|Papierkorb/)
        }
        const what = lists[list] as What
        for (const { id } of [draft, trashed]) {
          const reply = await request(`/api/hsds/${list}/${uuidOfPartner(id, what)}`, { as })
          expect(reply.status).toBe(404)
        }
      }
      const minimal = await (await request('/api/hsds/services?minimal=true', { as })).text()
      expect(minimal).toContain(known.id)
      for (const { id } of [draft, trashed]) {
        expect(minimal).not.toContain(uuidOfPartner(id, 'service'))
      }
      const one = await requestJSON(`/api/hsds/services/${known.id}`, { as })
      expect(one.json).toEqual(known)
    }
    await payload.delete({ id: changed.id, collection: 'partners' })
  })
})

describe('ids', () => {
  it('should be those of other kinds of records nowhere', async () => {
    const seen = (await Promise.all(madeOfPartners.map((list) => named(list)))).flat()
    expect(new Set(seen.map(({ id }) => String(id))).size).toBe(seen.length)
  })

  it('should stay whatever changes, those of phones and hours as well', async () => {
    const payload = await instance()
    const before = await serviceOf(centre)
    const stored = await payload.findByID({
      id: ids[centre] ?? '',
      collection: 'partners',
      depth: 0,
      locale: 'de',
    })
    await payload.update({
      id: stored.id,
      collection: 'partners',
      data: {
        _status: 'published',
        kind: 'biss',
        name: `${centre} neu`,
        openingHours: stored.openingHours?.map((hour) => ({ ...hour, closes: '20:00' })),
        phones: stored.phones?.map((phone) => ({ ...phone, label: 'Neu' })),
        slug: `${stored.slug}-neu`,
      },
      locale: 'de',
    })
    const after = await serviceOf(`${centre} neu`)
    const idsOf = (records: Page[]) => records.map(({ id }) => String(id))
    const idsIn = (service: Page) => [
      ...idsOf([service, service.organization, ...service.phones, ...service.schedules]),
      ...idsOf([...service.languages, ...service.service_areas, ...service.service_at_locations]),
    ]
    expect(after.phones[0].description).toContain('Neu')
    expect(idsIn(after)).toEqual(idsIn(before))
    await payload.update({
      id: stored.id,
      collection: 'partners',
      data: { ...stored, _status: 'published' },
      locale: 'de',
    })
  })
})

describe('a page', () => {
  it('should lead through all records, each once', async () => {
    for (const list of Object.keys(lists)) {
      const whole = await all(list)
      const walked: Page[] = []
      for (let page = 1, isLast = false; !isLast; page += 1) {
        const reply = await ask(`${list}?per_page=3&page=${page}`)
        expect(reply).toMatchObject({
          empty: false,
          first_page: page === 1,
          last_page: page === reply.total_pages,
          page_number: page,
          size: reply.contents.length,
          total_items: whole.length,
          total_pages: Math.ceil(whole.length / 3),
        })
        walked.push(...reply.contents)
        isLast = reply.last_page
      }
      expect(walked).toEqual(whole)
    }
  })

  it('should be empty beyond the last one', async () => {
    for (const list of ['services', 'taxonomies']) {
      const { contents, empty, last_page } = await ask(`${list}?page=10000`)
      expect([contents, empty, last_page]).toEqual([[], true, true])
    }
  })

  it('should have no more than a hundred records', async () => {
    expect((await ask('services?per_page=1000000')).size).toBeLessThanOrEqual(100)
    expect((await ask('services?per_page=0')).size).toBeGreaterThan(3)
  })

  it('should ask the database for ten partners at a time, not for each', async () => {
    const payload = await instance()
    for (let number = 0; number < 11; number += 1) {
      await make('partners')
    }
    const count = async (size: number) =>
      (await countOperations(payload, () => ask(`services?full=true&per_page=${size}`))).operations
    const [one, ten, eleven] = [await count(1), await count(10), await count(11)]
    // One more for their logos, if any has one.
    expect(ten).toBeLessThanOrEqual(one + 1)
    expect(eleven).toBeGreaterThan(ten)
    expect(eleven).toBeLessThanOrEqual(ten + 2)
  })
})

describe('a list', () => {
  it('should be found by words', async () => {
    expect((await named('services')).map(({ name }) => name as string).sort()).toEqual(
      [bare, centre, ofTown, police, shelter].sort(),
    )
    expect((await ask('taxonomies?search=zielgr')).contents).toMatchObject([
      { name: 'Zielgruppen' },
    ])
    expect((await ask('taxonomy_terms?search=step-free&locale=en')).contents).toMatchObject([
      { code: 'step-free' },
    ])
    expect((await ask(`services?search=${unique('nirgends').replaceAll(' ', '')}`)).empty).toBe(
      true,
    )
  })

  it('should be limited to what has changed since', async () => {
    const payload = await instance()
    const { last_modified: before } = await serviceOf(police)
    const later = new Date(Date.parse(String(before)) + 1).toISOString()
    const names = async (time: string) =>
      (await named('services', `modified_after=${encodeURIComponent(time)}`)).map(
        ({ name }) => name as string,
      )
    expect(await names(before as string)).toContain(police)
    expect(await names(later)).not.toContain(police)
    await payload.update({
      id: ids[police] ?? '',
      collection: 'partners',
      data: { shortName: 'Neu' },
      locale: 'de',
    })
    expect(await names(later)).toContain(police)
    expect(await names('2999-01-01')).toEqual([])
    expect(await names('2026-01-01T00:00:00+01:00')).toHaveLength(5)
  })

  it('should be limited to one organization', async () => {
    const { id, organization_id } = await serviceOf(centre)
    for (const list of ['services', 'service_at_locations']) {
      const { contents } = await ask(`${list}?organization_id=${organization_id}`)
      expect(contents).toHaveLength(1)
      expect([contents[0].id, contents[0].service_id]).toContain(id)
      const none = await ask(`${list}?organization_id=00000000-0000-4000-8000-000000000000`)
      expect(none.total_items).toBe(0)
    }
  })

  it('should be limited to a term, or to any term of a taxonomy, that a record has', async () => {
    const terms = await all('taxonomy_terms')
    const byTerm = async (list: string, code: string) => {
      const { id } = terms.find((term) => term.code === code)
      return (await named(list, `taxonomy_term_id=${id}`)).map(({ name }) => name as string)
    }
    expect(await byTerm('services', 'outreach-counselling')).toEqual([centre])
    expect(await byTerm('services', 'womens-shelter')).toEqual([shelter])
    expect((await byTerm('services', 'women')).sort()).toEqual([centre, shelter].sort())
    expect(await byTerm('organizations', 'signatory')).toEqual([centre])
    expect(await byTerm('organizations', 'women')).toEqual([])
    expect(await byTerm('service_at_locations', 'women')).toHaveLength(1)
    const taxonomies = await all('taxonomies', 'locale=en')
    const byTaxonomy = async (list: string, name: string) => {
      const { id } = taxonomies.find((taxonomy) => taxonomy.name === name)
      return named(list, `taxonomy_id=${id}`)
    }
    expect(await byTaxonomy('services', 'Accessibility')).toHaveLength(2)
    expect(await byTaxonomy('services', 'Kind of organisation')).toHaveLength(5)
    const { id } = taxonomies.find(({ name }) => name === 'Accessibility')
    const ofOne = await all('taxonomy_terms', `taxonomy_id=${id}&top_only=true`)
    expect(ofOne.map(({ taxonomy_id }) => taxonomy_id as string)).toEqual(
      ofOne.map(() => id as string),
    )
    expect((await ask(`taxonomy_terms?parent_id=${ofOne[0].id}`)).empty).toBe(true)
  })

  it('should be the same by POST, with its parameters in the body or in the address', async () => {
    const { organization_id } = await serviceOf(centre)
    for (const [list, parameters] of [
      ['services', { full: true, locale: 'en', page: 2, per_page: 3 }],
      ['services', { minimal: true, search: word }],
      ['services', { modified_after: '2026-01-01T00:00:00+01:00', organization_id }],
      ['organizations', { search: word }],
      ['service_at_locations', { 'fallback-locale': 'none', locale: 'ar' }],
      ['taxonomies', { locale: 'en' }],
      ['taxonomy_terms', { per_page: '7' }],
      ['taxonomy_terms', {}],
    ] as [string, Record<string, unknown>][]) {
      const query = new URLSearchParams(parameters as Record<string, string>).toString()
      const byGet = await ask(`${list}?${query}`)
      const [first = '', ...others] = Object.keys(parameters)
      for (const [address, body] of [
        [`/api/hsds/${list}`, parameters],
        [`/api/hsds/${list}?${query}`, undefined],
        [`/api/hsds/${list}?${query}`, {}],
        [
          `/api/hsds/${list}?${new URLSearchParams(Object.fromEntries(others.map((name) => [name, String(parameters[name])]))).toString()}`,
          first ? { [first]: parameters[first] } : {},
        ],
      ] as const) {
        const response = await request(address, { body, method: 'POST' })
        expect(await response.json()).toEqual(byGet)
        expect(response.status).toBe(200)
        expect(response.headers.get('cache-control')).toBe('private, no-store')
      }
    }
  })

  const strange = '00000000-0000-4000-8000-000000000000'

  it.each([
    ['services', { distrct: '03101' }],
    ['services', { format: 'ndjson' }],
    ['services', { full: 'yes' }],
    ['services', { full: true, minimal: true }],
    ['services', { locale: 'fr' }],
    ['services', { modified_after: 'yesterday' }],
    ['services', { modified_after: '2026-02-30' }],
    ['services', { modified_after: '2026-01-01T00:00:00' }],
    ['services', { page: 0 }],
    ['services', { page: 1.5 }],
    ['services', { page: 'x' }],
    ['services', { per_page: -1 }],
    ['services', { search: 'a' }],
    ['services', { search: '' }],
    ['services', { taxonomy_id: strange }],
    ['services', { taxonomy_term_id: strange }],
    ['services', { taxonomy_term_id: '' }],
    ['services', { proximity: 1000 }],
    ['service_at_locations', { postcode: '38100' }],
    ['service_at_locations', { minimal: true }],
    ['organizations', { full_service: true }],
    ['organizations', { modified_after: '2026-01-01' }],
    ['taxonomies', { full: true }],
    ['taxonomy_terms', { taxonomy_id: strange }],
    ['taxonomy_terms', { top_only: 1 }],
  ])('should refuse what it does not know, rather than ignore it: %s %j', async (list, asked) => {
    const query = new URLSearchParams(asked as unknown as Record<string, string>).toString()
    for (const [address, options] of [
      [`/api/hsds/${list}?${query}`, {}],
      [`/api/hsds/${list}?${query}`, { method: 'POST' }],
      [`/api/hsds/${list}`, { body: asked, method: 'POST' }],
    ] as const) {
      const { json, status } = await requestJSON(address, {
        ...options,
        headers: { 'Accept-Language': 'en' },
      })
      expect(status, JSON.stringify(json)).toBe(400)
      expect(json.errors).toHaveLength(1)
      expect(json.errors[0].message).toMatch(/^[A-Z"].*[.?]$/)
    }
  })

  it.each([
    [{ search: ['a'] }],
    [{ search: { a: 1 } }],
    [{ search: null }],
    [{ __proto__x: 1 }],
    [{ constructor: 'x' }],
    [{ 'search[]': 'hilfe' }],
  ])('should refuse a body with what no parameter is: %j', async (body) => {
    const { status } = await requestJSON('/api/hsds/services', { body, method: 'POST' })
    expect(status).toBe(400)
  })

  it('should refuse a parameter that is both in the address and in the body', async () => {
    const { status } = await requestJSON('/api/hsds/services?page=1', {
      body: { page: 2 },
      method: 'POST',
    })
    expect(status).toBe(400)
  })

  it('should refuse a body that is no object, and one from another website with a cookie', async () => {
    const headers = { 'Content-Type': 'application/json' }
    for (const [form, status] of [
      ['[]', 400],
      ['x', 400],
      ['', 200],
    ] as const) {
      const response = await request('/api/hsds/services', { form, headers, method: 'POST' })
      expect(response.status, form).toBe(status)
    }
    const foreign = await request('/api/hsds/services', {
      body: {},
      headers: { Cookie: 'payload-token=x', Origin: 'https://evil.example.org' },
      method: 'POST',
    })
    expect(foreign.status).toBe(403)
  })

  it('should be read, not written: other methods do nothing', async () => {
    const { id } = await serviceOf(centre)
    for (const [method, address] of [
      ['POST', `services/${id}`],
      ['PATCH', `services/${id}`],
      ['PUT', 'services'],
      ['DELETE', `services/${id}`],
    ] as const) {
      const as = await signIn({ role: 'coordinator' })
      const response = await request(`/api/hsds/${address}`, { as, body: {}, method })
      expect(response.status).toBe(404)
    }
    await ask(`services/${id}`)
  })
})
