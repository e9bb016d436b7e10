import { publicFields } from '../../access/publicFields.ts'
import { linkableCollections } from '../../addresses/paths.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import type { Content } from './content.ts'
import { documentExample, idExample, revisionExample } from './examples.ts'
import type { Parameter, Paths, Reply, Schema } from './openAPI.ts'
import { arrayOf, json, object, ref, text } from './openAPI.ts'
import {
  asOf,
  fallbackMark,
  inLanguage,
  locale,
  paging,
  query,
  shapeOf,
  written,
} from './queries.ts'
import { forbidden, notFound, refusals, refused } from './refusals.ts'

const globals = ['emergency', 'navigation', 'site']

const string: Schema = { type: 'string' }
const integer: Schema = { minimum: 0, type: 'integer' }

/** Schemas of replies that are neither a document nor a list of them. */
export const replySchemas = (contents: Content[]): Record<string, Schema> => ({
  Bundle: object({
    collections: object(
      Object.fromEntries(
        contents.flatMap(({ isGlobal, name, slug }) =>
          isGlobal ? [] : [[slug, arrayOf(ref(name))]],
        ),
      ),
    ),
    globals: object(
      Object.fromEntries(
        contents.flatMap(({ isGlobal, name, slug }) => (isGlobal ? [[slug, ref(name)]] : [])),
      ),
      [],
    ),
    locale: ref('Locale'),
    manifest: {
      additionalProperties: string,
      description:
        'By `collection/id`, or by the slug of a global, `sha256-…` of its JSON as it stands in the file.',
      type: 'object',
    },
    revision: string,
  }),
  Changes: object({
    changes: arrayOf({
      anyOf: [
        object(
          {
            ...changeProperties(contents),
            doc: { anyOf: contents.map(({ name }) => ref(name)) },
            oldPath: { type: ['string', 'null'] },
            type: { enum: ['created', 'changed'], type: 'string' },
            url: { ...string, format: 'iri' },
          },
          ['at', 'doc', 'entity', 'path', 'type'],
        ),
        object(
          {
            ...changeProperties(contents),
            type: { enum: ['unpublished', 'deleted'], type: 'string' },
          },
          ['at', 'entity', 'path', 'type'],
        ),
      ],
    }),
    cursor: string,
    hasMore: { type: 'boolean' },
  }),
  Count: object({ totalDocs: integer }),
  Facets: {
    additionalProperties: arrayOf(object({ count: integer, value: string })),
    description: 'By short filter: how many documents each code would find, the most first.',
    type: 'object',
  },
  Fallbacks: {
    additionalProperties: ref('Locale'),
    description:
      'Only with `fallback=mark`: the fields that are not in the language that was asked for, such as `title` or `steps.0.actor`, and the language that they are in.',
    type: 'object',
  },
  GraphQLReply: {
    properties: {
      data: { type: ['object', 'null'] },
      errors: arrayOf({
        properties: {
          extensions: { properties: { code: ref('ProblemCode') }, type: 'object' },
          message: string,
        },
        required: ['message'],
        type: 'object',
      }),
    },
    type: 'object',
  },
  Health: {
    properties: {
      database: { enum: ['embedded', 'mongodb'], type: 'string' },
      migrations: object({
        pending: arrayOf(string),
        state: { enum: ['current', 'pending'], type: 'string' },
      }),
      process: object({ memory: integer, openFiles: { type: ['integer', 'null'] } }),
      status: { enum: ['ok', 'unavailable'], type: 'string' },
      transactions: { type: 'boolean' },
      version: string,
    },
    required: ['database', 'status', 'version'],
    type: 'object',
  },
  Moved: object({
    redirect: object({ path: { type: ['string', 'null'] }, status: integer, url: string }),
  }),
  Resolved: {
    anyOf: [
      ...linkableCollections.map((slug) =>
        object({
          collection: { const: slug, type: 'string' },
          doc: ref(contents.find((each) => each.slug === slug)?.name ?? ''),
          id: ref('ID'),
          locale: ref('Locale'),
          path: string,
          url: { ...string, format: 'iri' },
        }),
      ),
      ref('Moved'),
    ],
  },
  SearchResults: object({
    docs: arrayOf(
      object(
        {
          collection: { enum: [...linkableCollections].sort(), type: 'string' },
          excerpt: { type: ['string', 'null'] },
          fallbacks: ref('Fallbacks'),
          id: ref('ID'),
          path: string,
          slug: string,
          title: string,
          url: { ...string, format: 'iri' },
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
        alternates: arrayOf(
          object({ locale: ref('Locale'), path: string, url: { ...string, format: 'iri' } }),
        ),
        locale: ref('Locale'),
        path: string,
        updatedAt: { ...string, format: 'date-time' },
        url: { ...string, format: 'iri' },
      }),
    ),
  }),
  Term: object({ label: string, value: string }),
  Vocabularies: object({
    ...Object.fromEntries(
      Object.keys(publicVocabularies).map((name) => [name, arrayOf(ref('Term'))]),
    ),
    locales: arrayOf(
      object({
        direction: { enum: ['ltr', 'rtl'], type: 'string' },
        label: string,
        value: ref('Locale'),
      }),
    ),
  }),
})

