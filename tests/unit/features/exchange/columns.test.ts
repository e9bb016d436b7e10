import { describe, expect, it } from 'vitest'

import { columns } from '../../../../src/features/exchange/columns.ts'

const columnOf = (name: string) => {
  const column = columns.find((each) => each.name === name)
  return column ?? expect.fail(`There is no column ${name}.`)
}

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

describe('a cell that is read', () => {
  it.each<[string, string, unknown]>([
    ['name', ' Haus\n  am\u00a0Wehr\u200b ', 'Haus am Wehr'],
    ['description', 'eins\nzwei', 'eins\nzwei'],
    ['slug', '', null],
    ['kind', 'Polizei', 'police'],
    ['kind', 'police', 'police'],
    ['kind', 'POLICE', 'police'],
    ['kind', 'Ta\u0308terarbeit', 'work-with-perpetrators'],
    ['kind', 'taeterarbeit', 'work-with-perpetrators'],
    ['kind', 'Womens shelter', 'womens-shelter'],
    ['kind', '', null],
    ['kind', 'Zirkus', undefined],
    ...inherited.map((name): [string, string, unknown] => ['kind', name, undefined]),
    ['reach', 'Land Niedersachsen', 'state'],
    ['languages', '', []],
    ['languages', 'Deutsch', ['de']],
    ['languages', 'Deutsch | Türkisch', ['de', 'tr']],
    ['languages', 'Deutsch\nTürkisch\n', ['de', 'tr']],
    ['languages', 'Deutsch, Türkisch; Arabisch', ['de', 'tr', 'ar']],
    ['languages', 'Deutsch und Türkisch', ['de', 'tr']],
    ['languages', 'Deutsch, Türkisch und Arabisch', ['de', 'tr', 'ar']],
    ['languages', 'Deutsch | Deutsch | de', ['de']],
    ['languages', '| |', []],
    ['languages', 'Deutsch | Klingonisch', undefined],
    ['languages', 'Deutsch | constructor', undefined],
    ['services', 'Begleitung zu Gericht und Behörden', ['court-accompaniment']],
    [
      'services',
      'Begleitung zu Gericht und Behörden, Beratung',
      ['court-accompaniment', 'counselling'],
    ],
    ['districts', 'Gifhorn Peine', undefined],
    ['districts', '03151, 03157', ['03151', '03157']],
    ['email', 'Frau Probe <a@example.org>', 'a@example.org'],
    // What is none is left to the validator.
    ['email', 'niemand', 'niemand'],
    ['website', 'https://EXAMPLE.org', 'https://example.org'],
    ['website', 'www.example.org', 'www.example.org'],
    ['address.postalCode', 'D-38100', '38100'],
    ['address.postalCode', '1067', '1067'],
    ['address.street', 'Weg\n5', 'Weg 5'],
    ['internal.notes', 'eins\nzwei', 'eins\nzwei'],
  ])('should be stored under %s: %j', (name, cell, value) => {
    expect(columnOf(name).write(cell, {})).toEqual(value)
  })

  it('should take a thousand terms', () => {
    const cell = Array.from({ length: 1000 }, (_, index) => (index % 2 ? 'de' : 'Türkisch'))
    expect(columnOf('languages').write(cell.join(' | '), {})).toEqual(['tr', 'de'])
  })

  it.each([
    ['', null],
    ['17.08.2018', '2018-08-17T12:00:00.000Z'],
    ['1.2.2018', '2018-02-01T12:00:00.000Z'],
    ['1. 2. 2018', '2018-02-01T12:00:00.000Z'],
    ['01.02.79', '2079-02-01T12:00:00.000Z'],
    ['01.02.80', '1980-02-01T12:00:00.000Z'],
    ['2018-08-17', '2018-08-17T12:00:00.000Z'],
    ['2018-08-17 00:00:00', '2018-08-17T12:00:00.000Z'],
    ['2018-08-17T00:00:00.000Z', '2018-08-17T12:00:00.000Z'],
    ['17.08.2018 00:00', '2018-08-17T12:00:00.000Z'],
    ['29.02.2028', '2028-02-29T12:00:00.000Z'],
    ['29.03.2026', '2026-03-29T12:00:00.000Z'],
    ['29.02.2027', undefined],
    ['31.04.2026', undefined],
    ['00.01.2026', undefined],
    ['17.08.0218', undefined],
    ['17.08.2118', undefined],
    ['17.08.218', undefined],
    ['17/08/2018', undefined],
    ['2018-08-17 10:00', undefined],
    ['43329', undefined],
    ['gestern', undefined],
    ['constructor', undefined],
  ])('should be a day: %j', (cell, value) => {
    expect(columnOf('membership.since').write(cell, {})).toBe(value)
  })

  it.each<[string, unknown]>([
    ['', null],
    ['0531 4700', { label: null, number: '+495314700' }],
    ['Tel.: 0531 4700', { label: '', number: '+495314700' }],
    ['Beratung: 0531 4700', { label: 'Beratung', number: '+495314700' }],
    ['0531 4700 (Beratung)', { label: 'Beratung', number: '+495314700' }],
    [
      'Beratung: 0531 4700 (Mo 9-12 Uhr)',
      { hours: 'Mo 9-12 Uhr', label: 'Beratung', number: '+495314700' },
    ],
    ['Beratung (nachts): 0531 4700', { hours: 'nachts', label: 'Beratung', number: '+495314700' }],
    ['116 016', { label: null, number: '116016' }],
    ['Beratung', undefined],
    ['Beratung:', undefined],
    ['0531 4700 (0531 4701)', undefined],
    ['Beratung: 0531 4700 (Notdienst)', undefined],
    ['nachts: 0531 4700 (24 h)', undefined],
    ['0531 4700\n0531 4701', undefined],
    ['constructor: x', undefined],
  ])('should be one phone number: %j', (cell, value) => {
    const written = columnOf('phones.0').write(cell, {}) as
      null | Record<string, unknown> | undefined
    expect(written ? { ...written, label: written.label ?? null } : written).toEqual(
      value && typeof value === 'object' && 'label' in value
        ? { ...value, label: value.label === '' ? null : value.label }
        : value,
    )
  })

  it('should keep what is known of a phone number, wherever it stands, but not for another', () => {
    const known = { freeOfCharge: true, hours: 'nachts', label: 'Hilfe', number: '116016' }
    const partner = { phones: [known, { label: null, number: '+495314700' }] }
    const phone = (cell: string) => columnOf('phones.0').write(cell, partner)
    expect(phone('116 016')).toEqual({ ...known, label: null })
    expect(columnOf('phones.1').write('Hilfe: 116 016', partner)).toEqual(known)
    expect(phone('Hilfe: 0531 4701')).toEqual({ ...known, number: '+495314701' })
    expect(phone('Beratung: 0531 4701')).toEqual({ label: 'Beratung', number: '+495314701' })
    expect(phone('0531 4701')).toEqual({ label: null, number: '+495314701' })
  })
})

