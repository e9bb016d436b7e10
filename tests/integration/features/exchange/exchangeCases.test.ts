import { readdirSync, readFileSync } from 'node:fs'

import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { instance, request, requestJSON, signIn } from '../../../support/instance.ts'

/** Lists of partners as spreadsheets of all kinds write them; nobody in them exists. */
const folder = new URL('../../../cases/', import.meta.url)

let coordinator: Client

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

afterEach(async () => {
  const payload = await instance()
  await payload.delete({
    collection: 'partners',
    trash: true,
    where: { name: { contains: 'robe' } },
  })
})

const importTable = async (content: Uint8Array | string, trial = false) => {
  const body = new FormData()
  body.set('file', new File([content as BlobPart], 'partner.csv', { type: 'text/csv' }))
  const response = await request(`/api/partners/import?trial=${trial}`, {
    as: coordinator,
    body,
    method: 'POST',
  })
  return { json: await response.json(), status: response.status }
}

type Doc = { phones?: object[] | null }

/** What was taken in; a database may leave out what is empty. */
const partners = async () => {
  const { json } = await requestJSON(
    '/api/partners?draft=true&limit=100&sort=name&where[name][contains]=robe',
    { as: coordinator },
  )
  return json.docs.map((doc: Doc) => ({
    email: null,
    shortName: null,
    ...doc,
    phones: doc.phones?.map((phone) => ({ hours: null, label: null, ...phone })),
  }))
}

type Expected = { errors: object[] } | { partners: object[] }

const haus = { kind: 'police', name: 'Probe Haus' }
const gifhornAndPeine = { partners: [{ ...haus, districts: ['03151', '03157'] }] }
const inGifhorn = { partners: [{ ...haus, districts: ['03151'] }] }
const refusedIn = (column: string, line: number, message: RegExp) => ({
  column,
  line,
  message: expect.stringMatching(message),
})

/** What is right for each file. */
const right: Record<string, Expected> = {
  'csv-cp850-csv-ms-dos-.csv': { errors: [{ message: expect.stringMatching(/CSV UTF-8/) }] },
  'csv-cr-only-utf8-with-commas.csv': {
    partners: [
      { description: 'eins, zwei, drei, vier', name: 'Probe A' },
      { description: 'fünf, sechs, sieben, acht', name: 'Probe B' },
    ],
  },
  'csv-dbnull.csv': {
    partners: [{ email: null, kind: 'police', name: 'Probe 1', shortName: null }],
  },
  'csv-extra-cells-unquoted-semicolon-.csv': {
    errors: [{ line: 2, message: expect.stringMatching(/„Kinder und Männer“.*Anführungszeichen/) }],
  },
  'csv-idn-mail.csv': {
    partners: [
      {
        email: 'info@frauenhaus-göttingen.de',
        name: 'Probe 1',
        website: 'https://www.frauenhaus-göttingen.de',
      },
    ],
  },
  'csv-list-by-comma.csv': gifhornAndPeine,
  'csv-list-by-newline-in-cell.csv': gifhornAndPeine,
  'csv-mail-with-name.csv': { partners: [{ email: 'info@example.org', name: 'Probe 1' }] },
  'csv-mailto.csv': { partners: [{ email: 'a@example.org', name: 'Probe 1' }] },
  'csv-nbsp-in-heading.csv': inGifhorn,
  'csv-nfd-header.csv': inGifhorn,
  'csv-nfd-value.csv': { partners: [{ kind: 'work-with-perpetrators', name: 'Probe Haus' }] },
  'csv-phone-formula.csv': { partners: [{ phones: [{ label: null, number: '+495314700' }] }] },
  'csv-phone-label-with-time.csv': {
    partners: [{ phones: [{ hours: 'Mo 9:00 bis 12:00', label: null, number: '+495314700' }] }],
  },
  'csv-phone-with-hours.csv': {
    partners: [{ phones: [{ hours: 'Mo 9-12 Uhr', label: 'Beratung', number: '+495314700' }] }],
  },
  'csv-phones-two-in-a-cell.csv': {
    errors: [2, 3, 5, 6].map((line) => refusedIn('Telefon 1', line, /genau eine Rufnummer/)),
  },
  'csv-postal-apostrophe.csv': {
    partners: [{ address: { postalCode: '01067', street: 'Weg 1', town: 'Dresden' } }],
  },
  'csv-postal-formula.csv': {
    partners: [{ address: { postalCode: '01067', street: 'Weg 1', town: 'Dresden' } }],
  },
  'csv-postal.csv': {
    partners: [{ address: { postalCode: '38100', street: 'Weg 1', town: 'Braunschweig' } }],
  },
  'csv-quotes-unescaped.csv': { partners: [{ kind: 'police', name: 'Probe "Haus" e. V.' }] },
  'csv-row-number-with-multi-line-cells.csv': {
    errors: [refusedIn('E-Mail', 4, /E-Mail-Adresse/)],
  },
  'csv-sep-line.csv': {
    partners: [
      { ...haus, districts: ['03151'], email: 'a@example.org', phones: [{ number: '+495314700' }] },
    ],
  },
  'csv-space-after-quotes.csv': { partners: [{ ...haus, description: 'x' }] },
  'csv-title-row-above.csv': { partners: [{ ...haus, description: 'x' }] },
  'csv-trailing-empty-columns.csv': { partners: [{ ...haus, description: 'x' }] },
  'csv-two-digit-year.csv': {
    partners: [{ ...haus, membership: { since: '2018-08-17T12:00:00.000Z' } }],
  },
  'csv-two-mails.csv': {
    errors: [{ line: 2, message: expect.stringMatching(/„b@example.org“/) }],
  },
  'csv-utf16be-tab.csv': {
    partners: [{ districts: ['03151'], name: 'Probe Täter', phones: [{ number: '+495314700' }] }],
  },
  'csv-utf16le-tab.csv': {
    partners: [{ description: 'Zeile "1"', districts: ['03151', '03157'], name: 'Probe Täter' }],
  },
}

