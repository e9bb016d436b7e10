/** @jsxImportSource hono/jsx */
import { pathInLocale } from '../../addresses/paths.ts'
import type { Reader } from '../cms.ts'

/** The form of the search. */
export const SearchForm = ({ q, reader: { locale, say } }: { q?: string; reader: Reader }) => (
  <form action={pathInLocale('/suche', locale)} class="panel filters" role="search">
    <label>
      <span>{say.searchFor}</span>
      <input
        aria-describedby="search-hint"
        autocomplete="off"
        maxlength={100}
        name="q"
        type="search"
        value={q}
      />
      <span class="quiet" id="search-hint">
        {say.searchHint}
      </span>
    </label>
    <button>{say.searchFind}</button>
  </form>
)
