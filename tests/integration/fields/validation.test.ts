import { beforeAll, describe, expect, it } from 'vitest'

import { make, removeDocuments } from '../../support/documents.ts'
import type { Client } from '../../support/instance.ts'
import { requestJSON, signIn } from '../../support/instance.ts'

removeDocuments()

let coordinator: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

const patch = (path: string, body: unknown, headers = {}) =>
  requestJSON(path, { as: coordinator, body, headers, method: 'PATCH' })

const day = (opens: string, closes: string) => ({ closes, day: 'monday', opens })

/** Field of a partner, a value that is fine, one that is not, and what the refusal says. */
const rules: [string, Record<string, unknown>, Record<string, unknown>, string][] = [
  [
    'phone number',
    { phones: [{ number: '030 23125000' }] },
    { phones: [{ number: '12' }] },
    'gültige Rufnummer',
  ],
  [
    'web address',
    { website: 'https://www.example.org/a' },
    { website: 'http://example.org' },
    'https://',
  ],
  [
    'web address without credentials',
    { website: 'https://example.org' },
    { website: 'https://a:b@example.org' },
    'https://',
  ],
  ['e-mail', { email: 'a.b@example.org' }, { email: 'a.b@example' }, 'E-Mail-Adresse'],
  [
    'phone number without hours',
    { phones: [{ number: '0531 4700 ext. 12' }] },
    { phones: [{ number: '0531 4700 9-12 Uhr' }] },
    'genau eine Nummer',
  ],
  [
    'phone number with its plus',
    { phones: [{ number: '116 016' }] },
    { phones: [{ number: '495314700' }] },
    'genau eine Nummer',
  ],
  [
    'date of the calendar',
    { reviewDue: '2028-02-29T12:00:00.000Z' },
    { reviewDue: '2027-02-29T12:00:00.000Z' },
    'reviewDue',
  ],
  ['district', { districts: ['03101'] }, { districts: ['3101'] }, 'districts'],
  ['kind', { kind: 'police' }, { kind: 'spy' }, 'kind'],
  [
    'postal code',
    { address: { postalCode: '38100', visibility: 'public' } },
    { address: { postalCode: '3810', visibility: 'public' } },
    'fünf Ziffern',
  ],
  [
    'latitude',
    { address: { latitude: 52.2, visibility: 'public' } },
    { address: { latitude: 152, visibility: 'public' } },
    'latitude',
  ],
  [
    'opening time',
    { openingHours: [day('09:00', '12:00')] },
    { openingHours: [day('9 Uhr', '12:00')] },
    'Uhrzeit',
  ],
  [
    'opening hours in order',
    { openingHours: [day('09:00', '24:00')] },
    { openingHours: [day('12:00', '09:00')] },
    'vor der Öffnungszeit',
  ],
  [
    'opening hours apart',
    { openingHours: [day('09:00', '12:00'), day('13:00', '15:00')] },
    { openingHours: [day('09:00', '12:00'), day('11:00', '15:00')] },
    'überschneiden',
  ],
  [
    'review after verification',
    { reviewDue: '2027-01-01', verifiedAt: '2026-01-01' },
    { reviewDue: '2025-01-01', verifiedAt: '2026-01-01' },
    'nicht vor der letzten',
  ],
  [
    'street of a public address',
    { address: { street: 'Musterstraße 1', visibility: 'public' } },
    // "town-only", by default.
    { address: { street: 'Musterstraße 1' } },
    'Sichtbarkeit',
  ],
]

describe.each(rules)('%s of a partner', (_, good, bad, sentence) => {
  it('should take a good value', async () => {
    const { id } = await make('partners')
    const { json, status } = await patch(`/api/partners/${id}`, { _status: 'published', ...good })
    expect(status, JSON.stringify(json)).toBe(200)
  })

  it('should refuse a bad value with a sentence and change nothing', async () => {
    const { id, updatedAt } = await make('partners')
    const { json, status } = await patch(`/api/partners/${id}`, { _status: 'published', ...bad })
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain(sentence)
    const { json: after } = await requestJSON(`/api/partners/${id}`)
    expect(after.updatedAt).toBe(updatedAt)
  })
})

describe('an address that must stay secret', () => {
  it('should not be filled in, in drafts neither', async () => {
    const { id } = await make('partners', { address: { visibility: 'secret' } })
    const body = { address: { street: 'Musterstraße 1' } }
    expect((await patch(`/api/partners/${id}?draft=true`, body)).status).toBe(400)
  })

  it('should be the default of a shelter, and of whoever has no kind yet', async () => {
    const visibilityOf = async (data: object) => {
      const { id } = await make('partners', data)
      return (await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })).json.address
        .visibility
    }
    expect(await visibilityOf({ kind: 'womens-shelter' })).toBe('secret')
    expect(await visibilityOf({ _status: 'draft', kind: null })).toBe('secret')
    expect(await visibilityOf({ kind: 'police' })).toBe('town-only')
  })
})

