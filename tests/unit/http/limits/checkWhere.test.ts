import { describe, expect, it } from 'vitest'

import { checkWhere } from '../../../../src/http/limits/checkWhere.ts'

const partner = { name: 'partner', relationTo: 'partners', type: 'relationship' }

const fields = [
  { name: 'active', type: 'checkbox' },
  { name: 'at', type: 'date' },
  { name: 'body', type: 'richText' },
  { name: 'count', type: 'number' },
  {
    flattenedFields: [{ name: 'note', type: 'textarea' }, partner],
    name: 'group',
    type: 'group',
  },
  { name: 'kind', type: 'select' },
  partner,
  { name: 'status', options: ['open', { label: 'Closed', value: 'closed' }], type: 'select' },
  { name: 'title', type: 'text' },
  {
    flattenedFields: [{ name: 'reference', relationTo: ['news', 'pages'], type: 'relationship' }],
    name: 'to',
    type: 'group',
  },
]

const partners = {
  config: {
    flattenedFields: [
      { name: 'name', type: 'text' },
      { ...partner, name: 'above' },
    ],
  },
}

const check = (where: unknown) => (): void => {
  checkWhere({
    fields: fields as never,
    hops: 2,
    req: { payload: { collections: { partners } } } as never,
    where,
  })
}

const inherited = ['constructor', 'hasOwnProperty', 'toString', 'valueOf']

describe('a condition on what every object inherits', () => {
  it.each(inherited)('should be one on a field that does not exist: %s', (name) => {
    expect(check({ [name]: { equals: 'a' } })).toThrow(`Ein Feld „${name}“ gibt es hier nicht.`)
  })

  it.each(inherited)('should be refused below a reference: %s', (name) => {
    expect(check({ [`to.reference.${name}`]: { equals: 'a' } })).toThrow('Vergleich')
  })

  it.each(inherited)('should be refused as an operator: %s', (name) => {
    expect(check({ title: { [name]: 'a' } })).toThrow('Vergleich')
  })
})

const id = '6b0ad9993ccc7a3fa029d361'
const uuid = '6b0ad999-3ccc-4a3f-8029-d361d361d361'

/** That each of several conditions holds, so many levels deep. */
const deep = (levels: number): object =>
  Array.from({ length: levels }).reduce<object>((where) => ({ and: [where] }), {
    title: { equals: 'a' },
  })

const many = (count: number): object => ({
  or: Array.from({ length: count }, () => ({ title: { equals: 'a' } })),
})

