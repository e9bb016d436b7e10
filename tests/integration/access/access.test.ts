import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import { PDFDocument } from '@cantoo/pdf-lib'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../../payload.config.ts'
import { serverFunctions } from '../../../src/payload/serverFunctions.ts'
import { onePixel } from '../../support/onePixel.ts'
import type { Operation, Role } from './accessTable.ts'
import {
  accessToCollections,
  accessToEndpoints,
  accessToGlobals,
  operations,
  roles,
} from './accessTable.ts'
import { askUncounted } from '../../support/askMuch.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import {
  frontendKey,
  graphQL,
  instance,
  request,
  requestJSON,
  signIn,
} from '../../support/instance.ts'

removeDocuments()
askUncounted()

const { collections, endpoints, globals } = await config
let payload: Payload
let partner: string
const clients = {} as Record<Role, Client>
let cases = 0

beforeAll(async () => {
  payload = await instance()
  partner = (await make('partners')).id
  const another = (await make('partners')).id
  const editor = (...partners: string[]) => signIn({ partners, role: 'partner-editor' })
  clients.anyone = { headers: {} }
  clients['disabled coordinator'] = await signIn({ role: 'coordinator' })
  clients.frontend = await frontendKey()
  clients['editor of this partner'] = await editor(partner)
  clients['editor of two partners'] = await editor(another, partner)
  clients['editor of another partner'] = await editor(another)
  clients['editor of no partner'] = await editor()
  clients.coordinator = await signIn({ role: 'coordinator' })
  await payload.update({
    id: String(clients['disabled coordinator'].id),
    collection: 'users',
    data: { disabled: true },
  })
})

afterAll(() => {
  console.log(`Access: ${cases} cases of role × collection or global × operation × entrance.`)
})

let pdf: Buffer

beforeAll(async () => {
  const document = await PDFDocument.create()
  document.addPage([10, 10])
  pdf = Buffer.from(await document.save())
})

const fileFor = (slug: string) =>
  slug === 'media'
    ? { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.byteLength }
    : slug === 'documents'
      ? { data: pdf, mimetype: 'application/pdf', name: 'a.pdf', size: pdf.byteLength }
      : undefined

const asUser = () => ({ relationTo: 'users', value: clients.coordinator.id })

/** What it takes to make a document of each collection. */
const dataFor = (slug: string): Record<string, unknown> =>
  ({
    'audit-log': { action: 'create', entity: 'pages' },
    documents: { language: 'de', organisation: partner, title: unique('Datei') },
    frontends: { name: unique('Frontend') },
    media: { alt: unique('Bild'), organisation: partner },
    news: { publishedAt: '2026-01-01T00:00:00.000Z', title: unique('Meldung') },
    pages: { title: unique('Seite') },
    partners: { kind: 'other', name: unique('Partner'), reach: 'region' },
    'payload-jobs': { input: {}, queue: 'nobody', taskSlug: 'schedulePublish' },
    'payload-kv': { data: {}, key: unique('key') },
    'payload-locked-documents': {
      document: { relationTo: 'partners', value: partner },
      user: asUser(),
    },
    'payload-migrations': { batch: 0, name: unique('migration') },
    'payload-preferences': { key: unique('key'), user: asUser(), value: {} },
    redirects: {
      from: `/${unique('alt').replaceAll(' ', '-')}`,
      to: { type: 'custom', url: '/partner' },
    },
    'public-changes': {
      at: new Date().toISOString(),
      document: unique('document'),
      number: 0,
      publicSince: 0,
      state: 'deleted',
    },
    'second-factors': { secret: 'x', user: unique('user') },
    standards: { status: 'in-force', title: unique('Standard') },
    users: {
      email: `${unique('user').replaceAll(' ', '-')}@example.org`,
      name: 'Jemand',
      password: 'correct horse battery',
      role: 'partner-editor',
    },
    'webhook-deliveries': { attempt: 1, event: 'test', message: unique('msg'), outcome: '200' },
    webhooks: {
      // It would be told of everything that the other cases do.
      enabled: false,
      events: ['published'],
      name: unique('Webhook'),
      url: 'http://127.0.0.1/hook',
    },
  })[slug] ?? {}

