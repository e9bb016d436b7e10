import { describe, expect, it } from 'vitest'

import { checkWhere } from '../../../../src/http/limits/checkWhere.ts'

const fields = [
  {
    flattenedFields: [{ name: 'reference', relationTo: ['news', 'pages'], type: 'relationship' }],
    name: 'to',
    type: 'group',
  },
]

const check = (where: object) => (): void => {
  checkWhere({
    fields: fields as never,
    hops: 2,
    req: { payload: { collections: {} } } as never,
    where,
  })
}

const inherited = ['constructor', 'hasOwnProperty', 'toString', 'valueOf']

describe('a condition on what every object inherits', () => {
  // Payload says that there is no such field.
  it.each(inherited)('should be one on a field that does not exist: %s', (name) => {
    expect(check({ [name]: { equals: 'a' } })).not.toThrow()
  })

  it.each(inherited)('should be refused below a reference: %s', (name) => {
    expect(check({ [`to.reference.${name}`]: { equals: 'a' } })).toThrow('Vergleich')
  })

  it.each(inherited)('should be refused as an operator: %s', (name) => {
    expect(check({ title: { [name]: 'a' } })).toThrow('Vergleich')
  })
})
