import type { CollectionSlug, Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../payload.config.ts'
import type { Operation, Role } from './accessTable.ts'
import { accessToCollections, accessToGlobals, operations, roles } from './accessTable.ts'
import { make, removeDocuments, unique } from './documents.ts'
import type { Client } from './instance.ts'
import { frontendKey, graphQL, instance, request, requestJSON, signIn } from './instance.ts'

removeDocuments()

const { collections, globals } = await config
let payload: Payload
let partner: string
const clients = {} as Record<Role, Client>
let cases = 0

beforeAll(async () => {
  payload = await instance()
  partner = (await make('partners')).id
  const another = (await make('partners')).id
  clients.anyone = { headers: {} }
  clients.frontend = await frontendKey()
  clients['editor of this partner'] = await signIn({ partners: [partner], role: 'partner-editor' })
  clients['editor of another partner'] = await signIn({
    partners: [another],
    role: 'partner-editor',
  })
  clients['editor of no partner'] = await signIn({ role: 'partner-editor' })
  clients.coordinator = await signIn({ role: 'coordinator' })
})

afterAll(() => {
  console.log(`Access: ${cases} cases of role × collection or global × operation × entrance.`)
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

const fileFor = (slug: string) =>
  slug === 'media'
    ? { data: png, mimetype: 'image/png', name: 'a.png', size: png.byteLength }
    : slug === 'documents'
      ? { data: pdf, mimetype: 'application/pdf', name: 'a.pdf', size: pdf.byteLength }
      : undefined

/** What it takes to make a document of each collection. */
const dataFor = (slug: string): Record<string, unknown> =>
  ({
    'audit-log': { action: 'create', entity: 'pages' },
    documents: { language: 'de', organisation: partner, title: 'Datei' },
    frontends: { name: unique('Frontend') },
    media: { alt: 'Bild', organisation: partner },
    news: { publishedAt: '2026-01-01T00:00:00.000Z', title: unique('Meldung') },
    pages: { title: unique('Seite') },
    partners: { kind: 'other', name: unique('Partner'), reach: 'region' },
    'payload-jobs': { input: {}, queue: 'nobody', taskSlug: 'schedulePublish' },
    'payload-kv': { data: {}, key: unique('key') },
    'payload-locked-documents': {
      document: { relationTo: 'partners', value: partner },
      user: { relationTo: 'users', value: clients.coordinator.id },
    },
    'payload-migrations': { batch: 0, name: unique('migration') },
    'payload-preferences': {
      key: unique('key'),
      user: { relationTo: 'users', value: clients.coordinator.id },
      value: {},
    },
    redirects: {
      from: `/${unique('alt').replaceAll(' ', '-')}`,
      to: { type: 'custom', url: '/neu' },
    },
    'second-factors': { secret: 'x', user: unique('user') },
    standards: { status: 'in-force', title: unique('Standard') },
    users: {
      email: `${unique('user').replaceAll(' ', '-')}@example.org`,
      name: 'Jemand',
      password: 'correct horse battery',
      role: 'partner-editor',
    },
  })[slug] ?? {}

const changeFor = (slug: string): Record<string, unknown> => {
  const { from, key, name, title, to } = dataFor(slug)
  return Object.fromEntries(
    Object.entries(
      slug === 'partners' ? { description: 'Neu' } : { from, key, name, title, to },
    ).filter(([, value]) => value !== undefined),
  )
}

const made: { collection: CollectionSlug; id: string }[] = []

afterAll(async () => {
  for (const { collection, id } of made) {
    await payload.delete({ collection, trash: true, where: { id: { equals: id } } })
  }
})

/** A document of any collection, published where it can be. Partners: the one of the editor. */
const document = async (slug: string, { isDraft = false } = {}): Promise<string> => {
  if (slug === 'partners' && !isDraft) {
    return partner
  }
  if (slug.startsWith('payload-') || slug === 'second-factors') {
    const collection = slug as CollectionSlug
    const { id } = await payload.db.create({ collection, data: dataFor(slug) })
    made.push({ collection, id: String(id) })
    return String(id)
  }
  const doc = await payload.create({
    collection: slug as 'pages',
    data: { ...dataFor(slug), _status: isDraft ? 'draft' : 'published' } as never,
    depth: 0,
    draft: isDraft,
    file: fileFor(slug),
  })
  if (slug === 'partners') {
    // Its editor looks after the draft as well.
    const id = clients['editor of this partner'].id as string
    await payload.update({ id, collection: 'users', data: { partners: [partner, doc.id] } })
  }
  made.push({ collection: slug as CollectionSlug, id: doc.id })
  return doc.id
}

type Attempt = { isAllowed: boolean; status: number; what: string }

const byREST = async (slug: string, operation: Operation, role: Role): Promise<Attempt> => {
  const as = clients[role]
  const send = async (path: string, options = {}): Promise<Attempt> => {
    const response = await request(path, { as, ...options })
    const what = await response.text()
    const isEmptyList = what.includes('"totalDocs":0')
    return { isAllowed: response.status < 400 && !isEmptyList, status: response.status, what }
  }
  switch (operation) {
    case 'create': {
      const data = dataFor(slug)
      const file = fileFor(slug)
      const body = file ? new FormData() : data
      if (file && body instanceof FormData) {
        // Editors get their own organisation by themselves.
        body.set('_payload', JSON.stringify({ ...data, organisation: undefined }))
        body.set('file', new File([new Uint8Array(file.data)], file.name, { type: file.mimetype }))
      }
      const attempt = await send(`/api/${slug}`, { body, method: 'POST' })
      if (attempt.isAllowed) {
        const { id } = JSON.parse(attempt.what).doc ?? {}
        made.push({ collection: slug as CollectionSlug, id })
      }
      return attempt
    }
    case 'delete': {
      const id =
        slug === 'partners' ? await document(slug, { isDraft: true }) : await document(slug)
      return send(`/api/${slug}/${id}`, { method: 'DELETE' })
    }
    case 'read':
      return send(`/api/${slug}/${await document(slug)}`)
    case 'read draft':
      return send(`/api/${slug}/${await document(slug, { isDraft: true })}?draft=true`)
    case 'read versions':
      return send(`/api/${slug}/versions?where[parent][equals]=${await document(slug)}`)
    case 'update':
      return send(`/api/${slug}/${await document(slug)}`, {
        body: changeFor(slug),
        method: 'PATCH',
      })
  }
}

const hasVersions = (slug: string): boolean =>
  Boolean(collections.find((collection) => collection.slug === slug)?.versions)

const graphQLNames: Record<string, [singular: string, plural: string]> = {
  'audit-log': ['AuditLog', 'AuditLogs'],
  documents: ['Document', 'Documents'],
  frontends: ['Frontend', 'Frontends'],
  media: ['Media', 'allMedia'],
  news: ['NewsItem', 'News'],
  pages: ['Page', 'Pages'],
  partners: ['Partner', 'Partners'],
  redirects: ['Redirect', 'Redirects'],
  standards: ['Standard', 'Standards'],
  users: ['User', 'Users'],
}

const byGraphQL = async (slug: string, operation: Operation, role: Role): Promise<Attempt> => {
  const [singular, plural] = graphQLNames[slug] ?? ['', '']
  const as = clients[role]
  const send = async (query: string, variables = {}): Promise<Attempt> => {
    const { json, status } = await requestJSON('/api/graphql', {
      as,
      body: { query, variables },
      method: 'POST',
    })
    const value = json.data?.result
    const isAllowed = !json.errors && value !== null && value !== undefined && value.totalDocs !== 0
    return { isAllowed, status, what: JSON.stringify(json) }
  }
  switch (operation) {
    case 'create': {
      const attempt = await send(
        `mutation($data: mutation${singular}Input!) { result: create${singular}(data: $data) { id } }`,
        { data: forGraphQL(dataFor(slug)) },
      )
      if (attempt.isAllowed) {
        const { id } = JSON.parse(attempt.what).data.result
        made.push({ collection: slug as CollectionSlug, id })
      }
      return attempt
    }
    case 'delete': {
      const id =
        slug === 'partners' ? await document(slug, { isDraft: true }) : await document(slug)
      return send(`mutation { result: delete${singular}(id: "${id}") { id } }`)
    }
    case 'read':
      return send(`{ result: ${singular}(id: "${await document(slug)}") { id } }`)
    case 'read draft': {
      const id = await document(slug, { isDraft: true })
      return send(`{ result: ${singular}(id: "${id}", draft: true) { id } }`)
    }
    case 'read versions': {
      const id = await document(slug)
      return send(
        `{ result: versions${plural}(where: { parent: { equals: "${id}" } }) { totalDocs } }`,
      )
    }
    case 'update':
      return send(
        `mutation($data: mutation${singular}UpdateInput!) { result: update${singular}(id: "${await document(slug)}", data: $data) { id } }`,
        { data: forGraphQL(changeFor(slug)) },
      )
  }
}

/** Codes of GraphQL enums have no hyphens. */
const forGraphQL = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key === 'role' || key === 'status' ? String(value).replaceAll('-', '_') : value,
    ]),
  )

