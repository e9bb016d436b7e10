import type { Field, SanitizedConfig } from 'payload'

import { describe, expect, it } from 'vitest'

import { refuseInternalSearch } from '../../../src/payload/refuseInternalSearch.ts'

const fields: Field[] = [
  { name: 'name', type: 'text' },
  { name: 'description', type: 'textarea' },
  { name: 'phones', type: 'array', fields: [{ name: 'number', type: 'text' }] },
  { name: 'internal', type: 'group', fields: [{ name: 'notes', type: 'textarea' }] },
]

const configOf = (searched: object | undefined, useAsTitle = 'name'): SanitizedConfig =>
  ({
    collections: [{ admin: { useAsTitle }, custom: { searched }, fields, slug: 'partners' }],
  }) as never

const open = { common: ['name', 'phones'], excerpt: 'description', localized: ['description'] }

describe('a search that would reveal what is internal', () => {
  it.each([
    ['in its results', { ...open, excerpt: 'internal.notes' }],
    ['in what all languages share', { ...open, common: ['internal.notes'] }],
    ['in what is written in a language', { ...open, localized: ['internal'] }],
  ])('should be refused: %s', (_, searched) => {
    expect(() => refuseInternalSearch(configOf(searched))).toThrow(
      'The search of "partners" would reveal what is internal: internal.notes.',
    )
  })

  it('should be refused: as the title of its results', () => {
    expect(() => refuseInternalSearch(configOf(open, 'internal.notes'))).toThrow('internal.notes')
  })
})

describe('a search of what is public', () => {
  it.each([[open], [undefined]])('should be taken: %j', (searched) => {
    expect(() => refuseInternalSearch(configOf(searched))).not.toThrow()
  })
})