const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
const isOfName = (name: string): boolean => name.startsWith('csv-name-')

describe('lists as spreadsheets write them', () => {
  it.each(files.filter((name) => !isOfName(name)))(
    'should be taken as a person reads them, or refused with line and column: %s',
    async (name) => {
      const expected = right[name]
      const { json, status } = await importTable(readFileSync(new URL(name, folder)))
      if (!expected) {
        expect.fail(`Nobody has said what is right for ${name}.`)
      } else if ('errors' in expected) {
        expect(status).toBe(400)
        expect(json.errors).toMatchObject(expected.errors)
        expect(await partners()).toEqual([])
      } else {
        expect(status, JSON.stringify(json.errors)).toBe(200)
        expect(await partners()).toMatchObject(expected.partners)
      }
    },
  )

  it.each(files.filter(isOfName))('should find a partner again by its name: %s', async (file) => {
    const payload = await instance()
    const name = 'Probe Beratung für Täter e. V.'
    await payload.create({
      collection: 'partners',
      data: { _status: 'published', description: 'alt', kind: 'other', name, reach: 'region' },
      locale: 'de',
    })
    const { json, status } = await importTable(readFileSync(new URL(file, folder)))
    expect(status, JSON.stringify(json.errors)).toBe(200)
    expect(json.rows).toMatchObject([
      { action: 'change', changes: [{ column: 'Kurzbeschreibung' }] },
    ])
    expect(await partners()).toMatchObject([{ description: 'neu', name }])
  })
})