/** A field that whoever may update a document may change. */
const fieldOf: Record<string, string> = {
  'audit-log': 'entity',
  documents: 'title',
  frontends: 'name',
  media: 'alt',
  news: 'title',
  pages: 'title',
  partners: 'shortName',
  'payload-jobs': 'queue',
  'payload-kv': 'key',
  'payload-locked-documents': 'updatedAt',
  'payload-migrations': 'name',
  'payload-preferences': 'key',
  'public-changes': 'document',
  redirects: 'from',
  'second-factors': 'user',
  standards: 'title',
  users: 'name',
  'webhook-deliveries': 'event',
  webhooks: 'name',
}

const changeFor = (slug: string, text: string): Record<string, unknown> =>
  slug === 'payload-locked-documents'
    ? {}
    : slug === 'redirects'
      ? { from: text, to: { type: 'custom', url: '/partner' } }
      : { [fieldOf[slug] ?? '']: text }

type State = 'draft' | 'newer draft' | 'published' | 'trashed'

/** Text of the newer draft, which the published document does not have. */
const draftText = 'Nur im Entwurf'

const made: { collection: CollectionSlug; id: string }[] = []

afterAll(async () => {
  for (const { collection, id } of made) {
    await payload.db.deleteMany({ collection, where: { id: { equals: id } } })
  }
})

/** A document of any collection in a state; a partner becomes one of the editors' own. */
const document = async (slug: string, state: State): Promise<string> => {
  const collection = slug as 'pages'
  if (slug.startsWith('payload-') || slug === 'second-factors') {
    const { id } = await payload.db.create({ collection, data: dataFor(slug) })
    made.push({ collection, id: String(id) })
    return String(id)
  }
  const { id } = await payload.create({
    collection,
    data: { ...dataFor(slug), _status: state === 'draft' ? 'draft' : 'published' } as never,
    depth: 0,
    draft: state === 'draft',
    file: fileFor(slug),
    locale: 'de',
  })
  made.push({ collection, id })
  if (slug === 'partners') {
    for (const role of ['editor of this partner', 'editor of two partners'] as const) {
      await payload.update({
        id: String(clients[role].id),
        collection: 'users',
        data: { partners: [partner, id] },
      })
    }
  }
  if (state === 'newer draft') {
    await payload.update({
      id,
      collection,
      data: { ...changeFor(slug, draftText), _status: 'draft' },
      draft: true,
      locale: 'de',
    })
  }
  if (state === 'trashed') {
    await payload.update({ id, collection, data: { deletedAt: new Date().toISOString() } })
  }
  return id
}

type Stored = { _status?: string; deletedAt?: null | string } & Record<string, unknown>

const stored = async (slug: string, id: string, draft = false): Promise<Stored | null> =>
  payload.findByID({
    id,
    collection: slug as CollectionSlug,
    depth: 0,
    disableErrors: true,
    draft,
    locale: 'de',
    trash: true,
  }) as Promise<null | Stored>

const countAll = async (slug: string): Promise<number> =>
  (await payload.count({ collection: slug as CollectionSlug, trash: true })).totalDocs

type Config = (typeof collections)[number]

const configOf = (slug: string): Config =>
  collections.find((collection) => collection.slug === slug) as Config

type Attempt = { as: Client; id: string; slug: string; text: string }
/** Sends something; answers what came back, for the message of a failing test. */
type Entrance = (attempt: Attempt) => Promise<{ reply: string; status: number }>

const send =
  (
    path: (attempt: Attempt) => string,
    method = 'GET',
    body?: (attempt: Attempt) => unknown,
  ): Entrance =>
  async (attempt) => {
    const response = await request(`/api/${attempt.slug}${path(attempt)}`, {
      as: attempt.as,
      body: body?.(attempt),
      method,
    })
    return { reply: await response.text(), status: response.status }
  }

const ask =
  (
    query: (attempt: Attempt, names: { plural: string; singular: string }) => string,
    variables?: (attempt: Attempt) => object,
  ): Entrance =>
  async (attempt) => {
    const { json, status } = await requestJSON('/api/graphql', {
      as: attempt.as,
      body: { query: query(attempt, namesOf(attempt.slug)), variables: variables?.(attempt) ?? {} },
      method: 'POST',
    })
    return { reply: JSON.stringify(json), status: json.errors ? 400 : status }
  }

