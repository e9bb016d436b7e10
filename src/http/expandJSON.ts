import { isObject } from '../lib/isObject.ts'
import type { Fault } from '../lib/problems.ts'

/** Parameters that hold an object, each with what it looks like. */
const examples: Record<string, { brackets: string; json: string }> = {
  joins: { brackets: 'joins[field][limit]=5', json: '{"field":{"limit":5}}' },
  populate: { brackets: 'populate[pages][title]=true', json: '{"pages":{"title":true}}' },
  select: { brackets: 'select[title]=true', json: '{"title":true}' },
  where: { brackets: 'where[kind][equals]=biss', json: '{"kind":{"equals":"biss"}}' },
}

/** What one such parameter may hold: more would be refused in brackets as well, but only after it is written out. */
const limits = { keyCharacters: 100, nesting: 20, values: 1_000 }

/**
 * Writes parameters that are JSON out in brackets, such as `where={"kind":{"equals":"biss"}}` as
 * `where[kind][equals]=biss`, so that whatever looks at them sees one form.
 *
 * @param url of any request.
 * @returns the URL without parameters in JSON, or what is wrong with one.
 */
export const expandJSON = (url: URL): Fault | URL => {
  const names = Object.keys(examples)
  const isJSON = ([name, value]: [string, string]): boolean => names.includes(name) && value !== ''
  const parameters = [...url.searchParams]
  if (!parameters.some(isJSON)) {
    return url
  }
  const expanded = new URLSearchParams()
  for (const [name, value] of parameters) {
    if (!isJSON([name, value])) {
      expanded.append(name, value)
      continue
    }
    if (parameters.filter(([other]) => other.split('[')[0] === name).length > 1) {
      return {
        code: 'invalid-value',
        de: `„${name}“ steht als JSON oder in Klammern da, und nur einmal.`,
        en: `"${name}" is either JSON or in brackets, and there only once.`,
      }
    }
    const pairs = pairsIn(value, name)
    if (!Array.isArray(pairs)) {
      return pairs
    }
    pairs.forEach(([path, each]) => expanded.append(path, each))
  }
  const address = new URL(url)
  address.search = expanded.toString()
  return address
}

/** The parameters in brackets that say the same. */
const pairsIn = (json: string, name: string): [path: string, value: string][] | Fault => {
  const pairs: [string, string][] = []

  /** @returns whether it can be written in brackets. */
  const add = (path: string, value: unknown, nesting: number): boolean => {
    if (typeof value !== 'object' || value === null) {
      pairs.push([path, String(value)])
      return pairs.length <= limits.values
    }
    if (Array.isArray(value) && value.length === 0) {
      pairs.push([`${path}[]`, ''])
      return pairs.length <= limits.values
    }
    const entries = Object.entries(value)
    return (
      (nesting === 0 || entries.length > 0) &&
      nesting < limits.nesting &&
      entries.every(
        ([key, each]) =>
          key.length <= limits.keyCharacters &&
          /^[^[\]]+$/.test(key) &&
          add(`${path}[${key}]`, each, nesting + 1),
      )
    )
  }

  const value = parsed(json)
  const { brackets = '', json: example = '' } = examples[name] ?? {}
  return isObject(value) && add(name, value, 0)
    ? pairs
    : {
        code: 'invalid-value',
        de: `„${name}“ ist ein JSON-Objekt wie ${example}, oder es steht in Klammern wie ${brackets}.`,
        en: `"${name}" is a JSON object such as ${example}, or in brackets such as ${brackets}.`,
      }
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
