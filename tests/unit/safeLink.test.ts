import { expect, it } from 'vitest'

import { isDangerousLink, safeLink } from '../../src/lib/safeLink.ts'

it.each(['/partner', '#unten', 'https://example.org/', 'mailto:a@example.org', 'tel:110'])(
  'should lead there: %s',
  (url) => {
    expect(safeLink(url)).toBe(url)
  },
)

it.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  '//example.org',
  '/\\example.org',
  'example.org',
  '',
  null,
])('should lead nowhere: %s', (url) => {
  expect(safeLink(url)).toBeUndefined()
})

it.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'java\u200bscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///C:/Users',
  'blob:https://example.org/x',
  'view-source:x',
  '//example.org',
  '\\\\example.org',
  '/\\example.org',
  '/\t/example.org',
])('should be dangerous: %j', (url) => {
  expect(isDangerousLink(url)).toBe(true)
})

it.each([
  '',
  'www.exam',
  'https://',
  '/partner',
  '#unten',
  'mailto:a@example.org',
  'tel:110',
  'a/b:c',
])('should be harmless, be it incomplete: %j', (url) => {
  expect(isDangerousLink(url)).toBe(false)
})