const changeProperties = (contents: Content[]): Schema => ({
  at: { ...string, format: 'date-time' },
  entity: { enum: contents.map(({ slug }) => slug), type: 'string' },
  id: ref('ID'),
  path: { type: ['string', 'null'] },
})

type Described = { description: string; parameters: Parameter[]; reply: Reply; summary: string }

const discovery = (
  path: string,
  { description, parameters, reply, summary }: Described,
): Paths => ({
  [`/api/${path}`]: {
    get: {
      description,
      operationId: path.replace(/\W+/g, '-').replace(/-$/, ''),
      parameters: [...parameters, asOf],
      responses: { '200': reply, ...refusals },
      summary,
      tags: ['Discovery'],
    },
  },
})

const feedOf = (format: string, type: string, example: string): Paths =>
  discovery(`feed/${format}`, {
    description: 'The newest 30 items in one language, with links to the website.',
    parameters: inLanguage,
    reply: text('The feed.', type, example),
    summary: `News as ${format}`,
  })

type SignIn = {
  description: string
  /** The body that is sent. */
  example?: Schema
  method: 'get' | 'post'
  path: string
  reply: object
  summary: string
}

/** What people who sign in send and get; the admin UI is their client. */
const signIn = ({ description, example, method, path, reply, summary }: SignIn): Paths => ({
  [`/api/${path}`]: {
    [method]: {
      description,
      operationId: path.replace(/\W+/g, '-'),
      ...(example && {
        requestBody: {
          content: {
            'application/json': {
              example,
              schema: {
                properties: Object.fromEntries(Object.keys(example).map((name) => [name, string])),
                required: Object.keys(example),
                type: 'object',
              },
            },
          },
          required: true,
        },
      }),
      responses: {
        '200': json('Done.', { type: 'object' }, reply),
        '400': refused(
          'Something is missing or wrong.',
          'invalid-body',
          'The body must be a JSON object.',
        ),
        '401': refused(
          'The name, password or code is wrong.',
          'unauthorised',
          'The email or password provided is incorrect.',
        ),
        ...forbidden,
        '429': refusals['429'],
        '503': refusals['503'],
      },
      summary,
      tags: ['Sign-in'],
    },
  },
})

const login = { email: 'name@example.org', password: 'correct horse battery' }

const health = {
  database: 'embedded',
  migrations: { pending: [], state: 'current' },
  process: { memory: 383_631_360, openFiles: 47 },
  status: 'ok',
  transactions: true,
  version: '0.1.0',
}

const term = { label: 'Braunschweig', value: '03101' }

const vocabulariesExample = {
  ...Object.fromEntries(
    Object.entries(publicVocabularies).map(([name, [first]]) => [
      name,
      [{ label: first.label.en, value: first.value }],
    ]),
  ),
  districts: [term],
  locales: [{ direction: 'ltr', label: 'German', value: 'de' }],
}

