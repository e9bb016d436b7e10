import type { Parameter, Paths, Schema } from './openAPI.ts'
import { arrayOf, json, object, ref } from './openAPI.ts'
import { asOf, inLanguage, query } from './queries.ts'
import { notFound, refusals } from './refusals.ts'

const integer: Schema = { minimum: 0, type: 'integer' }
const flag: Schema = { default: false, type: 'boolean' }
const uuid: Schema = { format: 'uuid', type: 'string' }

/** Ids that are the same everywhere (`src/features/hsds/ids.ts`): the taxonomy of services, and the term for counselling. */
const taxonomyExamples = {
  taxonomy: 'd207e4a2-e947-5b0c-b06c-825007f3cd0d',
  term: '26d2fb21-d84d-597e-acac-a031d351ee2c',
}

const organizationExample = '6f0e9d3c-5c52-5a6e-9f57-1f6a3f0c6c11'

const parameters = {
  format: query(
    'format',
    'The format of the reply.',
    { default: 'json', enum: ['json'], type: 'string' },
    { example: 'json' },
  ),
  full: query('full', 'Records with all that belongs to them.', flag, { example: true }),
  minimal: query(
    'minimal',
    'Only the id and the last change of each, up to 10,000 on a page.',
    flag,
    { example: true },
  ),
  modified_after: query(
    'modified_after',
    'Changed at this time or later.',
    { format: 'date-time', type: 'string' },
    { example: '2026-11-01T00:00:00Z' },
  ),
  organization_id: query('organization_id', 'Of this organization.', uuid, {
    example: organizationExample,
  }),
  page: query('page', 'Which page.', { default: 1, minimum: 1, type: 'integer' }, { example: 1 }),
  parent_id: query('parent_id', 'Terms below this one. There are none.', uuid, {
    example: taxonomyExamples.term,
  }),
  per_page: query(
    'per_page',
    'How many records at most.',
    { default: 50, maximum: 100, minimum: 1, type: 'integer' },
    { example: 10 },
  ),
  search: query(
    'search',
    'One to eight words, or parts of words; all of them.',
    { maxLength: 100, minLength: 2, type: 'string' },
    { example: 'beratung' },
  ),
  taxonomy_id: query('taxonomy_id', 'With a term of this taxonomy.', uuid, {
    example: taxonomyExamples.taxonomy,
  }),
  taxonomy_term_id: query('taxonomy_term_id', 'With this term.', uuid, {
    example: taxonomyExamples.term,
  }),
  top_only: query('top_only', 'Terms without a parent, as all are.', flag, { example: true }),
} satisfies Record<string, Parameter>

type Name = keyof typeof parameters

const ofLists = ['search', 'page', 'per_page', 'format'] as const
const ofServices: readonly Name[] = [
  'modified_after',
  'organization_id',
  'taxonomy_id',
  'taxonomy_term_id',
]

/** The parameters that HSDS has for each list, but for those that nothing here could answer. */
const lists: Record<string, readonly Name[]> = {
  organizations: [...ofLists, 'full', 'taxonomy_id', 'taxonomy_term_id'],
  service_at_locations: [...ofLists, 'full', ...ofServices],
  services: [...ofLists, 'full', 'minimal', ...ofServices],
  taxonomies: ofLists,
  taxonomy_terms: [...ofLists, 'parent_id', 'taxonomy_id', 'top_only'],
}

const recordExample = { id: organizationExample, name: 'Muster-BISS Braunschweig' }

const pageExample = {
  contents: [recordExample],
  empty: false,
  first_page: true,
  last_page: true,
  page_number: 1,
  size: 1,
  total_items: 1,
  total_pages: 1,
}

/** Pages and records of HSDS, whose own schemas say more. */
export const hsdsSchemas: Record<string, Schema> = {
  HSDSPage: object({
    contents: arrayOf(ref('HSDSRecord')),
    empty: { type: 'boolean' },
    first_page: { type: 'boolean' },
    last_page: { type: 'boolean' },
    page_number: integer,
    size: integer,
    total_items: integer,
    total_pages: integer,
  }),
  HSDSRecord: {
    additionalProperties: true,
    description: 'A record as its schema in HSDS 3.1 says.',
    properties: { id: uuid },
    required: ['id'],
    type: 'object',
  },
}

const pathsOf = (list: string, names: readonly Name[]): Paths => {
  const asked = [...names.map((name) => parameters[name]), ...inLanguage]
  const operation = {
    description: `What \`${list}\` of HSDS 3.1 holds, page by page.`,
    responses: { '200': json('A page of records.', ref('HSDSPage'), pageExample), ...refusals },
    summary: `List ${list}`,
    tags: ['HSDS'],
  }
  const inBody = Object.fromEntries(
    asked.map(({ name, description, schema }) => [
      name,
      '$ref' in schema ? schema : { ...schema, description },
    ]),
  )
  return {
    [`/api/hsds/${list}`]: {
      get: { ...operation, operationId: `hsds-list-${list}`, parameters: [...asked, asOf] },
      post: {
        ...operation,
        operationId: `hsds-ask-${list}`,
        parameters: asked,
        requestBody: {
          content: {
            'application/json': { example: {}, schema: object(inBody, []) },
          },
        },
      },
    },
    [`/api/hsds/${list}/{id}`]: {
      get: {
        description: 'As a list has it with `full`.',
        operationId: `hsds-read-${list}`,
        parameters: [
          {
            name: 'id',
            description: 'The id of the record.',
            example: organizationExample,
            in: 'path',
            required: true,
            schema: uuid,
          },
          ...inLanguage,
          asOf,
        ],
        responses: {
          '200': json('The record, with all that belongs to it.', ref('HSDSRecord'), recordExample),
          ...refusals,
          ...notFound,
        },
        summary: `Read one of ${list}`,
        tags: ['HSDS'],
      },
    },
  }
}

/** Partners as directories of help exchange them (`src/features/hsds`). */
export const hsdsPaths: Paths = {
  '/api/hsds': {
    get: {
      description: 'Where the description is, and which version of HSDS the records keep to.',
      operationId: 'hsds',
      parameters: [asOf],
      responses: {
        '200': json(
          'The version.',
          object({
            openapi_url: { format: 'uri', type: 'string' },
            profile: { format: 'uri', type: 'string' },
            version: { type: 'string' },
          }),
          {
            openapi_url: 'https://cms.example.org/api/openapi.json',
            profile: 'https://cms.example.org/api/docs',
            version: '3.1',
          },
        ),
        ...refusals,
      },
      summary: 'Which version of HSDS this is',
      tags: ['HSDS'],
    },
  },
  ...(Object.assign(
    {},
    ...Object.entries(lists).map(([list, names]) => pathsOf(list, names)),
  ) as Paths),
}
