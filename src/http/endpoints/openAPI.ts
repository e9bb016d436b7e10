import type { Endpoint, SanitizedCollectionConfig, SanitizedConfig } from 'payload'

import { linkableCollections } from '../../addresses/paths.ts'
import { hasPublicFields, publicFields } from '../../access/publicFields.ts'
import { facetsOf, filters, hasFacets } from '../../addresses/filters.ts'
import { environment } from '../../environment.ts'
import { version } from '../../lib/version.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import { locales } from '../../vocabularies/locales.ts'
import { formats } from '../shapes/formats.ts'
import { contentSchemas, inAllLanguages, listOf } from './contentSchemas.ts'

type Schema = Record<string, unknown>

type Parameter = {
  description: string
  in: 'path' | 'query'
  name: string
  schema: Schema
} & Schema

export type Operation = {
  description?: string
  operationId: string
  parameters?: Parameter[]
  requestBody?: Schema
  responses: Record<string, { content?: Record<string, { schema: Schema }>; description: string }>
  security?: Record<string, string[]>[]
  summary: string
  tags: string[]
}

export type OpenAPI = {
  components: { schemas: Record<string, Schema>; securitySchemes: Schema }
  info: Schema
  openapi: '3.1.0'
  paths: Record<string, { get?: Operation; post?: Operation }>
  servers: { url: string }[]
  tags: { description: string; name: string }[]
}

/** `GET /api/openapi.json`: the description of everything that the public can ask for. */
export const openAPI: Endpoint = {
  handler: ({ payload }) => Response.json(describeAPI(payload.config)),
  method: 'get',
  path: '/openapi.json',
}

let described: OpenAPI | undefined

/** The OpenAPI 3.1 document, made from the config; fields are those of the closed list. */
export const describeAPI = (config: SanitizedConfig): OpenAPI => {
  described ??= {
    openapi: '3.1.0',
    info: {
      title: 'iKOST CMS',
      description:
        'What the Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig publishes. Everything here is public and needs no key. Lists leave long text out unless `select` names it; ask for one document by id or slug to get all of it. Texts that are missing in a language come in German, unless `fallback-locale=none`.',
      license: { identifier: 'EUPL-1.2', name: 'EUPL-1.2' },
      version,
    },
    servers: [{ url: environment.publicURL }],
    tags: [
      { name: 'Content', description: 'Collections and globals.' },
      { name: 'Discovery', description: 'Search, feeds, sitemap and the codes that fields hold.' },
      {
        name: 'HSDS',
        description:
          'Partners for directories of help, as the Human Services Data Specification 3.1 (Open Referral) has them: each is an organization with one service and, if its address is public, a location. What may be in which record its schemas say. A POST asks what a GET asks, and writes nothing.',
      },
      { name: 'Preview', description: 'Drafts, for frontends that have a key.' },
      { name: 'Sign-in', description: 'For people who work with the CMS.' },
      { name: 'Operation', description: 'For operators.' },
    ],
    paths: { ...contentPaths(config), ...otherPaths, ...hsdsPaths },
    components: {
      schemas: { ...contentSchemas(config), ...otherSchemas },
      securitySchemes: {
        frontendKey: {
          description: '`frontends API-Key …`, made by a coordinator under "Frontends".',
          in: 'header',
          name: 'Authorization',
          type: 'apiKey',
        },
        metricsToken: { scheme: 'bearer', type: 'http' },
      },
    },
  }
  return described
}

const string = { type: 'string' }

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

const json = (description: string, schema: Schema) => ({
  content: { 'application/json': { schema } },
  description,
})

const text = (description: string, type: string) => ({
  content: { [type]: { schema: { type: 'string' } } },
  description,
})

const refusals = {
  '400': json('The question is not understood; the message says why.', ref('Errors')),
  '429': json('Too many questions; see Retry-After.', ref('Errors')),
}

const notFound = { '404': json('There is no such document.', ref('Errors')) }

