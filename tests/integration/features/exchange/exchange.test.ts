import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { readCSV, writeCSV } from '../../../../src/features/exchange/csv.ts'
import { slugify } from '../../../../src/lib/slugify.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { instance, request, requestJSON, signIn } from '../../../support/instance.ts'

removeDocuments()

let coordinator: Client
let editor: Client
const marker = unique('Import')

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
  const { id } = await make('partners')
  editor = await signIn({ partners: [id], role: 'partner-editor' })
})

afterEach(async () => {
  const payload = await instance()
  await payload.delete({
    collection: 'partners',
    trash: true,
    where: { name: { contains: marker } },
  })
})

type Bytes = string | Uint8Array

const send = async (
  content: Bytes,
  {
    as = coordinator,
    headers,
    trial = false,
  }: { as?: Client; headers?: Record<string, string>; trial?: boolean } = {},
): Promise<Response> => {
  const body = new FormData()
  body.set('file', new File([content as BlobPart], 'partner.csv', { type: 'text/csv' }))
  return request(`/api/partners/import?trial=${trial}`, { as, body, headers, method: 'POST' })
}

const importTable = async (content: Bytes, options?: Parameters<typeof send>[1]) => {
  const response = await send(content, options)
  return { json: await response.json(), status: response.status }
}

const exported = async (query = ''): Promise<string> =>
  (await request(`/api/partners/export${query}`, { as: coordinator })).text()

/** One row of an export, under its headings. */
const rowOf = (csv: string, name: string): string => {
  const [header = '', ...rows] = csv.split('\r\n')
  return `${header}\r\n${rows.find((row) => row.includes(name)) ?? ''}\r\n`
}

const imported = async () =>
  (
    await requestJSON(
      `/api/partners?draft=true&limit=100&sort=name&where[name][contains]=${encodeURIComponent(marker)}`,
      { as: coordinator },
    )
  ).json.docs

const count = async (): Promise<number> => (await imported()).length

/** As German Excel saves it. */
const windows1252 = (text: string): Buffer => {
  const special: Record<string, number> = { '„': 0x84, '“': 0x93, '–': 0x96, '€': 0x80 }
  return Buffer.from(Array.from(text, (sign) => special[sign] ?? sign.charCodeAt(0)))
}

const list = (length: number, last = 'Beratung: 030 23125000'): string =>
  [
    'Name;Art;Landkreise und Städte;Telefon 1;Kurzbeschreibung',
    ...Array.from(
      { length },
      (_, index) =>
        `${marker} Träger ${index + 1};Frauenberatungsstelle;Gifhorn | Peine;${index === length - 1 ? last : 'Beratung: 030 23125000'};„Für Größen – 5 €“`,
    ),
  ].join('\r\n')