/** As `right`, for the kinds that those files are examples of. Headings: Name, Art and what is said. */
describe('cells', () => {
  const row = async (heading: string, cell: string, trial = false) =>
    importTable(
      `Name;Art;${heading}\r\nProbe ${unique('x')};Polizei;"${cell.replaceAll('"', '""')}"\r\n`,
      trial,
    )

  it.each([
    ['Telefon 1', '0531 4700 ext. 12', { phones: [{ number: '+495314700;ext=12' }] }],
    ['Telefon 1', '0531 4700 Durchwahl 12', { phones: [{ number: '+495314700;ext=12' }] }],
    ['Telefon 1', '116 016', { phones: [{ number: '116016' }] }],
    ['Telefon 1', 'Notruf: 110', { phones: [{ label: 'Notruf', number: '110' }] }],
    ['Telefon 1', '0171/1234567 (24 h)', { phones: [{ hours: '24 h', number: '+491711234567' }] }],
    [
      'Telefon 1',
      '0531 4700 (Notdienst)',
      { phones: [{ label: 'Notdienst', number: '+495314700' }] },
    ],
    [
      'Telefon 1',
      'Notdienst (nachts): 0531 4700',
      { phones: [{ hours: 'nachts', label: 'Notdienst' }] },
    ],
    ['Telefon 1', '+49 (0)531 4700', { phones: [{ number: '+495314700' }] }],
    ['Telefon 1', '(0531) 4700', { phones: [{ number: '+495314700' }] }],
    ['Telefon 1', 'Tel.: 0531/4700', { phones: [{ label: null, number: '+495314700' }] }],
    ['Telefon1', "'0531 4700", { phones: [{ number: '+495314700' }] }],
    ['E-Mail', 'k. A.', { email: null }],
    ['email', 'Frau Probe <MAILTO:a@example.org>', { email: 'a@example.org' }],
    [
      'Postleitzahl;Anschrift sichtbar',
      'DE 38100";"Öffentlich',
      { address: { postalCode: '38100' } },
    ],
    ['Sprachen', 'Deutsch, Türkisch und Arabisch', { languages: ['de', 'tr', 'ar'] }],
    ['SPRACHEN', '- Deutsch\n- Türkisch', { languages: ['de', 'tr'] }],
    [
      'Unterzeichnet am',
      '2018-08-17 00:00:00',
      { membership: { since: '2018-08-17T12:00:00.000Z' } },
    ],
    ['Unterzeichnet am', '1. 2. 99', { membership: { since: '1999-02-01T12:00:00.000Z' } }],
    ['Bestätigung fällig', '01.02.31', { reviewDue: '2031-02-01T12:00:00.000Z' }],
  ])('should take in under %s: %s', async (heading, cell, expected) => {
    const { json, status } = heading.includes(';')
      ? await importTable(`Name;Art;${heading}\nProbe x;Polizei;"${cell}"\n`)
      : await row(heading, cell)
    expect(status, JSON.stringify(json.errors)).toBe(200)
    expect(await partners()).toMatchObject([expected])
  })

  it.each([
    ['Telefon 1', '0531 4700 9-12 Uhr'],
    ['Telefon 1', '0531 4700, 0531 4701'],
    ['Telefon 1', '0531 4700 oder 0171 1234567'],
    ['Telefon 1', '0531 4700\n0531 4701'],
    ['Telefon 1', '0531 4700 (auch 0531 4701)'],
    ['Telefon 1', 'Beratung: 0531 4700 (Notdienst)'],
    ['Telefon 1', '495314700'],
    ['Telefon 1', '5314700'],
    ['Telefon 1', '4,95E+11'],
    ['Telefon 1', '#REF!'],
    ['Telefon 1', '=A1&B1'],
    ['E-Mail', 'a@example.org, b@example.org'],
    ['E-Mail', 'a@example.org\nb@example.org'],
    ['E-Mail', 'info(at)example.org'],
    ['E-Mail', '#NAME?'],
    ['Internetseite', 'www.example.org'],
    ['Internetseite', 'https://example.org https://example.com'],
    ['Kurzbeschreibung', 'Hilfe f?r alle'],
    ['Landkreise und Städte', 'Gifhorn, Zirkus'],
    ['Landkreise und Städte', 'Gifhorn Peine'],
    ['Unterzeichnet am', '29.02.2027'],
    ['Unterzeichnet am', '31.04.2026'],
    ['Unterzeichnet am', '43329'],
    ['Unterzeichnet am', '17.08.0218'],
    ['Postleitzahl', '1067'],
    ['Postleitzahl', '38100 Braunschweig'],
  ])('should refuse under %s, with its line: %s', async (heading, cell) => {
    const { json, status } = await row(heading, cell)
    expect(status).toBe(400)
    expect(json.errors).toMatchObject([{ column: heading, line: 2 }])
    expect(await partners()).toEqual([])
  })

  it('should keep what is known of a number, but not for another one', async () => {
    const payload = await instance()
    const name = 'Probe bekannt'
    await payload.create({
      collection: 'partners',
      data: {
        _status: 'published',
        kind: 'other',
        name,
        phones: [{ freeOfCharge: true, hours: 'nachts', label: 'Hilfe', number: '116016' }],
        reach: 'region',
      },
      locale: 'de',
    })
    await importTable(`Name;Telefon 1;Telefon 2\n${name};Beratung: 0531 4700;116 016\n`)
    expect((await partners())[0].phones).toMatchObject([
      { freeOfCharge: false, hours: null, label: 'Beratung', number: '+495314700' },
      { freeOfCharge: true, hours: 'nachts', label: null, number: '116016' },
    ])
  })
})