const query = (
  name: string,
  description: string,
  schema: Schema,
  more: Schema = {},
): Parameter => ({
  name,
  description,
  in: 'query',
  schema,
  ...more,
})

const inPath = (name: string, description: string): Parameter => ({
  name,
  description,
  in: 'path',
  required: true,
  schema: { type: 'string' },
})

/** Parameters such as `where[kind][equals]=biss`. */
const deep = { explode: true, style: 'deepObject' }
const anything = { additionalProperties: true, type: 'object' }

const codes = locales.map(({ code }) => code)

const locale = query('locale', 'The language of the texts.', {
  default: 'de',
  enum: codes,
  type: 'string',
})

const inLanguage: Parameter[] = [
  locale,
  query('fallback-locale', 'What fills gaps; `none` leaves them.', {
    default: 'de',
    enum: ['none', ...codes],
    type: 'string',
  }),
]

/** What every public read takes. */
const asOf = query(
  'revision',
  'The state of the content that the reply must not be older than, as a webhook names it.',
  { type: 'string' },
)

/** For those who read in one language, or in all at once. */
const inAnyLanguage: Parameter[] = inLanguage.map((each) =>
  each === locale
    ? {
        ...each,
        description:
          'The language of the texts. `all`: all at once; a localised field is an object by language then, without fallback.',
        schema: { ...each.schema, enum: [...codes, 'all'] },
      }
    : each,
)

const fallbackMark = query(
  'fallback',
  '`mark`: each document says in `fallbacks` which of its fields are not in the language that was asked for, and in which instead.',
  { enum: ['mark'], type: 'string' },
)

/** How documents are written, beside which fields they have. */
const written: Parameter[] = [
  query(
    'format',
    'Rich text as a string: as HTML without scripts, styles and classes, or as plain text. Its links are absolute.',
    { enum: [...formats], type: 'string' },
  ),
  fallbackMark,
]

const shape: Parameter[] = [
  query('depth', 'How far related documents are filled in.', {
    default: 1,
    maximum: 3,
    minimum: 0,
    type: 'integer',
  }),
  query('select', 'Which fields to answer: `select[title]=true`.', anything, deep),
  query('populate', 'Which fields related documents have.', anything, deep),
  ...written,
  asOf,
]

const where = query('where', 'Conditions: `where[kind][equals]=biss`.', anything, deep)

const limitOf = (maximum: number): Parameter =>
  query('limit', 'How many documents at most.', {
    default: 10,
    maximum,
    minimum: 1,
    type: 'integer',
  })

const paging: Parameter[] = [
  limitOf(100),
  query('page', 'Which page.', { default: 1, minimum: 1, type: 'integer' }),
]

const lists: Parameter[] = [
  where,
  query('sort', 'Fields to sort by, `-` for descending: `-publishedAt`.', { type: 'string' }),
  ...paging,
  query('pagination', '`false`: the documents are not counted.', {
    default: true,
    type: 'boolean',
  }),
  ...shape,
  ...inAnyLanguage,
]

const shortFilters = (collection: string): Parameter[] =>
  Object.entries(filters[collection] ?? {}).map(([name, { codes: terms, field }]) =>
    query(
      name,
      terms
        ? `Comma-separated codes of ${nameOf(terms)}; any of them.${name === 'district' ? ' Also finds partners that serve the whole region, the state or the country.' : ''}`
        : `Short for a condition on \`${field}\`.`,
      { type: 'string' },
    ),
  )

/** Questions that no field holds the answer to, by collection. */
const questions: Record<string, Parameter[]> = {
  partners: [
    query(
      'near',
      'A latitude, a longitude and kilometres: those whose address is public and within; the nearest first, each with its `distance` in kilometres.',
      string,
    ),
    query(
      'openAt',
      'Those that are open at a day and time, in Berlin where no time zone is named. A public holiday of Lower Saxony has the hours of a Sunday; hours by appointment do not count.',
      string,
    ),
    query('openNow', 'Those that are open now.', { enum: ['true'], type: 'string' }),
  ],
  standards: [
    query('current', 'Those in force that nothing in force supersedes.', {
      enum: ['true'],
      type: 'string',
    }),
  ],
}

