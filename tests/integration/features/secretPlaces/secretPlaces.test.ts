import { beforeAll, describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { publicFields } from '../../../../src/access/publicFields.ts'
import { giveaways } from '../../../../src/features/secretPlaces/mentions.ts'
import { inTransaction } from '../../../../src/lib/inTransaction.ts'
import { leavesOf } from '../../../../src/lib/leavesOf.ts'
import { serverFunctions } from '../../../../src/payload/serverFunctions.ts'
import { locales } from '../../../../src/vocabularies/locales.ts'
import { onePixel } from '../../../support/onePixel.ts'
import { make, makeDocument, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { graphQL, instance, requestJSON, requestOf, signIn } from '../../../support/instance.ts'

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

const secretWord = 'verschwiegene-gasse-am-markt'

const richText = (...texts: { format?: number; text: string }[]) => ({
  root: {
    children: [
      {
        children: texts.map(({ format = 0, text }) => ({
          detail: 0,
          format,
          mode: 'normal',
          style: '',
          text,
          type: 'text',
          version: 1,
        })),
        direction: 'ltr',
        format: '',
        indent: 0,
        type: 'paragraph',
        version: 1,
      },
    ],
    direction: 'ltr',
    format: '',
    indent: 0,
    type: 'root',
    version: 1,
  },
})

/** A value of a field that names the street, as far as the field takes such a text. */
const namingIn = (path: string, type: string): unknown =>
  path === 'slug' || path === 'reference'
    ? secretWord
    : type === 'email'
      ? `hilfe@${secretWord}.example.org`
      : path === 'website' || path === 'quickExit' || path.endsWith('.url')
        ? `https://karten.example.org/?q=${street.replace(' ', '+')}`
        : type === 'richText'
          ? richText({ text: 'Verschwie' }, { format: 1, text: 'gene' }, { text: ' Gasse' })
          : `Hier: ${street}`

/** What a row must hold beside the field in question. */
const siblings: Record<string, object> = {
  footer: { label: 'Eintrag', type: 'url', url: 'https://www.example.org/' },
  header: { label: 'Eintrag', type: 'url', url: 'https://www.example.org/' },
  openingHours: { closes: '12:00', day: 'monday', opens: '09:00' },
  phones: { label: 'Telefon', number: '+493023125000' },
  steps: { action: 'Tut', actor: 'Wer' },
}

const dataFor = (path: string, value: unknown): Record<string, unknown> => {
  const [first = '', second] = path.split('.')
  return second === undefined
    ? { [first]: value }
    : { [first]: siblings[first] ? [{ ...siblings[first], [second]: value }] : { [second]: value } }
}

const { collections, globals } = await config

const textFields = (entities: typeof collections | typeof globals) =>
  entities.flatMap(({ fields, slug }) =>
    leavesOf(fields)
      .filter(
        ({ field, path }) =>
          ['email', 'richText', 'text', 'textarea'].includes(field.type) &&
          publicFields[slug]?.includes(path) &&
          !/^(?:address|breadcrumbs|editions|sizes)\.|^(?:filename|mimeType|path|thumbnailURL|url)$|\.path$/.test(
            path,
          ) &&
          // Codes and times, which take no such text.
          !/^(?:openingHours\.(?:opens|closes)|phones\.number)$/.test(path),
      )
      .map(({ field, path }) => ({
        isLocalized: 'localized' in field && field.localized === true,
        path,
        slug,
        type: field.type,
      })),
  )

const inCollections = textFields(collections).filter(({ slug }) => slug !== 'redirects')

const change = (path: string, body: object, as = coordinator, method = 'PATCH') =>
  requestJSON(`/api/${path}`, { as, body, method })

const anImage = async () => {
  const payload = await instance()
  const file = { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length }
  return payload.create({ collection: 'media', data: { alt: 'Bild' }, file, locale: 'de' })
}

const makeIn = async (slug: string): Promise<string> =>
  slug === 'media'
    ? (await anImage()).id
    : slug === 'documents'
      ? (await makeDocument()).id
      : (await make(slug as 'pages')).id

const hasTitle = ['news', 'pages', 'standards']

describe('publishing a text that names a secret street', () => {
  it.each(inCollections)(
    'should be a question in $path of $slug, in every language',
    async ({ isLocalized, path, slug, type }) => {
      const isFile = slug === 'media' || slug === 'documents'
      const status = isFile ? {} : { _status: 'published' }
      for (const locale of isLocalized ? locales.map(({ code }) => code) : ['de']) {
        const id = await makeIn(slug)
        const title = hasTitle.includes(slug) ? { title: `Titel ${locale}` } : {}
        const body = { ...status, ...title, ...dataFor(path, namingIn(path, type)) }
        const query = `${slug}/${id}?locale=${locale}`
        const refused = await change(query, body)
        expect(refused.status, JSON.stringify(refused.json)).toBe(409)
        expect(refused.json.errors[0].message).toContain(street)
        const { warnings: asked } = refused.json.errors[0].data
        const acceptedWarnings = asked.map((each: { id: string }) => each.id).join(' ')
        expect(acceptedWarnings).not.toBe('')
        if (!isFile) {
          // Written in one language, published in another.
          expect((await change(`${query}&draft=true`, { ...body, _status: 'draft' })).status).toBe(
            200,
          )
          const other = locale === 'de' ? 'en' : 'de'
          const title = hasTitle.includes(slug) ? { title: 'Other' } : {}
          const later = await change(`${slug}/${id}?locale=${other}`, { ...status, ...title })
          expect(later.status, JSON.stringify(later.json)).toBe(409)
        }
        const answered = await change(query, { ...body, acceptedWarnings })
        expect(answered.status, JSON.stringify(answered.json)).toBe(200)
        const { json: log } = await requestJSON(
          `/api/audit-log?where[documentId][equals]=${id}&where[action][equals]=publish-anyway`,
          { as: coordinator },
        )
        expect(log.docs).toHaveLength(1)
        await (await instance()).delete({ id, collection: slug as 'pages' })
      }
    },
  )

  it.each(textFields(globals))(
    'should be a question in $path of the global $slug',
    async (field) => {
      const { path, slug, type } = field
      const payload = await instance()
      const before = await payload.findGlobal({ slug: slug as 'site', depth: 0, locale: 'de' })
      const body = {
        ...before,
        _status: 'published',
        ...dataFor(path, namingIn(path, type)),
        updatedAt: undefined,
      }
      const refused = await change(`globals/${slug}`, body, coordinator, 'POST')
      expect(refused.status, JSON.stringify(refused.json)).toBe(409)
      const after = await payload.findGlobal({ slug: slug as 'site', depth: 0, locale: 'de' })
      expect(after.updatedAt).toBe(before.updatedAt)
    },
  )

  it('should be a question when an image or a file is made, and make none', async () => {
    const payload = await instance()
    const count = () => payload.count({ collection: 'media' })
    const before = await count()
    const body = new FormData()
    body.set('_payload', JSON.stringify({ alt: `Fest in der ${street}` }))
    body.set('file', new File([onePixel], 'a.png', { type: 'image/png' }))
    const { status } = await requestJSON('/api/media', { as: coordinator, body, method: 'POST' })
    expect(status).toBe(409)
    expect(await count()).toEqual(before)
  })

  it('should be asked again for another street or a changed text, and not for the same', async () => {
    const other = 'Stiller Winkel'
    await make('partners', { internal: { postalAddress: `${other} 3` }, name: unique('Haus') })
    const { id } = await make('pages', { _status: 'draft', intro: street })
    const { json } = await change(`pages/${id}`, { _status: 'published' })
    const acceptedWarnings = json.errors[0].data.warnings[0].id
    expect((await change(`pages/${id}`, { _status: 'published', acceptedWarnings })).status).toBe(
      200,
    )
    expect(
      (await change(`pages/${id}`, { _status: 'published', title: unique('Neu') })).status,
    ).toBe(200)
    // What was accepted is this sentence, not whatever is said of that street.
    for (const [locale, intro] of [
      ['de', `${street} 7, Hinterhaus`],
      ['tr', street],
    ]) {
      const later = await change(`pages/${id}?locale=${locale}`, {
        _status: 'published',
        intro,
        title: 'Titel',
      })
      expect(later.status, locale).toBe(409)
    }
    const second = await change(`pages/${id}`, {
      _status: 'published',
      meta: { title: other },
    })
    expect(second.json.errors[0].data.warnings).toHaveLength(1)
    expect(second.json.errors[0].message).toContain(other)
    // A copy is another text.
    const copy = await change(`pages/${id}/duplicate`, { slug: null }, coordinator, 'POST')
    expect((await change(`pages/${copy.json.doc.id}`, { _status: 'published' })).status).toBe(409)
    await (await instance()).delete({ id: copy.json.doc.id, collection: 'pages' })
  })

  it('should leave such documents out when many are published, and name them', async () => {
    const named = await make('pages', { _status: 'draft', intro: street, title: unique('Fest') })
    const harmless = await make('pages', { _status: 'draft' })
    const { json } = await change(`pages?where[id][in]=${named.id},${harmless.id}`, {
      _status: 'published',
    })
    expect(json.docs.map(({ id: each }: { id: string }) => each)).toEqual([harmless.id])
    expect(json.errors).toMatchObject([
      { id: named.id, message: expect.stringMatching(/„Fest .*“ wurde nicht veröffentlicht/) },
    ])
  })

  it('should fail where it was planned for later, and say so', async () => {
    const payload = await instance()
    const { id } = await make('news', { _status: 'draft', teaser: street } as never)
    const req = await requestOf(coordinator as { id: string })
    const plan = {
      date: new Date(Date.now() + 86_400_000),
      doc: { relationTo: 'news', value: id },
      req,
      type: 'publish',
      user: req.user,
    }
    expect(await serverFunctions['schedule-publish']?.(plan as never)).toMatchObject({
      error: expect.stringContaining(street) as string,
    })
    expect(
      (
        await payload.count({
          collection: 'payload-jobs',
          where: { 'input.doc.value': { equals: id } },
        })
      ).totalDocs,
    ).toBe(0)
  })

  it('should not be for editors to answer, even of a trusted partner', async () => {
    const { id } = await make('partners', {
      internal: { postalAddress: 'Leiser Steig 5' },
      name: unique('Verein'),
      trusted: true,
    })
    const own = await signIn({ partners: [id], role: 'partner-editor' })
    const body = { _status: 'published', description: 'Wir sind im Leisen Steig.' }
    const { json, status } = await change(`partners/${id}`, body, own)
    expect(status).toBe(409)
    const acceptedWarnings = json.errors[0].data.warnings[0].id
    expect((await change(`partners/${id}`, { ...body, acceptedWarnings }, own)).status).toBe(409)
    expect((await change(`partners/${id}`, { ...body, acceptedWarnings })).status).toBe(200)
    // What the office has accepted stays so.
    expect((await change(`partners/${id}`, { ...body, shortName: 'Kurz' }, own)).status).toBe(200)
  })

  it('should tell editors nothing of places that are not theirs, and the office of it', async () => {
    const { id: other } = await make('partners', { name: unique('Verein'), trusted: true })
    const stranger = await signIn({ partners: [other], role: 'partner-editor' })
    const replies = []
    for (const text of [street, 'Öffentliche Gasse']) {
      const { json, status } = await change(
        `partners/${other}`,
        { _status: 'published', description: `Fest: ${text}` },
        stranger,
      )
      replies.push([status, json.doc?.warnings])
      if (text === street) {
        const req = await requestOf(coordinator as { id: string })
        const found = (await giveaways(req)).find((each) => each.id === other)
        expect(found?.warnings[0]?.message.de).toContain(street)
      }
    }
    expect(replies[0]).toEqual(replies[1])
  })
})

/** A partner of its own, with an internal address. */
const makePartner = (postalAddress: string, data: object = {}) =>
  make('partners', {
    _status: 'draft',
    internal: { postalAddress },
    kind: 'womens-shelter',
    name: unique('Haus'),
    ...data,
  } as never)

const publishing = (id: string, body: object = {}, as = coordinator) =>
  change(`partners/${id}`, { _status: 'published', ...body }, as)

describe('a secret street', () => {
  it('should not be told as the town', async () => {
    const { id } = await makePartner('Verborgene Zeile 7', { trusted: true })
    expect((await publishing(id)).status).toBe(200)
    const own = await signIn({ partners: [id], role: 'partner-editor' })
    const address = { town: 'Verborgene Zeile', visibility: 'town-only' }
    expect((await publishing(id, { address }, own)).status).toBe(409)
    const asOne = { address: { ...address, town: 'Andere Zeile 7, 38100 Braunschweig' } }
    const { json, status } = await publishing(id, asOne)
    expect(status).toBe(400)
    expect(json.errors[0].data.errors[0].message).toMatch(/nur der Ort/)
  })

  it('should not be told as the address of another organisation', async () => {
    await makePartner('Versteckter Pfad 7')
    const { id } = await makePartner('', {
      address: { postalCode: '38100', street: 'Versteckter Pfad 7', visibility: 'public' },
      kind: 'biss',
    })
    const { json, status } = await publishing(id)
    expect(status).toBe(409)
    expect(json.errors[0].message).toContain('Versteckter Pfad')
  })

  it('should be kept where the same change clears the internal address', async () => {
    const { id } = await makePartner('Krumme Zeile 3', { trusted: true })
    expect((await publishing(id)).status).toBe(200)
    const own = await signIn({ partners: [id], role: 'partner-editor' })
    const body = { description: 'Wir sind in der Krummen Zeile.', internal: { postalAddress: '' } }
    for (const as of [own, coordinator]) {
      expect((await publishing(id, body, as)).status).toBe(409)
    }
  })

  it('should not go public by a copy, in whatever language it stands', async () => {
    const { id } = await make('pages', { _status: 'draft' })
    await change(`pages/${id}?draft=true&locale=tr`, { intro: street, title: 'Sayfa' })
    const path = `pages/${id}/duplicate?draft=false&locale=de`
    const body = { _status: 'published', slug: null, title: unique('Kopie') }
    const { json } = await change(path, body, coordinator, 'POST')
    expect(json.doc._status).toBe('draft')
    expect((await change(`pages/${json.doc.id}`, { _status: 'published' })).status).toBe(409)
    await (await instance()).delete({ id: json.doc.id, collection: 'pages' })
  })

  it('should not go public with the copy of an image, in whatever language it stands', async () => {
    const { id } = await anImage()
    const { json } = await change(`media/${id}?locale=tr`, { alt: street })
    const acceptedWarnings = json.errors[0].data.warnings[0].id
    await change(`media/${id}?locale=tr`, { acceptedWarnings, alt: street })
    const copy = await change(`media/${id}/duplicate?locale=de`, {}, coordinator, 'POST')
    expect(copy.status).toBe(409)
    await (await instance()).delete({ id, collection: 'media' })
  })

  it('should be looked for in what is published: of many documents their newest drafts', async () => {
    const { id } = await make('pages', { _status: 'draft' })
    const bulk = `pages?where[id][equals]=${id}`
    await change(`pages/${id}?draft=true&locale=tr`, { intro: 'Falsch', title: 'Sayfa' })
    await change(`pages/${id}?draft=true&locale=tr`, { intro: 'Richtig' })
    const { json } = await change(bulk, { _status: 'published' })
    expect(json.errors).toEqual([])
    expect((await requestJSON(`/api/pages/${id}?locale=tr`)).json.intro).toBe('Richtig')
    await change(`pages/${id}?draft=true&locale=tr`, { intro: street })
    expect((await change(bulk, { _status: 'published' })).json.errors).toHaveLength(1)
    expect((await requestJSON(`/api/pages/${id}?locale=tr`)).json.intro).toBe('Richtig')
  })

  it.each([
    ['the name of a block', { fields: { blockName: street, blockType: 'callout', tone: 'info' } }],
    ['what no editor writes', { note: { deep: [street] }, type: 'paragraph' }],
    ['the fields of a link', { children: [], fields: { title: street, url: '/x' }, type: 'link' }],
  ])('should be found in %s of a rich text', async (_, node) => {
    const text = richText({ text: 'Harmlos' })
    const block = { format: '', type: 'block', version: 2, ...node }
    Object.assign(text.root, { children: [...text.root.children, block] })
    const { id } = await make('pages', { _status: 'draft' })
    const { json, status } = await change(`pages/${id}`, { _status: 'published', body: text })
    expect(status, JSON.stringify(json)).toBe(409)
  })

  it('should not be told by a redirect, nor by the one that a change of the slug leaves', async () => {
    const target = await make('pages')
    const redirect = {
      from: '/verschwiegene-gasse',
      to: { reference: { relationTo: 'pages', value: target.id }, type: 'reference' },
    }
    const refused = await change('redirects', redirect, coordinator, 'POST')
    expect(refused.status).toBe(409)
    const acceptedWarnings = refused.json.errors[0].data.warnings[0].id
    const made = await change('redirects', { ...redirect, acceptedWarnings }, coordinator, 'POST')
    expect(made.status, JSON.stringify(made.json)).toBe(201)
    await (await instance()).delete({ id: made.json.doc.id, collection: 'redirects' })

    const { id } = await make('pages', { _status: 'draft', slug: 'in-der-verschwiegenen-gasse' })
    const asked = await change(`pages/${id}`, { _status: 'published' })
    const accepted = asked.json.errors[0].data.warnings[0].id
    await change(`pages/${id}`, { _status: 'published', acceptedWarnings: accepted })
    const moved = await change(`pages/${id}`, {
      _status: 'published',
      slug: `woanders-${Date.now()}`,
    })
    expect(moved.status, JSON.stringify(moved.json)).toBe(200)
    const { json } = await requestJSON('/api/redirects?where[from][like]=verschwiegene')
    expect(json.docs).toEqual([])
  })
})

describe('a place that becomes secret in a transaction', () => {
  it('should be secret to what is published in it', async () => {
    const payload = await instance()
    const partner = await make('partners')
    const page = await make('pages', { _status: 'draft', title: 'Fest in der Gerade-noch-Gasse' })
    const req = await requestOf(await signIn({ role: 'coordinator' }))
    const publishing = inTransaction(req, async () => {
      await payload.update({
        collection: 'partners',
        data: { internal: { postalAddress: 'Gerade-noch-Gasse 3' } },
        id: partner.id,
        req,
      })
      await payload.update({
        collection: 'pages',
        data: { _status: 'published' },
        id: page.id,
        req,
      })
    })
    await expect(publishing).rejects.toThrow('Gerade-noch-Gasse')
  })
})

describe('an internal address without a street', () => {
  it.each([
    ['Hof', 'keine Straße zu erkennen'],
    ['', 'keine Postanschrift'],
  ])('should be said in the form: %j', async (postalAddress, sentence) => {
    const { id: partner } = await make('partners', {
      address: { visibility: 'secret' },
      internal: { postalAddress },
    })
    expect(await warnings(`partners/${partner}`, coordinator)).toEqual([
      expect.stringContaining(sentence),
    ])
  })

  it.each(['Postfach 12, 38100 Braunschweig', 'Am Wall 3'])(
    'should not be said of %j',
    async (postalAddress) => {
      const { id: partner } = await make('partners', {
        address: { visibility: 'secret' },
        internal: { postalAddress },
      })
      expect(await warnings(`partners/${partner}`, coordinator)).toEqual([])
    },
  )
})
