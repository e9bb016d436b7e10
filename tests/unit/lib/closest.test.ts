import { expect, it } from 'vitest'

import { closestTo, didYouMean, shorten } from '../../../src/lib/closest.ts'

const known = ['district', 'kind', 'language', 'fallback-locale', 'service', 'targetGroup']

it.each([
  ['distrct', 'district'],
  ['District', 'district'],
  ['districts', 'district'],
  ['kidn', 'kind'],
  ['targetgroup', 'targetGroup'],
  ['fallbackLocale', 'fallback-locale'],
  ['langauge', 'language'],
  ['x', undefined],
  ['colour', undefined],
  ['', undefined],
])('should find for %j what was meant: %s', (name, meant) => {
  expect(closestTo(name, known)).toBe(meant)
})

it('should find nothing where nothing is known', () => {
  expect(closestTo('district', [])).toBeUndefined()
  expect(didYouMean('district', [])).toEqual({ de: '', en: '' })
})

it('should say what was meant in both languages', () => {
  expect(didYouMean('distrct', known)).toEqual({
    de: ' Gemeint ist vielleicht „district“.',
    en: ' Did you mean "district"?',
  })
})

it('should repeat nothing of a name that means something elsewhere', () => {
  expect(shorten('<script>alert(1)</script>'.repeat(9))).toMatch(/^[\w.?-]{60}$/)
})
