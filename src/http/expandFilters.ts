import { filters } from '../addresses/filters.ts'
import { documentPathOf, withoutLocale } from '../addresses/paths.ts'
import { didYouMean } from '../lib/closest.ts'
import type { Fault } from '../lib/problems.ts'
import { decoded, withoutEndingSlashes } from '../lib/urlPath.ts'

/** Short filters take indexes of `where[and][…]` from here on, so as not to overwrite a client's own. */
const firstIndex = 500

/**
 * Expands short filters such as `?district=03101,03102&service=shelter` into conditions of a `where`.
 * A filter matches any of its codes; several filters must all match.
 *
 * @param url of a list or a count.
 * @returns the URL without short filters, or what is wrong with one.
 */
export const expandFilters = (url: URL): Fault | URL => {
  const [, collection = ''] = /^\/api\/(\w+)(?:\/count)?\/?$/.exec(url.pathname) ?? []
  const asked = Object.entries(filters[collection] ?? {}).flatMap(([name, filter]) => {
    const names = namesOf(name, url.searchParams)
    return names.length > 0 ? [{ ...filter, name, names }] : []
  })
  if (asked.length === 0) {
    return url
  }
  const expanded = new URL(url)
  for (const [index, { codes, field, name, names }] of asked.entries()) {
    const values = names
      .flatMap((each) => url.searchParams.getAll(each))
      .flatMap((value) => value.split(','))
      .filter((value) => value !== '')
    const known = codes?.map(({ value }) => value)
    const unknown = values.find((value) => known && !known.includes(value))
    if (values.length === 0 || unknown !== undefined) {
      const meant = didYouMean(unknown ?? '', known ?? [])
      return {
        code: 'invalid-value',
        de: `„${name}“ braucht einen oder mehrere Codes; GET /api/vocabularies nennt sie alle.${meant.de}`,
        en: `"${name}" needs one or more codes; GET /api/vocabularies lists them all.${meant.en}`,
      }
    }
    names.forEach((each) => expanded.searchParams.delete(each))
    const stored = name === 'path' ? storedAs(collection, values) : { field, values }
    const condition = `where[and][${firstIndex + index}][${stored.field}]`
    if (values.length === 1 && !codes) {
      expanded.searchParams.set(`${condition}[equals]`, stored.values[0] ?? '')
    } else {
      expanded.searchParams.set(`${condition}[in]`, stored.values.join(','))
    }
  }
  return expanded
}

/** What is stored of paths, which may have a language in front: of pages themselves, of others their slugs. */
const storedAs = (collection: string, paths: string[]): { field: string; values: string[] } => {
  const places = paths.map((path) =>
    documentPathOf(withoutLocale(withoutEndingSlashes(decoded(path) ?? path)).path),
  )
  return {
    field: collection === 'pages' ? 'path' : 'slug',
    // A path of something else finds nothing.
    values: places.map((place) => (place.collection === collection ? place.value : '')),
  }
}

/** The parameters that hold values of a filter: `district`, and as axios and PHP write lists, `district[]`. */
const namesOf = (name: string, parameters: URLSearchParams): string[] =>
  [...new Set(parameters.keys())].filter((each) => each.replace(/\[\d*\]$/, '') === name)
