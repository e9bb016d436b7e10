import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import {
  frontendKey,
  graphQL,
  instance,
  request,
  requestJSON,
  signIn,
} from '../../../support/instance.ts'

// Two shelters in one street would be a question of their own.
removeDocuments(afterEach)

let coordinator: Client
let frontend: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
  frontend = await frontendKey()
})

const street = 'Kanarienvogelgasse 7'
const address = {
  latitude: 52.26461,
  longitude: 10.52361,
  postalCode: '38100',
  street,
  town: 'Kanarienstadt',
  visibility: 'public' as const,
}
const inWords = `${street}, 38100 Kanarienstadt, Lage 52.26461, 10.52361`
const canary = /Kanarien|52\.2646|10\.5236/

/** A shelter whose address is public, with an address of its own that is internal, and older versions. */
const makePublicShelter = async (data: object = {}) => {
  const shelter = await make('partners', {
    address,
    confirmAddress: inWords,
    description: 'Erste Fassung',
    internal: { notes: 'Notiz', postalAddress: 'Postfach 12, 38100 Braunschweig' },
    kind: 'womens-shelter',
    name: unique('Frauenhaus'),
    ...data,
  } as never)
  await patch(shelter.id, { _status: 'published', description: 'Zweite Fassung' })
  return shelter
}

const patch = (id: string, body: object, query = '', as = coordinator) =>
  requestJSON(`/api/partners/${id}${query}`, { as, body, method: 'PATCH' })

const seenBy = async (path: string, as?: Client): Promise<string> =>
  (await request(`/api/${path}`, { as })).text()

/** Where anybody, or a frontend, could still find the address of a partner. */
const shouldBeHidden = async (id: string, slug: string): Promise<void> => {
  for (const as of [undefined, frontend]) {
    for (const path of [
      `partners/${id}`,
      `partners/${id}?draft=true`,
      `partners?where[id][equals]=${id}&draft=true`,
      `partners?slug=${slug}`,
      `partners/versions?where[parent][equals]=${id}&limit=100`,
      'search?q=Kanarienstadt',
      'sitemap',
    ]) {
      expect(await seenBy(path, as), path).not.toMatch(canary)
    }
    const { json } = await graphQL(
      `{ Partner(id: "${id}") { address { street postalCode town latitude longitude } } ${as ? `versionsPartners(where: { parent: { equals: "${id}" } }) { docs { version { address { street town latitude } } } }` : ''} }`,
      { as },
    )
    expect(JSON.stringify(json)).not.toMatch(canary)
  }
}

const internalOf = async (id: string) =>
  (await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })).json.internal

const logged = async (id: string): Promise<string[]> => {
  const { json } = await requestJSON(`/api/audit-log?where[documentId][equals]=${id}&limit=50`, {
    as: coordinator,
  })
  return json.docs.map(({ action }: { action: string }) => action)
}

