import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type {
  BaseDatabaseAdapter,
  CollectionSlug,
  DatabaseAdapterObj,
  Find,
  PaginatedDocs,
} from 'payload'

import { getTableName } from '@payloadcms/db-sqlite/drizzle'
import { buildQuery } from '@payloadcms/drizzle'

import type { Listing } from '../lib/listing.ts'
import { numbersOf } from '../lib/listing.ts'
import { isEmbedded, tableNameOf } from './embeddedTables.ts'

type Query = Parameters<Find>[0]

type Listed = PaginatedDocs<{ id: string }>

/**
 * Lets a database adapter answer a listing (`req.context.listing`) with its ids only: the list that
 * Payload gets has its numbers and pages, and no documents.
 */
export const withListedIDs = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const find = db.find as (this: BaseDatabaseAdapter, query: Query) => Promise<Listed>
    const findIDs = (query: Query): Promise<Listed> =>
      find.call(isEmbedded(db) ? db : withoutFields(db, query.collection), {
        ...query,
        joins: undefined,
        select: { id: true },
      })
    const list = async (query: Query, listing: Listing): Promise<Listed> =>
      (await (isEmbedded(db)
        ? listEmbedded(db, query, listing)
        : listFirstPage(db, query, listing, findIDs))) ?? findIDs(query)
    return Object.assign(db, {
      find: async (query: Query) => {
        const listing = query.req?.context?.listing
        if (!listing?.args || listing.ids || listing.collection !== query.collection) {
          return find.call(db, query)
        }
        const listed = await list(query, listing)
        listing.ids = listed.docs.map(({ id }) => id)
        return { ...listed, docs: [] }
      },
    })
  },
})

/** One for all: Payload keeps for ever what it makes of each array of fields (payloadcms/payload#17356). */
const noFields: [] = []

/**
 * Payload's MongoDB adapter with a collection that has no fields but to look for: it goes through all that there
 * are for each document that it has found, though there is nothing but an id.
 */
const withoutFields = (db: BaseDatabaseAdapter, slug: CollectionSlug): BaseDatabaseAdapter => {
  const { collections } = db.payload
  const collection = collections[slug]
  const config = { ...collection?.config, fields: noFields }
  const payload = Object.create(db.payload, {
    collections: { value: { ...collections, [slug]: { ...collection, config } } },
  }) as object
  return Object.create(db, { payload: { value: payload } }) as BaseDatabaseAdapter
}

type Column = ReturnType<typeof buildQuery>['orderBy'][number]['column']

const nameOf = (table: object): string => getTableName(table as Column['table'])

const isSame = (one: Column, other: Column): boolean =>
  one.name === other.name && nameOf(one.table) === nameOf(other.table)

/**
 * What `find` of Payload's SQLite adapter (`@payloadcms/drizzle`, findMany.ts) lists, without reading the
 * documents: two thirds of its time go into rows of which the id is known by then.
 *
 * @returns undefined where that takes more than this: an empty page, or an order by one of many values.
 */
const listEmbedded = async (
  db: SQLiteAdapter,
  { collection, limit = 0, locale, page = 1, pagination = true, sort, where = {} }: Query,
  listing: Listing,
): Promise<Listed | undefined> => {
  const { flattenedFields } = db.payload.collections[collection]?.config ?? {}
  const tableName = tableNameOf(db, { isOfVersions: false, slug: collection })
  const table = db.tables[tableName]
  if (!flattenedFields || !table || limit === 0) {
    return undefined
  }
  const {
    joins,
    orderBy,
    selectFields,
    where: condition,
  } = buildQuery({ adapter: db as never, fields: flattenedFields, locale, sort, tableName, where })
  const many = joins.filter(({ isOneToMany }) => isOneToMany).map((join) => nameOf(join.table))
  if (orderBy.some(({ column }) => many.includes(nameOf(column.table)))) {
    return undefined
  }
  const columns = Object.entries(selectFields).filter(
    ([, column]) => column.primary || orderBy.some((each) => isSame(each.column, column)),
  )
  const fields = Object.fromEntries(columns) as typeof selectFields
  const query = (
    joins.length > 0
      ? db.drizzle.selectDistinct(fields as never)
      : db.drizzle.select({ id: table.id })
  )
    .from(table)
    .where(condition)
    .$dynamic()
  for (const { type = 'leftJoin', condition: on, table: joined } of joins) {
    query[type](joined as never, on)
  }
  const rows = (await query
    .orderBy(...orderBy.map(({ column, order }) => order(column)))
    .offset((page - 1) * limit)
    .limit(limit)) as { id: string }[]
  if (rows.length === 0 || new Set(rows.map(({ id }) => id)).size < rows.length) {
    return undefined
  }
  const totalDocs = pagination
    ? await listing.count(conditionOf({ collection, locale, where }), () =>
        db.countDistinct({ db: db.drizzle as never, joins, tableName, where: condition }),
      )
    : rows.length
  return { docs: rows, ...numbersOf({ isCounted: pagination, limit, page, totalDocs }) }
}

/**
 * What `find` of Payload's MongoDB adapter lists, counted only if that is not known.
 *
 * @returns undefined for another page than the first, which `find` has only if it counts, and where it does not
 * count anyway.
 */
const listFirstPage = async (
  db: BaseDatabaseAdapter,
  query: Query,
  listing: Listing,
  findIDs: (query: Query) => Promise<Listed>,
): Promise<Listed | undefined> => {
  const { collection, limit = 0, locale, page = 1, pagination = true, req, where } = query
  if (page !== 1 || limit === 0 || !pagination) {
    return undefined
  }
  const [listed, totalDocs] = await Promise.all([
    findIDs({ ...query, pagination: false }),
    listing.count(
      conditionOf(query),
      async () => (await db.count({ collection, locale, req, where })).totalDocs,
    ),
  ])
  return { ...listed, ...numbersOf({ isCounted: true, limit, page, totalDocs }) }
}

/** Names what is counted. */
const conditionOf = ({ collection, locale, where }: Query): string =>
  JSON.stringify([collection, locale, where])
