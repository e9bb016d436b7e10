import { expect, it } from 'vitest'

import { isDangerousLink, safeLink } from '../../../src/lib/safeLink.ts'

it.each([
  '/',
  '/partner',
  '/a//b',
  '#',
  '#unten',
  'https://example.org/',
  'HTTPS://EXAMPLE.ORG/a?b=c#d',
  'http://example.org',
  'https://häusliche-gewalt.example/',
  'mailto:a@example.org',
  'tel:110',
  `/${'a'.repeat(10_000)}`,
])('should lead there: %s', (url) => {
  expect(safeLink(url)).toBe(url)
})

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
  undefined,
  5,
  {},
  ['/partner'],
  ' ',
  '/partner\n',
  '/a\u200bb',
  'https://exa mple.org/',
  '///example.org',
  'JAVASCRIPT:alert(1)',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  'intent://x',
  'https://',
  'constructor',
  '__proto__',
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