const facetsParameter = (slug: string): Parameter[] =>
  hasFacets(slug)
    ? [
        query(
          'facets',
          `Comma-separated; how many of all pages each code of ${facetsOf(slug).join(', ')} would find, as \`facets\` beside \`docs\`.`,
          string,
        ),
      ]
    : []

const nameOf = (terms: unknown): string =>
  Object.entries(publicVocabularies).find(([, each]) => each === terms)?.[0] ?? ''

/** Which rights whoever asks has; the admin UI is its client. */
const rightsTo = (slug: string, parameters: Parameter[]): { post: Operation } => ({
  post: {
    operationId: `rights-${slug}`,
    parameters,
    responses: {
      '200': json('The rights.', { type: 'object' }),
      '403': json('Not allowed.', ref('Errors')),
      ...notFound,
    },
    summary: `What whoever asks may do with ${slug}`,
    tags: ['Sign-in'],
  },
})

/** A reply in one language, or in all of them. */
const inOneOrAll = (slug: string, nameOf = (name: string) => name): Schema => ({
  anyOf: [ref(nameOf(slug)), ref(nameOf(inAllLanguages(slug)))],
})

const isPublic = ({ slug }: { slug: string }): boolean => hasPublicFields(slug)

const contentPaths = ({ collections, globals }: SanitizedConfig): OpenAPI['paths'] => ({
  ...Object.assign({}, ...collections.filter(isPublic).map(pathsOfCollection)),
  ...Object.fromEntries(
    globals.filter(isPublic).flatMap(({ slug }): [string, OpenAPI['paths'][string]][] => [
      [
        `/api/globals/${slug}`,
        {
          get: {
            operationId: `read-${slug}`,
            parameters: [...shape, ...inAnyLanguage],
            responses: { '200': json('The global.', inOneOrAll(slug)), ...refusals },
            summary: `Read ${slug}`,
            tags: ['Content'],
          },
        },
      ],
      [`/api/globals/${slug}/access`, rightsTo(slug, [])],
    ]),
  ),
})

const pathsOfCollection = ({ slug, upload }: SanitizedCollectionConfig): OpenAPI['paths'] => ({
  [`/api/${slug}`]: {
    get: {
      operationId: `list-${slug}`,
      parameters: [
        ...shortFilters(slug),
        ...(questions[slug] ?? []),
        ...facetsParameter(slug),
        ...lists,
      ],
      responses: { '200': json('A page of documents.', inOneOrAll(slug, listOf)), ...refusals },
      summary: `List ${slug}`,
      tags: ['Content'],
    },
  },
  [`/api/${slug}/count`]: {
    get: {
      operationId: `count-${slug}`,
      parameters: [...shortFilters(slug), ...(questions[slug] ?? []), where, asOf],
      responses: { '200': json('How many there are.', ref('Count')), ...refusals },
      summary: `Count ${slug}`,
      tags: ['Content'],
    },
  },
  [`/api/${slug}/{id}`]: {
    get: {
      operationId: `read-${slug}`,
      parameters: [inPath('id', 'The id of the document.'), ...shape, ...inAnyLanguage],
      responses: { '200': json('The document.', inOneOrAll(slug)), ...refusals, ...notFound },
      summary: `Read one of ${slug}`,
      tags: ['Content'],
    },
  },
  [`/api/${slug}/access/{id}`]: rightsTo(slug, [inPath('id', 'The id of the document.')]),
  ...(upload && {
    [`/api/${slug}/file/{filename}`]: {
      get: {
        operationId: `file-${slug}`,
        parameters: [inPath('filename', 'The name of the file, as in `url`.')],
        responses: {
          '200': {
            content: { 'application/octet-stream': { schema: {} } },
            description: 'The file.',
          },
          ...notFound,
        },
        summary: `Load a file of ${slug}`,
        tags: ['Content'],
      },
    },
  }),
})