/** What GraphQL calls each collection: one, and a list of them. */
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
  'webhook-deliveries': ['WebhookDelivery', 'WebhookDeliveries'],
  webhooks: ['Webhook', 'Webhooks'],
}

const namesOf = (slug: string): { plural: string; singular: string } => {
  const [singular = '', plural = ''] = graphQLNames[slug] ?? []
  return { plural, singular }
}

const viaServerFunction =
  (work: (attempt: Attempt, req: PayloadRequest) => unknown): Entrance =>
  async (attempt) => {
    const user = attempt.as.id
      ? await payload.findByID({
          id: attempt.as.id,
          collection: attempt.as === clients.frontend ? 'frontends' : 'users',
          depth: 0,
        })
      : undefined
    const req = await createLocalReq(
      {
        user:
          user &&
          ({
            ...user,
            collection: attempt.as === clients.frontend ? 'frontends' : 'users',
          } as never),
      },
      payload,
    )
    try {
      const reply = await work(attempt, req)
      return { reply: JSON.stringify(reply), status: 200 }
    } catch (error) {
      return { reply: String(error), status: (error as { status?: number }).status ?? 500 }
    }
  }

const withFile: Entrance = async ({ as, slug }) => {
  const file = fileFor(slug)
  const body = new FormData()
  // Editors get their own organisation by themselves.
  body.set('_payload', JSON.stringify({ ...dataFor(slug), organisation: undefined }))
  body.set(
    'file',
    new File([new Uint8Array(file?.data ?? [])], file?.name ?? '', { type: file?.mimetype }),
  )
  const response = await request(`/api/${slug}`, { as, body, method: 'POST' })
  return { reply: await response.text(), status: response.status }
}

/** Codes of GraphQL enums have no hyphens. */
const forGraphQL = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key === 'role' || key === 'status' ? String(value).replaceAll('-', '_') : value,
    ]),
  )

const where = ({ id }: Attempt): string => `?where[id][equals]=${id}`
const now = new Date().toISOString()

