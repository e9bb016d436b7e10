import type { GraphQLType } from 'graphql'
import type { GraphQLExtension } from 'payload'

type GraphQL = Parameters<GraphQLExtension>[0]

/** Fields that the search compares, and that nobody can read or write: in types, filters and versions. */
const searched = /(?:^|__)search(?:Common|Text)$/

/** A type of the schema with fields, as far as this file looks into it. */
type WithFields = {
  getFields: () => Record<string, { args?: { type: unknown }[]; type: unknown }>
}

/**
 * Takes the fields of the search out of a type, and of all that can be reached from it.
 *
 * Workaround (no issue known): Payload shows every field in the GraphQL schema, readable or not. Can go
 * when a field can be left out of it; tests/integration/payload/upstream.test.ts notices.
 */
export const forgetSearch = (graphQL: GraphQL, type: unknown, seen: Set<unknown>): void => {
  const named: unknown = graphQL.getNamedType(type as GraphQLType)
  if (seen.has(named)) {
    return
  }
  seen.add(named)
  if (graphQL.isUnionType(named)) {
    for (const each of named.getTypes()) {
      forgetSearch(graphQL, each, seen)
    }
  } else if (graphQL.isObjectType(named) || graphQL.isInputObjectType(named)) {
    const fields = (named as unknown as WithFields).getFields()
    for (const [name, field] of Object.entries(fields)) {
      if (searched.test(name)) {
        Reflect.deleteProperty(fields, name)
      } else {
        for (const each of [field, ...(field.args ?? [])]) {
          forgetSearch(graphQL, each.type, seen)
        }
      }
    }
  }
}
