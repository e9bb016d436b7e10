import type { Client } from '@libsql/client'
import type * as GraphQL from 'graphql'
import type { CollectionConfig, Payload, PayloadRequest, SanitizedConfig } from 'payload'

import { createRequire } from 'node:module'

import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { configToSchema } from '@payloadcms/graphql'
import { buildConfig, createLocalReq, getPayload, handleEndpoints } from 'payload'

import { environment } from '../../../src/environment.ts'
import { ownDatabase } from '../../support/ownDatabase.ts'

/** Payload as it is, without anything of ours, on a database of its own; `getPayload` keeps it by this key. */
const key = 'plain'

// Payload takes the CommonJS of GraphQL, a test would take its modules: GraphQL wants to be there once.
const { graphql, parse, validate } = createRequire(import.meta.url)('graphql') as typeof GraphQL

export const isEmbedded = environment.database.kind === 'embedded'

export const { DATABASE_URL: url } = ownDatabase()

/** What has been seen of Payload from inside. */
export const seen: {
  /** What hooks of a change are told. */
  changes: Set<string>
  /** The operations on globals that hooks were asked about. */
  globalOperations: string[]
  /** How many transactions were open whenever a picture was scaled. */
  openWhenScaled: number[]
} = { changes: new Set(), globalOperations: [], openWhenScaled: [] }

/** How often the task "count" has been done, by what it was asked to count. */
export const done = new Map<string, number>()

const isEditor = ({ req }: { req: { user: unknown } }): boolean =>
  (req.user as { role?: string } | null)?.role === 'editor'

/** What the documentation of Payload says of who may publish (docs/versions/drafts.mdx). */
const asDocumented: NonNullable<CollectionConfig['access']>['update'] = ({ req }) =>
  isEditor({ req }) ? { _status: { equals: 'draft' } } : Boolean(req.user)

const title = { name: 'title', type: 'text', required: true } as const

const collections: CollectionConfig[] = [
  {
    slug: 'users',
    auth: true,
    fields: [
      { name: 'role', type: 'text' },
      { name: 'hidden', type: 'text' },
    ],
  },
  { slug: 'keys', auth: { disableLocalStrategy: true, useAPIKey: true }, fields: [] },
  {
    slug: 'posts',
    access: {
      read: ({ req }) => Boolean(req.user) || { _status: { equals: 'published' } },
      readVersions: () => true,
      update: asDocumented,
    },
    fields: [
      title,
      { name: 'text', type: 'text', localized: true },
      { name: 'fixed', type: 'text', access: { update: () => false } },
      { name: 'secret', type: 'text', access: { read: () => false } },
      { name: 'tags', type: 'select', hasMany: true, options: ['a', 'b'] },
      { name: 'parent', type: 'relationship', relationTo: 'posts' as never },
    ],
    hooks: {
      beforeChange: [
        (args) => {
          Object.keys(args).forEach((name) => seen.changes.add(name))
        },
      ],
    },
    trash: true,
    versions: { drafts: { schedulePublish: true } },
  },
  {
    slug: 'notes',
    access: { read: () => true, update: ({ req }) => Boolean(req.user) },
    fields: [
      title,
      { name: 'about', type: 'relationship', relationTo: ['posts', 'users'] as never },
      { name: 'rows', type: 'array', fields: [{ name: 'text', type: 'text' }] },
      { name: 'day', type: 'date' },
      {
        name: 'computed',
        type: 'array',
        fields: [{ name: 'text', type: 'text' }],
        hooks: { afterRead: [() => [{ text: 'computed' }]] },
        virtual: true,
      },
    ],
  },
  {
    slug: 'files',
    access: { read: () => ({ filename: { not_equals: 'closed.txt' } }) },
    fields: [],
    upload: { disableLocalStorage: true, pasteURL: false, resizeOptions: { width: 1 } },
  },
  // MongoDB has no tables.
  ...(isEmbedded
    ? [
        {
          slug: 'odd',
          fields: [{ name: 'numbers', type: 'array', fields: [{ name: 'text', type: 'text' }] }],
        } satisfies CollectionConfig,
      ]
    : []),
]

