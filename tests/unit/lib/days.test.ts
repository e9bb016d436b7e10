import { describe, expect, it } from 'vitest'

import { dayInWords, dayOf, daysAfter, noonOf, yearAfter } from '../../../src/lib/days.ts'

describe('the day of a time', () => {
  it.each([
    ['2026-01-31T22:59:59.999Z', '2026-01-31'],
    ['2026-01-31T23:00:00.000Z', '2026-02-01'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['2024-02-28T23:00:00.000Z', '2024-02-29'],
    // The clocks go forward at 01:00 UTC, so that day begins in winter and ends in summer.
    ['2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    // And back.
    ['2026-10-24T21:59:59.999Z', '2026-10-24'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
    ['2026-11-25', '2026-11-25'],
    ['2026-11-25T23:30:00+02:00', '2026-11-25'],
  ])('should be the one in Berlin: %s', (time, day) => {
    expect(dayOf(time)).toBe(day)
    expect(dayOf(new Date(time))).toBe(day)
  })

  it.each(['', 'gestern', '2026-13-01', 'constructor'])('should be none of %j', (time) => {
    expect(() => dayOf(time)).toThrow(RangeError)
  })
})

describe('a day that is counted from another', () => {
  it.each([
    ['2026-11-25', 0, '2026-11-25'],
    ['2026-11-25', 1, '2026-11-26'],
    ['2026-11-25', -25, '2026-10-31'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    // Days of 23 and of 25 hours.
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-24', 1, '2026-10-25'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-10-25', -1, '2026-10-24'],
    ['2026-01-01', 1000, '2028-09-27'],
  ])('should be right: %s and %i', (day, days, other) => {
    expect(daysAfter(day, days)).toBe(other)
  })

  it('should be the next one, each day of four years', () => {
    let day = '2024-01-01'
    for (let number = 1; number < 4 * 365 + 1; number += 1) {
      day = daysAfter(day, 1)
      expect(day).toBe(new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10))
    }
    expect(day).toBe('2027-12-31')
  })

  it.each([
    ['2026-11-25', '2027-11-25'],
    ['2023-02-28', '2024-02-28'],
    ['2024-02-29', '2025-03-01'],
    ['2023-03-01', '2024-03-01'],
    ['2026-03-29', '2027-03-29'],
    ['2026-10-25', '2027-10-25'],
    ['2026-12-31', '2027-12-31'],
  ])('should be the same day one year later: %s', (day, other) => {
    expect(yearAfter(day)).toBe(other)
  })
})

describe('a day', () => {
  it('should be stored as noon, which is the same day all over Europe', () => {
    expect(noonOf('2026-03-29')).toBe('2026-03-29T12:00:00.000Z')
    expect(dayOf(noonOf('2026-03-29'))).toBe('2026-03-29')
  })

  it.each([
    ['2026-11-25T12:00:00.000Z', 'de', '25. November 2026'],
    ['2026-11-25T12:00:00.000Z', 'en', 'November 25, 2026'],
    ['2026-03-28T23:00:00.000Z', 'de', '29. März 2026'],
    ['2026-10-25T22:59:59.999Z', 'de', '25. Oktober 2026'],
  ])('should be said in words: %s in %s', (time, language, words) => {
    expect(dayInWords(time, language)).toBe(words)
  })
})