describe('phone numbers', () => {
  it('should be stored in E.164', async () => {
    const { id } = await make('partners', { phones: [{ number: '(0)30 23125-999' }] })
    expect((await requestJSON(`/api/partners/${id}`)).json.phones[0].number).toBe('+493023125999')
  })

  it('should be dialled as they are where they are short', async () => {
    const numbers = ['110', '112', '115', '116 016', '+49 116117']
    const { id } = await make('partners', { phones: numbers.map((number) => ({ number })) })
    expect(
      (await requestJSON(`/api/partners/${id}`)).json.phones.map(
        ({ number }: { number: string }) => number,
      ),
    ).toEqual(['110', '112', '115', '116016', '116117'])
  })
})

describe('domains with umlauts', () => {
  it('should be stored as people read them', async () => {
    const { id } = await make('partners', {
      email: 'info@xn--gttingen-n4a.de',
      website: 'https://www.XN--gttingen-n4a.de/Haus',
    })
    expect((await requestJSON(`/api/partners/${id}`)).json).toMatchObject({
      email: 'info@göttingen.de',
      website: 'https://www.göttingen.de/Haus',
    })
  })
})

describe('refusals', () => {
  it('should be in English for whoever reads English', async () => {
    const { id } = await make('partners')
    const { json } = await patch(`/api/partners/${id}`, { email: 'x' }, { 'Accept-Language': 'en' })
    expect(JSON.stringify(json)).toContain('not a valid e-mail address')
  })
})

describe('a standard', () => {
  it('should not supersede itself', async () => {
    const { id } = await make('standards')
    const { json, status } = await patch(`/api/standards/${id}`, { supersedes: id })
    expect(status).toBe(400)
    expect(JSON.stringify(json)).toContain('führt im Kreis')
  })

  it('should not supersede itself by way of others', async () => {
    const old = await make('standards')
    const middle = await make('standards', { supersedes: old.id })
    const young = await make('standards', { supersedes: middle.id })
    expect((await patch(`/api/standards/${old.id}`, { supersedes: young.id })).status).toBe(400)
  })

  it('should not be valid before it is adopted', async () => {
    const { id } = await make('standards', { adoptedOn: '2026-01-02T00:00:00.000Z' })
    const { status } = await patch(`/api/standards/${id}`, {
      validFrom: '2026-01-01T00:00:00.000Z',
    })
    expect(status).toBe(400)
  })
})

describe('globals', () => {
  it('should refuse an emergency number that nobody can dial', async () => {
    const { status } = await requestJSON('/api/globals/emergency', {
      as: coordinator,
      body: { _status: 'published', phones: [{ label: 'Notruf', number: '1' }] },
      method: 'POST',
    })
    expect(status).toBe(400)
  })
})

describe('images', () => {
  const upload = (bytes: Buffer, type: string, name: string, data: object = { alt: 'Bild' }) => {
    const body = new FormData()
    body.set('_payload', JSON.stringify(data))
    body.set('file', new File([new Uint8Array(bytes)], name, { type }))
    return requestJSON('/api/media', { as: coordinator, body, method: 'POST' })
  }

  it('should lose their metadata and their name', async () => {
    const { default: sharp } = await import('sharp')
    const photo = await sharp({ create: { background: 'red', channels: 3, height: 20, width: 20 } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'Geheime Person' } })
      .toBuffer()
    expect(photo.toString('latin1')).toContain('Geheime Person')
    const { json, status } = await upload(photo, 'image/jpeg', 'Frauenhaus Geheimstrasse 5.jpg')
    expect(status, JSON.stringify(json)).toBe(201)
    expect(json.doc.filename).toMatch(/^[0-9a-f-]{36}\.webp$/)
    const { request } = await import('../../support/instance.ts')
    const file = Buffer.from(await (await request(json.doc.url)).arrayBuffer())
    expect(file.byteLength).toBeGreaterThan(0)
    expect(file.toString('latin1')).not.toContain('Geheime Person')
    expect(JSON.stringify(json)).not.toContain('Geheimstrasse')
    await requestJSON(`/api/media/${json.doc.id}`, { as: coordinator, method: 'DELETE' })
  })

  it('should need an alternative text', async () => {
    const { default: sharp } = await import('sharp')
    const image = await sharp({ create: { background: 'red', channels: 3, height: 9, width: 9 } })
      .png()
      .toBuffer()
    expect((await upload(image, 'image/png', 'a.png', {})).status).toBe(400)
  })

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml', 'a.svg'],
    ['HTML that calls itself PNG', '<html><script>1</script></html>', 'image/png', 'a.png'],
  ])('should not be %s', async (_, text, type, name) => {
    expect((await upload(Buffer.from(text), type, name)).status).toBe(400)
  })
})
