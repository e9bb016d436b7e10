import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { collationKey } from '../../../src/lib/collationKey.ts'

const collator = new Intl.Collator('de', { sensitivity: 'base' })

/** In the order of their keys, as databases compare them: by the bytes of UTF-8. */
const byKey = (texts: string[]): string[] =>
  [...texts].sort((one, other) =>
    Buffer.compare(Buffer.from(collationKey(one)), Buffer.from(collationKey(other))),
  )

describe('the order of names', () => {
  it('should be that of a German dictionary', () => {
    const names = [
      '„Haus am See“',
      '(Haus)',
      '1. Hilfe',
      '10 Jahre',
      'a b',
      'a-b',
      'ab',
      'Apfel',
      'Äpfel',
      'AWO – Kreis',
      'AWO Kreis',
      'Ofen',
      'Öl',
      'Strasse',
      'Straße',
      'Straßen',
      'Uhr',
      'ünal',
      'Zebra',
      'Ёлка',
      'Ива',
      'Яма',
      'بيت',
      'مأوى',
    ]
    expect(byKey([...names].reverse())).toEqual(names)
  })

  it('should be that of a slow comparison, for any names', () => {
    const letter = fc.constantFrom(
      ...Array.from('abcmnoszABCMNOSZäöüÄÖÜßéèñøåœ0189 -–.,()„“"\'/&+абвяёіїєАБЯІابتمأ'),
    )
    const name = fc
      .string({ maxLength: 12, unit: letter })
      .map((text) => text.replace(/\s+/g, ' ').trim())
    fc.assert(
      fc.property(name, name, (one, other) => {
        const slow = collator.compare(one, other)
        const [before, after] = slow < 0 ? [one, other] : [other, one]
        return slow === 0 || byKey([after, before])[0] === before
      }),
      { numRuns: 5_000 },
    )
  })

  it('should not depend on how a letter is composed, or on what nobody sees', () => {
    for (const [one, other] of [
      ['Äpfel', 'A\u0308pfel'],
      ['Frauenhaus', 'Frauen\u00adhaus'],
      ['Haus', ' Haus\u200b '],
    ] as const) {
      expect(collationKey(one).split(' ')[0]).toBe(collationKey(other).split(' ')[0])
    }
  })
})
