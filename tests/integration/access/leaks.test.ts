import type { CollectionSlug, FlattenedField } from 'payload'

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../../payload.config.ts'
import { closedCollections, publicFields } from '../../../src/access/publicFields.ts'
import { pathInLocale } from '../../../src/addresses/paths.ts'
import { environment } from '../../../src/environment.ts'
import { uuidOfPartner } from '../../../src/features/hsds/ids.ts'
import { leavesOf } from '../../../src/lib/leavesOf.ts'
import { answerSite } from '../../../src/server/website.ts'
import { askedOf } from '../../../src/site/asked.ts'
import { locales } from '../../../src/vocabularies/locales.ts'
import { askAsKnown, askUncounted } from '../../support/askMuch.ts'
import { linkNode, make, paragraphNode, removeDocuments } from '../../support/documents.ts'
import { richTextOf } from '../../support/everyFeature.ts'
import type { Client } from '../../support/instance.ts'
import { frontendKey, graphQL, instance, request, signIn } from '../../support/instance.ts'
import { inJSON } from '../../support/inJSON.ts'

removeDocuments()
askUncounted()

const { collections, custom, globals } = await config

/** Whatever must stay secret contains this word, and nothing else does. */
const canary = 'Kanarienvogel'
/** This word is in drafts, which frontend keys read. */
const draftCanary = 'Entwurfsgeheimnis'
/** A day, a number and an address that only secrets have. */
const secretDay = '2031-07-23T00:00:00.000Z'
const secretMail = 'kanarienvogel@example.org'
const secretPhone = '+493023125777'

type Reader = 'anyone' | 'editor of another partner' | 'frontend'
const readers = {} as Record<Reader, Client>
let coordinator: Client
let partner: string
let contact: string
let probes = 0

afterAll(() => {
  console.log(`Leaks: ${probes} probes.`)
})

/**
 * A partner that is public, with everything internal filled with canaries; one that is secret and has
 * only a draft; a public news item that names both; drafts, versions and trash of everything.
 */
beforeAll(async () => {
  const payload = await instance()
  const another = (await make('partners')).id
  readers.anyone = { headers: {} }
  readers.frontend = await frontendKey()
  readers['editor of another partner'] = await signIn({
    partners: [another],
    role: 'partner-editor',
  })
  coordinator = await signIn({ role: 'coordinator' })
  const internal = {
    contacts: [{ email: secretMail, name: canary, phone: secretPhone, role: canary }],
    notes: canary,
    officeNotes: canary,
    postalAddress: `${canary}straße 1`,
  }
  const secrets = {
    internal,
    review: { note: canary, state: 'returned' as const, submittedAt: secretDay },
    trusted: true,
  }
  partner = (await make('partners', { ...secrets, kind: 'womens-shelter' })).id
  const stored = await payload.findByID({ id: partner, collection: 'partners', depth: 0 })
  contact = stored.internal?.contacts?.[0]?.id ?? ''
  const hidden = await make('partners', {
    ...secrets,
    _status: 'draft',
    description: draftCanary,
    name: `${draftCanary} Haus`,
  })
  await payload.update({
    id: partner,
    collection: 'partners',
    data: { _status: 'draft', description: draftCanary, shortName: draftCanary },
    draft: true,
    locale: 'de',
  })
  // Publishing ends a review, so its canaries are written beside it.
  await payload.db.updateOne({
    collection: 'partners',
    data: { acceptedWarnings: canary, review: secrets.review, seedKey: canary },
    where: { id: { equals: partner } },
  })
  const trashed = await make('news', { teaser: canary, title: `${canary} im Papierkorb` })
  await payload.update({
    id: trashed.id,
    collection: 'news',
    data: { deletedAt: new Date().toISOString() },
  })
  const draft = await make('pages', { _status: 'draft', intro: draftCanary, title: draftCanary })
  const parent = await make('pages', { title: 'Oben' })
  await make('news', { partners: [partner, hidden.id], title: 'Öffentliche Meldung' })
  await make('standards', { responsible: [partner, hidden.id], title: 'Öffentlicher Standard' })
  await make('pages', { parent: parent.id, title: 'Unten' })
  // Texts that lead to all of them, and show how to reach the partners.
  const body = richTextOf([
    ...[draft.id, parent.id].map((page) => paragraphNode([linkNode('pages', page)])),
    ...[partner, hidden.id].flatMap((id) => [
      paragraphNode([linkNode('partners', id)]),
      { fields: { blockType: 'contact', partner: id }, type: 'block', version: 2 },
    ]),
    { fields: { blockType: 'partnerList', kinds: [] }, type: 'block', version: 2 },
  ])
  await make('news', { body, title: 'Öffentlicher Text' })
  await make('pages', { body, title: 'Öffentliche Seite' })
  await payload.update({
    id: parent.id,
    collection: 'pages',
    data: { _status: 'draft', title: draftCanary },
    draft: true,
    locale: 'de',
  })
  for (const slug of ['site', 'navigation', 'emergency'] as const) {
    const before = await payload.findGlobal({ slug, depth: 0, locale: 'de' })
    const change = {
      emergency: { notice: draftCanary },
      navigation: { header: [{ label: draftCanary, type: 'url', url: 'https://example.org' }] },
      site: { claim: draftCanary },
    }[slug]
    await payload.updateGlobal({
      slug,
      data: { ...before, ...change, _status: 'draft' } as never,
      draft: true,
      locale: 'de',
    })
  }
})

