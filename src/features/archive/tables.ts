import type { FlattenedField, Payload } from 'payload'

import { buildVersionCollectionFields, buildVersionGlobalFields } from 'payload'

import { headKey } from '../../database/changeHead.ts'
import { revisionPrefix } from '../../database/revision.ts'
import { touchedPrefix } from '../../database/touched.ts'
import { installationKeys, markerCollection } from './marker.ts'

/** The documents of a collection, a global, or the versions of either. */
export type Table = {
  fields: FlattenedField[]
  isGlobal: boolean
  isOfVersions: boolean
  /** As in `news`, `news.versions`, `globals.site`, `globals.site.versions`. */
  name: string
  slug: string
}

/** A row as Payload reads it, with the texts of all languages; dates and ids are strings. */
export type Row = { id: string } & Record<string, unknown>

/** A database as it was at one point in time. */
export type Snapshot = { end: () => Promise<void>; rowsOf: (table: Table) => AsyncIterable<Row> }

/** A database that rows are written to. */
export type Target = {
  end: () => Promise<void>
  giveUp: () => Promise<void>
  write: (table: Table, rows: Row[]) => Promise<void>
}

/** Locks, migrations and the numbers of changes, which belong to one database and are left out of archives. */
const leftOut = ['payload-locked-documents', 'payload-migrations', 'public-changes']

/** All tables, in the order in which they are written. */
export const tablesOf = ({ config }: Payload): Table[] => [
  ...config.collections
    .filter(({ slug }) => !leftOut.includes(slug))
    .flatMap((collection) =>
      withVersions(
        { fields: collection.flattenedFields, isGlobal: false, slug: collection.slug },
        collection.versions && buildVersionCollectionFields(config, collection, true),
      ),
    ),
  ...config.globals.flatMap((global) =>
    withVersions(
      { fields: global.flattenedFields, isGlobal: true, slug: global.slug },
      global.versions && buildVersionGlobalFields(config, global, true),
    ),
  ),
]

const withVersions = (
  table: Pick<Table, 'fields' | 'isGlobal' | 'slug'>,
  ofVersions: false | FlattenedField[] | undefined,
): Table[] => {
  const name = table.isGlobal ? `globals.${table.slug}` : table.slug
  return [
    { ...table, isOfVersions: false, name },
    ...(ofVersions
      ? [{ ...table, fields: ofVersions, isOfVersions: true, name: `${name}.versions` }]
      : []),
  ]
}

/** Whether a row has a meaning for this installation, or for a moment, only. */
export const belongsElsewhere = ({ slug }: Table, { key }: Row): boolean =>
  slug === markerCollection &&
  typeof key === 'string' &&
  ([revisionPrefix, touchedPrefix].some((prefix) => key.startsWith(prefix)) ||
    [headKey, ...installationKeys].includes(key))