describe('importing partners', () => {
  it("should take in 51 partners from German Excel's file, as drafts that the public does not see", async () => {
    const { json, status } = await importTable(windows1252(list(51)))
    expect(status, JSON.stringify(json.errors)).toBe(200)
    expect(json.rows.map(({ action }: { action: string }) => action)).toEqual(
      Array<string>(51).fill('create'),
    )
    const docs = await imported()
    expect(docs).toHaveLength(51)
    expect(docs[0]).toMatchObject({
      _status: 'draft',
      description: '„Für Größen – 5 €“',
      districts: ['03151', '03157'],
      kind: 'womens-counselling',
      phones: [{ label: 'Beratung', number: '+493023125000' }],
    })
    const { json: seen } = await requestJSON(
      `/api/partners?where[name][contains]=${encodeURIComponent(marker)}`,
    )
    expect(seen.totalDocs).toBe(0)
  })

  it('should leave nothing behind when the last row is wrong, and say line and column', async () => {
    const { json, status } = await importTable(list(51, 'Beratung: 12'))
    expect(status).toBe(400)
    expect(json.errors).toMatchObject([
      { column: 'Telefon 1', line: 52, message: expect.stringMatching(/genau eine Rufnummer/) },
    ])
    expect(await count()).toBe(0)
  })

  it.each([
    ['address', 'Straße', 'Weg 1', 'Straße'],
    ['slug', 'Kurzadresse', 'Keine Kurzadresse', 'Kurzadresse'],
  ])(
    'should leave nothing behind when a row in the middle is refused by its %s, in a trial neither',
    async (_, headings, wrong, column) => {
      const empty = wrong.replaceAll(/[^;]/g, '')
      const row = (number: number) => `${marker} ${number};Polizei;${number === 3 ? wrong : empty}`
      const content = [`Name;Art;${headings}`, ...[1, 2, 3, 4, 5].map(row)].join('\r\n')
      for (const trial of [true, false]) {
        const { json, status } = await importTable(content, { trial })
        expect(status).toBe(400)
        expect(json.errors).toMatchObject([{ column, line: 4 }])
        expect(await count()).toBe(0)
      }
    },
  )

  it('should leave nothing behind when only the write itself is refused', async () => {
    // The first row gets its slug from its name, which only then is taken.
    const taken = `${marker} belegt`
    const slug = slugify(taken)
    const content = `Name;Art;Kurzadresse\n${marker} a;Polizei;\n${taken};Polizei;\n${marker} b;Polizei;${slug}\n${marker} c;Polizei;\n`
    const { json, status } = await importTable(content)
    expect(status).toBe(400)
    expect(json.errors).toMatchObject([{ column: 'Kurzadresse', line: 4 }])
    expect(await count()).toBe(0)
  })

  it.each([
    ['Kurzname', 'x'.repeat(100), /60/],
    ['Zuletzt bestätigt;Bestätigung fällig', '01.01.2026;01.01.2025', /nicht vor der letzten/],
  ])('should check what drafts do not: %s', async (headings, cells, message) => {
    const { json, status } = await importTable(`Name;${headings}\n${marker} geprüft;${cells}\n`, {
      trial: true,
    })
    expect(status).toBe(400)
    expect(json.errors[0]).toMatchObject({
      column: headings.split(';').at(-1),
      line: 2,
      message: expect.stringMatching(message),
    })
  })

  it('should report in a trial what it would do, and do nothing', async () => {
    const { json, status } = await importTable(list(3), { trial: true })
    expect(status).toBe(200)
    expect(json.rows).toHaveLength(3)
    expect(json.rows[2]).toMatchObject({ action: 'create', line: 4, name: `${marker} Träger 3` })
    expect(await count()).toBe(0)
  })

  it('should change a published partner as a draft only, and only what the file says', async () => {
    const name = `${marker} vorhanden`
    const { id } = await make('partners', {
      description: 'Alt',
      email: 'alt@example.org',
      name,
      phones: [{ freeOfCharge: true, hours: 'nachts', label: 'Hilfe', number: '+493023125000' }],
    })
    const { json } = await importTable(
      `Name,E-Mail,Telefon 1\n${name},neu@example.org,Notruf: 030 23125000\n`,
    )
    expect(json.rows[0].changes).toEqual([
      { column: 'E-Mail', from: 'alt@example.org', to: 'neu@example.org' },
      {
        column: 'Telefon 1',
        from: 'Hilfe: +493023125000 (nachts)',
        to: 'Notruf: +493023125000 (nachts)',
      },
    ])
    const { json: seen } = await requestJSON(`/api/partners/${id}`)
    expect(seen.email).toBe('alt@example.org')
    const { json: draft } = await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })
    expect(draft).toMatchObject({ _status: 'draft', description: 'Alt', email: 'neu@example.org' })
    expect(draft.phones[0]).toMatchObject({ freeOfCharge: true, hours: 'nachts', label: 'Notruf' })
  })

  it('should empty what an empty cell stands for', async () => {
    const name = `${marker} leeren`
    const { id } = await make('partners', { email: 'alt@example.org', name, services: ['shelter'] })
    await importTable(`Name;E-Mail;Angebote\n${name};;\n`)
    const { json } = await requestJSON(`/api/partners/${id}?draft=true`, { as: coordinator })
    expect(json.email ?? null).toBeNull()
    expect(json.services ?? []).toEqual([])
  })

  it('should refuse a street of which nobody has said that it is public, with line and column', async () => {
    const { json, status } = await importTable(`Name;Art;Straße\n${marker} Haus;Frauenhaus;Weg 1\n`)
    expect(status).toBe(400)
    expect(json.errors).toMatchObject([
      {
        column: 'Straße',
        line: 2,
        message: expect.stringContaining('darf bei dieser Sichtbarkeit'),
      },
    ])
    expect(await count()).toBe(0)
  })

  it('should keep a street as internal where the table says that it is secret', async () => {
    const { json, status } = await importTable(
      `Name;Art;Anschrift sichtbar;Straße;Ort\n${marker} Haus;Frauenhaus;Geheim;Weg 1;Peine\n`,
    )
    expect(status, JSON.stringify(json)).toBe(200)
    const [doc] = await imported()
    expect(doc.address).toMatchObject({ visibility: 'secret' })
    expect(doc.address.street ?? doc.address.town ?? null).toBeNull()
    expect(doc.internal.postalAddress).toBe('Weg 1\nPeine')
  })

  it('should refuse a row that is based on an older state', async () => {
    const name = `${marker} Stand`
    const { id } = await make('partners', { description: 'Alt', name })
    const csv = rowOf(await exported(), name)
    await requestJSON(`/api/partners/${id}`, {
      as: coordinator,
      body: { description: 'Von jemand anderem' },
      method: 'PATCH',
    })
    const { json, status } = await importTable(csv.replace('Alt', 'Von mir'))
    expect(status).toBe(400)
    expect(json.errors[0]).toMatchObject({ column: 'Stand', line: 2 })
  })

  it.each([
    ['nothing', '', /leer/],
    ['a heading alone', 'Name;E-Mail\n', /leer/],
    ['a program', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), /keine CSV-Datei/],
    ['an unknown column', 'Name;Farbe\nA;rot\n', /Die Spalte „Farbe“ gibt es nicht/],
    ['a column twice', 'Name;E-Mail;E-mail\nA;;\n', /zweimal/],
    ['no name', 'E-Mail\na@example.org\n', /fehlt eine Spalte „Name“/],
    ['an open quotation mark', 'Name;E-Mail\n"A;a@example.org\n', /Anführungszeichen/],
    ['an unknown kind', `Name;Art\n${marker};Zirkus\n`, /„Zirkus“ ist hier nicht zu verstehen/],
    [
      'an impossible date',
      `Name;Unterzeichnet am\n${marker};31.02.2020\n`,
      /Ein Datum sieht so aus/,
    ],
    ['the same partner twice', `Name\n${marker}\n${marker}\n`, /steht schon in Zeile 2/],
    [
      'too many rows',
      `Name\n${Array.from({ length: 501 }, (_, n) => `${marker} ${n}`).join('\n')}`,
      /zu viele Zeilen/,
    ],
  ] as [string, Bytes, RegExp][])(
    'should refuse %s with a sentence',
    async (_, content, message) => {
      const { json, status } = await importTable(content)
      expect(status).toBe(400)
      expect(json.errors[0].message).toMatch(message)
      expect(await count()).toBe(0)
    },
  )

  it('should say what is wrong in the language of the person', async () => {
    const { json } = await importTable('Farbe\nrot\n', { headers: { 'Accept-Language': 'en' } })
    expect(json.errors[0].message).toMatch(/There is no column/)
  })

  it('should ask for a file', async () => {
    const { json, status } = await requestJSON('/api/partners/import', {
      as: coordinator,
      body: {},
      method: 'POST',
    })
    expect(status).toBe(400)
    expect(json.errors[0].message).toMatch(/CSV-Datei auswählen/)
  })

  it('should tell its progress line by line to whoever asks for it', async () => {
    const response = await send(list(3), {
      headers: { Accept: 'application/x-ndjson' },
      trial: true,
    })
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.slice(0, 3)).toEqual([1, 2, 3].map((done) => ({ done, of: 3 })))
    expect(lines[3].rows).toHaveLength(3)
  })
})

