/** @jsxImportSource hono/jsx */
import type { Asked } from '../asked.ts'
import { hrefOf, pageOf } from '../asked.ts'
import type { Reader } from '../cms.ts'

/** Links to the previous and the next page of a list. */
export const Pagination = ({
  asked,
  reader: { say },
  totalPages,
}: {
  asked: Asked
  reader: Reader
  totalPages: number
}) => {
  const page = pageOf(asked.query)
  const hrefAt = (other: number) =>
    hrefOf({ ...asked, query: { ...asked.query, page: other > 1 ? String(other) : undefined } })
  return totalPages > 1 ? (
    <nav aria-label={say.pages} class="pagination">
      {page > 1 && (
        <a href={hrefAt(page - 1)} rel="prev">
          {say.previous}
        </a>
      )}
      <span>{say.pageOf(page, totalPages)}</span>
      {page < totalPages && (
        <a href={hrefAt(page + 1)} rel="next">
          {say.next}
        </a>
      )}
    </nav>
  ) : null
}
