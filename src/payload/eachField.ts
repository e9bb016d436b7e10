import type { GraphQLType } from 'graphql'
import type { GraphQLExtension } from 'payload'

import type { Resolve } from './countIfAsked.ts'

/** What is used here of a field of the GraphQL schema. */
type Field = {
  args?: { name?: string; type: unknown }[]
  /** With the field of the collection that it is made of. */
  extensions?: { field?: { type: string } }
  resolve?: Resolve
  type: unknown
}

export type Fields = Record<string, Field>

/**
 * Visits the fields of a GraphQL type, and of all types that can be reached from it.
 *
 * @param seen types that need not be visited again.
 * @param visit may change or delete the field of that name.
 */
export const eachField = (
  graphQL: Parameters<GraphQLExtension>[0],
  type: unknown,
  seen: Set<unknown>,
  visit: (fields: Fields, name: string) => void,
): void => {
  const named: unknown = graphQL.getNamedType(type as GraphQLType)
  if (seen.has(named)) {
    return
  }
  seen.add(named)
  if (graphQL.isUnionType(named)) {
    for (const each of named.getTypes()) {
      eachField(graphQL, each, seen, visit)
    }
  } else if (graphQL.isObjectType(named) || graphQL.isInputObjectType(named)) {
    const fields = (named as unknown as { getFields: () => Fields }).getFields()
    for (const name of Object.keys(fields)) {
      visit(fields, name)
      const field = fields[name]
      for (const each of field ? [field, ...(field.args ?? [])] : []) {
        eachField(graphQL, each.type, seen, visit)
      }
    }
  }
}
