import { filters } from '../addresses/filters.ts'
import type { Text } from '../lib/say.ts'

/** Short filters take indexes of `where[and][…]` from here on, so as not to overwrite a client's own. */
const firstIndex = 500

/**
 * Expands short filters such as `?district=03101,03102&service=shelter` into conditions of a `where`.
 * A filter matches any of its codes; several filters must all match.
 *
 * @param url of a list or a count.
 * @returns the URL without short filters, or what is wrong with one.
 */
export const expandFilters = (url: URL): Text | URL => {
  const [, collection = ''] = /^\/api\/(\w+)(?:\/count)?$/.exec(url.pathname) ?? []
  const known = Object.entries(filters[collection] ?? {}).filter(([name]) =>
    url.searchParams.has(name),
  )
  if (known.length === 0) {
    return url
  }
  const expanded = new URL(url)
  for (const [index, [name, { codes, field }]] of known.entries()) {
    const values = url.searchParams
      .getAll(name)
      .flatMap((value) => value.split(','))
      .filter((value) => value !== '')
    const unknown = values.find((value) => codes && !codes.some((code) => code.value === value))
    if (values.length === 0 || unknown !== undefined) {
      return {
        de: `„${name}“ braucht einen oder mehrere Codes; GET /api/vocabularies nennt sie alle.`,
        en: `"${name}" needs one or more codes; GET /api/vocabularies lists them all.`,
      }
    }
    expanded.searchParams.delete(name)
    const condition = `where[and][${firstIndex + index}][${field}]`
    if (values.length === 1 && !codes) {
      expanded.searchParams.set(`${condition}[equals]`, values[0] ?? '')
    } else {
      expanded.searchParams.set(`${condition}[in]`, values.join(','))
    }
  }
  return expanded
}
