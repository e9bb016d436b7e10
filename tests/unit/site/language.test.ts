import { describe, expect, it } from 'vitest'

import type { LocaleCode } from '../../../src/addresses/localeOf.ts'
import {
  dateOf,
  directionOf,
  labelOf,
  markGerman,
  markLabel,
  sizeOf,
  weekdayOf,
} from '../../../src/site/language.ts'

const reader = (locale: LocaleCode) =>
  ({
    labels: { kinds: [{ label: 'Polizei', value: 'police' }] },
    locale,
  }) as never

const german = { dir: 'ltr', lang: 'de' }

describe('a language', () => {
  it.each([
    ['de', 'ltr'],
    ['de-simple', 'ltr'],
    ['en', 'ltr'],
    ['tr', 'ltr'],
    ['ar', 'rtl'],
    ['uk', 'ltr'],
    ['ru', 'ltr'],
    ['constructor', 'ltr'],
  ])('should be written in its direction: %s', (locale, direction) => {
    expect(directionOf(locale as LocaleCode)).toBe(direction)
  })
})

describe('a text in German', () => {
  it.each([
    ['de', undefined, {}],
    ['de', 'Text', {}],
    ['ar', undefined, german],
    ['ar', null, german],
    ['ar', '', german],
    ['ar', 'نص', {}],
    ['en', undefined, german],
    ['de-simple', undefined, german],
  ] as const)('should be marked on a page in %s that has %s', (locale, own, marks) => {
    expect(markGerman(reader(locale), own)).toEqual(marks)
  })

  it.each([
    ['de', {}],
    ['en', {}],
    ['de-simple', german],
    ['ar', german],
    ['ru', german],
  ] as const)('should be marked as a label on a page in %s', (locale, marks) => {
    expect(markLabel(reader(locale))).toEqual(marks)
  })
})

describe('a coded term', () => {
  it.each([
    ['kinds', 'police', 'Polizei'],
    ['kinds', 'circus', 'circus'],
    ['kinds', 'constructor', 'constructor'],
    ['nothing', 'police', 'police'],
  ])('should have its label, or stand for itself: %s %s', (vocabulary, code, label) => {
    expect(labelOf(reader('de'), vocabulary, code)).toBe(label)
  })
})

describe('a day', () => {
  it.each([
    ['de', '2026-11-25T12:00:00.000Z', '25. November 2026'],
    ['en', '2026-11-25T12:00:00.000Z', 'November 25, 2026'],
    ['de', '2026-12-31T23:00:00.000Z', '1. Januar 2027'],
    ['de', '2026-03-28T23:00:00.000Z', '29. März 2026'],
    ['de', '2026-10-25T22:59:59.999Z', '25. Oktober 2026'],
    ['tr', '2026-11-25T12:00:00.000Z', '25 Kasım 2026'],
    ['uk', '2026-11-25T12:00:00.000Z', '25 листопада 2026 р.'],
  ] as const)('should be written in %s: %s', (locale, time, words) => {
    expect(dateOf(reader(locale), time)).toBe(words)
  })

  it.each([
    ['de', 'monday', 'Montag'],
    ['de', 'sunday', 'Sonntag'],
    ['en', 'wednesday', 'Wednesday'],
    ['tr', 'saturday', 'Cumartesi'],
  ] as const)('should be named in %s: %s', (locale, day, name) => {
    expect(weekdayOf(reader(locale), day)).toBe(name)
  })
})

describe('a size', () => {
  it.each([
    ['de', 0, '0,1 MB'],
    ['de', 1, '0,1 MB'],
    ['de', 149_999, '0,1 MB'],
    ['de', 1_250_000, '1,3 MB'],
    ['de', 2_000_000, '2 MB'],
    ['en', 1_200_000, '1.2 MB'],
    ['en', 1_234_000_000, '1,234 MB'],
  ] as const)('should be written in %s: %i bytes', (locale, bytes, words) => {
    expect(sizeOf(reader(locale), bytes)).toBe(words)
  })
})
