import type { CollectionSlug } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withoutEditors } from '../../../src/features/desk/overview.ts'
import { readReferring } from '../../../src/features/links/references.ts'
import { waitingForReview } from '../../../src/features/review/queue.ts'
import { mentionsOf } from '../../../src/features/secretPlaces/mentions.ts'
import { make, removeDocuments, unique } from '../../support/documents.ts'
import { instance, requestJSON, requestOf, signIn } from '../../support/instance.ts'

removeDocuments()

/** More than a request from outside gets at once. */
const many = 105

let coordinator: Awaited<ReturnType<typeof signIn>>
const marker = unique('viele')
const seen = '2026-01-01T10:00:00.000Z'
const now = '2026-01-03T10:00:00.000Z'
const toRemove: { collection: CollectionSlug; ids: string[] }[] = []

/** Straight into the database: how they came there does not matter here. */
const store = async (
  collection: CollectionSlug,
  dataOf: (index: number) => Record<string, unknown>,
  count = many,
): Promise<string[]> => {
  const { db } = await instance()
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { id } = await db.create({ collection, data: dataOf(index) })
    ids.push(String(id))
  }
  toRemove.push({ collection, ids })
  return ids
}

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

afterAll(async () => {
  const { db } = await instance()
  for (const { collection, ids } of toRemove) {
    await db.deleteMany({ collection, where: { id: { in: ids } } })
  }
})

/** Images, of which the last is the oldest, and so comes last. */
const storeImages = (word: string): Promise<string[]> =>
  store('media', (index) => ({
    alt: { de: `${word} ${index}` },
    createdAt: new Date(Date.parse(seen) - index * 1000).toISOString(),
    filename: `${word.replaceAll(' ', '-')}-${index}.webp`,
    mimeType: 'image/webp',
    updatedAt: seen,
  }))

const pathOfMany = (word: string): string =>
  `/api/media?where[alt][contains]=${encodeURIComponent(word)}`

describe('what the server reads of all documents', () => {
  it('should end, and hold each once, where there are more than it reads at a time', async () => {
    const ids = await store(
      'news',
      (index) => ({
        _status: 'published',
        slug: `${marker}-${index}`.replaceAll(' ', '-'),
        title: { de: `${marker} in der Weiten Gasse` },
      }),
      450,
    )
    const req = await requestOf(coordinator)
    const mentions = await mentionsOf(req, ['Weite Gasse'])
    expect(mentions.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const seen: unknown[] = []
    for (const { entity, id } of await readReferring(req.payload, { draft: false })) {
      seen.push(...(entity === 'news' && ids.includes(id) ? [id] : []))
    }
    expect(seen).toHaveLength(450)
    const { db } = req.payload
    for (const id of ids) {
      await db.createVersion({
        autosave: false,
        collectionSlug: 'news',
        createdAt: now,
        parent: id,
        updatedAt: now,
        versionData: { _status: 'draft', title: { de: marker } } as never,
      })
    }
    const drafts: unknown[] = []
    for (const { entity, id } of await readReferring(req.payload, { draft: true })) {
      drafts.push(...(entity === 'news' && ids.includes(id) ? [id] : []))
    }
    await db.deleteVersions({ collection: 'news', where: { parent: { in: ids } } })
    expect(drafts.sort()).toEqual([...ids].sort())
    const { json } = await requestJSON('/api/sitemap')
    const paths = json.entries.map(({ path }: { path: string }) => path)
    expect(
      paths.filter((path: string) => path.includes(`/${marker}-`.replaceAll(' ', '-'))),
    ).toHaveLength(450)
  })
})

describe('what the server reads with the rights of a person', () => {
  it('should let no bulk deletion take the last of many that is in use', async () => {
    const word = unique('verwendet')
    const ids = await storeImages(word)
    await make('news', { image: ids.at(-1) })
    const { json, status } = await requestJSON(pathOfMany(word), {
      as: coordinator,
      method: 'DELETE',
    })
    expect(status, JSON.stringify(json)).toBe(409)
    expect(json.errors[0].message).toMatch(/noch verwendet/)
  })

  it('should refuse a bulk update where the last of many has moved on', async () => {
    const word = unique('veraltet')
    const ids = await storeImages(word)
    const { db } = await instance()
    await db.updateOne({
      collection: 'media',
      data: { updatedAt: '2026-01-02T10:00:00.000Z' },
      id: ids.at(-1) ?? '',
    })
    const { json, status } = await requestJSON(pathOfMany(word), {
      as: coordinator,
      body: { credit: 'Niemand', updatedAt: seen },
      method: 'PATCH',
    })
    expect(status, JSON.stringify(json)).toBe(409)
  })

  it('should count every editor of a partner on the dashboard', async () => {
    const { id } = await make('partners')
    const req = await requestOf(coordinator)
    const { totalDocs: before } = await withoutEditors(req)
    await store('users', (index) => ({
      createdAt: new Date(Date.now() - index * 1000).toISOString(),
      email: `${marker.replaceAll(' ', '.')}.${index}@example.org`,
      name: `${marker} ${String(index).padStart(3, '0')}`,
      partners: index === many - 1 ? [id] : [],
      role: 'partner-editor',
    }))
    expect((await withoutEditors(req)).totalDocs).toBe(before - 1)
  })

  it('should hold every partner that waits for review', async () => {
    const req = await requestOf(coordinator)
    const before = (await waitingForReview(req)).length
    const payload = await instance()
    for (let index = 0; index < many; index += 1) {
      const { id } = await make('partners', { _status: 'draft' } as never)
      await payload.update({
        id,
        collection: 'partners',
        data: { review: { state: 'submitted', submittedAt: '2026-01-01T10:00:00.000Z' } },
        draft: true,
      })
    }
    expect((await waitingForReview(req)).length).toBe(before + many)
  })
})
