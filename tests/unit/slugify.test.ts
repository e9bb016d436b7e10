import { describe, expect, it } from 'vitest'

import { slugify } from '../../src/lib/slugify.ts'

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
  ])('should make of %j the slug %j', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  it('should end neither in a hyphen nor beyond 100 characters', () => {
    expect(slugify(`${'a'.repeat(99)} b c`)).toBe('a'.repeat(99))
  })
})
