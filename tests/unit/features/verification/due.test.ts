import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { published } from '../../../../src/access/content.ts'
import {
  dueBefore,
  dueSoon,
  isOverdue,
  overdueBefore,
} from '../../../../src/features/verification/due.ts'

const at = (now: string): void => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
}

beforeEach(() => at('2026-11-25T12:00:00.000Z'))

afterEach(() => {
  vi.useRealTimers()
})

describe('a confirmation', () => {
  it.each([
    // It is due until the day is over, in Berlin.
    ['2026-11-25T12:00:00.000Z', '2026-11-25T22:59:59.999Z', false],
    ['2026-11-25T12:00:00.000Z', '2026-11-25T23:00:00.000Z', true],
    ['2026-07-01T12:00:00.000Z', '2026-07-01T21:59:59.999Z', false],
    ['2026-07-01T12:00:00.000Z', '2026-07-01T22:00:00.000Z', true],
    ['2026-03-29T12:00:00.000Z', '2026-03-29T21:59:59.999Z', false],
    ['2026-03-29T12:00:00.000Z', '2026-03-29T22:00:00.000Z', true],
    ['2026-10-25T12:00:00.000Z', '2026-10-25T22:59:59.999Z', false],
    ['2026-10-25T12:00:00.000Z', '2026-10-25T23:00:00.000Z', true],
    ['2026-12-31T12:00:00.000Z', '2026-12-31T23:00:00.000Z', true],
    ['2027-01-01T12:00:00.000Z', '2026-12-31T23:00:00.000Z', false],
    ['2001-01-01T12:00:00.000Z', '2026-11-25T12:00:00.000Z', true],
  ])('should be overdue the day after: %s at %s', (due, now, expected) => {
    at(now)
    expect(isOverdue(due)).toBe(expected)
  })

  it.each([
    ['2026-11-25T00:00:00.000Z', '2026-12-26T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
    ['2026-11-25T22:59:59.999Z', '2026-12-26T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
    ['2026-11-25T23:00:00.000Z', '2026-12-27T00:00:00.000Z', '2026-11-26T00:00:00.000Z'],
    ['2024-01-30T12:00:00.000Z', '2024-03-01T00:00:00.000Z', '2024-01-30T00:00:00.000Z'],
    ['2026-03-28T23:00:00.000Z', '2026-04-29T00:00:00.000Z', '2026-03-29T00:00:00.000Z'],
    ['2026-10-24T22:00:00.000Z', '2026-11-25T00:00:00.000Z', '2026-10-25T00:00:00.000Z'],
    ['2026-12-15T12:00:00.000Z', '2027-01-15T00:00:00.000Z', '2026-12-15T00:00:00.000Z'],
  ])('should be asked for thirty days before: at %s', (now, soon, overdue) => {
    at(now)
    expect(dueBefore()).toBe(soon)
    expect(overdueBefore()).toBe(overdue)
    expect(dueSoon()).toEqual({
      and: [published, { reviewDue: { less_than: soon } }],
    })
  })

  it.each([-11, -1, 0, 2, 11])(
    'should be asked for by the day that was picked, in any time zone of Europe: %i',
    (hours) => {
      const picked = (day: string): string =>
        new Date(Date.parse(`${day}T12:00:00.000Z`) + hours * 3_600_000).toISOString()
      expect(picked('2026-11-24') < overdueBefore()).toBe(true)
      expect(picked('2026-11-25') < overdueBefore()).toBe(false)
      expect(picked('2026-12-25') < dueBefore()).toBe(true)
      expect(picked('2026-12-26') < dueBefore()).toBe(false)
    },
  )
})