describe('exporting partners', () => {
  it('should give back what an import changes nothing of', async () => {
    const name = `${marker} =1+1; "Zitat"`
    await make('partners', {
      address: { postalCode: '38100', street: 'Weg 1', town: 'Braunschweig', visibility: 'public' },
      description: '-Strich\nund zweite Zeile',
      districts: ['03101', '03151'],
      email: 'a@example.org',
      internal: { notes: '@intern', postalAddress: 'Geheimer Weg 1' },
      membership: { since: '2018-08-17T12:00:00.000Z', status: 'signatory' },
      name,
      phones: [{ number: '+493023125000' }],
      services: ['counselling', 'shelter'],
    })
    const csv = readCSV(Buffer.from(await exported('?internal=true')), (text) => text === 'Name')
    const cells =
      'rows' in csv
        ? [csv.headings, ...csv.rows].map((row) => row.cells.map((cell) => cell.text))
        : []
    const own = cells.filter((row, index) => index === 0 || row.includes(name))
    expect(own).toHaveLength(2)
    const { json, status } = await importTable(writeCSV(own), { trial: true })
    expect(status, JSON.stringify(json.errors)).toBe(200)
    const row = json.rows.find((each: { name: string }) => each.name === name)
    expect(row).toMatchObject({ action: 'unchanged', changes: [] })
  })

  it('should hold internal fields only where they are asked for, and record that', async () => {
    const secret = 'Sperlingsstieg 41'
    await make('partners', { internal: { postalAddress: secret }, name: `${marker} intern` })
    const recorded = async (): Promise<number> =>
      (
        await (
          await instance()
        ).count({
          collection: 'audit-log',
          where: { and: [{ action: { equals: 'export' } }, { actor: { equals: coordinator.id } }] },
        })
      ).totalDocs
    const before = await recorded()
    const open = await exported()
    expect(open).toContain(`${marker} intern`)
    expect(open).not.toContain(secret)
    expect(await recorded()).toBe(before)
    expect(await exported('?internal=true')).toContain(secret)
    expect(await recorded()).toBe(before + 1)
  })

  it('should hold all partners, however many', async () => {
    const payload = await instance()
    const { totalDocs: before } = await payload.count({ collection: 'partners' })
    await importTable(list(105))
    const rows = (await exported()).split('\r\n').filter((row) => row.includes(marker))
    expect(rows).toHaveLength(105)
    expect((await payload.count({ collection: 'partners' })).totalDocs).toBe(before + 105)
  })

  it('should be a file that German Excel opens, kept by nobody', async () => {
    const response = await request('/api/partners/export', { as: coordinator })
    const bytes = Buffer.from(await response.clone().arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(await response.text()).toContain('Kurzadresse;Name;')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="partner-\d{4}-\d{2}-\d{2}\.csv"$/,
    )
  })

  it('should answer the columns alone as a template', async () => {
    const csv = await exported('?template=true')
    expect(csv.trim().split('\r\n')).toHaveLength(1)
    expect(csv).not.toContain('intern')
  })

  it('should be refused to everybody but coordinators', async () => {
    for (const as of [undefined, editor]) {
      for (const query of ['', '?internal=true', '?template=true']) {
        const { status } = await request(`/api/partners/export${query}`, { as })
        expect(status).toBe(403)
      }
      expect((await send(list(1), { as: as ?? { headers: {} } })).status).toBe(403)
    }
    expect(await count()).toBe(0)
  })
})

describe('cells', () => {
  it('should come back as they were, and none of them begin a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^'{0,3}[=+\-@;"][a-z"';\n]{0,5}$/),
      fc.stringMatching(/^'{0,3}(?:[0-9]{1,5}|-|–|NULL|n\/a|#REF!|="[0-9]{1,3}")$/),
    )
    fc.assert(
      fc.property(text, (text) => {
        const cell = text.replaceAll('\0', '').replaceAll('\r', '').normalize('NFC').trim() || 'x'
        const csv = writeCSV([['Name'], [cell]])
        expect(csv).not.toMatch(/(?:^|[;\n])"?[=+\-@\t]/)
        const read = readCSV(Buffer.from(csv), (heading) => heading === 'Name')
        expect('rows' in read ? read.rows[0]?.cells[0]?.text : read).toBe(cell)
      }),
      { seed: 1 },
    )
  })
})
