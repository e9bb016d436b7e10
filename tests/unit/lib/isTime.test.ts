import { describe, expect, it } from 'vitest'

import { isTime } from '../../../src/lib/isTime.ts'

describe('isTime', () => {
  it.each(['2026-11-28', '2028-02-29', '2026-11-28T12:00:00.000Z', '2026-11-28T12:00:00+01:00'])(
    'should take %s',
    (text) => {
      expect(isTime(text)).toBe(true)
    },
  )

  it.each([
    '2027-02-29',
    '2026-02-30T12:00:00.000Z',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-11-28T25:00:00Z',
    '28.11.2026',
    '2026',
    '',
    'morgen',
  ])('should refuse %j', (text) => {
    expect(isTime(text)).toBe(false)
  })
})