const config = buildConfig({
  admin: { user: 'users' },
  collections,
  db: isEmbedded
    ? sqliteAdapter({
        busyTimeout: 1000,
        client: { url },
        idType: 'uuid',
        push: true,
        transactionOptions: {},
        wal: true,
      })
    : mongooseAdapter({ ensureIndexes: true, url }),
  globals: [
    {
      slug: 'site',
      access: { read: () => true, readVersions: () => true },
      fields: [title],
      hooks: {
        beforeOperation: [
          ({ operation }) => {
            seen.globalOperations.push(operation)
          },
        ],
      },
      versions: { drafts: true },
    },
  ],
  jobs: {
    access: { cancel: () => true, queue: () => true, run: () => true },
    deleteJobOnComplete: true,
    tasks: [
      {
        slug: 'count',
        handler: ({ input }: { input: { what: string } }) => {
          done.set(input.what, (done.get(input.what) ?? 0) + 1)
          return { output: {} }
        },
        inputSchema: [{ name: 'what', type: 'text' }],
      } as never,
      {
        slug: 'countDone',
        handler: async ({ input, req }: { input: { what: string }; req: PayloadRequest }) => {
          const where = { completedAt: { exists: true } }
          const { totalDocs } = await req.payload.db.count({ collection: 'payload-jobs', where })
          done.set(input.what, totalDocs)
          return { output: {} }
        },
        inputSchema: [{ name: 'what', type: 'text' }],
      } as never,
      {
        slug: 'nightly',
        handler: () => ({ output: {} }),
        schedule: [{ cron: '0 3 * * *', queue: 'nightly' }],
      } as never,
    ],
  },
  localization: { defaultLocale: 'de', fallback: true, locales: ['de', 'en'] },
  logger: { options: { level: 'silent' } },
  secret: 'not secret',
  sharp: (() => {
    seen.openWhenScaled.push(Object.keys(started?.db.sessions ?? {}).length)
    throw new Error('This is no sharp.')
  }) as never,
  telemetry: false,
  typescript: { autoGenerate: false },
})

type Options = Record<string, unknown>

// The types of documents are those of our own collections.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = Promise<any>

/** Payload with collections that our types do not know. */
export type Plain = {
  config: SanitizedConfig
  db: {
    beginTransaction: () => Promise<string>
    client: Client
    commitTransaction: (id: string) => Promise<void>
    rollbackTransaction: (id: string) => Promise<void>
    sessions: Record<string, { db: { run: (statement: unknown) => Promise<unknown> } }>
  } & Record<'create' | 'find' | 'findGlobal' | 'updateOne', (args: Options) => Loose>
  destroy: () => Promise<void>
  jobs: Record<'handleSchedules' | 'queue' | 'run', (args: Options) => Loose>
} & Record<
  | 'count'
  | 'create'
  | 'duplicate'
  | 'find'
  | 'findByID'
  | 'findGlobal'
  | 'findGlobalVersions'
  | 'findVersions'
  | 'forgotPassword'
  | 'login'
  | 'restoreGlobalVersion'
  | 'restoreVersion'
  | 'update'
  | 'updateGlobal',
  (options: Options) => Loose
>

let started: Plain | undefined

export const start = async (): Promise<Plain> => {
  started = (await getPayload({ config, key })) as unknown as Plain
  return started
}

export const requestOf = (plain: Plain, options: { locale?: string; user?: unknown } = {}) =>
  createLocalReq(options as never, plain as unknown as Payload)

type Sent = { as?: string; body?: unknown; method?: string }

/** @param as what the header `Authorization` says. */
export const rest = (path: string, { as, body, method = 'GET' }: Sent = {}): Promise<Response> =>
  handleEndpoints({
    config,
    payloadInstanceCacheKey: key,
    request: new Request(`http://localhost${path}`, {
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...(as && { Authorization: as }) },
      method,
    }),
  })

let made: ReturnType<typeof configToSchema> | undefined

const graphQLOf = ({ config: built }: Plain) => (made ??= configToSchema(built))

export const schemaOf = (plain: Plain) => graphQLOf(plain).schema

export const graphQL = async (plain: Plain, source: string) =>
  graphql({
    contextValue: { headers: {}, req: await requestOf(plain) },
    schema: schemaOf(plain),
    source,
  })

/** What the rules that Payload adds to those of GraphQL say of a query. */
export const validateByPayload = (plain: Plain, source: string) =>
  validate(
    schemaOf(plain),
    parse(source),
    graphQLOf(plain).validationRules({ document: {}, variables: {} } as never),
  )