const addressExample = {
  locale: 'de',
  path: '/koordinierungsstelle',
  url: 'https://www.example.org/koordinierungsstelle',
}

const atomExample = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig</title>
  <entry><title>Kooperationsvereinbarung gezeichnet</title>…</entry>
</feed>`

const rssExample = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
  <channel><item><title>Kooperationsvereinbarung gezeichnet</title>…</item></channel>
</rss>`

const feedExample = JSON.stringify({
  version: 'https://jsonfeed.org/version/1',
  title: 'Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig',
  items: [{ title: 'Kooperationsvereinbarung gezeichnet' }],
})

const bundleExample = {
  collections: Object.fromEntries(
    Object.keys(publicFields)
      .filter((slug) => !globals.includes(slug))
      .map((slug) => [slug, slug === 'pages' ? [documentExample(slug)] : []]),
  ),
  globals: Object.fromEntries(globals.map((slug) => [slug, documentExample(slug)])),
  locale: 'de',
  manifest: {
    [`pages/${idExample}`]: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  },
  revision: revisionExample,
}

/** What can be asked beside collections and globals. */
export const otherPaths: Paths = {
  ...discovery('search', {
    description:
      'Finds parts of words, whatever the case, in titles, texts, names and labels of codes, in the asked language and in German. Matches in titles come first.',
    parameters: [
      query(
        'q',
        'One to eight words of at least two letters, or beginnings of words; all of them.',
        { maxLength: 100, minLength: 2, type: 'string' },
        { example: 'Gewalt', required: true },
      ),
      ...paging(50),
      fallbackMark,
      ...inLanguage,
    ],
    reply: json('A page of results, best first.', ref('SearchResults'), {
      docs: [
        {
          collection: 'pages',
          excerpt: null,
          id: idExample,
          path: '/koordinierungsstelle',
          slug: 'koordinierungsstelle',
          title: 'Koordinierungsstelle',
          url: 'https://www.example.org/koordinierungsstelle',
        },
      ],
      hasNextPage: false,
      limit: 10,
      page: 1,
      totalDocs: 1,
      totalPages: 1,
    }),
    summary: 'Search pages, news, standards and partners',
  }),
  '/api/resolve': {
    get: {
      description: 'The language is that of the address, unless `locale` names another.',
      operationId: 'resolve',
      parameters: [
        query(
          'path',
          'The path of a page of the website.',
          { maxLength: 2_000, pattern: '^/', type: 'string' },
          { example: '/en/koordinierungsstelle', required: true },
        ),
        ...shapeOf({ name: 'Page', slug: 'pages' }),
      ],
      responses: {
        '200': json('The document, or where the address leads now.', ref('Resolved'), {
          collection: 'pages',
          doc: documentExample('pages'),
          id: idExample,
          locale: 'en',
          path: '/en/koordinierungsstelle',
          url: 'https://www.example.org/en/koordinierungsstelle',
        }),
        ...refusals,
        '404': refused(
          'Nothing is published at this address.',
          'not-found',
          'Nothing is published at this address.',
        ),
      },
      summary: 'Find what is at an address of the website',
      tags: ['Content'],
    },
  },
  ...discovery('vocabularies', {
    description: 'Labels are English with `locale=en`, and German otherwise.',
    parameters: [locale],
    reply: json('The vocabularies.', ref('Vocabularies'), vocabulariesExample),
    summary: 'All codes, and what they are called',
  }),
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
          { example: revisionExample },
        ),
        query(
          'limit',
          'How many changes at most.',
          { default: 100, maximum: 100, minimum: 1, type: 'integer' },
          { example: 10 },
        ),
        ...inLanguage,
        asOf,
      ],
      responses: {
        '200': json('What has changed.', ref('Changes'), {
          changes: [
            {
              at: '2026-11-30T07:53:53.362Z',
              doc: documentExample('pages'),
              entity: 'pages',
              id: idExample,
              path: '/koordinierungsstelle',
              type: 'changed',
              url: 'https://www.example.org/koordinierungsstelle',
            },
          ],
          cursor: revisionExample,
          hasMore: false,
        }),
        '410': refused(
          'What has happened since then is not known any more.',
          'gone',
          'What has happened since then is not known any more: please begin anew without "since", or with /api/bundle.',
        ),
        ...refusals,
      },
      summary: 'Ask what has changed',
      tags: ['Discovery'],
    },
  },
  ...discovery('bundle', {
    description:
      'The content of a website or an app in one file, with a hash of each document; `/api/changes` goes on from its `revision`.',
    parameters: inLanguage,
    reply: json('The content.', ref('Bundle'), bundleExample),
    summary: 'Everything that is public, in one language',
  }),
  ...discovery('sitemap', {
    description: 'Each address with its language, its other languages, and its last change.',
    parameters: [],
    reply: json('The addresses.', ref('Sitemap'), {
      entries: [
        {
          alternates: [addressExample],
          ...addressExample,
          updatedAt: '2026-11-30T07:53:53.362Z',
        },
      ],
    }),
    summary: 'Every address of the website, by language',
  }),
  ...feedOf('atom', 'application/atom+xml', atomExample),
  ...feedOf('rss', 'application/rss+xml', rssExample),
  ...feedOf('json', 'application/feed+json', feedExample),
  ...discovery('openapi.json', {
    description: 'OpenAPI 3.1, made from the list of fields that the server answers from.',
    parameters: [],
    reply: json('The description.', { type: 'object' }, { openapi: '3.1.0' }),
    summary: 'This description',
  }),
  ...discovery('types.d.ts', {
    description:
      'What is answered, and what can be asked, by route, for TypeScript: what the public gets, and nothing else.',
    parameters: [],
    reply: text('A module of types.', 'text/plain', 'export type NewsItem = …'),
    summary: 'Types in TypeScript',
  }),
  ...discovery('schema.graphql', {
    description: 'The queries, types and fields of which the public gets something.',
    parameters: [],
    reply: text('The schema.', 'text/plain', 'type Query { … }'),
    summary: 'The GraphQL schema',
  }),
  ...discovery('docs', {
    description: 'The same as a page for people, with an example for each question.',
    parameters: [],
    reply: text('A page.', 'text/html', '<!doctype html>'),
    summary: 'This description, to be read',
  }),
  '/api/graphql': {
    get: {
      description: 'As POST, for queries; the reply may be kept by shared caches.',
      operationId: 'graphql-get',
      parameters: [
        query(
          'query',
          'The query.',
          { maxLength: 20_000, type: 'string' },
          { example: '{ Site { name } }', required: true },
        ),
        query('variables', 'Its variables, as JSON.', string, { example: '{}' }),
        query('operationName', 'Which of several operations.', string, { example: '' }),
        ...inLanguage,
        asOf,
      ],
      responses: {
        '200': json('Data, or errors.', ref('GraphQLReply'), {
          data: { Site: { name: 'Interdisziplinäre Koordinierungsstelle Häusliche Gewalt' } },
        }),
        ...refusals,
      },
      summary: 'Ask by GraphQL, with an address',
      tags: ['Content'],
    },
    post: {
      description:
        'The schema is at `/api/schema.graphql`. Only the fields that a query names are read.',
      operationId: 'graphql',
      requestBody: {
        content: {
          'application/json': {
            example: { query: '{ News(limit: 3) { docs { title slug publishedAt } } }' },
            schema: {
              properties: {
                query: { maxLength: 20_000, type: 'string' },
                variables: { type: 'object' },
              },
              required: ['query'],
              type: 'object',
            },
          },
        },
        required: true,
      },
      responses: {
        '200': json('Data, or errors.', ref('GraphQLReply'), {
          data: {
            News: {
              docs: [
                {
                  publishedAt: '2018-08-17T00:00:00.000Z',
                  slug: 'kooperationsvereinbarung-gezeichnet',
                  title: 'Kooperationsvereinbarung gezeichnet',
                },
              ],
            },
          },
        }),
        ...refusals,
      },
      summary: 'Ask by GraphQL',
      tags: ['Content'],
    },
  },
  '/api/preview': {
    get: {
      description:
        'The preview button of the admin UI opens PREVIEW_URL with a token; the frontend sends it here with its key.',
      operationId: 'preview',
      parameters: [
        query('token', 'The token.', string, { example: 'eyJhbGciOiJIUzI1NiJ9', required: true }),
        ...written,
      ],
      responses: {
        '200': json(
          'The newest draft.',
          object({ collection: string, doc: { type: 'object' }, locale: ref('Locale') }),
          { collection: 'pages', doc: documentExample('pages'), locale: 'de' },
        ),
        '401': refused(
          'The token is wrong or older than ten minutes.',
          'unauthorised',
          'This preview has expired.',
        ),
        '403': refused(
          'The key is missing.',
          'forbidden',
          'You are not allowed to perform this action.',
        ),
      },
      security: [{ frontendKey: [] }],
      summary: 'Read a draft for a preview',
      tags: ['Preview'],
    },
  },
  '/api/frontends/me': {
    get: {
      description: 'Tells a frontend whether its key works.',
      operationId: 'whose-key',
      responses: {
        '200': json(
          'The frontend, or `user: null` where the key is wrong.',
          { type: 'object' },
          { message: 'Account', user: null },
        ),
        ...refusals,
      },
      security: [{}, { frontendKey: [] }],
      summary: 'Whose key this is',
      tags: ['Preview'],
    },
  },
  ...signIn({
    description: 'With a second factor, `totp` as well: six digits, or a recovery code.',
    example: login,
    method: 'post',
    path: 'users/login',
    reply: { message: 'Authentication Passed', token: 'eyJhbGciOiJIUzI1NiJ9' },
    summary: 'Sign in',
  }),
  ...signIn({
    description: 'Ends the session.',
    method: 'post',
    path: 'users/logout',
    reply: { message: 'You have been logged out successfully.' },
    summary: 'Sign out',
  }),
  ...signIn({
    description: 'Prolongs the session.',
    method: 'post',
    path: 'users/refresh-token',
    reply: { message: 'Token refresh successful' },
    summary: 'Stay signed in',
  }),
  ...signIn({
    description: '`user: null` for nobody.',
    method: 'get',
    path: 'users/me',
    reply: { message: 'Account', user: null },
    summary: 'Who is signed in',
  }),
  ...signIn({
    description: 'A mail goes out if there is such a person; the reply does not tell.',
    example: { email: login.email },
    method: 'post',
    path: 'users/forgot-password',
    reply: { message: 'Success' },
    summary: 'Ask for a link to set a password',
  }),
  ...signIn({
    description: 'The token is in the link of the mail; it works once.',
    example: { password: login.password, token: 'from the mail' },
    method: 'post',
    path: 'users/reset-password',
    reply: { message: 'Password reset successfully.' },
    summary: 'Set a password',
  }),
  ...signIn({
    description: 'The admin UI asks before it shows its form.',
    method: 'get',
    path: 'users/init',
    reply: { initialized: true },
    summary: 'Whether there is anybody who can sign in',
  }),
  ...signIn({
    description: 'The collections, globals and fields that whoever asks may use.',
    method: 'get',
    path: 'access',
    reply: { collections: {}, globals: {} },
    summary: 'What whoever asks may do',
  }),
  '/api/health': {
    get: {
      description: 'Is not counted against any limit, and takes any parameter.',
      operationId: 'health',
      responses: {
        '200': json('The server works.', ref('Health'), health),
        '400': refusals['400'],
        '503': json('The database is not responding.', ref('Health'), {
          database: health.database,
          status: 'unavailable',
          version: health.version,
        }),
      },
      summary: 'Ask whether the server works',
      tags: ['Operation'],
    },
  },
  '/api/metrics': {
    get: {
      description: 'Needs METRICS_TOKEN.',
      operationId: 'metrics',
      responses: {
        '200': text('What was measured.', 'text/plain', 'process_open_fds 47'),
        ...notFound,
      },
      security: [{ metricsToken: [] }],
      summary: 'Read the metrics, in the format of Prometheus',
      tags: ['Operation'],
    },
  },
}