/** Every way in which an operation can be attempted. */
const entrances: Record<Operation, Record<string, Entrance>> = {
  create: {
    GraphQL: ask(
      (_, { singular }) =>
        `mutation($data: mutation${singular}Input!) { result: create${singular}(data: $data) { id } }`,
      ({ slug }) => ({ data: forGraphQL(dataFor(slug)) }),
    ),
    REST: async (attempt) =>
      fileFor(attempt.slug)
        ? withFile(attempt)
        : send(
            () => '',
            'POST',
            ({ slug }) => dataFor(slug),
          )(attempt),
    'REST, as a draft': send(
      () => '?draft=true',
      'POST',
      ({ slug }) => dataFor(slug),
    ),
  },
  delete: {
    GraphQL: ask(({ id }, { singular }) => `mutation { delete${singular}(id: "${id}") { id } }`),
    REST: send(({ id }) => `/${id}`, 'DELETE'),
    'REST, in bulk': send(where, 'DELETE'),
  },
  duplicate: {
    GraphQL: ask(
      ({ id }, { singular }) =>
        `mutation($data: mutation${singular}Input!) { duplicate${singular}(id: "${id}", data: $data) { id } }`,
      ({ slug }) => ({ data: forGraphQL(dataFor(slug)) }),
    ),
    REST: send(
      ({ id }) => `/${id}/duplicate`,
      'POST',
      () => ({ _status: 'published' }),
    ),
  },
  publish: {
    GraphQL: ask(
      ({ id }, { singular }) =>
        `mutation { update${singular}(id: "${id}", data: { _status: published }) { id } }`,
    ),
    REST: send(
      ({ id }) => `/${id}`,
      'PATCH',
      () => ({ _status: 'published' }),
    ),
    'REST, in all languages': send(
      ({ id }) => `/${id}?publishAllLocales=true`,
      'PATCH',
      () => ({}),
    ),
    'REST, in bulk': send(where, 'PATCH', () => ({ _status: 'published' })),
  },
  read: {
    'a count by GraphQL': ask(
      ({ id }, names) =>
        `{ count${names.plural}(where: { id: { equals: "${id}" } }) { totalDocs } }`,
    ),
    'a count by REST': send((attempt) => `/count${where(attempt)}`),
    'a list by GraphQL': ask(
      ({ id }, names) => `{ ${names.plural}(where: { id: { equals: "${id}" } }) { totalDocs } }`,
    ),
    'a list by REST': send(where),
    'a list by a POST': async ({ as, id, slug }) => {
      const response = await request(`/api/${slug}`, {
        as,
        form: `where[id][equals]=${id}`,
        headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
        method: 'POST',
      })
      return { reply: await response.text(), status: response.status }
    },
    GraphQL: ask(({ id }, { singular }) => `{ result: ${singular}(id: "${id}") { id } }`),
    REST: send(({ id }) => `/${id}`),
  },
  'read draft': {
    'a list by REST': send((attempt) => `${where(attempt)}&draft=true`),
    GraphQL: ask(
      ({ id }, { singular }) => `{ result: ${singular}(id: "${id}", draft: true) { id } }`,
    ),
    REST: send(({ id }) => `/${id}?draft=true`),
    'REST, without asking for it': send(({ id }) => `/${id}`),
  },
  'read newer draft': {
    'a list by REST': send((attempt) => `${where(attempt)}&draft=true`),
    GraphQL: ask(
      ({ id, slug }, { singular }) =>
        `{ result: ${singular}(id: "${id}", draft: true) { id ${fieldOf[slug]} } }`,
    ),
    REST: send(({ id }) => `/${id}?draft=true`),
  },
  'read trashed': {
    'a list by REST': send((attempt) => `${where(attempt)}&trash=true`),
    GraphQL: ask(
      ({ id }, { singular }) => `{ result: ${singular}(id: "${id}", trash: true) { id } }`,
    ),
    REST: send(({ id }) => `/${id}?trash=true`),
  },
  'read versions': {
    GraphQL: ask(
      ({ id }, names) =>
        `{ versions${names.plural}(where: { parent: { equals: "${id}" } }) { totalDocs } }`,
    ),
    REST: send(({ id }) => `/versions?where[parent][equals]=${id}`),
    'REST, one of them': async (attempt) => {
      const version = await oldestVersion(attempt)
      return send(() => `/versions/${version}`)(attempt)
    },
  },
  'restore version': {
    GraphQL: async (attempt) => {
      const version = await oldestVersion(attempt)
      return ask(
        (_, { singular }) => `mutation { restoreVersion${singular}(id: "${version}") { id } }`,
      )(attempt)
    },
    REST: async (attempt) => {
      const version = await oldestVersion(attempt)
      return send(() => `/versions/${version}`, 'POST')(attempt)
    },
    'REST, as a draft': async (attempt) => {
      const version = await oldestVersion(attempt)
      return send(() => `/versions/${version}?draft=true`, 'POST')(attempt)
    },
  },
  schedule: {
    'server function': viaServerFunction(({ id, slug }, req) =>
      serverFunctions['schedule-publish']?.({
        date: new Date(Date.now() + 86_400_000),
        doc: { relationTo: slug, value: id },
        req,
        type: 'unpublish',
        user: req.user,
      } as never),
    ),
  },
  trash: {
    GraphQL: ask(
      ({ id }, { singular }) =>
        `mutation { update${singular}(id: "${id}", data: { deletedAt: "${now}" }) { id } }`,
    ),
    REST: send(
      ({ id }) => `/${id}`,
      'PATCH',
      () => ({ deletedAt: now }),
    ),
    'REST, in bulk': send(where, 'PATCH', () => ({ deletedAt: now })),
  },
  unpublish: {
    GraphQL: ask(
      ({ id }, { singular }) =>
        `mutation { update${singular}(id: "${id}", data: { _status: draft }) { id } }`,
    ),
    REST: send(
      ({ id }) => `/${id}`,
      'PATCH',
      () => ({ _status: 'draft' }),
    ),
    'REST, in all languages': send(
      ({ id }) => `/${id}?unpublishAllLocales=true`,
      'PATCH',
      () => ({}),
    ),
    'REST, in bulk': send(where, 'PATCH', () => ({ _status: 'draft' })),
  },
  untrash: {
    REST: send(
      ({ id }) => `/${id}?trash=true`,
      'PATCH',
      () => ({ deletedAt: null }),
    ),
    'REST, in bulk': send(
      (attempt) => `${where(attempt)}&trash=true`,
      'PATCH',
      () => ({
        deletedAt: null,
      }),
    ),
  },
  update: {
    GraphQL: ask(
      ({ id }, { singular }) =>
        `mutation($data: mutation${singular}UpdateInput!) { update${singular}(id: "${id}", data: $data) { id } }`,
      ({ slug, text }) => ({ data: changeFor(slug, text) }),
    ),
    REST: send(
      ({ id }) => `/${id}`,
      'PATCH',
      ({ slug, text }) => changeFor(slug, text),
    ),
    'REST, by autosave': send(
      ({ id }) => `/${id}?draft=true&autosave=true`,
      'PATCH',
      ({ slug, text }) => changeFor(slug, text),
    ),
    'REST, in bulk': send(where, 'PATCH', ({ slug, text }) => changeFor(slug, text)),
  },
}

