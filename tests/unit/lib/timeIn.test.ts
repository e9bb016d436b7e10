import { expect, it } from 'vitest'

import { timeIn } from '../../../src/lib/timeIn.ts'

it.each([
  ['de', '2026-11-25T17:30:00.000Z', '25.11.2026, 18:30'],
  ['de', '2026-07-01T17:30:00.000Z', '01.07.2026, 19:30'],
  ['de', '2026-12-31T23:00:00.000Z', '01.01.2027, 00:00'],
  // The hour that there is not, and the one that there is twice.
  ['de', '2026-03-29T00:59:00.000Z', '29.03.2026, 01:59'],
  ['de', '2026-03-29T01:00:00.000Z', '29.03.2026, 03:00'],
  ['de', '2026-10-25T00:30:00.000Z', '25.10.2026, 02:30'],
  ['de', '2026-10-25T01:30:00.000Z', '25.10.2026, 02:30'],
  ['en', '2026-11-25T17:30:00.000Z', 'Nov 25, 2026, 6:30 PM'],
])('should say in %s as the office’s clock shows it: %s', (language, time, words) => {
  expect(timeIn({ i18n: { language } }, time).replaceAll('\u202f', ' ')).toBe(words)
})
