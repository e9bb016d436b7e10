import type { Field, Tab } from 'payload'

/** Fields that hold data, with the path that the API knows them by. */
export type Leaf = { field: Field; isClosed: boolean; path: string }

/** All fields of a collection or global, however nested. `isClosed`: it, or one around it, has a rule. */
export const leavesOf = (fields: (Field | Tab)[], prefix = '', isClosed = false): Leaf[] =>
  fields.flatMap((field): Leaf[] => {
    const path = 'name' in field && field.name ? `${prefix}${field.name}` : undefined
    const closed = isClosed || ('access' in field && field.access?.read !== undefined)
    if ('tabs' in field) {
      return leavesOf(field.tabs, prefix, closed)
    }
    if ('fields' in field) {
      return leavesOf(field.fields, path ? `${path}.` : prefix, closed)
    }
    return path && 'type' in field && field.type !== 'ui' ? [{ field, isClosed: closed, path }] : []
  })