afterAll(async () => {
  const payload = await instance()
  for (const slug of ['site', 'navigation', 'emergency'] as const) {
    const before = await payload.findGlobal({ slug, depth: 0, locale: 'de' })
    await payload.updateGlobal({
      slug,
      data: { ...before, _status: 'published' } as never,
      locale: 'de',
    })
  }
})

type Reply = { headers: string; status: number; text: string }

const ask = async (path: string, as: Client, query?: string): Promise<Reply> => {
  probes += 1
  const response = await request(path, {
    as,
    ...(query !== undefined && { body: { query }, method: 'POST' }),
  })
  return {
    headers: JSON.stringify([...response.headers]),
    status: response.status,
    text: await response.text(),
  }
}

/** Asks; what anybody asks with conditions or names of fields also in JSON, which must make no difference. */
const probe = async (path: string, as: Client, query?: string): Promise<Reply> => {
  const reply = await ask(path, as, query)
  const other = inJSON(path)
  if (as === readers.anyone && other !== path) {
    expect(await ask(other, as), other).toEqual(reply)
  }
  return reply
}

const internal = `${canary}|${secretMail}|2031-07-23|493023125777`

/** Frontend keys read drafts, which is what they are for; what is internal stays hidden from them. */
const secretFrom = (reader: Reader): RegExp =>
  new RegExp(reader === 'frontend' ? internal : `${internal}|${draftCanary}`, 'i')

const shouldHideCanaries = (reply: Reply, reader: Reader, asked: string): void => {
  const what = `${reader} ${asked}`
  const secret = secretFrom(reader)
  expect(reply.status, `${what}: ${reply.text}`).toBeLessThan(500)
  expect(reply.headers, what).not.toMatch(secret)
  expect(reply.text, what).not.toMatch(secret)
}

const eachReader = async (work: (as: Client, reader: Reader) => Promise<void>): Promise<void> => {
  for (const [reader, as] of Object.entries(readers) as [Reader, Client][]) {
    await work(as, reader)
  }
}

/** Collections of which somebody may read something. */
const open = collections.filter(
  ({ slug }) => !slug.startsWith('payload-') && !closedCollections.includes(slug),
)

/** The fields that are not public, with the operators that their type knows. */
const hiddenFields = open.flatMap(({ fields, slug }) =>
  leavesOf(fields)
    .filter(({ path }) => !publicFields[slug]?.includes(path))
    .map(({ field, path }) => ({
      isStored: !('virtual' in field && field.virtual),
      path,
      slug,
      type: field.type,
    })),
)

/** Whose file it is everybody who works here may know. */
const mayRead = (reader: Reader, path: string): boolean =>
  path === 'organisation' && reader === 'editor of another partner'