const object = (properties: Schema, required = Object.keys(properties)): Schema => ({
  additionalProperties: false,
  properties,
  required,
  type: 'object',
})

const arrayOf = (items: Schema): Schema => ({ items, type: 'array' })
const integer = { type: 'integer' }

const entities = Object.keys(publicFields).sort()

const ofChange = { at: string, entity: { enum: entities }, id: string }
const pathOrNone = { type: ['string', 'null'] }

const otherSchemas: Record<string, Schema> = {
  Bundle: {
    properties: {
      collections: { additionalProperties: { items: anything, type: 'array' }, type: 'object' },
      globals: { additionalProperties: anything, type: 'object' },
      locale: { enum: codes },
      manifest: {
        additionalProperties: string,
        description:
          'By `collection/id`, or by the slug of a global, `sha256-…` of its JSON as it stands in the file.',
        type: 'object',
      },
      revision: string,
    },
    required: ['locale', 'revision', 'collections', 'globals', 'manifest'],
    type: 'object',
  },
  Changes: object({
    changes: arrayOf({
      anyOf: [
        object(
          {
            ...ofChange,
            doc: anything,
            oldPath: pathOrNone,
            path: pathOrNone,
            type: { enum: ['created', 'changed'] },
            url: string,
          },
          ['at', 'entity', 'type', 'path', 'doc'],
        ),
        object({ ...ofChange, path: pathOrNone, type: { enum: ['unpublished', 'deleted'] } }, [
          'at',
          'entity',
          'type',
          'path',
        ]),
      ],
    }),
    cursor: string,
    hasMore: { type: 'boolean' },
  }),
  Count: object({ totalDocs: integer }),
  Errors: {
    properties: {
      errors: arrayOf({
        properties: { data: {}, message: string, name: string },
        required: ['message'],
        type: 'object',
      }),
    },
    required: ['errors'],
    type: 'object',
  },
  Facets: {
    additionalProperties: arrayOf(object({ count: integer, value: string })),
    description: 'By short filter: how many documents each code would find, the most first.',
    type: 'object',
  },
  GraphQLReply: {
    properties: { data: { type: ['object', 'null'] }, errors: arrayOf({ type: 'object' }) },
    type: 'object',
  },
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
    description: 'A record as its schema in HSDS 3.1 says.',
    properties: { id: string },
    required: ['id'],
    type: 'object',
  },
  Health: {
    properties: {
      database: { enum: ['embedded', 'mongodb'] },
      status: { enum: ['ok', 'unavailable'] },
      version: string,
    },
    required: ['database', 'status', 'version'],
    type: 'object',
  },
  Redirect: object({
    redirect: object({ path: { type: ['string', 'null'] }, status: integer, url: string }),
  }),
  Resolved: {
    anyOf: [
      ...linkableCollections.map((collection) =>
        object({
          collection: { const: collection },
          doc: ref(collection),
          id: string,
          locale: { enum: codes },
          path: string,
          url: string,
        }),
      ),
      ref('Redirect'),
    ],
  },
  SearchResults: object({
    docs: arrayOf(
      object(
        {
          collection: { enum: [...linkableCollections].sort() },
          excerpt: { type: ['string', 'null'] },
          fallbacks: ref('Fallbacks'),
          id: string,
          path: string,
          slug: string,
          title: string,
        },
        ['collection', 'excerpt', 'id', 'path', 'slug', 'title', 'url'],
      ),
    ),
    hasNextPage: { type: 'boolean' },
    limit: integer,
    page: integer,
    totalDocs: integer,
    totalPages: integer,
  }),
  Sitemap: object({
    entries: arrayOf(
      object({
        alternates: arrayOf(object({ locale: { enum: codes }, path: string, url: string })),
        locale: { enum: codes },
        path: string,
        updatedAt: string,
        url: string,
      }),
    ),
  }),
  Term: object({ label: string, value: string }),
  Vocabularies: object({
    ...Object.fromEntries(
      Object.keys(publicVocabularies).map((name) => [name, arrayOf(ref('Term'))]),
    ),
    locales: arrayOf(
      object({ direction: { enum: ['ltr', 'rtl'] }, label: string, value: { enum: codes } }),
    ),
  }),
}

