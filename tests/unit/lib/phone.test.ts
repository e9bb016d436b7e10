import { describe, expect, it } from 'vitest'

import { parsePhone, spellPhone } from '../../../src/lib/phone.ts'

describe('parsePhone', () => {
  it.each([
    ['0531 4700', '+495314700'],
    ['0531/4700', '+495314700'],
    ['(0531) 4700', '+495314700'],
    ['0531-47 00', '+495314700'],
    ['0531\u00a0–\u00a04700', '+495314700'],
    ['+49 531 4700', '+495314700'],
    ['+49 (0)531 4700', '+495314700'],
    ['+49 (0) 531 4700', '+495314700'],
    ['(+49) 531 4700', '+495314700'],
    ['0049 531 4700', '+495314700'],
    ['tel:+495314700', '+495314700'],
    ['Tel. 0531 4700', '+495314700'],
    ['０５３１ ４７００', '+495314700'],
    ['\u200e+49 531 4700\u202c', '+495314700'],
    ['0171 1234567', '+491711234567'],
    ['0800 1110111', '+498001110111'],
    ['+43 1 71719', '+43171719'],
    ['0531 4700 ext. 12', '+495314700;ext=12'],
    ['0531 4700 Durchwahl 12', '+495314700;ext=12'],
    ['0531 4700, App. 12', undefined],
    ['+495314700;ext=12', '+495314700;ext=12'],
    ['110', '110'],
    ['112', '112'],
    ['115', '115'],
    ['116 016', '116016'],
    ['116-117', '116117'],
    ['+49 116 016', '116016'],
    ['tel:116016', '116016'],
  ])('should read %s', (text, number) => {
    expect(parsePhone(text)).toBe(number)
  })

  it.each([
    ['hours behind', '0531 4700 9-12 Uhr'],
    ['hours behind, without a word', '0531 4700 9-12'],
    ['hours in brackets', '0531 4700 (9-12)'],
    ['two numbers', '0531 470-10/-11'],
    ['two numbers, the second short', '0531 470 10 / 470 11'],
    ['two numbers with a comma', '0531 4700, 0531 4701'],
    ['two numbers without anything between', '0531 4700 0531 4701'],
    ['two numbers with a word', '0531 4700 oder 0531 4701'],
    ['two lines', '0531 4700\n0531 4701'],
    ['a lost plus', '495314700'],
    ['a lost 0', '5314700'],
    ['a number of a spreadsheet', '4,95E+11'],
    ['no area code', '4700'],
    ['a fax', 'Fax 0531 4700'],
    ['letters', '0531 HILFE'],
    ['a date', '01.02.2026'],
    ['too few digits', '0531 1'],
    ['too many', '0531 47001234567890'],
    ['a short number of nobody', '117'],
    ['nothing', ''],
  ])('should refuse %s', (_, text) => {
    expect(parsePhone(text)).toBeUndefined()
  })

  it('should read what it has stored, and what it shows', () => {
    for (const stored of ['+495314700', '+495314700;ext=12', '116016', '110', '+43171719']) {
      expect(parsePhone(stored)).toBe(stored)
      expect(parsePhone(spellPhone(stored, 'Durchwahl').replace(',', ''))).toBe(stored)
    }
  })
})