describe('taking an address back', () => {
  it.each(['secret', 'town-only'] as const)(
    'should move it to the internal one, where all stays, by choosing "%s"',
    async (visibility) => {
      const { id, slug } = await makePublicShelter()
      expect(await seenBy(`partners/${id}`)).toMatch(canary)
      // As the form sends it: with the values of the fields that it has just hidden.
      const { json, status } = await patch(id, {
        _status: 'published',
        address: { ...address, visibility },
      })
      expect(status, JSON.stringify(json)).toBe(200)
      if (visibility === 'secret') {
        await shouldBeHidden(id, slug)
      }
      const { json: seen } = await requestJSON(`/api/partners/${id}`)
      expect(seen.address.street ?? seen.address.postalCode ?? seen.address.latitude).toBeNull()
      expect(seen.address.town ?? null).toBe(visibility === 'secret' ? null : 'Kanarienstadt')
      expect(await internalOf(id)).toMatchObject({
        notes: 'Notiz',
        postalAddress: [
          'Postfach 12, 38100 Braunschweig',
          street,
          '38100 Kanarienstadt',
          'Lage 52.26461, 10.52361',
        ].join('\n'),
      })
      expect(await logged(id)).toContain('hide-address')
    },
  )

  it.each([
    ['REST', (id: string) => patch(id, { address: { visibility: 'secret' } })],
    [
      'REST, as a draft',
      (id: string) => patch(id, { address: { visibility: 'secret' } }, '?draft=true'),
    ],
    [
      'bulk',
      (id: string) =>
        requestJSON(`/api/partners?where[id][equals]=${id}`, {
          as: coordinator,
          body: { address: { visibility: 'secret' } },
          method: 'PATCH',
        }),
    ],
    [
      'GraphQL',
      (id: string) =>
        graphQL(
          `mutation { updatePartner(id: "${id}", data: { _status: published, address: { visibility: secret } }) { id } }`,
          { as: coordinator },
        ),
    ],
  ])('should succeed by %s', async (_, hide) => {
    const { id } = await makePublicShelter()
    const { json } = await hide(id)
    expect(json.errors ?? []).toEqual([])
    const { json: draft } = await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })
    expect(draft.address.street ?? null).toBeNull()
    expect(draft.internal.postalAddress).toContain(street)
  })

  it('should keep what was typed just before the choice as well', async () => {
    const { id } = await makePublicShelter()
    await patch(id, {
      _status: 'published',
      address: { street: 'Neuer Weg 3', visibility: 'secret' },
    })
    const { postalAddress } = await internalOf(id)
    expect(postalAddress).toContain(street)
    expect(postalAddress).toContain('Neuer Weg 3')
  })

  it.each([
    [
      'the route',
      (id: string) =>
        requestJSON(`/api/partners/${id}/hide-address`, { as: coordinator, method: 'POST' }),
    ],
    [
      'GraphQL',
      (id: string) => graphQL(`mutation { hidePartnerAddress(id: "${id}") }`, { as: coordinator }),
    ],
  ])('should be one step by %s, whatever the draft holds', async (_, hide) => {
    const { id, slug } = await makePublicShelter()
    // A draft that could not be published.
    await patch(id, { email: 'kein', name: '' }, '?draft=true')
    await shouldBeShown(id)
    const before = (await seenBy(`partners/${id}`)).length
    const { json } = await hide(id)
    expect(json.errors).toBeUndefined()
    await shouldBeHidden(id, slug)
    expect((await seenBy(`partners/${id}`)).length).toBeLessThan(before)
    expect(await internalOf(id)).toMatchObject({
      postalAddress: expect.stringContaining(street) as string,
    })
    const { json: draft } = await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })
    expect(draft).toMatchObject({ _status: 'draft', email: 'kein' })
    expect((await logged(id)).filter((action) => action === 'hide-address')).toHaveLength(1)
    // A second click changes nothing.
    expect((await hide(id)).json.errors).toBeUndefined()
    expect((await logged(id)).filter((action) => action === 'hide-address')).toHaveLength(1)
    // And the form, once it has what the route answers, saves as before.
    const { status } = await patch(id, { _status: 'published', email: null, name: unique('Haus') })
    expect(status).toBe(200)
    await shouldBeHidden(id, slug)
  })

  const shouldBeShown = async (id: string): Promise<void> => {
    expect(await seenBy(`partners/${id}`)).toMatch(canary)
  }

  it('should say which public texts still name the street', async () => {
    const elsewhere = { ...address, street: 'Zeisigstieg 4' }
    const { id } = await makePublicShelter({
      address: elsewhere,
      confirmAddress: inWords.replace(street, elsewhere.street),
    })
    const page = await make('pages', { intro: 'Kommen Sie in den Zeisigstieg!' })
    const { json } = await requestJSON(`/api/partners/${id}/hide-address`, {
      as: coordinator,
      method: 'POST',
    })
    expect(json.mentions).toMatchObject([{ entity: 'pages', id: page.id }])
  })

  it('should be possible for editors of a trusted partner, and for no other editor', async () => {
    const trusted = await makePublicShelter({ trusted: true })
    const other = await makePublicShelter()
    const editor = await signIn({ partners: [trusted.id, other.id], role: 'partner-editor' })
    const hide = async (id: string, as: Client) =>
      (await request(`/api/partners/${id}/hide-address`, { as, method: 'POST' })).status
    expect(await hide(other.id, editor)).toBe(404)
    expect(await hide(trusted.id, editor)).toBe(200)
    await shouldBeHidden(trusted.id, trusted.slug)
  })

  it('should go through the lock of somebody who has the document open', async () => {
    const payload = await instance()
    const { id } = await makePublicShelter()
    const editor = await signIn({ partners: [id], role: 'partner-editor' })
    const lock = () =>
      payload.create({
        collection: 'payload-locked-documents',
        data: {
          document: { relationTo: 'partners', value: id },
          user: { relationTo: 'users', value: editor.id ?? '' },
        } as never,
      })
    await lock()
    for (const query of ['', '?overrideLock=true']) {
      expect((await patch(id, { _status: 'published', description: 'x' }, query)).status).toBe(423)
    }
    const { json } = await graphQL(
      `mutation { updatePartner(id: "${id}", data: { description: "x" }) { id } }`,
      { as: coordinator },
    )
    expect(json.errors).toHaveLength(1)
    const { status } = await patch(id, { _status: 'published', address: { visibility: 'secret' } })
    expect(status).toBe(200)
    await lock()
    const { status: again } = await requestJSON(`/api/partners/${id}/hide-address`, {
      as: coordinator,
      method: 'POST',
    })
    expect(again).toBe(200)
    // Nothing is taken back by a form that says "secret" of what is secret.
    await lock()
    const usual = { _status: 'published', address: { visibility: 'secret' }, description: 'x' }
    expect((await patch(id, usual)).status).toBe(423)
  })

  it('should succeed where a public text still names the street, and ask for what is new', async () => {
    const { id, slug } = await makePublicShelter({ shortName: 'Haus Kanarienvogelgasse' })
    const hide = { _status: 'published', address: { visibility: 'secret' } }
    const asked = await patch(id, { ...hide, description: `Sie finden uns: ${street}` })
    expect(asked.status).toBe(409)
    const { json, status } = await patch(id, hide)
    expect(status, JSON.stringify(json)).toBe(200)
    expect((await requestJSON(`/api/partners?slug=${slug}`)).json.docs).not.toEqual([])
    expect((await requestJSON(`/api/partners/${id}`)).json.address.street).toBeNull()
    const { json: seen } = await requestJSON(`/api/partners/${id}`, { as: coordinator })
    expect(seen.warnings).toEqual([expect.stringContaining('Kanarienvogelgasse')])
  })

  it('should reach all versions of a partner that is no longer public', async () => {
    const { id, slug } = await makePublicShelter()
    await patch(id, { _status: 'draft' })
    const { status } = await patch(id, { address: { visibility: 'secret' } }, '?draft=true')
    expect(status).toBe(200)
    await shouldBeHidden(id, slug)
    expect((await internalOf(id)).postalAddress).toContain(street)
  })

  it('should reach the first draft of a partner that was never public', async () => {
    const { id, slug } = await make('partners', {
      _status: 'draft',
      address,
      kind: 'womens-shelter',
      name: unique('Frauenhaus'),
    } as never)
    await patch(id, { address: { visibility: 'secret' } }, '?draft=true')
    await shouldBeHidden(id, slug)
  })

  it('should leave shared caches no reply that they may go on with', async () => {
    const { id } = await makePublicShelter()
    const { headers } = await request(`/api/partners/${id}`)
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=5, must-revalidate')
  })
})