const canHappen = (slug: string, operation: Operation, entrance: 'GraphQL' | 'REST'): boolean =>
  // Payload reads and deletes preferences by key and for oneself only.
  (slug !== 'payload-preferences' || operation === 'create') &&
  (hasVersions(slug) || (operation !== 'read draft' && operation !== 'read versions')) &&
  (entrance === 'REST' || (slug in graphQLNames && !(operation === 'create' && fileFor(slug))))

describe('access table', () => {
  it('should name every collection and global', () => {
    expect(Object.keys(accessToCollections).sort()).toEqual(
      collections.map(({ slug }) => slug).sort(),
    )
    expect(Object.keys(accessToGlobals).sort()).toEqual(globals.map(({ slug }) => slug).sort())
  })

  it('should reach every collection that GraphQL has', () => {
    const inGraphQL = collections
      .filter(({ graphQL: names, slug }) => names !== false && !slug.startsWith('payload-'))
      .map(({ slug }) => slug)
    expect(Object.keys(graphQLNames).sort()).toEqual(inGraphQL.sort())
  })
})

describe.each(Object.keys(accessToCollections))('access to %s', (slug) => {
  for (const entrance of ['REST', 'GraphQL'] as const) {
    for (const operation of operations.filter((each) => canHappen(slug, each, entrance))) {
      it(`should be as in the table for ${operation} by ${entrance}`, async () => {
        const allowed = accessToCollections[slug]?.[operation] ?? []
        for (const role of roles) {
          const attempt = await (entrance === 'REST' ? byREST : byGraphQL)(slug, operation, role)
          cases += 1
          // 501: Payload has no such route at all.
          expect([500, 502, 503], `${role}: ${attempt.what}`).not.toContain(attempt.status)
          expect(attempt.isAllowed, `${role}: ${attempt.status} ${attempt.what}`).toBe(
            allowed.includes(role),
          )
        }
      })
    }
  }
})