/** Each operator, with a value that matches what is stored, and one that does not. */
const operatorsOf = (
  type: string,
  path: string,
): [operator: string, match: string, other: string][] => {
  const stored: Record<string, [string, string]> = {
    'internal.contacts.id': [contact, 'ffffffffffffffffffffffff'],
    'internal.contacts.phone': [secretPhone, '+493023125000'],
  }
  const values: Record<string, [string, string]> = {
    checkbox: ['true', 'false'],
    date: [secretDay, '1999-01-01T00:00:00.000Z'],
    email: [secretMail, 'nobody@example.org'],
    relationship: [partner, partner.replace(/^.{4}/, '0000')],
    select: ['returned', 'none'],
  }
  const [match, other] = stored[path] ?? values[type] ?? [canary, 'Sperling']
  return [
    ['equals', match, other],
    ['not_equals', match, other],
    ['in', match, other],
    ['not_in', match, other],
    ['exists', 'true', 'false'],
    ['like', match, other],
    ['contains', match, other],
    ['not_like', match, other],
    ['greater_than', match, other],
    ['greater_than_equal', match, other],
    ['less_than', match, other],
    ['less_than_equal', match, other],
  ]
}

/** Paths by which a hidden field can be reached: its own, through relations, and in versions. */
const pathsTo = (slug: string, path: string): { from: string; path: string }[] => {
  const through = (fields: FlattenedField[], prefix: string): string[] =>
    fields.flatMap((field) => {
      const here = `${prefix}${field.name}`
      if ('relationTo' in field && [field.relationTo].flat().includes(slug as CollectionSlug)) {
        return [here]
      }
      return 'flattenedFields' in field ? through(field.flattenedFields, `${here}.`) : []
    })
  return [
    { from: slug, path },
    ...open.flatMap(({ flattenedFields, slug: from }) =>
      through(flattenedFields, '').map((relation) => ({ from, path: `${relation}.${path}` })),
    ),
  ]
}

describe('fields', () => {
  it('should each have been decided on: public, or internal by a rule', () => {
    expect(custom.undecidedFields).toEqual([])
  })

  it('should not be on the list of public ones without existing', () => {
    const known = [...open, ...globals].flatMap(({ fields, slug }) =>
      leavesOf(fields).map(({ path }) => `${slug}.${path}`),
    )
    const listed = Object.entries(publicFields).flatMap(([slug, paths]) =>
      paths.map((path) => `${slug}.${path}`),
    )
    const optional = /\.(?:_status|deletedAt|createdAt|updatedAt)$/
    expect(listed.filter((path) => !known.includes(path) && !optional.test(path))).toEqual([])
  })

  it.each([
    '{ Pages { docs { searchText } } }',
    '{ Pages { docs { sortKey } } }',
    '{ versionsPartners(sort: "version.sortKey") { docs { version { sortKey } } } }',
    '{ versionsPages { docs { version { searchCommon } } } }',
    '{ versionsPartners(where: { version__searchText: { like: "a" } }) { docs { id } } }',
  ])('should be unknown to GraphQL where only the search compares them: %s', async (query) => {
    const { json } = await graphQL(query, { as: readers.frontend })
    expect(json.errors[0].message).toMatch(/Cannot query field|is not defined by type/)
  })
})

/** The values at a path, those of all rows of a list. */
const valuesAt = (value: unknown, [first, ...rest]: string[]): unknown[] => {
  if (Array.isArray(value)) {
    return value.flatMap((row) => valuesAt(row, first === undefined ? [] : [first, ...rest]))
  }
  if (value === null || value === undefined || first === undefined) {
    return value === null || value === undefined || value === '' ? [] : [value]
  }
  return valuesAt((value as Record<string, unknown>)[first], rest)
}

/** What nobody reads, coordinators included: keys of the seed, and what only the search and the order compare. */
const isForNobody = (path: string): boolean => /^(?:seedKey|search[A-Z]\w*|sortKey)$/.test(path)

