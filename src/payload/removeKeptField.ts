import { searchFields } from '../features/search/index.ts'
import { sortKey } from '../fields/sortKey.ts'

/** Fields that the server keeps for itself, which nobody may read or write, in types, filters and versions. */
const names = [sortKey, ...searchFields.map(({ name }) => name)]
const hidden = new RegExp(`(?:^|__)(?:${names.join('|')})$`)

/**
 * Removes a field of the GraphQL schema if the server keeps it for search and order only.
 *
 * Workaround (no issue known): Payload shows every field in the GraphQL schema, readable or not. Can go
 * when a field can be left out of it; tests/integration/payload/upstream.test.ts notices.
 */
export const removeKeptField = (fields: object, name: string): void => {
  if (hidden.test(name)) {
    Reflect.deleteProperty(fields, name)
  }
}
