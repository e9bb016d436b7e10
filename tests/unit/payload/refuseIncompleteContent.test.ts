import type { SanitizedConfig } from 'payload'

import { describe, expect, it } from 'vitest'

import { refuseIncompleteContent } from '../../../src/payload/refuseIncompleteContent.ts'

const configOf = (collection: object): SanitizedConfig =>
  ({ collections: [{ custom: {}, upload: undefined, versions: false, ...collection }] }) as never

const drafts = { versions: { drafts: true } }
const made = { custom: { isContent: true } }
const upload = { upload: { mimeTypes: ['image/*'] } }

describe('a collection that is made in part only', () => {
  it.each([
    ['content with drafts, but without an address', { slug: 'events', ...drafts, ...made }],
    ['content with an address, but without drafts', { slug: 'news', ...made }],
    ['content with both, but made by hand', { slug: 'news', ...drafts }],
    ['content with drafts only', { slug: 'events', ...drafts }],
  ])('should be refused: %s', (_, collection) => {
    expect(() => refuseIncompleteContent(configOf(collection))).toThrow(
      `"${collection.slug}" is content in part only: make it by collections/contentCollection.ts`,
    )
  })

  it.each([
    ['files that nobody sweeps and archives', { slug: 'recordings', ...upload }],
    ['files without an upload', { slug: 'media' }],
  ])('should be refused: %s', (_, collection) => {
    expect(() => refuseIncompleteContent(configOf(collection))).toThrow(
      `"${collection.slug}" has files in part only: make it by collections/fileCollection.ts`,
    )
  })

  it.each([
    ['complete content', { slug: 'news', ...drafts, ...made }],
    ['complete files', { slug: 'media', ...upload }],
    ['neither content nor files', { slug: 'users' }],
  ])('should be taken: %s', (_, collection) => {
    expect(() => refuseIncompleteContent(configOf(collection))).not.toThrow()
  })
})