const discovery = (
  path: string,
  summary: string,
  parameters: Parameter[],
  reply: Operation['responses'][string],
): OpenAPI['paths'] => ({
  [`/api/${path}`]: {
    get: {
      operationId: path.replace(/\W+/g, '-').replace(/-$/, ''),
      parameters: [...parameters, asOf],
      responses: { '200': reply, ...refusals },
      summary,
      tags: ['Discovery'],
    },
  },
})

const feedOf = (format: string, type: string): OpenAPI['paths'] =>
  discovery(`feed/${format}`, `News as ${format}`, inLanguage, text('The feed.', type))

/** What people who sign in send and get; the admin UI is their client. */
const signIn = (
  method: 'get' | 'post',
  path: string,
  summary: string,
  example?: Schema,
): OpenAPI['paths'] => ({
  [`/api/${path}`]: {
    [method]: {
      operationId: path.replace(/\W+/g, '-'),
      ...(example && {
        requestBody: { content: { 'application/json': { example, schema: { type: 'object' } } } },
      }),
      responses: {
        '200': json('Done.', { type: 'object' }),
        '400': json('Something is missing or wrong.', ref('Errors')),
        '401': json('The name, password or code is wrong.', ref('Errors')),
        '403': json('Not allowed.', ref('Errors')),
        '429': json('Too many attempts.', ref('Errors')),
      },
      summary,
      tags: ['Sign-in'],
    },
  },
})

const login = { email: 'name@example.org', password: 'correct horse battery' }