const oldestVersion = async ({ id, slug }: Attempt): Promise<string> => {
  const { docs } = await payload.findVersions({
    collection: slug as 'pages',
    depth: 0,
    limit: 1,
    sort: 'createdAt',
    where: { parent: { equals: id } },
  })
  return docs[0]?.id ?? ''
}

const states: Record<Operation, State> = {
  create: 'published',
  delete: 'published',
  duplicate: 'published',
  publish: 'draft',
  read: 'published',
  'read draft': 'draft',
  'read newer draft': 'newer draft',
  'read trashed': 'trashed',
  'read versions': 'published',
  'restore version': 'newer draft',
  schedule: 'published',
  trash: 'published',
  unpublish: 'published',
  untrash: 'trashed',
  update: 'published',
}

const isSeen = (reply: string): boolean =>
  !/"totalDocs":0/.test(reply) && !/"result":null/.test(reply)

/** Whether an attempt has succeeded, by what it has done rather than by what was answered. */
const hasSucceeded = async (
  operation: Operation,
  { id, slug, text }: Attempt,
  { reply, status }: { reply: string; status: number },
  before: number,
): Promise<boolean> => {
  switch (operation) {
    case 'create':
    case 'duplicate':
      return (await countAll(slug)) > before
    case 'delete':
      return (await stored(slug, id)) === null
    case 'publish':
      return (await stored(slug, id))?._status === 'published'
    case 'read newer draft':
      return status < 400 && reply.includes(draftText)
    case 'restore version':
      return (await stored(slug, id, true))?.[fieldOf[slug] ?? ''] !== draftText
    case 'schedule':
      return (
        (
          await payload.count({
            collection: 'payload-jobs',
            where: { taskSlug: { equals: 'schedulePublish' }, waitUntil: { exists: true } },
          })
        ).totalDocs > before
      )
    case 'trash':
      return Boolean((await stored(slug, id))?.deletedAt)
    case 'unpublish':
      return (await stored(slug, id))?._status === 'draft'
    case 'untrash':
      return !(await stored(slug, id))?.deletedAt
    case 'update':
      return slug === 'payload-locked-documents'
        ? status < 400 && reply.includes(id)
        : (await stored(slug, id, true))?.[fieldOf[slug] ?? ''] === text
    default:
      return status < 400 && isSeen(reply)
  }
}

const countBefore = (operation: Operation, slug: string): Promise<number> =>
  operation === 'schedule'
    ? payload
        .count({
          collection: 'payload-jobs',
          where: { taskSlug: { equals: 'schedulePublish' }, waitUntil: { exists: true } },
        })
        .then(({ totalDocs }) => totalDocs)
    : operation === 'create' || operation === 'duplicate'
      ? countAll(slug)
      : Promise.resolve(0)

const needsDrafts: Operation[] = [
  'publish',
  'read draft',
  'read newer draft',
  'read versions',
  'restore version',
  'unpublish',
]