describe('a cell that is written', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['name', { name: 'Haus' }, 'Haus'],
    ['name', {}, ''],
    ['name', { name: null }, ''],
    ['name', { name: 5 }, ''],
    ['kind', { kind: 'police' }, 'Polizei'],
    ['kind', { kind: 'constructor' }, ''],
    ['languages', { languages: ['de', 'tr'] }, 'Deutsch | Türkisch'],
    ['languages', { languages: null }, ''],
    ['languages', { languages: 'de' }, ''],
    ['address.street', { address: { street: 'Weg 5' } }, 'Weg 5'],
    ['address.street', { address: null }, ''],
    ['address.street', { address: 'Weg 5' }, ''],
    ['membership.since', { membership: { since: '2018-08-17T12:00:00.000Z' } }, '17.08.2018'],
    ['membership.since', { membership: { since: '2018-12-31T23:30:00.000Z' } }, '01.01.2019'],
    ['membership.since', {}, ''],
    ['phones.0', { phones: [{ number: '116016' }] }, '116016'],
    [
      'phones.1',
      { phones: [{}, { hours: 'nachts', label: 'Hilfe', number: '+495314700' }] },
      'Hilfe: +495314700 (nachts)',
    ],
    ['phones.2', { phones: [] }, ''],
    ['phones.0', { phones: null }, ''],
  ])('should say what is stored under %s: %j', (name, partner, cell) => {
    expect(columnOf(name).read(partner)).toBe(cell)
  })

  it('should be read as it was written, each term of each list', () => {
    for (const name of ['accessibility', 'districts', 'languages', 'services', 'targetGroups']) {
      const { hint, read, write } = columnOf(name)
      const terms = (hint?.de ?? '').replace(/^Möglich ist: |\.$/g, '')
      const all = write(terms.split(', ').join(' | '), {}) as string[] | undefined
      expect(all, name).not.toHaveLength(0)
      expect(write(read({ [name]: all }), {}), name).toEqual(all)
    }
  })
})

describe('the columns', () => {
  it('should each have a name and headings of their own', () => {
    const headings = columns.flatMap(({ label, name }) => [...new Set([label.de, label.en, name])])
    expect(headings.length).toBeGreaterThan(columns.length)
    expect(new Set(headings).size).toBe(headings.length)
  })

  it('should hold what is internal only where it is asked for', () => {
    expect(columns.filter(({ isInternal }) => isInternal).map(({ name }) => name)).toEqual(
      columns.filter(({ name }) => name.startsWith('internal.')).map(({ name }) => name),
    )
    expect(columns.filter(({ isInternal }) => isInternal)).toHaveLength(3)
  })
})
