import type { BaseDatabaseAdapter, DatabaseAdapterObj, SanitizedCollectionConfig } from 'payload'

type Query = { collection: string; sort?: string | string[] }

type Find = (query: Query) => Promise<unknown>

const finds = ['find', 'findVersions', 'queryDrafts'] as const

/**
 * Lets a database adapter sort by the key of a name or title (`src/fields/sortKey.ts`) wherever that is asked for. Below
 * the rules of access: nobody but the server may name the key itself.
 */
export const withSortKeys = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db: BaseDatabaseAdapter = adapter.init(args)
    for (const name of finds) {
      const find = (db[name] as unknown as Find).bind(db)
      const sorted: Find = (query) =>
        find({
          ...query,
          sort: byKeys(db.payload.collections[query.collection as 'pages'].config, query),
        })
      Object.assign(db, { [name]: sorted })
    }
    return db
  },
})

const byKeys = (
  { defaultSort, flattenedFields }: SanitizedCollectionConfig,
  { sort = defaultSort }: Query,
): Query['sort'] => {
  const key = flattenedFields.find(({ custom }) => custom?.sortKeyOf !== undefined)
  if (!key || sort === undefined) {
    return sort
  }
  const asked = new RegExp(`^(-?(?:version\\.)?)${String(key.custom?.sortKeyOf)}$`)
  return [sort]
    .flat()
    .flatMap((each) => each.split(','))
    .map((each) => each.trim().replace(asked, `$1${key.name}`))
}
