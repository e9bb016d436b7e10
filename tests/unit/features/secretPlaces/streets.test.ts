import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import {
  likeAddresses,
  namesStreet,
  streetsIn,
} from '../../../../src/features/secretPlaces/streets.ts'

/** Whether the text gives away the place that the postal address is about. */
const givesAway = (postalAddress: string, text: string): boolean =>
  streetsIn(postalAddress).some((street) => namesStreet(text, street))

describe('streetsIn', () => {
  it.each([
    ['Frauenhaus\nPostfach 12\nGeheime Straße 5a\n38100 Braunschweig', ['Geheime Straße']],
    ['Am Wall 3, 38100 Braunschweig', ['Am Wall']],
    ['Musterweg 12-14', ['Musterweg']],
    ['Musterweg12', ['Musterweg']],
    ['Straße des 17. Juni 5', ['Straße des 17. Juni']],
    ['An der Wabe 12. OG', ['An der Wabe']],
    ['An der Wabe', ['An der Wabe']],
    ['c/o Verein, Am Alten Bahnhof 4 EG, D-38100 Braunschweig', ['Am Alten Bahnhof']],
    ['38100 Braunschweig', []],
    ['Frauenhaus 2', []],
    ['', []],
  ])('should find the streets in %j', (address, streets) => {
    expect(streetsIn(address)).toEqual(streets)
  })
})

describe('a text', () => {
  const forms = [
    '12',
    '12a',
    '12 a-c',
    '12a-c',
    '12 EG',
    'Nr. 12',
    'Nr 12',
    'Haus Nr. 12',
    '12 und 14',
    '12 bis 14',
    '12/14',
    '12 – 14',
    '12.',
    '12 1/2',
    '12, Hinterhaus',
    '12 (Hinterhaus)',
    '12 - Hofeingang',
    '12 38100 Braunschweig',
    ', 38100 Braunschweig',
    '',
  ]

  it.each(
    ['Gänseweg', 'Lange Straße', 'An der Wabe', 'Straße des 17. Juni'].flatMap((street) =>
      forms.map((form) => [`${street} ${form}`, street]),
    ),
  )('should be seen to give away %j', (address, street) => {
    expect(givesAway(address, `Wir sind hier: ${street}.`)).toBe(true)
    expect(givesAway(address.normalize('NFD'), `Wir sind hier: ${street}.`)).toBe(true)
    expect(givesAway(`Frauenhaus\n${address}\n38100 Braunschweig`, street)).toBe(true)
    expect(givesAway(address, 'Wir sind am Hagenmarkt.')).toBe(false)
  })

  it.each([
    'Sie finden uns hier: geheime strasse.',
    'GEHEIME STR. 5',
    'Geheime Strase',
    'in der Geheimen Straße',
    'Unser Haus, Geheime Straße 5a, ist offen.',
    'Geheime\u00a0Straße',
    'Geheime\nStraße',
    'Geheime-Straße',
    'Gehei\u00adme Straße',
    'Geheime Stra\u200bße',
    'Geheime Straße'.normalize('NFD'),
    'G\u2060e\u2060h\u2060e\u2060i\u2060m\u2060e Straße',
    'https://karten.example.org/?q=Geheime+Stra%C3%9Fe+5',
    'https://karten.example.org/geheime-strasse',
    'geheimestrasse',
  ])('should not hide a street by its spelling: %j', (text) => {
    expect(namesStreet(text, 'Geheime Straße')).toBe(true)
    expect(namesStreet(text, 'GEHEIME STR.')).toBe(true)
  })

  it.each([
    ['des Gänsewegs', 'Gänseweg'],
    ['Gänse-Weg', 'Gänseweg'],
    ['Gaenseweg', 'Gänseweg'],
    ['Ganseweg', 'Gänseweg'],
    ['Gänsew. 3', 'Gänseweg'],
    ['Kohlmarktpl. 1', 'Kohlmarktplatz'],
    ['Sankt-Annen-Str.', 'St. Annen Straße'],
  ])('should name by %j the street %j', (text, street) => {
    expect(namesStreet(text, street)).toBe(true)
  })

  it('should not name a street by a part of another word', () => {
    expect(namesStreet('Am Walldorfer See', 'Am Wall')).toBe(false)
    expect(namesStreet('Wegweiser für Frauen', 'Am Weg')).toBe(false)
  })
})

describe('likeAddresses', () => {
  it.each(['Musterstraße 5', 'im Lindenweg 12 b', 'Kohlmarktplatz 1', 'Musterstr. Nr. 5'])(
    'should see %s',
    (text) => {
      expect(likeAddresses(text)).toHaveLength(1)
    },
  )

  it.each(['seit 17 Jahren', 'Telefon 0531 4710', 'auf dem Weg', '24 Stunden am Tag'])(
    'should leave %s alone',
    (text) => {
      expect(likeAddresses(text)).toEqual([])
    },
  )
})

describe('real-life pairs', () => {
  const pairs = JSON.parse(
    readFileSync(new URL('../../../cases/streets.json', import.meta.url), 'utf8'),
  ) as [string, string][]

  it.each(pairs)('should be seen: %j in %j', (address, text) => {
    expect(givesAway(address, text)).toBe(true)
  })
})
