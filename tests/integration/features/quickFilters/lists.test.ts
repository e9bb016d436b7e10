import { beforeAll, describe, expect, it } from 'vitest'

import { filteredList, filters } from '../../../../src/features/quickFilters/filters.ts'
import { onePixel } from '../../../support/onePixel.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { instance, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

let coordinator: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

/** The ids that a filter finds, asked for as the list of the admin UI asks. */
const found = async (slug: string, label: string, locale = 'de'): Promise<string[]> => {
  const filter = filters[slug]?.find((each) => each.label.de === label)
  const path = filter && filteredList(slug, filter).replace('/admin/collections', '/api')
  const { json, status } = await requestJSON(
    `${path}&depth=0&draft=true&limit=100&sort=-updatedAt&locale=${locale}`,
    { as: coordinator },
  )
  expect(status, label).toBe(200)
  return json.docs.map(({ id }: { id: string }) => id)
}

const oldest = '2001-01-01T12:00:00.000Z'

describe('the filters above the lists', () => {
  it('should be understood by the database', async () => {
    expect(Object.keys(filters)).not.toEqual([])
    for (const [slug, list] of Object.entries(filters)) {
      expect(list, slug).not.toEqual([])
      for (const { label } of list ?? []) {
        await found(slug, label.de)
      }
    }
  })

  it('should find what is overdue although its newest state is a draft', async () => {
    const payload = await instance()
    const { id } = await make('partners', { reviewDue: oldest, verifiedAt: oldest })
    await payload.update({
      id,
      collection: 'partners',
      data: { description: 'Neu' },
      draft: true,
    })
    expect(await found('partners', 'Bestätigung fällig')).toContain(id)
    expect(await found('partners', 'Bestätigung überfällig')).toContain(id)
    expect(await found('partners', 'Noch nie bestätigt')).not.toContain(id)
    expect(await found('partners', 'Mit unveröffentlichtem Entwurf')).toContain(id)
  })

  it('should find images without a text in a language', async () => {
    const payload = await instance()
    const file = { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length }
    const { id } = await payload.create({
      collection: 'media',
      data: { alt: unique('Haus') },
      file,
    })
    const label = 'Ohne Alternativtext in dieser Sprache'
    expect(await found('media', label)).not.toContain(id)
    expect(await found('media', label, 'tr')).toContain(id)
    await payload.delete({ id, collection: 'media' })
  })
})
