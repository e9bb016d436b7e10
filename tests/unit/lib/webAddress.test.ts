import { describe, expect, it } from 'vitest'

import { mailLink, parseEmail, parseWebAddress } from '../../../src/lib/webAddress.ts'

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
