import { describe, expect, it } from 'vitest'

import { parsePostalCode } from '../../src/fields/validators.ts'
import { isTime } from '../../src/lib/isTime.ts'
import { parsePhone, spellPhone } from '../../src/lib/phone.ts'
import { mailLink, parseEmail, parseWebAddress } from '../../src/lib/webAddress.ts'

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

describe('parseEmail', () => {
  it.each([
    ['info@example.org', 'info@example.org'],
    [' Info@Example.ORG ', 'Info@example.org'],
    ['info@frauenhaus-göttingen.de', 'info@frauenhaus-göttingen.de'],
    ['info@frauenhaus-go\u0308ttingen.de', 'info@frauenhaus-göttingen.de'],
    ['info@xn--frauenhaus-gttingen-16b.de', 'info@frauenhaus-göttingen.de'],
    ['mailto:info@example.org', 'info@example.org'],
    ['Info <info@example.org>', 'info@example.org'],
    ['"Haus, Probe" info@example.org', undefined],
    ["o'neill+x@example.org", "o'neill+x@example.org"],
  ])('should read %s', (text, email) => {
    expect(parseEmail(text)).toBe(email)
  })

  it.each([
    'a@example.org; b@example.org',
    'a@example.org b@example.org',
    'a@example.org\nb@example.org',
    'A <a@example.org>, B <b@example.org>',
    'mailto:a@example.org?subject=x',
    'a@@example.org',
    'a..b@example.org',
    '.a@example.org',
    'a@example',
    'a@-example.org',
    'a@example..org',
    'a@127.0.0.1',
    'a b@example.org',
    'info(at)example.org',
    'example.org',
    '@example.org',
    '',
  ])('should refuse %j', (text) => {
    expect(parseEmail(text)).toBeUndefined()
  })

  it.each([
    ['info@göttingen.de', 'mailto:info@xn--gttingen-n4a.de'],
    ['a+b@example.org', 'mailto:a%2Bb@example.org'],
    // What would begin a subject, or another recipient.
    ['a?subject=x&b@example.org', 'mailto:a%3Fsubject%3Dx%26b@example.org'],
    ['a%2Cb@example.org', 'mailto:a%252Cb@example.org'],
  ])('should link to %s as programs know it', (email, link) => {
    expect(mailLink(email)).toBe(link)
  })

  it.each([
    [`${'a'.repeat(64)}@example.org`, true],
    [`${'a'.repeat(65)}@example.org`, false],
    [`a@${'b'.repeat(63)}.org`, true],
    [`a@${'b'.repeat(64)}.org`, false],
    [`a@${'b.'.repeat(124)}org`, true],
    [`a@${'b.'.repeat(125)}org`, false],
    ['a\u200b@example.org', true],
    ['a@example.org\nb@example.org', false],
    ['a@göttingen.de', true],
    ['a@go\u0308ttingen.de', true],
    ['ä@example.org', false],
    ['__proto__@example.org', true],
  ])('should know how long and of what an address is: %j', (text, isOne) => {
    expect(parseEmail(text) !== undefined).toBe(isOne)
  })
})

describe('parseWebAddress', () => {
  it.each([
    ['https://example.org', 'https://example.org'],
    ['https://WWW.Example.org/Pfad?x=1#y', 'https://www.example.org/Pfad?x=1#y'],
    ['https://www.frauenhaus-göttingen.de', 'https://www.frauenhaus-göttingen.de'],
    ['https://xn--gttingen-n4a.de/', 'https://göttingen.de/'],
    ['https://go\u0308ttingen.de/', 'https://göttingen.de/'],
    [' \u200bHTTPS://example.org ', 'https://example.org'],
    ['https://example.org:8443/a', 'https://example.org:8443/a'],
    ['https://example.org?a=//b', 'https://example.org?a=//b'],
    [`https://example.org/${'a'.repeat(1000)}`, `https://example.org/${'a'.repeat(1000)}`],
  ])('should read %s', (text, address) => {
    expect(parseWebAddress(text)).toBe(address)
  })

  it.each([
    'www.example.org',
    'http://example.org',
    'https:example.org',
    'https:///example.org',
    'https://example',
    'https://example.org https://example.com',
    'https://user:password@example.org',
    'https://example.org\\@example.com',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://exa mple.org',
    'javascript:alert(1)',
    'https://example.org:99999/',
    'https://example.org:/',
    'https://example.org/a\nb',
    'https://example.org%2Fa',
    'https://-example.org/',
    'https://256.256.256.256/',
    '//example.org',
    'constructor',
    '',
  ])('should refuse %j', (text) => {
    expect(parseWebAddress(text)).toBeUndefined()
  })
})

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

describe('parsePostalCode', () => {
  it.each([
    ['38100', '38100'],
    ['D-38100', '38100'],
    ['DE 01067', '01067'],
    ['1067', undefined],
    ['38100 Braunschweig', undefined],
    ['A-1010', undefined],
  ])('should read %s', (text, code) => {
    expect(parsePostalCode(text)).toBe(code)
  })
})
