import { beforeAll, describe, expect, it } from 'vitest'

import { make, removeDocuments, unique } from './documents.ts'
import type { Client } from './instance.ts'
import { graphQL, requestJSON, signIn } from './instance.ts'

removeDocuments()

let coordinator: Client
let editor: Client
let id: string
const street = 'Verschwiegene Gasse'

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
  const shelter = await make('partners', {
    internal: { postalAddress: `Haus\n${street} 7\n38100 Braunschweig` },
    kind: 'womens-shelter',
    name: unique('Frauenhaus'),
  })
  id = shelter.id
  editor = await signIn({ partners: [id], role: 'partner-editor' })
})

const warnings = async (path: string, as?: Client): Promise<string[] | undefined> =>
  (await requestJSON(`/api/${path}`, { as })).json.warnings

const describeAs = (description: string) =>
  requestJSON(`/api/partners/${id}?draft=true`, {
    as: editor,
    body: { description },
    method: 'PATCH',
  })

describe('warnings', () => {
  it('should tell the editors and the office that a text names the secret street', async () => {
    const { json } = await describeAs('Sie finden uns in der VERSCHWIEGENEN GASSE 7.')
    expect(json.doc.warnings).toHaveLength(1)
    await describeAs('Sie finden uns hier: verschwiegene gasse.')
    for (const as of [editor, coordinator]) {
      expect(await warnings(`partners/${id}?draft=true`, as)).toEqual([
        expect.stringContaining(street),
      ])
    }
    await describeAs('Rufen Sie uns an.')
    expect(await warnings(`partners/${id}?draft=true`, editor)).toEqual([])
  })

  it.each(['news', 'pages', 'standards'] as const)(
    'should tell the office of a secret street in %s',
    async (collection) => {
      const title = `Fest in der Gasse: ${street} 7`
      const named = await make(collection, { _status: 'draft', title } as never)
      expect(await warnings(`${collection}/${named.id}`, coordinator)).toEqual([
        expect.stringContaining(street),
      ])
      const harmless = await make(collection)
      expect(await warnings(`${collection}/${harmless.id}`, coordinator)).toEqual([])
    },
  )

  it('should say it in English, too, and by GraphQL', async () => {
    const { id: page } = await make('pages', { _status: 'draft', title: street })
    const { json } = await graphQL(`{ Page(id: "${page}") { warnings } }`, {
      as: coordinator,
      headers: { 'Accept-Language': 'en' },
    })
    expect(json.data.Page.warnings).toEqual([expect.stringContaining('This text names')])
  })

  it('should be for nobody else', async () => {
    const page = await make('pages')
    for (const as of [undefined, editor]) {
      expect(await warnings(`pages/${page.id}`, as)).toBeUndefined()
    }
    expect(await warnings(`partners/${id}`)).toBeUndefined()
  })
})
