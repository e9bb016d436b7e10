/** A schema (JSON Schema 2020-12). */
export type Schema = Record<string, unknown>

export type MediaType = { example?: unknown; schema: Schema }

export type Parameter = {
  description: string
  example: unknown
  explode?: boolean
  in: 'path' | 'query'
  name: string
  required?: boolean
  schema: Schema
  style?: 'form'
}

export type Reply = { content?: Record<string, MediaType>; description: string }

export type Operation = {
  description: string
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, MediaType>; required?: boolean }
  responses: Record<string, Reply>
  security?: Record<string, string[]>[]
  summary: string
  tags: string[]
}

export type Paths = Record<string, { get?: Operation; post?: Operation }>

/** What is used here of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1). */
export type OpenAPI = {
  components: { schemas: Record<string, Schema>; securitySchemes: Schema }
  info: Schema
  openapi: '3.1.0'
  paths: Paths
  security: Record<string, string[]>[]
  servers: { url: string }[]
  tags: { description: string; name: string }[]
}

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** The schema of an object with these fields and no others. */
export const object = (properties: Schema, required = Object.keys(properties)): Schema => ({
  additionalProperties: false,
  properties,
  required,
  type: 'object',
})

export const arrayOf = (items: Schema, more: Schema = {}): Schema => ({
  items,
  type: 'array',
  ...more,
})

export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

export const json = (description: string, schema: Schema, example?: unknown): Reply => ({
  content: { 'application/json': { ...(example !== undefined && { example }), schema } },
  description,
})

export const text = (description: string, type: string, example?: string): Reply => ({
  content: { [type]: { ...(example !== undefined && { example }), schema: { type: 'string' } } },
  description,
})