describe('files', () => {
  const table = `Name;Art;Kurzbeschreibung\nProbe Träger;Polizei;für Mädchen\n`
  const bytesIn = (text: string, letters: Record<string, number>): Uint8Array =>
    Uint8Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0))

  it.each([
    ['Mac OS Roman', bytesIn(table, { ä: 0x8a, ü: 0x9f })],
    ['Mac OS Roman, a capital letter alone', bytesIn('Name\nProbe †bung', { '†': 0x86 })],
    ['DOS, sharp s alone', bytesIn('Name;Straße\nProbe;x', { ß: 0xe1 })],
    ['DOS, a capital letter alone', bytesIn('Name;Art;Kurzname\nProbe;Polizei;Öl', { Ö: 0x99 })],
    ['UTF-8 read as Windows-1252', Buffer.from(table.replaceAll('ä', 'Ã¤').replaceAll('ü', 'Ã¼'))],
    ['lost letters', Buffer.from(table.replaceAll('ä', '\ufffd'))],
  ])('should be refused where umlauts cannot be read: %s', async (_, bytes) => {
    const { json, status } = await importTable(bytes)
    expect(status).toBe(400)
    expect(json.errors).toMatchObject([{ message: expect.stringMatching(/CSV UTF-8/) }])
  })

  it.each([
    ['Windows-1252', bytesIn(table, {})],
    ['commas', Buffer.from(table.replaceAll(';', ','))],
    ['tabs', Buffer.from(table.replaceAll(';', '\t'))],
    ['CR only', Buffer.from(table.replaceAll('\n', '\r'))],
    ['empty rows and a title above', Buffer.from(`\n;;\nPartner, Stand 2026\n\n${table}`)],
    ['a setting and a byte order mark', Buffer.from(`\ufeffsep=,\n${table.replaceAll(';', ',')}`)],
  ])('should be read: %s', async (_, bytes) => {
    const { json, status } = await importTable(bytes)
    expect(status, JSON.stringify(json.errors)).toBe(200)
    expect(await partners()).toMatchObject([{ description: 'für Mädchen', name: 'Probe Träger' }])
  })

  it('should count empty rows as a spreadsheet does', async () => {
    const { json } = await importTable(
      'Titel\n\nName;Art\n\nProbe A;"Polizei"\n;\nProbe B;Zirkus\n',
    )
    expect(json.errors).toMatchObject([{ column: 'Art', line: 7 }])
  })

  it('should be refused where an open quotation mark has swallowed a row', async () => {
    const { json, status } = await importTable(
      'Name;Kurzbeschreibung\nProbe A;"offen\nProbe B;"zu"\nProbe C;x\n',
    )
    expect(status).toBe(400)
    expect(json.errors[0].message).toMatch(/Zeile 2.*Anführungszeichen/)
    expect(await partners()).toEqual([])
  })

  it('should be refused where a cell stands below no heading', async () => {
    const { json, status } = await importTable('Name;;Art\nProbe A;wichtig;Polizei\n')
    expect(status).toBe(400)
    expect(json.errors).toMatchObject([{ line: 2, message: expect.stringMatching(/„wichtig“/) }])
  })
})
