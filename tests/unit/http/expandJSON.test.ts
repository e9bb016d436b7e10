import { describe, expect, it } from 'vitest'

import { expandJSON } from '../../../src/http/expandJSON.ts'

const expanded = (parameters: Record<string, unknown>) => {
  const url = new URL('http://localhost/api/partners?limit=3')
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return expandJSON(url)
}

/** The parameters of an address, as they are read. */
const pairsOf = (parameters: Record<string, unknown>): string[] => {
  const url = expanded(parameters)
  return url instanceof URL ? [...url.searchParams].map((pair) => pair.join('=')) : []
}

/** An object that holds objects, so many levels deep. */
const deep = (levels: number): object => (levels === 0 ? { a: 1 } : { a: deep(levels - 1) })

describe('a parameter in JSON', () => {
  it.each([
    [{ where: { kind: { equals: 'biss' } } }, ['where[kind][equals]=biss']],
    [
      { where: { or: [{ kind: { in: ['biss', 'a,b'] } }, { slug: { equals: null } }] } },
      [
        'where[or][0][kind][in][0]=biss',
        'where[or][0][kind][in][1]=a,b',
        'where[or][1][slug][equals]=null',
      ],
    ],
    [{ where: { 'address.town': { exists: true } } }, ['where[address.town][exists]=true']],
    [{ where: { name: { like: '&=[]%"ä' } } }, ['where[name][like]=&=[]%"ä']],
    [{ where: { kind: { in: [] } } }, ['where[kind][in][]=']],
    [{ where: {} }, []],
    [
      { populate: { pages: { title: true } }, select: { title: true, body: false } },
      ['populate[pages][title]=true', 'select[title]=true', 'select[body]=false'],
    ],
    [{ joins: { partners: { limit: 5 } } }, ['joins[partners][limit]=5']],
  ])('should be written in brackets: %j', (asked, pairs) => {
    expect(pairsOf(asked).sort()).toEqual(['limit=3', ...pairs].sort())
  })

  it('should stay out of what is in brackets already, or is no such parameter', () => {
    const url = new URL('http://localhost/api/partners?where[kind][equals]={}&q={"a":1}&where=')
    expect(expandJSON(url)).toBe(url)
  })

  it.each([
    '{',
    '[]',
    '"kind"',
    'null',
    '5',
    'kind',
    '{"kind":{}}',
    '{"":{"equals":1}}',
    '{"a][b":{"equals":1}}',
    JSON.stringify({ ['a'.repeat(101)]: { equals: 1 } }),
    JSON.stringify(deep(20)),
    JSON.stringify({ a: Array.from({ length: 1_001 }, () => 1) }),
    '[{"a":'.repeat(100_000),
    '{"a":['.repeat(100_000) + ']}'.repeat(100_000),
  ])('should be told what it looks like: %.40s', (where) => {
    expect(expanded({ where })).toEqual({
      code: 'invalid-value',
      de: '„where“ ist ein JSON-Objekt wie {"kind":{"equals":"biss"}}, oder es steht in Klammern wie where[kind][equals]=biss.',
      en: '"where" is a JSON object such as {"kind":{"equals":"biss"}}, or in brackets such as where[kind][equals]=biss.',
    })
  })

  it.each([
    'where={"a":{"equals":1}}&where[b][equals]=2',
    'where[b][equals]=2&where={"a":{"equals":1}}',
    'where={"a":{"equals":1}}&where={"a":{"equals":1}}',
    'where=&where={"a":{"equals":1}}',
  ])('should be there once, and in one form: %s', (search) => {
    expect(expandJSON(new URL(`http://localhost/api/partners?${search}`))).toEqual({
      code: 'invalid-value',
      de: '„where“ steht als JSON oder in Klammern da, und nur einmal.',
      en: '"where" is either JSON or in brackets, and there only once.',
    })
  })
})
