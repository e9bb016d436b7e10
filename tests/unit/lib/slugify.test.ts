import { describe, expect, it } from 'vitest'

import { slugify } from '../../../src/lib/slugify.ts'

describe('slugify', () => {
  it.each([
    ['Häusliche Gewalt', 'haeusliche-gewalt'],
    ['Täter & Straße', 'taeter-strasse'],
    ['ÄÖÜ', 'aeoeue'],
    ['  Über   uns!  ', 'ueber-uns'],
    ['Café Šmíd', 'cafe-smid'],
    ['(Fort-)Entwicklung', 'fort-entwicklung'],
    ['a\u0308', 'ae'],
    ['مرحبا', ''],
    ['', ''],
    ['---', ''],
    ['ẞ', 'ss'],
    ['A\u0308rzte', 'aerzte'],
    ['Smørrebrød Ærø', 'smorrebrod-aero'],
    ['ﬁnden', 'finden'],
    ['ＡＢＣ １２', 'abc-12'],
    ['sil\u00adben\u200btrennung', 'silbentrennung'],
    ['§ 17a NPOG (neu)', '17a-npog-neu'],
    ['../admin', 'admin'],
    ['<script>', 'script'],
    ['constructor', 'constructor'],
    ['__proto__', 'proto'],
  ])('should make of %j the slug %j', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  it('should end neither in a hyphen nor beyond 100 characters', () => {
    expect(slugify(`${'a'.repeat(99)} b c`)).toBe('a'.repeat(99))
    expect(slugify('a'.repeat(101))).toBe('a'.repeat(100))
    expect(slugify('ä'.repeat(1000))).toBe('ae'.repeat(50))
    expect(slugify(`${'-'.repeat(200)}a`)).toBe('a')
  })
})
