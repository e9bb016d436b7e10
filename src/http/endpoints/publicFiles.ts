import type { Endpoint } from 'payload'

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Files that `npm run generate` makes of the description of the API. */
export const publicFiles = {
  schema: { path: path.join(source, 'public-schema.graphql'), route: '/schema.graphql' },
  types: { path: path.join(source, 'public-types.d.ts'), route: '/types.d.ts' },
} as const

const endpointOf = (file: (typeof publicFiles)[keyof typeof publicFiles]): Endpoint => ({
  handler: async () =>
    new Response(await readFile(file.path), {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    }),
  method: 'get',
  path: file.route,
})

/** `GET /api/types.d.ts`: the types of what anybody gets, in TypeScript. */
export const types = endpointOf(publicFiles.types)

/** `GET /api/schema.graphql`: the part of the GraphQL schema of which anybody gets something. */
export const graphQLSchema = endpointOf(publicFiles.schema)
