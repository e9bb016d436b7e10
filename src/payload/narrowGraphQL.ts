import type { GraphQLObjectType } from 'graphql'
import type { Collection, GraphQLExtension, PayloadRequest } from 'payload'

import { hasPublicFields } from '../access/publicFields.ts'
import { fileCollections } from '../addresses/paths.ts'
import { copyFirst } from '../features/files/index.ts'
import type { Resolve } from './countIfAsked.ts'
import { countIfAsked } from './countIfAsked.ts'
import type { Fields } from './eachField.ts'
import { eachField } from './eachField.ts'
import { keptCollections, resolveFromMemory } from './fromMemory.ts'
import { inOwnContext, withOwnContext } from './ownContext.ts'
import { removeKeptField } from './removeKeptField.ts'
import { addFallbacks, addFormat } from './shapesInGraphQL.ts'

/**
 * Fields that Payload adds and that are not offered here. `POST /api/users/forgot-password` and
 * `POST /api/users/unlock` are the only ways to do what those of users would.
 *
 * Workaround (no issue known): `docAccess…` reveals to anybody which documents exist. Versions of
 * globals are read without any hook, and restored over what is published. Can go when neither is so
 * (see `forReaders` and `restoreAsDraft`); tests/integration/payload/upstream.test.ts notices in part.
 */
const removedFields =
  /^(?:docAccess|forgotPassword|unlock|verifyEmail|(?:restoreVersion|versions?)(?:Emergency|Navigation|Site)$)/

/** The mutations that copy files. */
const duplicateOf = { documents: 'duplicateDocument', media: 'duplicateMedia' }

/**
 * Removes fields that are not offered from the GraphQL schema, makes copies of files and restored
 * versions safe, and adds other fields. Lists read only the fields that a query names, and are counted
 * only if it asks for that.
 *
 * Workaround (payloadcms/payload#13711): Payload reads whole documents unless a query turns `select`
 * on. Can go when the config can turn it on; tests/integration/payload/upstream.test.ts notices.
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
    if (root === 'Query') {
      for (const [slug, type] of documentTypesOf(schema)) {
        addFallbacks(graphQL, type.getFields() as unknown as Fields, slug)
      }
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
        const list = countIfAsked(resolve)
        const kept = keptCollections.find((each) => name === nameOf(schema.collections[each]))
        field.resolve = kept ? resolveFromMemory(kept, list) : list
      }
      for (const each of [type, ...Object.values(args ?? {}).map((arg) => arg?.type)]) {
        eachField(graphQL, each, seen, (inside, inner) => {
          removeKeptField(inside, inner)
          const found = inside[inner]
          if (found?.extensions?.field?.type === 'richText') {
            addFormat(graphQL, inside, inner)
          }
          if (found?.resolve && root === 'Query') {
            found.resolve = inOwnContext(found.resolve)
          }
        })
      }
      if (field.resolve && root === 'Query') {
        field.resolve = withOwnContext(field.resolve)
      }
    }
    return Object.assign({}, ...more.map((extend) => extend(graphQL, schema)))
  }

/** The types of documents that the public may read, by their collections, and of globals. */
const documentTypesOf = ({
  collections,
  globals,
}: Parameters<GraphQLExtension>[1]): [string, GraphQLObjectType][] => {
  const ofGlobals = globals.config.map(({ slug }, index) => {
    // Payload names them by their number.
    const types = globals.graphQL ? globals.graphQL[String(index)] : undefined
    return [slug, types?.type] as const
  })
  const all = Object.entries(collections).map(
    ([slug, { graphQL }]) => [slug, graphQL?.type] as const,
  )
  return [...all, ...ofGlobals].flatMap(([slug, type]): [string, GraphQLObjectType][] =>
    type && hasPublicFields(slug) ? [[slug, type]] : [],
  )
}

/** What the list of a collection is called. */
const nameOf = (collection: Collection | undefined): string | undefined =>
  collection?.graphQL?.paginatedType.name
