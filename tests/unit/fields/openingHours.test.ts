import { describe, expect, it } from 'vitest'

import { contradictionIn } from '../../../src/fields/openingHours.ts'

describe('opening hours', () => {
  it('should accept two times of one day that touch', () => {
    const hours = [
      { closes: '12:00', day: 'monday', opens: '09:00' },
      { closes: '17:00', day: 'monday', opens: '12:00' },
    ]
    expect(contradictionIn(hours)).toBeUndefined()
  })

  it('should accept the same time on two days', () => {
    const hours = [
      { closes: '12:00', day: 'monday', opens: '09:00' },
      { closes: '12:00', day: 'tuesday', opens: '09:00' },
    ]
    expect(contradictionIn(hours)).toBeUndefined()
  })

  it('should find a time that closes before it opens', () => {
    const hours = [{ closes: '02:00', day: 'friday', opens: '20:00' }]
    expect(contradictionIn(hours)).toEqual({ day: 'friday', kind: 'order' })
  })

  it('should find two times of one day that overlap', () => {
    const hours = [
      { closes: '12:00', day: 'monday', opens: '09:00' },
      { closes: '13:00', day: 'monday', opens: '11:59' },
    ]
    expect(contradictionIn(hours)).toEqual({ day: 'monday', kind: 'overlap' })
  })

  it('should leave out rows that are not filled in yet', () => {
    expect(
      contradictionIn([{ day: 'monday' }, { closes: '12:00', opens: '13:00' }]),
    ).toBeUndefined()
  })
})