/** Without this, the tests below would pass with secrets that were never stored. */
describe('a canary', () => {
  const hiddenOfPartners = hiddenFields
    .filter(({ isStored, slug }) => isStored && slug === 'partners')
    .map(({ path }) => path)

  it.each(hiddenOfPartners)('should be stored in %s of a partner', async (path) => {
    const payload = await instance()
    const stored = await payload.db.findOne({
      collection: 'partners',
      where: { id: { equals: partner } },
    })
    expect(valuesAt(stored, path.split('.'))).not.toEqual([])
  })

  it.each(hiddenOfPartners.filter((path) => !isForNobody(path)))(
    'should be seen by a coordinator in %s',
    async (path) => {
      const reply = await request(`/api/partners/${partner}`, { as: coordinator })
      expect(valuesAt(await reply.json(), path.split('.'))).not.toEqual([])
    },
  )

  it.each(hiddenOfPartners.filter((path) => !isForNobody(path)))(
    'should answer a coordinator who asks for what is in %s',
    async (path) => {
      const type = hiddenFields.find((each) => each.slug === 'partners' && each.path === path)?.type
      let isTold = false
      for (const [operator, ...values] of operatorsOf(type ?? '', path)) {
        const [match, other] = await Promise.all(
          values.map((value) =>
            probe(
              `/api/partners?depth=0&where[${path}][${operator}]=${encodeURIComponent(value)}`,
              coordinator,
            ),
          ),
        )
        if (operator !== 'exists' && match?.text !== other?.text) {
          isTold = true
          break
        }
      }
      expect(isTold).toBe(true)
    },
  )

  it('should be seen by a coordinator in drafts, versions, relations and the trash', async () => {
    for (const [path, seen] of [
      [`partners/${partner}?draft=true`, draftCanary],
      [`partners/versions?where[parent][equals]=${partner}`, canary],
      [`partners?where[internal.notes][equals]=${canary}`, canary],
      [`news?trash=true&where[title][like]=${canary}`, canary],
      [`pages?draft=true&where[title][like]=${draftCanary}`, draftCanary],
      ['globals/site?draft=true', draftCanary],
    ] as const) {
      expect((await probe(`/api/${path}`, coordinator)).text, path).toContain(seen)
    }
    const query = `{ Partner(id: "${partner}") { internal { notes contacts { email } } } }`
    expect((await probe('/api/graphql', coordinator, query)).text).toContain(secretMail)
  })
})

/** What answers about a partner in the form of directories of help. */
const hsdsAbout = (id: string): string[] => {
  const organization = `organization_id=${uuidOfPartner(id, 'organization')}`
  return [
    `/api/hsds/organizations/${uuidOfPartner(id, 'organization')}?`,
    `/api/hsds/service_at_locations/${uuidOfPartner(id, 'service_at_location')}?`,
    `/api/hsds/services/${uuidOfPartner(id, 'service')}?`,
    `/api/hsds/service_at_locations?full=true&${organization}&`,
    `/api/hsds/services?full=true&${organization}&`,
    '/api/hsds/organizations?full=true&per_page=100&',
    '/api/hsds/service_at_locations?per_page=100&',
    '/api/hsds/services?minimal=true&',
  ]
}

