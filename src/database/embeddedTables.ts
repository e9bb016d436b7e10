import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { toSnakeCase } from '../lib/toSnakeCase.ts'

/** Whether a database is the embedded one, rather than MongoDB. */
export const isEmbedded = (db: { name: string }): db is SQLiteAdapter => db.name === 'sqlite'

/**
 * The name of the table that holds the documents of a collection or global, or their versions.
 *
 * @throws Error if there is none.
 */
export const tableNameOf = (
  { tableNameMap, versionsSuffix }: SQLiteAdapter,
  { isOfVersions, slug }: { isOfVersions: boolean; slug: string },
): string => {
  const own = toSnakeCase(slug)
  const name = tableNameMap.get(isOfVersions ? `_${own}${versionsSuffix}` : own)
  if (!name) {
    throw new Error(`There is no table for ${slug}.`)
  }
  return name
}
