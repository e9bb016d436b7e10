import { describe, expect, it } from 'vitest'

import { isOpenAt, momentAt } from '../../../../src/features/directory/openAt.ts'

const hours = (day: string, opens: string, closes: string, note?: string) => ({
  closes,
  day,
  note: note === undefined ? null : { de: note },
  opens,
})

describe('a moment', () => {
  it.each([
    ['2026-12-01T09:30:00Z', 'tuesday', '10:30'],
    ['2026-07-01T09:30:00Z', 'wednesday', '11:30'],
    // The clocks go forward, and back.
    ['2026-03-29T00:59:00Z', 'sunday', '01:59'],
    ['2026-03-29T01:00:00Z', 'sunday', '03:00'],
    ['2026-10-25T00:30:00Z', 'sunday', '02:30'],
    ['2026-10-25T01:30:00Z', 'sunday', '02:30'],
    ['2026-12-01T23:30:00Z', 'wednesday', '00:30'],
    ['2027-01-31T23:00:00Z', 'monday', '00:00'],
  ])('should be a day and a time in Berlin: %s', (time, day, clock) => {
    expect(momentAt(new Date(time))).toEqual({ day, time: clock })
  })

  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-01', 'Labour Day'],
    ['2026-05-14', 'Ascension'],
    ['2026-05-25', 'Whit Monday'],
    ['2026-10-03', 'German Unity'],
    ['2026-10-31', 'Reformation, of Lower Saxony since 2018'],
    ['2026-12-25', 'Christmas'],
    ['2026-12-26', 'the day after'],
    ['2027-03-26', 'Good Friday of another year'],
  ])('should have the hours of a Sunday on a public holiday: %s, %s', (day) => {
    expect(momentAt(new Date(`${day}T11:00:00Z`)).day).toBe('sunday')
  })

  it.each([
    ['2026-01-06', 'Epiphany', 'tuesday'],
    ['2026-06-04', 'Corpus Christi', 'thursday'],
    ['2026-11-01', 'All Saints, a Sunday anyway', 'sunday'],
    ['2026-11-18', 'Repentance Day', 'wednesday'],
    ['2026-12-24', 'Christmas Eve', 'thursday'],
  ])('should be a day like others where Lower Saxony has no holiday: %s, %s', (day, _, weekday) => {
    expect(momentAt(new Date(`${day}T11:00:00Z`)).day).toBe(weekday)
  })
})

describe('opening hours', () => {
  it.each([
    [[hours('monday', '09:00', '17:00')], 'monday', '09:00', true],
    [[hours('monday', '09:00', '17:00')], 'monday', '16:59', true],
    [[hours('monday', '09:00', '17:00')], 'monday', '17:00', false],
    [[hours('monday', '09:00', '17:00')], 'monday', '08:59', false],
    [[hours('monday', '09:00', '17:00')], 'tuesday', '10:00', false],
    [
      [hours('monday', '09:00', '12:00'), hours('monday', '14:00', '17:00')],
      'monday',
      '13:00',
      false,
    ],
    // Over midnight: two days.
    [
      [hours('friday', '20:00', '24:00'), hours('saturday', '00:00', '04:00')],
      'friday',
      '23:59',
      true,
    ],
    [
      [hours('friday', '20:00', '24:00'), hours('saturday', '00:00', '04:00')],
      'saturday',
      '00:00',
      true,
    ],
    [
      [hours('friday', '20:00', '24:00'), hours('saturday', '00:00', '04:00')],
      'saturday',
      '04:00',
      false,
    ],
    [[hours('monday', '09:00', '17:00', 'nur nach Vereinbarung')], 'monday', '10:00', false],
    [
      [hours('monday', '09:00', '17:00', 'Termine nach telefonischer Absprache')],
      'monday',
      '10:00',
      false,
    ],
    [
      [hours('monday', '09:00', '17:00', 'Offene Sprechstunde, ohne Termin')],
      'monday',
      '10:00',
      true,
    ],
    [[hours('monday', '09:00', '17:00', 'ohne vorherige Anmeldung')], 'monday', '10:00', true],
    [[hours('monday', '09:00', '17:00', 'keine Anmeldung nötig')], 'monday', '10:00', true],
    [[hours('monday', '09:00', '17:00', 'auch nach Vereinbarung')], 'monday', '10:00', true],
    [[hours('monday', '09:00', '17:00', 'Haltestelle Terminal')], 'monday', '10:00', true],
    [
      [hours('monday', '09:00', '17:00', 'Telefontermine nach Absprache')],
      'monday',
      '10:00',
      false,
    ],
    [
      [hours('monday', '09:00', '17:00', 'ohne Gewähr, bitte Termin vereinbaren')],
      'monday',
      '10:00',
      false,
    ],
    [[hours('monday', '09:00', '17:00', 'Eingang im Hof')], 'monday', '10:00', true],
    [[], 'monday', '10:00', false],
    [[{}], 'monday', '10:00', false],
  ])('should be known: %j at %s %s', (week, day, time, isOpen) => {
    expect(isOpenAt(week, { day, time })).toBe(isOpen)
  })
})