describe('a canary, whoever asks from outside', () => {
  it('should be in no reply in the form of directories of help', async () => {
    const payload = await instance()
    const { docs } = await payload.find({
      collection: 'partners',
      depth: 0,
      draft: true,
      limit: 100,
      trash: true,
    })
    expect(docs.map(({ id }) => id)).toContain(partner)
    const lists = ['organizations', 'service_at_locations', 'services']
    await eachReader(async (as, reader) => {
      const probeAll = (paths: string[]) =>
        Promise.all(
          paths.map(async (path) => shouldHideCanaries(await probe(path, as), reader, path)),
        )
      for (const { code } of locales) {
        await probeAll(
          docs.flatMap(({ id }) => hsdsAbout(id)).map((path) => `${path}locale=${code}`),
        )
      }
      for (const list of lists) {
        for (const word of [canary, draftCanary]) {
          for (const code of ['de', 'en']) {
            const question = { full: true, locale: code, search: word }
            const query = new URLSearchParams(question as never).toString()
            const [byGet, byPost] = await Promise.all([
              request(`/api/hsds/${list}?${query}`, { as }),
              request(`/api/hsds/${list}`, { as, body: question, method: 'POST' }),
            ])
            for (const response of [byGet, byPost]) {
              probes += 1
              expect(((await response.json()) as { total_items: number }).total_items).toBe(0)
            }
          }
        }
      }
    })
  })

  it.each(open.map(({ slug }) => slug))('should be in no reply about %s', async (slug) => {
    const payload = await instance()
    const { docs } = await payload
      .find({
        collection: slug as 'pages',
        depth: 0,
        limit: 100,
        where: { _status: { equals: 'published' } },
      })
      .catch(() => payload.find({ collection: slug as 'pages', depth: 0, limit: 100 }))
    const ids = docs.map(({ id }) => id)
    const variants = [
      '',
      'depth=3',
      'draft=true',
      'draft=true&trash=true',
      'fallback-locale=none&locale=ar',
      'fallback=mark&locale=ar&depth=3',
      'fallback=mark&locale=all',
      'format=html&draft=true&fallback=mark&locale=en',
      'format=html&limit=100',
      'format=html&locale=all&select[body]=true&select[profile]=true',
      'format=text&depth=3&locale=ar',
      'limit=0',
      'locale=all',
      'overrideAccess=true',
      'pagination=false',
      'populate[partners][internal]=true&populate[partners][name]=true&depth=3',
      'select[internal]=true&select[review]=true&select[trusted]=true&select[seedKey]=true',
      'select[internal][notes]=true',
      'showHiddenFields=true',
      'trash=true',
      ...locales.map(({ code }) => `locale=${code}&depth=3`),
    ]
    await eachReader(async (as, reader) => {
      for (const variant of variants) {
        const paths = ['', '/versions', '/count', ...ids.slice(0, 20).map((id) => `/${id}`)]
        await Promise.all(
          paths.map(async (path) => {
            const asked = `/api/${slug}${path}?${variant}`
            shouldHideCanaries(await probe(asked, as), reader, asked)
          }),
        )
      }
    })
  })

  it('should be in nothing that tells of everything', async () => {
    const variants = [
      '',
      'draft=true',
      'trash=true',
      ...locales.map(({ code }) => `locale=${code}`),
    ]
    await eachReader(async (as, reader) => {
      for (const path of ['bundle', 'changes', 'sitemap']) {
        for (const variant of variants) {
          const asked = `/api/${path}?${variant}`
          shouldHideCanaries(await probe(asked, as), reader, asked)
        }
      }
    })
  })

  it.each(globals.map(({ slug }) => slug))(
    'should be in no reply about the global %s',
    async (slug) => {
      await eachReader(async (as, reader) => {
        const shaped = ['fallback=mark&locale=ar', 'format=html&draft=true&fallback=mark&locale=en']
        for (const variant of ['', 'depth=3', 'draft=true', 'locale=all', ...shaped]) {
          for (const path of ['', '/versions']) {
            const asked = `/api/globals/${slug}${path}?${variant}`
            shouldHideCanaries(await probe(asked, as), reader, asked)
          }
        }
      })
    },
  )

  it('should be in no reply by GraphQL', async () => {
    const inner =
      'id name description shortName internal { notes officeNotes postalAddress contacts { name role phone email } } review { note state submittedAt } trusted seedKey'
    const queries = [
      `{ Partners(limit: 0) { totalDocs docs { ${inner} } } }`,
      `{ Partners(limit: 100, draft: true, trash: true) { docs { ${inner} } } }`,
      `{ a: Partner(id: "${partner}") { ...all } b: Partner(id: "${partner}", draft: true) { ...all } } fragment all on Partner { ${inner} }`,
      `{ News(limit: 100) { docs { title partners { ${inner} } } } }`,
      `{ Standards(limit: 100) { docs { title responsible { ${inner} } } } }`,
      `{ Pages(limit: 100) { docs { title parent { title intro } breadcrumbs { label url doc { title } } } } }`,
      `{ Redirects { docs { to { reference { value { ... on Partner { ${inner} } } } } } } }`,
      `{ versionsPartners { docs { version { ${inner} } } } }`,
      `{ News(limit: 100, locale: ar) { docs { body(format: html) fallbacks { field locale } partners { name profile(format: text) fallbacks { field } } } } }`,
      `{ Pages(limit: 100, draft: true) { docs { title html: body(format: html) text: body(format: text) fallbacks { field locale } } } }`,
      `{ Emergency(locale: tr, draft: true) { notice fallbacks { field locale } } }`,
      `{ Users { docs { email name } } }`,
      `{ AuditLogs { docs { action actor } } }`,
      `{ __type(name: "Partner") { fields { name } } }`,
      `{ Partners(where: { internal__notes: { like: "${canary.slice(0, 5)}" } }) { totalDocs } }`,
    ]
    await eachReader(async (as, reader) => {
      for (const query of queries) {
        const reply = await probe('/api/graphql', as, query)
        // What was asked may be told back in an error.
        const text = reply.text.replaceAll(`${canary.slice(0, 5)}"`, '')
        shouldHideCanaries({ ...reply, text }, reader, query)
      }
    })
  })

  it('should be neither in the name nor in the metadata or the headers of a file', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage([10, 10])
    pdf.setAuthor(canary)
    pdf.setSubject(canary)
    await pdf.attach(Buffer.from(canary), `${canary}.txt`)
    const { default: sharp } = await import('sharp')
    const image = await sharp({ create: { background: 'red', channels: 3, height: 9, width: 9 } })
      .withExif({ IFD0: { Artist: canary, ImageDescription: canary } })
      .jpeg()
      .toBuffer()
    const upload = async (slug: string, data: object, file: Uint8Array, type: string) => {
      const body = new FormData()
      body.set('_payload', JSON.stringify(data))
      body.set(
        'file',
        new File([new Uint8Array(file)], `../${canary}.${type.split('/')[1]}`, { type }),
      )
      const response = await request(`/api/${slug}`, { as: coordinator, body, method: 'POST' })
      expect(response.status).toBe(201)
      return (await response.json()).doc as { id: string; url: string }
    }
    const payload = await instance()
    const files = [
      await upload(
        'documents',
        { language: 'de', title: 'Datei' },
        await pdf.save(),
        'application/pdf',
      ),
      await upload('media', { alt: 'Bild' }, image, 'image/jpeg'),
    ]
    expect(Buffer.from(image).includes(canary)).toBe(true)
    for (const [index, { id, url }] of files.entries()) {
      const response = await request(new URL(url, 'http://localhost').pathname)
      expect(response.status).toBe(200)
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(bytes.includes(canary)).toBe(false)
      expect(bytes.includes(Buffer.from(canary, 'utf16le').swap16())).toBe(false)
      expect(url).not.toContain(canary)
      expect(response.headers.get('content-disposition')).toMatch(
        index === 0 ? /^attachment; / : /^inline; /,
      )
      expect(JSON.stringify([...response.headers])).not.toContain(canary)
      expect(response.headers.get('content-security-policy')).toContain('sandbox')
      await payload.delete({ id, collection: index === 0 ? 'documents' : 'media' })
    }
  })
})