describe.each(Object.keys(accessToGlobals))('access to the global %s', (slug) => {
  const name = `${slug[0]?.toUpperCase()}${slug.slice(1)}`

  it('should be as in the table by REST', async () => {
    for (const role of roles) {
      const as = clients[role]
      const attempts: [Operation, number][] = [
        ['read', (await request(`/api/globals/${slug}`, { as })).status],
        ['read versions', (await request(`/api/globals/${slug}/versions`, { as })).status],
        [
          'update',
          (await request(`/api/globals/${slug}?draft=true`, { as, body: {}, method: 'POST' }))
            .status,
        ],
      ]
      for (const [operation, status] of attempts) {
        cases += 1
        expect(status < 400, `${role} ${operation}: ${status}`).toBe(
          accessToGlobals[slug]?.[operation].includes(role),
        )
      }
    }
  })

  it('should be as in the table by GraphQL', async () => {
    for (const role of roles) {
      const as = clients[role]
      const attempts: [Operation, string][] = [
        ['read', `{ ${name} { updatedAt } }`],
        ['read versions', `{ versions${name} { totalDocs } }`],
        [
          'update',
          `mutation { update${name}(draft: true, data: { ${slug === 'emergency' ? 'quickExit: "https://www.dwd.de/"' : ''} }) { updatedAt } }`,
        ],
      ]
      for (const [operation, query] of attempts) {
        cases += 1
        const { json } = await graphQL(query, { as })
        expect(!json.errors, `${role} ${operation}: ${JSON.stringify(json)}`).toBe(
          accessToGlobals[slug]?.[operation].includes(role),
        )
      }
    }
  })
})
