import { expect, it } from 'vitest'

import { validateTarget } from '../../../../src/features/webhooks/target.ts'

const check = (value: null | string | undefined, language = 'de') =>
  validateTarget(value, { req: { i18n: { language } } } as never)

it.each([
  'https://www.example.org/hooks/ikost',
  'http://www.example.org',
  'HTTPS://WWW.EXAMPLE.ORG/',
  'https://www.example.org:8443/a?b=c#d',
  'https://häusliche-gewalt.example/',
  'https://[2001:db8::1]/',
  // Where it leads is looked at when something is sent.
  'http://127.0.0.1/',
  `https://www.example.org/${'a'.repeat(976)}`,
])('should be an address that a message can go to: %s', (url) => {
  expect(check(url)).toBe(true)
})

it.each([
  '',
  null,
  undefined,
  'www.example.org',
  '/hooks',
  '//www.example.org',
  'https://',
  'https:// www.example.org',
  'ftp://www.example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/plain,x',
  'https://user@www.example.org/',
  'https://user:secret@www.example.org/',
  'https://:secret@www.example.org/',
  'https://www.example.org:99999/',
  'https://256.0.0.1/',
  'constructor',
  `https://www.example.org/${'a'.repeat(977)}`,
])('should be none: %j', (url) => {
  expect(check(url)).toBe(
    'Bitte eine vollständige Adresse ohne Zugangsdaten eingeben, zum Beispiel https://www.example.org/hooks/ikost.',
  )
  expect(check(url, 'en')).toBe(
    'Please enter a complete address without credentials, for example https://www.example.org/hooks/ikost.',
  )
})
