import type { GraphQLType } from 'graphql'
import type { GraphQLExtension } from 'payload'

import { searchFields } from '../features/search/index.ts'

type GraphQL = Parameters<GraphQLExtension>[0]

/** Fields of the search index, which nobody may read or write, in types, filters and versions. */
const hidden = new RegExp(`(?:^|__)(?:${searchFields.map(({ name }) => name).join('|')})$`)

/** What this file uses of a type with fields. */
type WithFields = {
  getFields: () => Record<string, { args?: { type: unknown }[]; type: unknown }>
}

/**
 * Removes the fields of the search index from a type, and from all types that can be reached from it.
 *
 * Workaround (no issue known): Payload shows every field in the GraphQL schema, readable or not. Can go
 * when a field can be left out of it; tests/integration/payload/upstream.test.ts notices.
 */
export const removeSearchFields = (graphQL: GraphQL, type: unknown, seen: Set<unknown>): void => {
  const named: unknown = graphQL.getNamedType(type as GraphQLType)
  if (seen.has(named)) {
    return
  }
  seen.add(named)
  if (graphQL.isUnionType(named)) {
    for (const each of named.getTypes()) {
      removeSearchFields(graphQL, each, seen)
    }
  } else if (graphQL.isObjectType(named) || graphQL.isInputObjectType(named)) {
    const fields = (named as unknown as WithFields).getFields()
    for (const [name, field] of Object.entries(fields)) {
      if (hidden.test(name)) {
        Reflect.deleteProperty(fields, name)
      } else {
        for (const each of [field, ...(field.args ?? [])]) {
          removeSearchFields(graphQL, each.type, seen)
        }
      }
    }
  }
}
