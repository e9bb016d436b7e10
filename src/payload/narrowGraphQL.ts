import type { GraphQLType } from 'graphql'
import type { GraphQLExtension, PayloadRequest } from 'payload'

import { copyFirst, fileCollections } from '../features/files/index.ts'
import type { Resolve } from './countIfAsked.ts'
import { countIfAsked } from './countIfAsked.ts'

type GraphQL = Parameters<GraphQLExtension>[0]

/**
 * Fields that Payload adds and that are not offered here: `docAccess…` would reveal to anybody which
 * documents exist. Versions of globals are read without any hook, and restored over what is published.
 * `POST /api/users/forgot-password` and `POST /api/users/unlock` are the only ways to do what the others
 * would.
 */
const removedFields =
  /^(?:docAccess|forgotPassword|unlock|verifyEmail|(?:restoreVersion|versions?)(?:Emergency|Navigation|Site)$)/

/** Fields of the search index, which nobody may read or write, in types, filters and versions. */
const searchFields = /(?:^|__)search(?:Common|Text)$/

/** The mutations that copy files. */
const duplicateOf = { documents: 'duplicateDocument', media: 'duplicateMedia' }

/** What this file uses of a type with fields. */
type WithFields = {
  getFields: () => Record<string, { args?: { type: unknown }[]; type: unknown }>
}

/** Removes the fields of the search index from a type, and from all types that can be reached from it. */
const removeSearchFields = (graphQL: GraphQL, type: unknown, seen: Set<unknown>): void => {
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
      if (searchFields.test(name)) {
        Reflect.deleteProperty(fields, name)
      } else {
        for (const each of [field, ...(field.args ?? [])]) {
          removeSearchFields(graphQL, each.type, seen)
        }
      }
    }
  }
}

/**
 * Removes fields that are not offered from the GraphQL schema, makes copies of files and restored
 * versions safe, and adds other fields. Lists read only the fields that a query names (`select`, which
 * Payload has off by default), and are counted only if it asks for that.
 *
 * @param more extensions whose fields are added.
 */
export const narrowGraphQL =
  (root: 'Mutation' | 'Query', ...more: GraphQLExtension[]): GraphQLExtension =>
  (graphQL, schema) => {
    const fields = schema[root].fields as unknown as Record<
      string,
      {
        args?: Record<string, { defaultValue?: unknown; type: unknown } | undefined>
        resolve?: Resolve
        type: unknown
      }
    >
    for (const name of Object.keys(fields).filter((each) => removedFields.test(each))) {
      Reflect.deleteProperty(fields, name)
    }
    const seen = new Set<unknown>()
    for (const [name, field] of Object.entries(fields)) {
      const { args, resolve, type } = field
      if (name.startsWith('restoreVersion') && args && resolve) {
        // A version is restored as a draft, for everybody.
        Reflect.deleteProperty(args, 'draft')
        field.resolve = (source, asked, ...rest) =>
          resolve(source, { ...asked, draft: true }, ...rest)
      }
      const slug = resolve && fileCollections.find((each) => name === duplicateOf[each])
      if (slug) {
        field.resolve = (source, asked, context, info) => {
          const { req } = context as { req: PayloadRequest }
          return copyFirst(req, slug, (asked as { id?: string }).id ?? '', () =>
            resolve(source, asked, context, info),
          )
        }
      }
      if (args?.select) {
        args.select.defaultValue = true
      }
      if (args?.pagination && resolve) {
        field.resolve = countIfAsked(resolve)
      }
      for (const each of [type, ...Object.values(args ?? {}).map((arg) => arg?.type)]) {
        removeSearchFields(graphQL, each, seen)
      }
    }
    return Object.assign({}, ...more.map((extend) => extend(graphQL, schema)))
  }