describe('conditions', () => {
  it.each<[string, unknown]>([
    ['none', undefined],
    ['none at all', null],
    ['an empty object', {}],
    ['an empty comparison', { title: {} }],
    ['a comparison of a text', { title: { equals: 'a' } }],
    ['of the longest text', { title: { like: 'a'.repeat(200) } }],
    ['of a number with a text', { title: { equals: 5 } }],
    ['of nothing with a text', { title: { equals: null } }],
    ['a part of a text', { title: { not_like: 'a' } }],
    ['whether there is a text', { title: { exists: 'false' } }],
    ['whether there is rich text', { body: { exists: true } }],
    ['a number', { count: { greater_than: '-1.5' } }],
    ['a number as such', { count: { less_than_equal: 0 } }],
    ['a day', { at: { less_than: '2026-11-25' } }],
    ['a month', { at: { greater_than_equal: '2026-11' } }],
    ['a time', { at: { equals: '2026-11-25T12:00:00.000+01:00' } }],
    ['a date', { at: { not_equals: new Date(0) } }],
    ['a flag', { active: { equals: 'true' } }],
    ['no flag', { active: { not_equals: false } }],
    ['an empty flag', { active: { equals: '' } }],
    ['an id', { id: { equals: id } }],
    ['an id of an older database', { id: { not_in: [uuid, id] } }],
    ['a reference', { partner: { in: id } }],
    ['no reference', { partner: { equals: 'null' } }],
    ['a field of a reference', { 'partner.name': { contains: 'a' } }],
    ['a field two references away', { 'partner.above.name': { equals: 'a' } }],
    ['a field in a group', { 'group.note': { like: 'a' } }],
    ['a field as GraphQL writes it', { group__note: { like: 'a' } }],
    ['a field of a version', { 'version.count': { equals: 1 } }],
    ['what versions have', { autosave: { equals: true }, parent: { equals: id } }],
    ['a pair', { 'to.reference.relationTo': { equals: 'news' } }],
    ['the other half of a pair', { 'to.reference.value': { in: `${id},${id}` } }],
    ['any of several', { OR: [{ kind: { equals: 'a' } }, { count: { equals: 1 } }] }],
    ['as deep as may be', deep(6)],
    ['as many as may be', many(49)],
    ['as many values as may be', { title: { in: Array.from({ length: 200 }, () => 'a') } }],
    ['a part of a code', { status: { like: 'clo' } }],
    ['codes', { status: { in: ['open', 'closed', null], not_equals: 'open' } }],
    ['nothing in a list', { kind: { in: ['a', null] } }],
  ])('should be taken: %s', (_, where) => {
    expect(check(where)).not.toThrow()
  })

  const isNoWhere =
    '„where“ besteht aus Bedingungen wie where[kind][equals]=biss, höchstens 6 Ebenen tief.'
  const isTooMuch = '„where“ hat höchstens 50 Bedingungen.'
  const lacks = (path: string): string => `Zu „${path}“ fehlt ein Vergleich wie [equals].`
  const knowsNo = (path: string, operator: string): string =>
    `„${path}“ kennt den Vergleich „${operator}“ nicht.`
  const fitsNot = (path: string): string =>
    `Der Wert zu „${path}“ passt nicht zu diesem Feld und Vergleich.`
  const isNoField = (path: string): string => `„${path}“ ist kein Feldname.`

  it.each<[string, unknown, string]>([
    ['a text', 'title', isNoWhere],
    ['an empty text', '', isNoWhere],
    ['a number', 0, isNoWhere],
    ['a list', [{ title: { equals: 'a' } }], isNoWhere],
    ['a condition that is none, among others', { and: [{}, 'x'] }, isNoWhere],
    ['one level too many', deep(7), isNoWhere],
    ['one too many', many(50), isTooMuch],
    ['a thousand', many(1000), isTooMuch],
    ['no comparison', { title: 'a' }, lacks('title')],
    ['a list in place of a comparison', { title: ['a'] }, lacks('title')],
    ['any of none', { or: 'x' }, lacks('or')],
    [
      'a field that there is not',
      { nothing: { equals: 'a' } },
      'Ein Feld „nothing“ gibt es hier nicht.',
    ],
    [
      'a code that there is not',
      { status: { in: ['open', 'closde'] } },
      '„status“ kennt „closde“ nicht. Gemeint ist vielleicht „closed“.',
    ],
    ['an operator of nobody', { title: { near: 'a' } }, knowsNo('title', 'near')],
    ['an operator of MongoDB', { title: { $where: 'a' } }, knowsNo('title', '?where')],
    ['an order of texts', { title: { greater_than: 'a' } }, knowsNo('title', 'greater_than')],
    ['a part of a number', { count: { like: '1' } }, knowsNo('count', 'like')],
    ['a part of an id', { id: { like: '6b' } }, knowsNo('id', 'like')],
    ['what is in rich text', { body: { equals: 'a' } }, knowsNo('body', 'equals')],
    ['a group', { group: { equals: 'a' } }, knowsNo('group', 'equals')],
    [
      'a field three references away',
      { 'partner.above.above.name': { equals: 'a' } },
      knowsNo('partner.above.above.name', 'equals'),
    ],
    [
      'a reference out of a group',
      { 'group.partner.name': { equals: 'a' } },
      knowsNo('group.partner.name', 'equals'),
    ],
    ['below a text', { 'title.x': { equals: 'a' } }, knowsNo('title.x', 'equals')],
    ['a text that is too long', { title: { equals: 'a'.repeat(201) } }, fitsNot('title')],
    ['a character that no database takes', { title: { equals: 'a\0' } }, fitsNot('title')],
    ['an object as a value', { title: { equals: { $ne: 'a' } } }, fitsNot('title')],
    ['no number at all', { title: { equals: NaN } }, fitsNot('title')],
    ['a part that is no text', { title: { like: 5 } }, fitsNot('title')],
    ['a text as a number', { count: { equals: '1e3' } }, fitsNot('count')],
    ['a number of too many digits', { count: { equals: '1'.repeat(16) } }, fitsNot('count')],
    ['no time', { at: { less_than: 'now' } }, fitsNot('at')],
    ['a day that there is not', { at: { equals: '2027-02-29' } }, fitsNot('at')],
    ['a month that there is not', { at: { equals: '2026-13' } }, fitsNot('at')],
    ['a date that is none', { at: { equals: new Date(NaN) } }, fitsNot('at')],
    ['an order of nothing', { at: { less_than: null } }, fitsNot('at')],
    ['a text as a flag', { active: { equals: 'yes' } }, fitsNot('active')],
    ['no id', { id: { equals: 'x' } }, fitsNot('id')],
    ['no reference', { partner: { in: `${id},x` } }, fitsNot('partner')],
    ['no list', { title: { in: 5 } }, fitsNot('title')],
    ['whether there is a 1', { title: { exists: '1' } }, fitsNot('title')],
    [
      'one value too many',
      { title: { in: Array.from({ length: 201 }, () => 'a').join(',') } },
      fitsNot('title'),
    ],
    ['a path of nothing', { '': { equals: 'a' } }, isNoField('')],
    ['a path that ends', { 'title.': { equals: 'a' } }, isNoField('title.')],
    ['a path of MongoDB', { $or: [{}] }, lacks('?or')],
    ['an id of MongoDB', { _id: { equals: id } }, isNoField('_id')],
    ['SQL', { 'title" OR 1=1 --': { equals: 'a' } }, isNoField('title??OR?1?1?--')],
    ['a path that is too long', { ['a'.repeat(101)]: {} }, isNoField('a'.repeat(60))],
  ])('should be refused with one sentence: %s', (_, where, message) => {
    expect(check(where)).toThrow(expect.objectContaining({ message, status: 400 }))
  })

  it.each([
    ['a,b', ['a', 'b']],
    ['a', ['a']],
    ['', ['']],
    [
      ['a', 'b,c'],
      ['a', 'b,c'],
    ],
  ])('should have lists where they were one text: %j', (given, list) => {
    const where = { and: [{ title: { in: given } }, { kind: { not_in: given } }] }
    check(where)()
    expect(where).toEqual({ and: [{ title: { in: list } }, { kind: { not_in: list } }] })
  })
})
