import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { useOffice } from './office.ts'

const office = useOffice({ sample: true })

const roles = ['visitor', 'frontend', 'own editor', 'other editor', 'coordinator'] as const

type Role = (typeof roles)[number]

const targets = [
  'own partner',
  'foreign draft',
  'draft of a page',
  'draft of a news item',
  'published page',
  'another account',
  'webhook',
] as const

type Target = (typeof targets)[number]

/** Stands in what only coordinators may see. */
const canary = 'Kanarienvogelstraße'

const collectionOf: Record<Target, string> = {
  'another account': 'users',
  'draft of a news item': 'news',
  'draft of a page': 'pages',
  'foreign draft': 'partners',
  'own partner': 'partners',
  'published page': 'pages',
  webhook: 'webhooks',
}

/** How the browser calls a function of the admin UI, as captured from one. */
let captured: { headers: Record<string, string>; url: string }
let ids: Record<Target, string>
const headersOf = {} as Record<Role, Record<string, string>>

const api = async (path: string, body?: object, method = 'POST') => {
  const response = await fetch(`${office.origin()}/api${path}`, {
    body: body && JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      Origin: office.origin(),
      ...headersOf.coordinator,
    },
    method: body ? method : 'GET',
  })
  const json = await response.json()
  expect(response.status, JSON.stringify(json)).toBeLessThan(300)
  return json
}

const signIn = async (number: number) => {
  const email = `muster-redaktion-${number}@example.org`
  const response = await fetch(`${office.origin()}/api/users/login`, {
    body: JSON.stringify({ email, password: office.logins[email] }),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })
  const { user } = await response.json()
  const partners = (user.partners as ({ id: string } | string)[]).map((partner) =>
    typeof partner === 'string' ? partner : partner.id,
  )
  const [cookie = ''] = response.headers.getSetCookie()
  return { headers: { Cookie: cookie.split(';')[0] ?? '' }, id: user.id as string, partners }
}