describe('an address that was public and is hidden', () => {
  const street = `${canary}weg 9`
  const place = /Kanarienvogelweg|52\.2647|10\.5237/

  /** Everything that answers the public, or a frontend, about a partner. */
  const about = (id: string, slug: string): string[] => [
    ...locales.flatMap(({ code }) => [
      `/api/partners/${id}?locale=${code}`,
      `/api/search?q=${canary}weg&locale=${code}`,
    ]),
    `/api/partners/${id}?draft=true&depth=2`,
    '/api/partners?limit=100&depth=1&sort=-updatedAt',
    `/api/partners?slug=${slug}`,
    `/api/resolve?path=/partner/${slug}`,
    `/api/partners?where[address.street][like]=${canary}`,
    ...hsdsAbout(id).flatMap((path) => locales.map(({ code }) => `${path}locale=${code}`)),
    `/api/partners/versions?where[parent][equals]=${id}&limit=100`,
    `/api/news?where[partners][equals]=${id}&depth=2`,
    ...['html', 'text'].map(
      (format) => `/api/news?where[partners][equals]=${id}&select[body]=true&format=${format}`,
    ),
    `/api/partners?slug=${slug}&fallback=mark&locale=en`,
    `/api/standards?where[responsible][equals]=${id}&depth=2`,
    '/api/bundle',
    '/api/changes',
    '/api/docs',
    '/api/sitemap',
    ...['atom', 'json', 'rss'].map((format) => `/api/feed/${format}`),
    '/api/partners/export',
  ]

  const query = (id: string): string => `{
    Partner(id: "${id}") { address { street postalCode town latitude longitude } }
    News(where: { partners: { equals: "${id}" } }) { docs { body(format: html) partners { address { street } } } }
  }`

  it('should be in no reply, page, feed, version or file from then on', async () => {
    const { id, slug } = await make('partners', {
      address: {
        latitude: 52.26471,
        longitude: 10.52371,
        postalCode: '38100',
        street,
        town: 'Braunschweig',
        visibility: 'public',
      },
      confirmAddress: `${street}, 38100 Braunschweig, Lage 52.26471, 10.52371`,
      kind: 'womens-shelter',
    })
    const contact = { fields: { blockType: 'contact', partner: id }, type: 'block', version: 2 }
    await make('news', { body: richTextOf([contact]), partners: [id] })
    await make('standards', { responsible: [id] })

    /** All that is seen: of whoever asks, by address. Asked for twice, so that it is cached. */
    const seen = async (): Promise<Map<string, string>> => {
      const replies = new Map<string, string>()
      for (const reader of ['anyone', 'frontend', 'editor of another partner'] as const) {
        const paths = about(id, slug)
        // No more at once than may wait for their turn.
        while (paths.length > 0) {
          await Promise.all(
            paths.splice(0, 20).map(async (path) => {
              const { headers, text } = await probe(path, readers[reader])
              // What was asked may be told back in the addresses of the next page.
              replies.set(`${reader} ${path}`, headers + text.replaceAll(`${canary}weg&`, ''))
            }),
          )
        }
        replies.set(
          `${reader} GraphQL`,
          (await probe('/api/graphql', readers[reader], query(id))).text,
        )
      }
      for (const { code } of locales) {
        const path = pathInLocale(`/partner/${slug}`, code)
        const page = await answerSite({ asked: askedOf(path), config })
        replies.set(`page ${path}`, await page.text())
      }
      return replies
    }
    await seen()
    const before = [...(await seen())].filter(([, text]) => place.test(text)).map(([key]) => key)
    // Where it is seen while it is public: otherwise the test would prove nothing.
    expect(before).toEqual(
      expect.arrayContaining([
        `anyone /api/partners/${id}?locale=de`,
        `anyone /api/news?where[partners][equals]=${id}&select[body]=true&format=html`,
        `anyone /api/news?where[partners][equals]=${id}&select[body]=true&format=text`,
        `anyone /api/partners?where[address.street][like]=${canary}`,
        `anyone /api/resolve?path=/partner/${slug}`,
        'anyone /api/bundle',
        'anyone /api/changes',
        `anyone ${hsdsAbout(id)[0]}locale=de`,
        `anyone ${hsdsAbout(id)[1]}locale=ar`,
        `anyone ${hsdsAbout(id)[4]}locale=en`,
        `frontend ${hsdsAbout(id)[5]}locale=de`,
        'anyone GraphQL',
        `editor of another partner /api/partners/${id}?draft=true&depth=2`,
        `frontend /api/partners/versions?where[parent][equals]=${id}&limit=100`,
        `page /partner/${slug}`,
        `page /ar/partner/${slug}`,
      ]),
    )
    const reply = await request(`/api/partners/${id}/hide-address`, {
      as: coordinator,
      method: 'POST',
    })
    expect(reply.status).toBe(200)
    const after = await seen()
    expect([...after].filter(([, text]) => place.test(text)).map(([key]) => key)).toEqual([])
    expect(after.get(`anyone /api/partners/${id}?locale=de`)).toContain(id)
    for (const file of await readdir(environment.dataDirectory, {
      recursive: true,
      withFileTypes: true,
    })) {
      if (file.isFile() && !file.name.includes('.db')) {
        expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toMatch(place)
      }
    }
  })
})

