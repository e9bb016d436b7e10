import { describe, expect, it } from 'vitest'

import { parseURL } from '../../../src/lib/parseURL.ts'
import { safeLink } from '../../../src/lib/safeLink.ts'
import { parseWebAddress } from '../../../src/lib/webAddress.ts'

describe('a web address with an umlaut', () => {
  it.each([
    ['parsed', (url: string) => parseURL(url)?.host],
    ['a link', safeLink],
    ['a website', parseWebAddress],
  ])('should be one however often it is asked: %s', (_, ask) => {
    const url = 'https://göttingen.de/'
    const first = ask(url)
    expect(first).toBeTruthy()
    // So often that the function is compiled.
    for (let count = 0; count < 20_000; count += 1) {
      if (ask(url) !== first) {
        expect.fail(`It is none after ${count} times.`)
      }
    }
  })
})

it.each(['', 'göttingen', '/a', 'https://', 'http://[::1'])('should be none: %j', (text) => {
  expect(parseURL(text)).toBeUndefined()
})
