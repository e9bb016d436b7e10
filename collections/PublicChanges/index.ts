import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/people.ts'
import { labels } from '../../src/lib/say.ts'

/**
 * The newest public change of each document that is or was public, numbered in the order in which they can be
 * read. Nobody reads or writes it by the API: `GET /api/changes` answers from it (`src/features/changes`).
 */
export const PublicChanges: CollectionConfig<'public-changes'> = {
  slug: 'public-changes',
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    // `news/65f…`, or `site` for a global.
    { name: 'document', type: 'text', required: true, unique: true },
    { name: 'number', type: 'number', index: true, required: true },
    // The number with which it became public.
    { name: 'publicSince', type: 'number', required: true },
    {
      name: 'state',
      type: 'select',
      options: ['public', 'unpublished', 'deleted'],
      required: true,
    },
    { name: 'path', type: 'text' },
    // Where it was before, if the newest change has moved it.
    { name: 'oldPath', type: 'text' },
    { name: 'at', type: 'date', required: true },
  ],
  graphQL: false,
  labels: labels(
    { de: 'Öffentliche Änderung', en: 'Public change' },
    { de: 'Öffentliche Änderungen', en: 'Public changes' },
  ),
  lockDocuments: false,
}
