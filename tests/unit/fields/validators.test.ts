import { describe, expect, it } from 'vitest'

import { parsePostalCode } from '../../../src/fields/validators.ts'

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
