import type { SanitizedConfig } from 'payload'

import { describe, expect, it } from 'vitest'

import { refuseIncompleteContent } from '../../../src/payload/refuseIncompleteContent.ts'

const configOf = (collection: object): SanitizedConfig =>
  ({ collections: [{ custom: {}, versions: false, ...collection }] }) as never

const drafts = { versions: { drafts: true } }
const made = { custom: { isContent: true } }

describe('a collection that is content in part only', () => {
  it.each([
    ['with drafts, but without an address', { slug: 'events', ...drafts, ...made }],
    ['with an address, but without drafts', { slug: 'news', ...made }],
    ['with both, but made by hand', { slug: 'news', ...drafts }],
    ['with drafts only', { slug: 'events', ...drafts }],
  ])('should be refused %s', (_, collection) => {
    expect(() => refuseIncompleteContent(configOf(collection))).toThrow(
      `"${collection.slug}" is content in part only: make it by collections/contentCollection.ts`,
    )
  })

  it.each([
    ['complete', { slug: 'news', ...drafts, ...made }],
    ['no content', { slug: 'media' }],
  ])('should be taken where it is %s', (_, collection) => {
    expect(() => refuseIncompleteContent(configOf(collection))).not.toThrow()
  })
})
