import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { toSnakeCase } from '../lib/toSnakeCase.ts'

/**
 * Lists of codes by which published documents are filtered: in SQLite each is a table of its own, in
 * MongoDB an array in the document.
 *
 * Workaround (no issue known): Payload's `indexes` cannot name these lists in SQLite. Can go when they
 * can; tests/integration/payload/upstream.test.ts notices.
 */
export const filteredLists = [
  { collection: 'news', field: 'topics' },
  { collection: 'partners', field: 'districts' },
  { collection: 'partners', field: 'languages' },
  { collection: 'partners', field: 'services' },
  { collection: 'partners', field: 'targetGroups' },
] as const

/** Gives them indexes in SQLite. */
export const indexFilteredLists = ({ rawTables }: SQLiteAdapter): void => {
  for (const { collection, field } of filteredLists) {
    const name = `${collection}_${toSnakeCase(field)}`
    const table = rawTables[name]
    if (!table) {
      throw new Error(`There is no table ${name} to index; see src/database/indexes.ts.`)
    }
    table.indexes = {
      ...table.indexes,
      valueIdx: { name: `${name}_value_idx`, on: ['value', 'parent'] },
    }
  }
}

/**
 * Indexes translations by document, since every document is read with its translations.
 *
 * Workaround (no issue known): Payload's index on translations begins with the language, so SQLite
 * would search those of all documents for each one. Can go when it begins with the document;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const indexTranslations = ({ rawTables }: SQLiteAdapter): void => {
  for (const [name, table] of Object.entries(rawTables)) {
    if (name.endsWith('_locales')) {
      table.indexes = {
        ...table.indexes,
        parentIdx: { name: `${name}_parent_idx`, on: '_parentID' },
      }
    }
  }
}
