import type { GraphQLType } from 'graphql'
import type { GraphQLExtension, PayloadRequest } from 'payload'

import { fileCollections } from '../addresses/paths.ts'
import { copyFirst } from '../features/files/index.ts'
import type { Resolve } from './countIfAsked.ts'
import { countIfAsked } from './countIfAsked.ts'

type GraphQL = Parameters<GraphQLExtension>[0]

/**
 * Fields that Payload adds and that nobody here needs: `docAccess…` tells whoever asks which
 * documents exist, versions of globals are answered without asking a hook and restored over what is published, mails with links to set a
 * password are sent by `POST /api/users/forgot-password` only, and `POST /api/users/unlock` unlocks.
 */
const unwanted =
  /^(?:docAccess|forgotPassword|unlock|verifyEmail|(?:restoreVersion|versions?)(?:Emergency|Navigation|Site)$)/

/** Fields that the search compares, and that nobody can read or write: in types, filters and versions. */
const searched = /(?:^|__)search(?:Common|Text)$/

/** The mutations that make copies of files. */
const duplicateOf = { documents: 'duplicateDocument', media: 'duplicateMedia' }

/** A type of the schema with fields, as far as this file looks into it. */
type WithFields = {
  getFields: () => Record<string, { args?: { type: unknown }[]; type: unknown }>
}

/** Takes the fields of the search out of a type, and of all that can be reached from it. */
const forgetSearch = (graphQL: GraphQL, type: unknown, seen: Set<unknown>): void => {
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

/**
 * Takes what nobody needs out of the GraphQL schema, and adds other fields. The database is asked for
 * that only which a query names: the fields (`select`, which Payload leaves off), and how many there are.
 */
export const withoutUnwantedFields =
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
    for (const name of Object.keys(fields).filter((each) => unwanted.test(each))) {
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
        forgetSearch(graphQL, each, seen)
      }
    }
    return Object.assign({}, ...more.map((extend) => extend(graphQL, schema)))
  }