describe('a draft beside what is published', () => {
  it('should be able to propose a public address', async () => {
    const { id } = await make('partners', { kind: 'police', name: unique('Wache') })
    const { status } = await patch(id, { address }, '?draft=true')
    expect(status).toBe(200)
    const { json } = await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })
    expect(json.address).toMatchObject({ street, visibility: 'public' })
    expect((await requestJSON(`/api/partners/${id}`)).json.address.street ?? null).toBeNull()
  })
})

describe('making an address public', () => {
  const draftShelter = async (data: object = {}) =>
    make('partners', {
      _status: 'draft',
      address,
      kind: 'womens-shelter',
      name: unique('Frauenhaus'),
      ...data,
    } as never)

  const refusal = {
    data: { confirmAddress: inWords },
    message: expect.stringContaining(inWords) as string,
  }

  it.each([
    ['REST', (id: string) => patch(id, { _status: 'published' })],
    [
      'bulk',
      (id: string) =>
        requestJSON(`/api/partners?where[id][equals]=${id}`, {
          as: coordinator,
          body: { _status: 'published' },
          method: 'PATCH',
        }),
    ],
    [
      'GraphQL',
      (id: string) =>
        graphQL(`mutation { updatePartner(id: "${id}", data: { _status: published }) { id } }`, {
          as: coordinator,
        }),
    ],
    [
      'a confirmation of another address',
      (id: string) =>
        patch(id, { _status: 'published', confirmAddress: 'Andere Straße 1, 38100 Braunschweig' }),
    ],
    [
      'a confirmation of nothing',
      (id: string) => patch(id, { _status: 'published', confirmAddress: '' }),
    ],
  ])('should be refused without a confirmation: %s', async (_, publish) => {
    const { id } = await draftShelter()
    const { json } = await publish(id)
    expect(json.errors[0].message).toContain(inWords)
    expect((await requestJSON(`/api/partners/${id}`)).status).toBe(404)
    expect(await logged(id)).not.toContain('publish')
  })

  it('should say with 409 what to confirm, and succeed once it is confirmed, and recorded', async () => {
    const { id } = await draftShelter()
    const { json, status } = await patch(id, { _status: 'published' })
    expect(status).toBe(409)
    expect(json.errors[0]).toMatchObject(refusal)
    const { confirmAddress } = json.errors[0].data
    const confirmed = await patch(id, { _status: 'published', confirmAddress })
    expect(confirmed.status, JSON.stringify(confirmed.json)).toBe(200)
    expect((await requestJSON(`/api/partners/${id}`)).json.address.street).toBe(street)
    expect(await logged(id)).toContain('confirm-address')
    expect(JSON.stringify(confirmed.json)).not.toContain('confirmAddress')
    // Known from then on.
    expect((await patch(id, { _status: 'published', description: 'Neu' })).status).toBe(200)
  })

  it('should be refused in the same request as a restored version, too', async () => {
    const other = await make('partners', { kind: 'other', name: unique('Verein') })
    const { id } = await draftShelter()
    const { json: versions } = await requestJSON(
      `/api/partners/versions?where[parent][equals]=${other.id}&limit=1`,
      { as: coordinator },
    )
    const { json } = await graphQL(
      `mutation {
        restoreVersionPartner(id: "${versions.docs[0].id}") { id }
        updatePartner(id: "${id}", data: { _status: published, kind: womens_shelter, name: "${unique('Haus')}", reach: region }) { id }
      }`,
      { as: coordinator },
    )
    expect(json.errors).toHaveLength(1)
    expect(json.errors[0].message).toContain(inWords)
    expect((await requestJSON(`/api/partners/${id}`)).status).toBe(404)
  })

  it('should need another confirmation for another address', async () => {
    const { id } = await makePublicShelter()
    const { json, status } = await patch(id, { _status: 'published', address: { street: 'Weg 2' } })
    expect(status).toBe(409)
    expect(json.errors[0].data.confirmAddress).toContain('Weg 2')
    const position = await patch(id, { _status: 'published', address: { latitude: 52.3 } })
    expect(position.status).toBe(409)
  })

  it('should be confirmed by coordinators only, not by the editors of a trusted shelter', async () => {
    const { id } = await makePublicShelter({ trusted: true })
    const editor = await signIn({ partners: [id], role: 'partner-editor' })
    expect((await patch(id, { _status: 'published', description: 'x' }, '', editor)).status).toBe(
      200,
    )
    const { status } = await patch(
      id,
      {
        _status: 'published',
        address: { street: 'Weg 2' },
        confirmAddress: inWords.replace(street, 'Weg 2'),
      },
      '',
      editor,
    )
    expect(status).toBe(409)
    expect((await requestJSON(`/api/partners/${id}`)).json.address.street).toBe(street)
  })

  it('should leave shelters out when many are published at once, and name them', async () => {
    const shelter = await draftShelter()
    const other = await make('partners', { _status: 'draft' } as never)
    const { json, status } = await requestJSON(
      `/api/partners?where[id][in]=${shelter.id},${other.id}`,
      { as: coordinator, body: { _status: 'published' }, method: 'PATCH' },
    )
    expect(status).toBe(400)
    expect(
      json.docs.map((doc: { id: string }) => doc.id),
      JSON.stringify(json),
    ).toEqual([other.id])
    expect(json.errors).toMatchObject([
      {
        id: shelter.id,
        message: expect.stringMatching(/„Frauenhaus .*“ wurde nicht veröffentlicht/),
      },
    ])
    expect((await requestJSON(`/api/partners/${other.id}`)).status).toBe(200)
    expect((await requestJSON(`/api/partners/${shelter.id}`)).status).toBe(404)
  })

  it('should not happen by restoring a version, publishing it included', async () => {
    const { id, slug } = await makePublicShelter()
    const other = { ...address, street: 'Weg 2' }
    await patch(id, {
      _status: 'published',
      address: other,
      confirmAddress: inWords.replace(street, 'Weg 2'),
    })
    const { json } = await requestJSON(
      `/api/partners/versions?where[parent][equals]=${id}&where[version.address.street][equals]=${street}`,
      { as: coordinator },
    )
    for (const query of ['', '?draft=false', '?draft=true']) {
      const restored = await requestJSON(`/api/partners/versions/${json.docs[0].id}${query}`, {
        as: coordinator,
        method: 'POST',
      })
      expect(restored.status, JSON.stringify(restored.json)).toBe(200)
      expect((await requestJSON(`/api/partners/${id}`)).json.address.street).toBe('Weg 2')
    }
    const version: string = json.docs[0].id
    await graphQL(`mutation { restoreVersionPartner(id: "${version}") { id } }`, {
      as: coordinator,
    })
    expect((await requestJSON(`/api/partners/${id}`)).json.address.street).toBe('Weg 2')
    await expect(
      (await instance()).restoreVersion({ id: version, collection: 'partners' }),
    ).rejects.toMatchObject({ status: 409 })
    expect((await patch(id, { _status: 'published' })).status).toBe(409)
    expect((await requestJSON(`/api/partners?slug=${slug}`)).json.docs[0].address.street).toBe(
      'Weg 2',
    )
  })

  it('should not happen by a copy, nor by taking a shelter out of the trash', async () => {
    const { id } = await makePublicShelter()
    const copy = await requestJSON(`/api/partners/${id}/duplicate`, {
      as: coordinator,
      body: { _status: 'published', name: unique('Kopie') },
      method: 'POST',
    })
    expect(copy.status, JSON.stringify(copy.json)).toBe(200)
    expect(copy.json.doc._status).toBe('draft')
    expect((await request(`/api/partners/${copy.json.doc.id}`)).status).toBe(404)
    await (await instance()).delete({ id: copy.json.doc.id, collection: 'partners' })
    await patch(id, { deletedAt: new Date().toISOString() })
    const back = await patch(id, { deletedAt: null }, '?trash=true')
    expect(back.status).toBe(409)
    expect((await requestJSON(`/api/partners/${id}`)).status).toBe(404)
    const draft = await patch(id, { _status: 'draft', deletedAt: null }, '?trash=true&draft=true')
    expect(draft.status, JSON.stringify(draft.json)).toBe(200)
    expect(await seenBy(`partners/${id}`)).not.toMatch(canary)
  })

  it('should be said of an import before anything happens, and not be done by it', async () => {
    const name = unique('Frauenhaus')
    const send = (trial: boolean) => {
      const body = new FormData()
      const csv = `Name;Art;Anschrift sichtbar;Straße;Postleitzahl;Ort\n${name};Frauenhaus;Öffentlich;${street};38100;Kanarienstadt\n`
      body.set('file', new File([csv], 'partner.csv', { type: 'text/csv' }))
      return requestJSON(`/api/partners/import?trial=${trial}`, {
        as: coordinator,
        body,
        method: 'POST',
      })
    }
    const { json } = await send(true)
    expect(json.addresses).toEqual([
      { address: `${street}, 38100 Kanarienstadt`, line: 2, name, needsConfirmation: true },
    ])
    const { json: done } = await send(false)
    const { id } = done.rows[0]
    expect((await requestJSON(`/api/partners/${id}`)).status).toBe(404)
    expect((await patch(id, { _status: 'published' })).status).toBe(409)
    await (await instance()).delete({ id, collection: 'partners' })
  })

  it('should need no confirmation of those whose address is no secret', async () => {
    const { id } = await make('partners', { _status: 'draft', address, kind: 'police' } as never)
    expect((await patch(id, { _status: 'published' })).status).toBe(200)
    // Until it becomes a shelter and moves.
    const moved = { _status: 'published', address: { street: 'Weg 3' }, kind: 'womens-shelter' }
    expect((await patch(id, moved)).status).toBe(409)
    // Or is found to be one where it is.
    expect((await patch(id, { _status: 'published', kind: 'womens-shelter' })).status).toBe(409)
  })
})
