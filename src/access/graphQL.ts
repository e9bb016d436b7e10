import type { GraphQLExtension } from 'payload'

/**
 * Fields that Payload adds and that nobody here needs: `docAccess…` tells whoever asks which
 * documents exist, versions of globals are answered without asking a hook, mails with links to set a
 * password are sent by `POST /api/users/forgot-password` only, and `POST /api/users/unlock` unlocks.
 */
const unwanted =
  /^(?:docAccess|forgotPassword|unlock|verifyEmail|versions?(?:Emergency|Navigation|Site)$)/

/**
 * Takes what nobody needs out of the GraphQL schema, and adds other fields. The database is asked for
 * those fields only that a query names (`select`, which Payload leaves off).
 */
export const withoutUnwantedFields =
  (root: 'Mutation' | 'Query', more?: GraphQLExtension): GraphQLExtension =>
  (graphQL, schema) => {
    const fields = schema[root].fields as unknown as Record<
      string,
      { args?: Record<string, { defaultValue?: unknown } | undefined> }
    >
    for (const name of Object.keys(fields).filter((each) => unwanted.test(each))) {
      Reflect.deleteProperty(fields, name)
    }
    for (const { args } of Object.values(fields)) {
      if (args?.select) {
        args.select.defaultValue = true
      }
    }
    return more?.(graphQL, schema) ?? {}
  }
