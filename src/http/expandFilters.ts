import { filters } from '../addresses/filters.ts'
import type { Text } from '../lib/say.ts'

/** Where conditions of short filters go among those that a client sends as `where[and][…]`. */
const firstPlace = 500

/**
 * Writes short filters out: `?district=03101,03102&service=shelter` into conditions of a `where`.
 * Several codes mean any of them, several filters all of them.
 *
 * @param url of a list or a count.
 * @returns the address without short filters, or what is wrong with one.
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
  for (const [place, [name, { codes, field }]] of known.entries()) {
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
    const condition = `where[and][${firstPlace + place}][${field}]`
    if (values.length === 1 && !codes) {
      expanded.searchParams.set(`${condition}[equals]`, values[0] ?? '')
    } else {
      expanded.searchParams.set(`${condition}[in]`, values.join(','))
    }
  }
  return expanded
}
