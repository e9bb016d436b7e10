import type { Where } from 'payload'

import type { BeforeOperation } from '../lib/beforeOperation.ts'
import { isObject } from '../lib/isObject.ts'
import { reach } from '../vocabularies/reach.ts'

/** Whoever reaches beyond single districts serves all of them. */
const beyond = reach.map(({ value }) => value).filter((value) => value !== 'district')

/** Comparisons that ask for a district, rather than leave one out. */
const asking = ['contains', 'equals', 'in', 'like']

/**
 * Help does not stop at a border - in German law it does not depend on residence - so whoever looks
 * for partners of a district also finds those that serve the region, the state or the country.
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
    // Also of the partners of something else, as in `where[partners.districts]` on news.
    const [, prefix] = /^(.*\.)?districts$/.exec(path) ?? []
    const isAsked =
      /(?:^|\.)districts$/.test(path) &&
      asking.some((operator) => operator in (condition as object))
    return isAsked
      ? { or: [{ [path]: condition }, { [`${prefix ?? ''}reach`]: { in: beyond } }] }
      : { [path]: condition }
  }),
})