const otherPaths: OpenAPI['paths'] = {
  ...discovery(
    'search',
    'Search pages, news, standards and partners',
    [
      query('q', 'One to eight words, or beginnings of words; all of them.', string, {
        example: 'Gewaltschutz',
        required: true,
      }),
      limitOf(50),
      ...paging.filter(({ name }) => name !== 'limit'),
      fallbackMark,
      ...inLanguage,
    ],
    json('A page of results, best first.', ref('SearchResults')),
  ),
  '/api/resolve': {
    get: {
      description: 'The language is that of the address, unless `locale` names another.',
      operationId: 'resolve',
      parameters: [
        query('path', 'The path of a page of the website.', string, {
          example: '/en/koordinierungsstelle',
          required: true,
        }),
        ...shape,
        ...inLanguage,
      ],
      responses: {
        '200': json('The document, or where the address leads now.', ref('Resolved')),
        ...refusals,
        ...notFound,
      },
      summary: 'Find what is at an address of the website',
      tags: ['Content'],
    },
  },
  ...discovery(
    'vocabularies',
    'All codes, and what they are called',
    [locale],
    json('The vocabularies.', ref('Vocabularies')),
  ),
  '/api/changes': {
    get: {
      description:
        'Each document once, with its newest change, the oldest change first; whoever asks again with `cursor` as `since` misses nothing. What is gone is told for 30 days, with the path that it had.',
      operationId: 'changes',
      parameters: [
        query(
          'since',
          '`cursor` of an earlier reply, or `revision` of a webhook; without it, all there is.',
          string,
        ),
        { ...limitOf(100), schema: { ...limitOf(100).schema, default: 100 } },
        ...inLanguage,
        asOf,
      ],
      responses: {
        '200': json('What has changed.', ref('Changes')),
        '410': json(
          'What has happened since then is not known any more; begin anew.',
          ref('Errors'),
        ),
        ...refusals,
      },
      summary: 'Ask what has changed',
      tags: ['Discovery'],
    },
  },
  ...discovery(
    'bundle',
    'Everything that is public, in one language',
    inLanguage,
    json('The content, and a hash of each document.', ref('Bundle')),
  ),
  ...discovery(
    'sitemap',
    'Every address of the website, by language',
    [],
    json('The addresses.', ref('Sitemap')),
  ),
  ...feedOf('atom', 'application/atom+xml'),
  ...feedOf('rss', 'application/rss+xml'),
  ...feedOf('json', 'application/feed+json'),
  ...discovery('openapi.json', 'This description', [], json('OpenAPI 3.1.', { type: 'object' })),
  ...discovery('docs', 'This description, to be read', [], text('A page.', 'text/html')),
  '/api/graphql': {
    get: {
      description: 'As POST, for queries; the reply may be kept by shared caches.',
      operationId: 'graphql-get',
      parameters: [
        query('query', 'The query.', string, { example: '{ Site { name } }', required: true }),
        query('variables', 'Its variables, as JSON.', string, { example: '{}' }),
        query('operationName', 'Which of several operations.', string),
        ...inLanguage,
        asOf,
      ],
      responses: { '200': json('Data, or errors.', ref('GraphQLReply')), ...refusals },
      summary: 'Ask by GraphQL, with an address',
      tags: ['Content'],
    },
    post: {
      description:
        'The schema is in `src/schema.graphql`. Only the fields that a query names are read.',
      operationId: 'graphql',
      requestBody: {
        content: {
          'application/json': {
            example: { query: '{ News(limit: 3) { docs { title slug publishedAt } } }' },
            schema: {
              properties: { query: string, variables: { type: 'object' } },
              required: ['query'],
              type: 'object',
            },
          },
        },
        required: true,
      },
      responses: { '200': json('Data, or errors.', ref('GraphQLReply')), ...refusals },
      summary: 'Ask by GraphQL',
      tags: ['Content'],
    },
  },
  '/api/preview': {
    get: {
      description:
        'The preview button of the admin UI opens PREVIEW_URL with a token; the frontend sends it here with its key.',
      operationId: 'preview',
      parameters: [query('token', 'The token.', string, { required: true }), ...written],
      responses: {
        '200': json('The newest draft.', {
          properties: { collection: string, doc: { type: 'object' }, locale: string },
          required: ['collection', 'doc', 'locale'],
          type: 'object',
        }),
        '401': json('The token is wrong or older than ten minutes.', ref('Errors')),
        '403': json('The key is missing.', ref('Errors')),
      },
      security: [{ frontendKey: [] }],
      summary: 'Read a draft for a preview',
      tags: ['Preview'],
    },
  },
  '/api/frontends/me': {
    get: {
      operationId: 'whose-key',
      responses: {
        '200': json('The frontend, or `user: null` where the key is wrong.', { type: 'object' }),
      },
      summary: 'Whose key this is',
      tags: ['Preview'],
    },
  },
  ...signIn('post', 'users/login', 'Sign in', login),
  ...signIn('post', 'users/logout', 'Sign out'),
  ...signIn('post', 'users/refresh-token', 'Stay signed in'),
  ...signIn('get', 'users/me', 'Who is signed in'),
  ...signIn('post', 'users/forgot-password', 'Ask for a link to set a password', {
    email: login.email,
  }),
  ...signIn('post', 'users/reset-password', 'Set a password', {
    password: login.password,
    token: 'from the mail',
  }),
  ...signIn('get', 'users/init', 'Whether there is anybody who can sign in'),
  ...signIn('get', 'access', 'What whoever asks may do'),
  '/api/health': {
    get: {
      operationId: 'health',
      responses: {
        '200': json('The server works.', ref('Health')),
        '503': json('The database is not responding.', ref('Health')),
      },
      summary: 'Ask whether the server works',
      tags: ['Operation'],
    },
  },
  '/api/metrics': {
    get: {
      operationId: 'metrics',
      responses: { '200': text('What was measured.', 'text/plain'), ...notFound },
      security: [{ metricsToken: [] }],
      summary: 'Read the metrics, in the format of Prometheus',
      tags: ['Operation'],
    },
  },
}

