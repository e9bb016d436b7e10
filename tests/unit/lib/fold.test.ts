import { describe, expect, it } from 'vitest'

import { bare, fold, isSameName, withoutInvisible } from '../../../src/lib/fold.ts'

it.each([
  ['Täter', 'Taeter'],
  ['GEWALTSCHUTZ', 'Gewaltschutz'],
  ['Straße', 'STRASSE'],
  ['Café-Gespräch', 'cafe gespraech'],
  ['Ä', 'ä'],
])('should let %s and %s meet', (one, other) => {
  expect(fold(one)).toBe(fold(other))
})

it('should keep letters of other scripts', () => {
  expect(fold('Допомога! مساعدة')).toBe('допомога مساعدة')
})

it.each([
  ['', ''],
  [' ', ''],
  ['?!', ''],
  ['A\u0308rzte', 'aerzte'],
  ['ẞ', 'ss'],
  ['İstanbul', 'istanbul'],
  ['ﬁnden', 'finden'],
  ['Ｈaus', 'haus'],
  ['Haus\u00a0am\tWehr', 'haus am wehr'],
  ['sil\u00adbe', 'silbe'],
  ['\u200eHaus\u200f', 'haus'],
  ['e. V.', 'e v'],
  ['§ 17a', '17a'],
  ['constructor', 'constructor'],
  ['__proto__', 'proto'],
  ['👩‍👧 Haus', 'haus'],
])('should make of %j %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
  // Once more changes nothing.
  expect(fold(folded)).toBe(folded)
})

it('should fold a thousand words', () => {
  expect(fold('Täter, '.repeat(1000)).split(' ')).toEqual(
    Array.from({ length: 1000 }, () => 'taeter'),
  )
})

it.each([
  ['a\u200bb', 'ab'],
  ['\ufeffa', 'a'],
  ['a\u00adb', 'ab'],
  ['\u202ea\u202c', 'a'],
  ['❤\ufe0f', '❤'],
  ['a b', 'a b'],
  ['a\nb', 'a\nb'],
])('should take away what nobody sees: %j', (text, seen) => {
  expect(withoutInvisible(text)).toBe(seen)
})

describe('a name', () => {
  it.each([
    ['e. V.', 'e.V.'],
    ['E-Mail', 'Email'],
    ['Täterarbeit', 'Ta\u0308ter-Arbeit'],
    ['Haus  am Wehr', 'Haus am\u00a0Wehr'],
    ['…', ' … '],
  ])('should be the same, however it is spelled: %j and %j', (one, other) => {
    expect(isSameName(one, other)).toBe(true)
  })

  it.each([
    ['Haus', 'Häuser'],
    ['…', '?'],
    ['', 'a'],
    ['Haus 1', 'Haus 2'],
  ])('should be another: %j and %j', (one, other) => {
    expect(isSameName(one, other)).toBe(false)
  })

  it.each([
    ['Haus am Wehr', 'hausamwehr'],
    [' ?! ', '?!'],
    ['', ''],
  ])('should be bare: %j', (name, expected) => {
    expect(bare(name)).toBe(expected)
  })
})
