import type { PayloadRequest } from 'payload'

import { checkPage, clampLimit, numberAsked } from '../../http/limits/clampQuery.ts'

/** How many records a page has. */
export type Sizes = { most: number; usual: number }

export const sizes = {
  /** Of records with their ids and times only, which a directory wants all at once. */
  minimal: { most: 10_000, usual: 10_000 },
  whole: { most: 100, usual: 50 },
} satisfies Record<string, Sizes>

type Page = { limit: number; page: number }

/** Which page is asked for by `page` and `per_page`. @throws 400 with one sentence. */
export const pageAsked = (req: PayloadRequest, { most, usual }: Sizes): Page => {
  return {
    limit: clampLimit({ limit: numberAsked(req, 'per_page') }, req, most, 'per_page') ?? usual,
    page: checkPage(numberAsked(req, 'page'), req) ?? 1,
  }
}

/**
 * A page of a list, as HSDS has it.
 *
 * @param total how many records there are on all pages.
 */
export const pageOf = <Item>(contents: Item[], { limit, page }: Page, total: number) => {
  const pages = Math.max(1, Math.ceil(total / limit))
  return {
    contents,
    empty: contents.length === 0,
    first_page: page === 1,
    last_page: page >= pages,
    page_number: page,
    size: contents.length,
    total_items: total,
    total_pages: pages,
  }
}
