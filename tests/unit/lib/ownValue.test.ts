import { expect, it } from 'vitest'

import { ownValue } from '../../../src/lib/ownValue.ts'

it.each(['constructor', 'hasOwnProperty', 'toString', 'valueOf', '__proto__', '', 'b'])(
  'should have nothing under what is not its own: %j',
  (key) => {
    expect(ownValue({ a: 1 }, key)).toBeUndefined()
  },
)

it.each([
  [{ a: 1 }, 'a', 1],
  [{ '': 1 }, '', 1],
  [{ a: undefined }, 'a', undefined],
  [{ a: null }, 'a', null],
  [{ constructor: 1 }, 'constructor', 1],
  [JSON.parse('{ "__proto__": 1 }') as object, '__proto__', 1],
  [Object.assign(Object.create(null) as object, { a: 1 }), 'a', 1],
])('should have its own: %j %s', (record, key, value) => {
  expect(ownValue(record as Record<string, unknown>, key)).toBe(value)
})

it('should not have what its prototype has', () => {
  expect(ownValue(Object.create({ a: 1 }) as Record<string, number>, 'a')).toBeUndefined()
})
