import type { Where } from 'payload'

import type { BeforeOperation } from '../lib/beforeOperation.ts'
import { isObject } from '../lib/isObject.ts'
import { reach } from '../vocabularies/reach.ts'

/** Partners that reach further than single districts serve all of them. */
export const widerReaches = reach.map(({ value }) => value).filter((value) => value !== 'district')

/** Operators that ask for a district, rather than exclude one. */
const matchingOperators = ['contains', 'equals', 'in', 'like']

/**
 * Lets a search for partners of a district also find those that serve the region, the state or the
 * country. Help does not stop at a border: in German law it does not depend on residence.
 */
export const includeWiderReach: BeforeOperation = ({ args, operation }) => {
  const { where } = args as { where?: unknown }
  return (operation === 'read' || operation === 'count') && isObject(where)
    ? { ...args, where: widen(where as Where) }
    : args
}

const widen = (where: Where): Where => ({
  and: Object.entries(where).map(([path, condition]): Where => {
    if (Array.isArray(condition)) {
      return { [path]: condition.map(widen) }
    }
    // Also in a path through a relationship, such as `where[partners.districts]` on news.
    const [, prefix] = /^(.*\.)?districts$/.exec(path) ?? []
    const asksForDistrict =
      /(?:^|\.)districts$/.test(path) &&
      matchingOperators.some((operator) => operator in (condition as object))
    return asksForDistrict
      ? { or: [{ [path]: condition }, { [`${prefix ?? ''}reach`]: { in: widerReaches } }] }
      : { [path]: condition }
  }),
})