describe('a question about what is hidden', () => {
  askAsKnown()

  it('should come from each reader', async () => {
    const ask = async (as: Client) =>
      Promise.all(
        ['users/me', `partners?draft=true&where[id][equals]=${partner}`].map(
          async (path) => (await probe(`/api/${path}`, as)).text,
        ),
      )
    for (const time of ['first', 'second']) {
      const [nobody, published] = await ask(readers.anyone)
      expect(nobody, time).toContain('"user":null')
      expect(published, time).not.toContain(draftCanary)
      const [, draft] = await ask(readers.frontend)
      expect(draft, time).toContain(draftCanary)
      const [editor] = await ask(readers['editor of another partner'])
      expect(editor, time).toContain(readers['editor of another partner'].id)
    }
  })

  it('should have fields to ask', () => {
    expect(hiddenFields.length).toBeGreaterThan(10)
  })

  it.each(hiddenFields)(
    'should not tell whether $path of $slug matches',
    async ({ path, slug, type }) => {
      // Times and counters differ from reply to reply whatever is asked.
      const comparable = ({ status, text }: Reply): string => `${status} ${text}`
      await eachReader(async (as, reader) => {
        for (const { from, path: asked } of mayRead(reader, path) ? [] : pathsTo(slug, path)) {
          const questions = operatorsOf(type, path).flatMap(([operator, ...values]) =>
            [
              ['', ''],
              ['/count', ''],
              ['/versions', 'version.'],
            ].map(([route = '', prefix = '']) => ({ operator, prefix, route, values })),
          )
          await Promise.all(
            questions.map(async ({ operator, prefix, route, values }) => {
              const [hit, miss] = await Promise.all(
                values.map((value) => {
                  const where = `where[${prefix}${asked}][${operator}]=${encodeURIComponent(value)}`
                  return probe(`/api/${from}${route}?depth=0&${where}`, as)
                }),
              )
              expect(
                comparable(hit as Reply),
                `${reader} ${from}${route} ${asked} ${operator}`,
              ).toBe(comparable(miss as Reply))
            }),
          )
          const sorted = await Promise.all(
            [asked, `-${asked}`].map((sort) => probe(`/api/${from}?depth=0&sort=${sort}`, as)),
          )
          expect(comparable(sorted[0] as Reply), `${reader} ${from} sort=${asked}`).toBe(
            comparable(sorted[1] as Reply),
          )
        }
      })
    },
  )

  it('should not tell whether a draft, or something in the trash, matches', async () => {
    for (const reader of ['anyone', 'editor of another partner'] as const) {
      for (const [from, field] of [
        ['partners', 'description'],
        ['partners', 'name'],
        ['partners', 'shortName'],
        ['pages', 'title'],
        ['pages', 'intro'],
        ['pages', 'parent.title'],
        ['pages', 'breadcrumbs.label'],
        ['news', 'title'],
        ['news', 'teaser'],
        ['news', 'partners.name'],
        ['news', 'partners.description'],
        ['standards', 'responsible.name'],
      ]) {
        const questions = ['equals', 'like', 'contains', 'in', 'not_like', 'not_equals'].flatMap(
          (operator) =>
            ['', '&draft=true', '&trash=true', '&locale=all'].flatMap((more) =>
              ['', '/count'].map((route) => ({ more, operator, route })),
            ),
        )
        await Promise.all(
          questions.map(async ({ more, operator, route }) => {
            const [hit, miss] = await Promise.all(
              [draftCanary, 'Sperling'].map((value) =>
                probe(
                  `/api/${from}${route}?depth=0&where[${field}][${operator}]=${value}${more}`,
                  readers[reader],
                ),
              ),
            )
            expect(
              `${hit?.status} ${hit?.text}`,
              `${reader} ${from}${route} ${field} ${operator} ${more}`,
            ).toBe(`${miss?.status} ${miss?.text}`)
          }),
        )
      }
    }
  })

  it('should not tell what a document that may not be read is like', async () => {
    const payload = await instance()
    const { docs } = await payload.find({
      collection: 'partners',
      depth: 0,
      draft: true,
      limit: 1,
      where: { name: { like: draftCanary } },
    })
    expect(docs).toHaveLength(1)
    const id = docs[0]?.id ?? ''
    const absent = id.replace(/^.{4}/, '0000')
    for (const as of [readers.anyone, readers['editor of another partner']]) {
      for (const path of ['', '?draft=true', '?trash=true', '/submit', '/duplicate']) {
        const method = path.startsWith('/') ? 'POST' : 'GET'
        const [real, none] = await Promise.all(
          [id, absent].map(async (each) => {
            probes += 1
            const response = await request(`/api/partners/${each}${path}`, {
              as,
              body: method === 'POST' ? {} : undefined,
              method,
            })
            return `${response.status} ${await response.text()}`
          }),
        )
        expect(real, path).toBe(none)
      }
    }
  })
})