const canHappen = (slug: string, operation: Operation, entrance: string): boolean => {
  const { graphQL: names, trash, upload, versions } = configOf(slug)
  return (
    (!needsDrafts.includes(operation) || Boolean(versions)) &&
    (!['read trashed', 'trash', 'untrash'].includes(operation) || trash) &&
    (operation !== 'schedule' || slug === 'news') &&
    (!entrance.includes('GraphQL') || names !== false) &&
    // Files come by forms, and GraphQL has none.
    (operation !== 'create' || !upload || entrance === 'REST') &&
    // Payload has no bulk restore by GraphQL, nor duplicates where they are switched off.
    (operation !== 'duplicate' || !configOf(slug).disableDuplicate) &&
    (!entrance.includes('draft') || operation === 'read newer draft' || Boolean(versions)) &&
    (!entrance.includes('autosave') || Boolean(versions)) &&
    // Payload reads and deletes preferences by key; the endpoints below are its entrances.
    !(slug === 'payload-preferences' && entrance === 'REST' && operation !== 'create') &&
    !(slug === 'payload-preferences' && entrance === 'a count by REST')
  )
}

describe('the access table', () => {
  it('should reach every collection that GraphQL has', () => {
    const inGraphQL = collections.filter(({ graphQL: names }) => names !== false)
    expect(Object.keys(graphQLNames).sort()).toEqual(inGraphQL.map(({ slug }) => slug).sort())
  })

  it('should name every collection and global', () => {
    expect(Object.keys(accessToCollections).sort()).toEqual(
      collections.map(({ slug }) => slug).sort(),
    )
    expect(Object.keys(accessToGlobals).sort()).toEqual(globals.map(({ slug }) => slug).sort())
  })

  it('should name every route that Payload and we have added', () => {
    const usual =
      /^(?:GET \/|POST \/|PATCH \/|DELETE \/|GET \/:id|PATCH \/:id|DELETE \/:id|GET \/count|GET \/versions|GET \/versions\/:id|POST \/versions\/:id|POST \/:id\/duplicate|GET \/file\/:filename|GET \/paste-url\/:id\?|GET \/:key|POST \/:key|DELETE \/:key|POST \/access\/:id\?|POST \/access)$/
    // Signing in is tested by itself (signIn.test.ts).
    const signingIn =
      /^(?:GET \/me|GET \/init|POST \/(?:login|logout|refresh-token|forgot-password|reset-password|first-register|unlock|verify\/:id))$/
    const routes = [
      ...endpoints.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
      ...[...collections, ...globals].flatMap((entity) =>
        (entity.endpoints || [])
          .map(({ method, path }) => `${method.toUpperCase()} ${path}`)
          .filter((route) => !usual.test(route) && !signingIn.test(route))
          .map((route) => route.replace(' /', ` /${entity.slug}/`)),
      ),
    ].filter((route) => !/^(?:POST|GET|OPTIONS) \/graphql/.test(route))
    const named = Object.keys(accessToEndpoints)
    const seo = /^POST \/plugin-seo\/generate-(?:description|image|url)$/
    expect(routes.filter((route) => !named.includes(route) && !seo.test(route))).toEqual([])
  })
})

describe.each(Object.keys(accessToCollections))('access to %s', (slug) => {
  for (const operation of operations) {
    /** What is only read serves for every entrance. */
    let toRead: Promise<string> | undefined
    for (const [entrance, attemptBy] of Object.entries(entrances[operation])) {
      if (!canHappen(slug, operation, entrance)) {
        continue
      }
      // Here a document is published in all languages or in none, so Payload ignores the wish.
      const isIgnored = entrance.includes('all languages')
      const allowed = isIgnored ? [] : (accessToCollections[slug]?.[operation] ?? [])

      /** @returns whether it has succeeded, which must be as in the table. */
      const attemptAs = async (role: Role, id: string): Promise<boolean> => {
        const attempt = { as: clients[role], id, slug, text: unique('Neu') }
        if (slug === 'redirects') {
          attempt.text = `/${attempt.text.replaceAll(' ', '-')}`
        }
        const before = await countBefore(operation, slug)
        const reply = await attemptBy(attempt)
        cases += 1
        expect(reply.status, `${role}: ${reply.reply}`).toBeLessThan(500)
        const success = await hasSucceeded(operation, attempt, reply, before)
        expect(success, `${role}: ${reply.status} ${reply.reply.slice(0, 600)}`).toBe(
          allowed.includes(role),
        )
        return success
      }

      it(`should be as in the table: ${operation} by ${entrance}`, async () => {
        if (operation.startsWith('read')) {
          const id = await (toRead ??= document(slug, states[operation]))
          await Promise.all(roles.map((role) => attemptAs(role, id)))
          return
        }
        let id: string | undefined
        for (const role of roles) {
          id ??= await document(slug, states[operation])
          // What has changed is no longer what the next role is to find.
          id = (await attemptAs(role, id)) ? undefined : id
        }
      })
    }
  }
})

