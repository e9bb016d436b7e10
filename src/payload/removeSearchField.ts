import { searchFields } from '../features/search/index.ts'

/** Fields of the search index, which nobody may read or write, in types, filters and versions. */
const hidden = new RegExp(`(?:^|__)(?:${searchFields.map(({ name }) => name).join('|')})$`)

/**
 * Removes a field of the GraphQL schema if it is one of the search index.
 *
 * Workaround (no issue known): Payload shows every field in the GraphQL schema, readable or not. Can go
 * when a field can be left out of it; tests/integration/payload/upstream.test.ts notices.
 */
export const removeSearchField = (fields: object, name: string): void => {
  if (hidden.test(name)) {
    Reflect.deleteProperty(fields, name)
  }
}
