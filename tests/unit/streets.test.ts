import { describe, expect, it } from 'vitest'

import { looksLikeAddress, namesStreet, streetsIn } from '../../src/fields/streets.ts'

describe('streetsIn', () => {
  it.each([
    [
      'Frauenhaus\nPostfach 12\nGeheime Straße 5a\n38100 Braunschweig',
      ['Postfach', 'Geheime Straße'],
    ],
    ['Am Wall 3, 38100 Braunschweig', ['Am Wall']],
    ['Musterweg 12-14', ['Musterweg']],
    ['38100 Braunschweig', []],
    ['', []],
  ])('should find what stands before a house number in %j', (address, streets) => {
    expect(streetsIn(address)).toEqual(streets)
  })
})

describe('namesStreet', () => {
  it.each([
    'Sie finden uns hier: geheime strasse.',
    'GEHEIME STR. 5',
    'Unser Haus, Geheime Straße 5a, ist offen.',
  ])('should not mind how it is spelt: %s', (text) => {
    expect(namesStreet(text, 'Geheime Straße')).toBe(true)
  })

  it('should not find a part of another word', () => {
    expect(namesStreet('Am Walldorfer See', 'Am Wall')).toBe(false)
  })
})

describe('looksLikeAddress', () => {
  it.each(['Musterstraße 5', 'im Lindenweg 12 b', 'Kohlmarktplatz 1'])('should see %s', (text) => {
    expect(looksLikeAddress(text)).toBe(true)
  })

  it.each(['seit 17 Jahren', 'Telefon 0531 4710', 'auf dem Weg', '24 Stunden am Tag'])(
    'should leave %s alone',
    (text) => {
      expect(looksLikeAddress(text)).toBe(false)
    },
  )
})
