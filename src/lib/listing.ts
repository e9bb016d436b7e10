import type { PaginatedDocs } from 'payload'

import type { BeforeOperation } from './beforeOperation.ts'

/** A list of documents that Payload is asked for, and of which the database is to tell the ids only. */
export type Listing = {
  /** What Payload was asked for, once all hooks have changed it. */
  args?: object
  collection: string
  /**
   * How many documents there are in all, if it is known.
   *
   * @param what names the condition.
   */
  count: (what: string, compute: () => Promise<number>) => Promise<number>
  /** What the database has found, in its order. */
  ids?: string[]
}

/** Notes what a listing asks for. Must be the last `beforeOperation` hook. */
export const noteListing: BeforeOperation = ({ args, operation, req: { context } }) => {
  const { listing } = context
  const { collection } = args as { collection?: { config: { slug: string } } }
  if (operation === 'read' && listing && collection?.config.slug === listing.collection) {
    listing.args ??= args as object
  }
  return args
}

type Page = { isCounted: boolean; limit: number; page: number; totalDocs: number }

/** The numbers of a page, in the order of Payload's SQLite adapter; with MongoDB, an empty list has one page. */
export const numbersOf = ({
  isCounted,
  limit,
  page,
  totalDocs,
}: Page): Omit<PaginatedDocs, 'docs'> => {
  const totalPages = isCounted ? Math.max(1, Math.ceil(totalDocs / limit)) : 1
  const hasNextPage = isCounted && totalPages > page
  const hasPrevPage = isCounted && page > 1
  return {
    hasNextPage,
    hasPrevPage,
    limit,
    nextPage: hasNextPage ? page + 1 : null,
    page,
    pagingCounter: isCounted ? (page - 1) * limit + 1 : 1,
    prevPage: hasPrevPage ? page - 1 : null,
    totalDocs,
    totalPages,
  }
}
