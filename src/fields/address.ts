import type { FieldHook, TextField } from 'payload'

import { nobody } from '../access/people.ts'
import type { LinkableCollection } from '../addresses/paths.ts'
import { pathOf, urlInLocale } from '../addresses/paths.ts'
import { environment } from '../environment.ts'
import type { Text } from '../lib/say.ts'

/** A text that is made of others when a document is read, and not stored. */
const computed = (
  name: string,
  label: Text,
  { from, read }: { from: string; read: FieldHook },
): TextField => ({
  name,
  type: 'text',
  access: { create: nobody, update: nobody },
  admin: { disableListColumn: true, disableListFilter: true, hidden: true },
  custom: { computedFrom: [from] },
  hooks: { afterRead: [read] },
  label,
  virtual: true,
})

/**
 * Where a document is on the website: `path`, without a language and the same in all of them, which pages store;
 * and `url`, complete, in the language that is read (German, if it is all).
 */
export const addressFields = (collection: LinkableCollection): TextField[] => {
  const from = collection === 'pages' ? 'path' : 'slug'
  const url = computed(
    'url',
    { de: 'Internetadresse', en: 'Web address' },
    {
      from,
      read: ({ data, req: { locale } }) => {
        const path = pathOf(collection, data ?? {})
        return path && urlInLocale(environment.siteURL, path, locale)
      },
    },
  )
  const path = computed(
    'path',
    { de: 'Pfad', en: 'Path' },
    { from, read: ({ data }) => pathOf(collection, data ?? {}) },
  )
  return collection === 'pages' ? [url] : [path, url]
}
