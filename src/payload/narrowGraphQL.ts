import type { GraphQLExtension, PayloadRequest } from 'payload'

import { fileCollections } from '../addresses/paths.ts'
import { copyFirst } from '../features/files/index.ts'
import type { Resolve } from './countIfAsked.ts'
import { countIfAsked } from './countIfAsked.ts'
import { forgetSearch } from './forgetSearch.ts'

/**
 * Fields that Payload adds and that nobody here needs: mails with links to set a password are sent by
 * `POST /api/users/forgot-password` only, and `POST /api/users/unlock` unlocks.
 *
 * Workaround (no issue known): `docAccess…` tells whoever asks which documents exist, and versions of
 * globals are answered without asking a hook and restored over what is published. Can go when neither is so
 * (see `forThoseWhoRead` and `restoreAsDraft`); tests/integration/payload/upstream.test.ts notices.
 */
const unwanted =
  /^(?:docAccess|forgotPassword|unlock|verifyEmail|(?:restoreVersion|versions?)(?:Emergency|Navigation|Site)$)/

/** The mutations that make copies of files. */
const duplicateOf = { documents: 'duplicateDocument', media: 'duplicateMedia' }

/**
 * Takes what nobody needs out of the GraphQL schema, and adds other fields. The database is asked for
 * that only which a query names: the fields, and how many there are.
 *
 * Workaround (payloadcms/payload#13711): `select`, which reads the fields of a query only, is off unless a
 * query turns it on. Can go when the config can turn it on; tests/integration/payload/upstream.test.ts
 * notices.
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