const flag = { default: false, type: 'boolean' }

const hsdsParameters = {
  format: query('format', 'The format of the reply.', {
    default: 'json',
    enum: ['json'],
    type: 'string',
  }),
  full: query('full', 'Records with all that belongs to them.', flag),
  minimal: query(
    'minimal',
    'Only the id and the last change of each, up to 10,000 on a page.',
    flag,
  ),
  modified_after: query('modified_after', 'Changed at this time or later.', {
    format: 'date-time',
    type: 'string',
  }),
  organization_id: query('organization_id', 'Of this organization.', string),
  page: query('page', 'Which page.', { default: 1, minimum: 1, type: 'integer' }),
  parent_id: query('parent_id', 'Terms below this one. There are none.', string),
  per_page: query('per_page', 'How many records at most.', {
    default: 50,
    maximum: 100,
    minimum: 1,
    type: 'integer',
  }),
  search: query('search', 'One to eight words, or parts of words; all of them.', string),
  taxonomy_id: query('taxonomy_id', 'With any term of this taxonomy.', string),
  taxonomy_term_id: query('taxonomy_term_id', 'With this term.', string),
  top_only: query('top_only', 'Terms without a parent, as all are.', flag),
}

const ofLists = ['search', 'page', 'per_page', 'format'] as const

/** The parameters that HSDS has for each list, but for those that nothing here could answer. */
const hsdsLists: Record<string, readonly (keyof typeof hsdsParameters)[]> = {
  organizations: [...ofLists, 'full', 'taxonomy_id', 'taxonomy_term_id'],
  service_at_locations: [
    ...ofLists,
    'full',
    'modified_after',
    'organization_id',
    'taxonomy_id',
    'taxonomy_term_id',
  ],
  services: [
    ...ofLists,
    'full',
    'minimal',
    'modified_after',
    'organization_id',
    'taxonomy_id',
    'taxonomy_term_id',
  ],
  taxonomies: ofLists,
  taxonomy_terms: [...ofLists, 'parent_id', 'taxonomy_id', 'top_only'],
}

const hsdsPathsOf = (
  list: string,
  names: readonly (keyof typeof hsdsParameters)[],
): OpenAPI['paths'] => {
  const parameters = [...names.map((name) => hsdsParameters[name]), ...inLanguage]
  const asked = {
    parameters,
    responses: { '200': json('A page of records.', ref('HSDSPage')), ...refusals },
    summary: `List ${list}`,
    tags: ['HSDS'],
  }
  const inBody = Object.fromEntries(
    parameters.map(({ name, description, schema }) => [name, { ...schema, description }]),
  )
  return {
    [`/api/hsds/${list}`]: {
      get: { ...asked, operationId: `hsds-list-${list}`, parameters: [...parameters, asOf] },
      post: {
        ...asked,
        operationId: `hsds-ask-${list}`,
        requestBody: { content: { 'application/json': { schema: object(inBody, []) } } },
      },
    },
    [`/api/hsds/${list}/{id}`]: {
      get: {
        operationId: `hsds-read-${list}`,
        parameters: [inPath('id', 'The id of the record.'), ...inLanguage, asOf],
        responses: {
          '200': json('The record, with all that belongs to it.', ref('HSDSRecord')),
          ...refusals,
          ...notFound,
        },
        summary: `Read one of ${list}`,
        tags: ['HSDS'],
      },
    },
  }
}

const hsdsPaths: OpenAPI['paths'] = {
  '/api/hsds': {
    get: {
      operationId: 'hsds',
      parameters: [asOf],
      responses: {
        '200': json(
          'The version.',
          object({ openapi_url: string, profile: string, version: string }),
        ),
        ...refusals,
      },
      summary: 'Which version of HSDS this is',
      tags: ['HSDS'],
    },
  },
  ...Object.assign({}, ...Object.entries(hsdsLists).map((each) => hsdsPathsOf(...each))),
}
