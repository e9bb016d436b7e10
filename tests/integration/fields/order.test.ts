import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fillSortKeys } from '../../../src/fields/fillSortKeys.ts'
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

/** In another order than they belong, and than their bytes have. */
const names = [
  'Zebra',
  'öffnen',
  'apfel',
  'Äpfel',
  'Ofen',
  'Strasse',
  'Straßen',
  'apfel b',
  'Uhr',
  '10 Jahre',
  '„Haus“',
  'Ölig',
  'éclair',
  'Eck',
]

const collator = new Intl.Collator('de')

const lists = { news: 'News', pages: 'Pages', partners: 'Partners', standards: 'Standards' }

describe.each(['news', 'pages', 'partners', 'standards'] as const)('a list of %s', (collection) => {
  const field = collection === 'partners' ? 'name' : 'title'
  const ids: string[] = []
  let coordinator: Client

  beforeAll(async () => {
    coordinator = await signIn({ role: 'coordinator' })
    for (const name of names) {
      ids.push(
        (await make(collection, { [field]: name, slug: unique('s').replaceAll(' ', '-') })).id,
      )
    }
  })

  const within = () => ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&')
  const read = async (query: string, as?: Client): Promise<string[]> => {
    const { json } = await requestJSON(`/api/${collection}?${within()}&limit=50&${query}`, { as })
    expect(json.errors).toBeUndefined()
    return json.docs.map((doc: Record<string, string>) => doc[field])
  }
  const slow = (texts: string[]) => [...texts].sort((one, other) => collator.compare(one, other))

  it('should be in the order of a German dictionary, there and back, whoever asks', async () => {
    for (const [as, more] of [
      [undefined, ''],
      [coordinator, '&draft=true'],
      [coordinator, ''],
      [await frontendKey(), '&draft=true'],
    ] as const) {
      expect(await read(`sort=${field}${more}`, as)).toEqual(slow(names))
      expect(await read(`sort=-${field}${more}`, as)).toEqual(slow(names).reverse())
      expect(await read(`sort=-${field},id${more}`, as)).toEqual(slow(names).reverse())
    }
    if (collection !== 'news') {
      expect(await read('')).toEqual(slow(names))
    }
  })

  it('should be so by GraphQL, and from page to page', async () => {
    const query = (page: number) =>
      `{ list: ${lists[collection]}(where: { id: { in: ${JSON.stringify(ids)} } }, sort: "${field}", limit: 5, page: ${page}) { docs { ${field} } } }`
    const found: string[] = []
    for (const page of [1, 2, 3]) {
      const { json } = await graphQL(query(page))
      found.push(...json.data.list.docs.map((doc: Record<string, string>) => doc[field]))
    }
    expect(found).toEqual(slow(names))
  })

  it('should be in the order of the texts that it shows, where a language has its own and German ones', async () => {
    const payload = await instance()
    const update = (id: string, data: object, locale: 'de' | 'en') =>
      payload.update({ id, collection, data: { _status: 'published', ...data }, locale })
    const [first = '', second = ''] = ids
    await update(first, { [field]: 'Aardvark' }, 'en')
    await update(second, { [field]: 'Äußern' }, 'de')
    for (const locale of ['de', 'en', 'ar']) {
      const shown = await read(`sort=${field}&locale=${locale}`)
      expect(shown, locale).toEqual(slow(shown))
    }
    await update(first, { [field]: 'Zebra' }, 'de')
    await update(first, { [field]: 'Zebra' }, 'en')
    await update(second, { [field]: 'öffnen' }, 'de')
  })

  it('should be so for documents that are older than this order, and their drafts', async () => {
    const payload = await instance()
    const [id = ''] = ids
    const stored = await payload.db.findOne<{ id: string }>({
      collection,
      where: { id: { equals: id } },
    })
    await payload.db.updateOne({
      collection,
      data: { ...stored, sortKey: collection === 'partners' ? null : { de: null } },
      id,
    })
    expect(await read(`sort=${field}`)).not.toEqual(slow(names))
    await fillSortKeys(payload)
    expect(await read(`sort=${field}&locale=de`)).toEqual(slow(names))
    expect(await read(`sort=${field}&draft=true`, coordinator)).toEqual(slow(names))
  })

  it('should not be sorted by, searched for, or shown the key itself', async () => {
    for (const query of ['sort=sortKey', 'where[sortKey][exists]=true', 'select[sortKey]=true']) {
      const response = await request(`/api/${collection}?${query}`)
      expect([response.status, (await response.text()).includes('"sortKey":')], query).toEqual(
        query.startsWith('select') ? [200, false] : [400, false],
      )
    }
    const { json } = await requestJSON(`/api/${collection}/${ids[0]}`, { as: coordinator })
    expect(json).not.toHaveProperty('sortKey')
    const { json: refused } = await graphQL(`{ ${lists[collection]} { docs { sortKey } } }`)
    expect(refused.errors[0].message).toContain('Cannot query field "sortKey"')
  })
})

afterAll(async () => {
  await fillSortKeys(await instance())
})
