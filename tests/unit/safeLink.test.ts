import { expect, it } from 'vitest'

import { safeLink } from '../../src/lib/safeLink.ts'

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
