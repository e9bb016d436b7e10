import { expect, it } from 'vitest'

import { fold } from '../../src/lib/fold.ts'

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