/** The id of the first record of the list of HSDS that a route is about. */
const hsdsRecord = async (path: string): Promise<string> => {
  const [, list = ''] = /^\/hsds\/(\w+)\/:id$/.exec(path) ?? []
  return list ? (await requestJSON(`/api/hsds/${list}`)).json.contents[0].id : ''
}

describe('routes beside the operations', () => {
  beforeAll(async () => {
    const place = { postalCode: '38100', street: 'Am Markt 1', town: 'Braunschweig' }
    await make('partners', { address: { ...place, visibility: 'public' } })
  })

  it.each(Object.entries(accessToEndpoints))(
    'should be as in the table: %s',
    async (route, allowed) => {
      const [method = '', path = ''] = route.split(' ')
      const user = await document('users', 'published')
      const { email } = await payload.findByID({ id: user, collection: 'users' })
      await payload.update({
        id: partner,
        collection: 'partners',
        data: { shortName: unique('Kurz') },
        draft: true,
        locale: 'de',
      })
      const ids: Record<string, string> = {
        hsds: await hsdsRecord(path),
        partners: partner,
        users: user,
        webhooks: await document('webhooks', 'published'),
      }
      for (const role of roles) {
        const address = `/api${path
          .replace(':collection', 'partners')
          .replace(':format', 'atom')
          .replace(':id', ids[path.split('/')[1] ?? ''] ?? partner)
          .replace(':key', 'a-key')}`
        const body = {
          collectionSlug: 'pages',
          email,
          note: 'Bitte',
          totp: '000000',
          value: {},
        }
        const response = await request(address, {
          as: clients[role],
          body: method === 'POST' ? body : undefined,
          from: unique('client'),
          method,
        })
        cases += 1
        const reply = await response.text()
        expect(response.status, `${role}: ${reply}`).toBeLessThan(500)
        expect(
          ![401, 403, 404].includes(response.status),
          `${role}: ${response.status} ${reply}`,
        ).toBe(allowed.includes(role))
      }
    },
  )
})

describe.each(Object.keys(accessToGlobals))('access to the global %s', (slug) => {
  const graphQLName = `${slug[0]?.toUpperCase()}${slug.slice(1)}`
  const change = slug === 'emergency' ? '{ quickExit: "https://www.dwd.de/" }' : '{ }'
  const attempts: Record<string, [Operation, (as: Client) => Promise<number>]> = {
    ...(slug !== 'payload-jobs-stats' && {
      'read by GraphQL': ['read', (as) => statusOf(`{ ${graphQLName} { updatedAt } }`, as)],
      'update by GraphQL': [
        'update',
        async (as) =>
          statusOf(
            `mutation { update${graphQLName}(draft: true, data: ${change}) { updatedAt } }`,
            as,
          ),
      ],
      'versions by REST': [
        'read versions',
        async (as) => (await request(`/api/globals/${slug}/versions`, { as })).status,
      ],
    }),
    'read by REST': ['read', async (as) => (await request(`/api/globals/${slug}`, { as })).status],
    'update by REST': [
      'update',
      async (as) =>
        (await request(`/api/globals/${slug}?draft=true`, { as, body: {}, method: 'POST' })).status,
    ],
  }

  const statusOf = async (query: string, as: Client): Promise<number> =>
    (await graphQL(query, { as })).json.errors ? 403 : 200

  it.each(Object.entries(attempts))(
    'should be as in the table: %s',
    async (_, [operation, send]) => {
      for (const role of roles) {
        cases += 1
        const status = await send(clients[role])
        expect(status < 400, `${role}: ${status}`).toBe(
          (accessToGlobals[slug]?.[operation] ?? []).includes(role),
        )
      }
    },
  )
})
