import type { SanitizedConfig } from 'payload'

import type { OpenAPI3 } from 'openapi-typescript'

import openapiTS, { astToString } from 'openapi-typescript'

import { describeAPI } from '../http/description/describeAPI.ts'
import type { OpenAPI, Operation, Schema } from '../http/description/openAPI.ts'
import { object } from '../http/description/openAPI.ts'

const header = `/**
 * What anybody gets from the API of the iKOST CMS, made from its OpenAPI description: documents, lists, and, by
 * route, what can be asked and what is answered. Parameters that are objects are sent as JSON.
 */
`

/** The content of \`/api/types.d.ts\`. */
export const publicTypes = async (config: SanitizedConfig): Promise<string> => {
  const description = describeAPI(config)
  const schemas: Record<string, Schema> = {
    ...description.components.schemas,
    Routes: { ...object(routesIn(description)), description: 'What can be asked of each route.' },
  }
  const types = astToString(
    // A copy, since it is changed.
    await openapiTS(
      structuredClone({ ...description, components: { schemas }, paths: {} }) as object as OpenAPI3,
      { defaultNonNullable: false },
    ),
  )
  const [, components = ''] = /(export interface components \{.*?\n\})\n/s.exec(types) ?? []
  const names = Object.keys(schemas)
    .map((name) => `export type ${name} = components["schemas"]["${name}"];`)
    .join('\n')
  return `${header}${components.replace('export ', '')}\n${names}\n`
}

/** Routes whose replies anybody gets as JSON, with their parameters and replies. */
const routesIn = ({ paths }: OpenAPI): Record<string, Schema> =>
  Object.fromEntries(
    Object.entries(paths).flatMap(([path, { get }]) => {
      const reply = get?.responses['200']?.content?.['application/json']?.schema
      return get && reply?.$ref && !get.security && !path.includes('{')
        ? [[path, object({ query: queryOf(get), reply })]]
        : []
    }),
  )

const queryOf = ({ parameters = [] }: Operation): Schema =>
  object(
    Object.fromEntries(
      parameters.map(({ name, schema }) => [name, (schema.contentSchema as Schema) ?? schema]),
    ),
    parameters.filter(({ required }) => required).map(({ name }) => name),
  )