beforeAll(async () => {
  const page = await office.coordinator()
  const cookies = await page.context().cookies()
  headersOf.coordinator = {
    Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  }
  headersOf.visitor = {}
  const [own, other] = [await signIn(1), await signIn(2)]
  expect(other.partners).not.toContain(own.partners[0])
  headersOf['own editor'] = own.headers
  headersOf['other editor'] = other.headers
  const apiKey = randomUUID()
  await api('/frontends', { apiKey, enableAPIKey: true, name: 'Webseite' })
  headersOf.frontend = { Authorization: `frontends API-Key ${apiKey}` }

  const partner = own.partners[0] ?? ''
  await api(`/partners/${partner}?draft=true`, { internal: { officeNotes: canary } }, 'PATCH')
  const make = async (path: string, body: object): Promise<string> =>
    (await api(path, body)).doc.id as string
  ids = {
    'another account': (await api('/users?where[role][equals]=coordinator')).docs[0].id,
    'draft of a news item': await make('/news?draft=true', { title: canary }),
    'draft of a page': await make('/pages?draft=true', { title: canary }),
    'foreign draft': await make('/partners?draft=true', { name: canary }),
    'own partner': partner,
    'published page': await make('/pages', { _status: 'published', title: 'Für alle' }),
    webhook: await make('/webhooks', {
      enabled: false,
      events: ['published'],
      name: canary,
      url: 'https://example.org/hook',
    }),
  }

  const sent = page.waitForRequest((request) => 'next-action' in request.headers())
  await office.visit(page, `/admin/collections/pages/${ids['published page']}`)
  await page.locator('#field-intro').fill('Was der Browser schickt')
  const request = await sent
  expect(request.postData()).toMatch(/^\[\{"name":"form-state","args":\{/)
  captured = { headers: request.headers(), url: request.url() }
  // It would go on locking its document beside the tests, and give locks up that they have seen.
  await request.response()
  await page.close()
})

/** Sends what the browser sent, as somebody else and about something else. */
const call = async (role: Role, name: string, args: object) => {
  const response = await fetch(captured.url, {
    body: JSON.stringify([{ args, name }]),
    headers: { ...captured.headers, Origin: office.origin(), ...headersOf[role] },
    method: 'POST',
  })
  return { reply: await response.text(), status: response.status }
}

const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString()

/** What the admin UI sends for a document. */
const calls: Record<string, (collection: string, id: string) => object> = {
  'copy-data-from-locale': (collectionSlug, docID) => ({
    collectionSlug,
    docID,
    fromLocale: 'de',
    overrideData: false,
    toLocale: 'en',
  }),
  'form-state': (collectionSlug, id) => ({
    collectionSlug,
    data: {},
    docPermissions: { fields: true, read: true, update: true },
    docPreferences: { fields: {} },
    id,
    operation: 'update',
    renderAllFields: true,
    returnLockStatus: true,
    schemaPath: collectionSlug,
    updateLastEdited: true,
  }),
  'get-upcoming-scheduled-publish': (collectionSlug, id) => ({ collectionSlug, id }),
  'render-document': (collectionSlug, docID) => ({
    collectionSlug,
    docID,
    drawerSlug: 'doc-drawer_1',
    overrideEntityVisibility: true,
    redirectAfterDelete: false,
    redirectAfterDuplicate: false,
  }),
  'render-document-slots': (collectionSlug, id) => ({ collectionSlug, id }),
  'schedule-publish': (relationTo, value) => ({
    date: inAYear,
    doc: { relationTo, value },
    type: 'unpublish',
  }),
}

/** What the admin UI sends for a list; what is in it depends on who asks. */
const lists: Record<string, (collection: string, id: string) => object> = {
  'render-list': (collectionSlug, id) => ({
    collectionSlug,
    drawerSlug: 'list-drawer_1',
    enableRowSelections: true,
    overrideEntityVisibility: true,
    query: { limit: 10, where: { id: { equals: id } } },
  }),
  'table-state': (collectionSlug, id) => ({
    collectionSlug,
    columns: [{ accessor: 'id', active: true }],
    enableRowSelections: true,
    query: { limit: 10, where: { id: { equals: id } } },
    renderRowTypes: true,
    tableAppearance: 'default',
  }),
}

const isSeen = (role: Role, target: Target): boolean =>
  role === 'coordinator' ||
  (role.endsWith('editor') && target === 'published page') ||
  (role.endsWith('editor') && target === 'own partner')

const isChangeable = (role: Role, target: Target): boolean =>
  role === 'coordinator' || (role === 'own editor' && target === 'own partner')

/** A list does not show a partner whose newer draft the person does not see. */
const isListed = (role: Role, target: Target): boolean =>
  isSeen(role, target) && !(role === 'other editor' && target === 'own partner')

/** Who gets an answer. */
const isAllowed = (name: string, role: Role, target: Target): boolean => {
  switch (name) {
    case 'copy-data-from-locale':
      return isChangeable(role, target)
    case 'get-upcoming-scheduled-publish':
      return role === 'coordinator' && target === 'draft of a news item'
    case 'schedule-publish':
      return role === 'coordinator'
    default:
      return isSeen(role, target)
  }
}

const locksOf = async (target: Target): Promise<{ id: string }[]> =>
  (await api(`/payload-locked-documents?where[document.value][equals]=${ids[target]}`)).docs

const unlock = async (): Promise<void> => {
  for (const target of targets) {
    for (const { id } of await locksOf(target)) {
      await api(`/payload-locked-documents/${id}`, { user: await asCoordinator() }, 'PATCH')
      await api(`/payload-locked-documents/${id}`, {}, 'DELETE')
    }
  }
}

const asCoordinator = async () => ({
  relationTo: 'users',
  value: (await api('/users/me')).user.id,
})

describe.each(Object.keys(calls))('the function %s of the admin UI', (name) => {
  it.each(targets)('should answer only who may, about: %s', async (target) => {
    for (const role of roles) {
      await unlock()
      const { reply, status } = await call(
        role,
        name,
        calls[name]?.(collectionOf[target], ids[target]) ?? {},
      )
      const hasAnswered = status < 400 && !/"errors":\[/.test(reply)
      expect(hasAnswered, `${role}: ${status} ${reply.slice(0, 500)}`).toBe(
        isAllowed(name, role, target),
      )
      if (role !== 'coordinator') {
        expect(reply, role).not.toContain(canary)
      }
      expect((await locksOf(target)).length > 0, `${role}: lock`).toBe(
        name === 'form-state' && isChangeable(role, target),
      )
    }
  })
})

describe.each(Object.keys(lists))('the function %s of the admin UI', (name) => {
  it.each(targets)('should show nobody what the person does not see: %s', async (target) => {
    for (const role of roles) {
      const { reply, status } = await call(
        role,
        name,
        lists[name]?.(collectionOf[target], ids[target]) ?? {},
      )
      const isShown = status < 400 && new RegExp(`"(?:id|value)":"${ids[target]}"`).test(reply)
      expect(isShown, `${role}: ${status} ${reply.slice(0, 500)}`).toBe(isListed(role, target))
      if (role !== 'coordinator') {
        expect(reply, role).not.toContain(canary)
      }
    }
  })
})

describe('functions of the admin UI without a document', () => {
  const ofCollections: Record<string, object> = {
    'render-field': { path: 'title', schemaPath: 'collection.pages.title' },
    slugify: { collectionSlug: 'pages', data: {}, path: 'slug', valueToSlugify: 'Grüße' },
  }

  it.each(Object.keys(ofCollections))('should answer people only: %s', async (name) => {
    for (const role of roles) {
      const { status } = await call(role, name, ofCollections[name] ?? {})
      expect(status < 400, role).toBe(role === 'coordinator' || role.endsWith('editor'))
    }
  })

  it('should tell editors nothing of collections that are none of their business', async () => {
    for (const [name, args] of [
      ['render-field', { path: 'name', schemaPath: 'collection.webhooks.name' }],
      ['form-state', { collectionSlug: 'webhooks', data: {}, operation: 'create' }],
      ['slugify', { collectionSlug: 'webhooks', path: 'slug', valueToSlugify: 'x' }],
    ] as const) {
      expect((await call('own editor', name, args)).status, name).toBeGreaterThanOrEqual(400)
    }
  })

  it.each([
    'get-default-layout',
    'get-folder-results-component-and-data',
    'render-widget',
    'narrow-call',
    'no such function',
    'constructor',
  ])('should be refused to everybody where the admin UI does not use them: %s', async (name) => {
    for (const role of roles) {
      const { status } = await call(role, name, { collectionsToDisplay: ['partners'] })
      expect(status, role).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a lock', () => {
  it('should not come about by naming the document another way', async () => {
    const id = ids['foreign draft']
    const args = calls['form-state']?.('partners', id) as object
    for (const more of [
      { id: ids['own partner'], data: { id } },
      { id: [id] },
      { id: { equals: id } },
      { collectionSlug: ['partners'] },
      { globalSlug: 'site', id: undefined, collectionSlug: undefined, schemaPath: 'site' },
      { globalSlug: 'site' },
      { docID: ids['own partner'] },
    ]) {
      await call('own editor', 'form-state', { ...args, ...more })
      const { docs } = await api('/payload-locked-documents?depth=0')
      expect(
        docs.filter(
          (lock: { document?: { value: string }; globalSlug?: string }) =>
            lock.document?.value === id || lock.globalSlug,
        ),
        JSON.stringify(more),
      ).toEqual([])
    }
  })
})
