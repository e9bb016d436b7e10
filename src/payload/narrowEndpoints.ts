import type {
  Endpoint,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedGlobalConfig,
} from 'payload'

import { Forbidden, NotFound } from 'payload'

import { fileCollections } from '../addresses/paths.ts'
import { asPerson } from '../access/asPerson.ts'
import { isPerson } from '../access/people.ts'
import { prepareFirst } from '../features/files/index.ts'
import { clampGlobalVersions } from '../http/limits/clampQuery.ts'
import { deletePreference } from './deletePreference.ts'
import type { Handler } from './restoreAsDraft.ts'
import { restoreAsDraft, restoreGlobalAsDraft } from './restoreAsDraft.ts'

const notFound = (method: Endpoint['method'], path: string): Handler => ({
  handler: (req) => {
    throw new NotFound(req.t)
  },
  method,
  path,
})

/**
 * Workaround (no issue known): Payload has these routes for what has no versions as well, and fails there.
 * Can go when it answers 404; tests/integration/payload/upstream.test.ts notices.
 */
const withoutVersions = [
  notFound('get', '/versions'),
  notFound('get', '/versions/:id'),
  notFound('post', '/versions/:id'),
]

/** People come by invitation and confirm nothing; the first coordinator comes from the seed. */
const withoutRegistration = [notFound('post', '/first-register'), notFound('post', '/verify/:id')]

/** Keys have no sessions, and there is no first one to make. */
const withoutSessions = [notFound('post', '/logout'), notFound('get', '/init')]

/** Lets people only use a route that Payload opens to frontend keys or to anybody. */
const forPeople = (endpoint: Handler): Handler => ({
  ...endpoint,
  handler: async (req) => {
    if (!isPerson({ req })) {
      throw new Forbidden(req.t)
    }
    return endpoint.handler(req)
  },
})

const isRestore = ({ method, path }: Handler): boolean =>
  method === 'post' && path === '/versions/:id'

/**
 * Tells the rights to a document only to those who may see it.
 *
 * Workaround (no issue known): Payload's answer tells whoever asks that a document exists. Can go when it
 * is that of a document that does not; tests/integration/payload/upstream.test.ts notices.
 */
const forThoseWhoRead = (slug: string, endpoint: Handler): Handler => ({
  ...endpoint,
  handler: async (req: PayloadRequest) => {
    const id = req.routeParams?.id as string | undefined
    if (id) {
      await req.payload.findByID({
        ...asPerson(req),
        id,
        collection: slug as 'pages',
        depth: 0,
        draft: true,
        trash: true,
      })
    }
    return endpoint.handler(req)
  },
})

const withPreparedUploads = (collection: SanitizedCollectionConfig): Handler[] => {
  const slug = fileCollections.find((each) => each === collection.slug)
  return (collection.endpoints || []).map((endpoint) =>
    slug ? prepareFirst(collection, slug, endpoint) : endpoint,
  )
}

/** Closes or narrows the routes that Payload adds to a global by itself. */
export const narrowGlobalEndpoints = (global: SanitizedGlobalConfig): void => {
  if (!global.endpoints) {
    return
  }
  // What Payload keeps for itself has rights that it would tell everybody.
  if (global.slug.startsWith('payload-')) {
    global.endpoints = false
    return
  }
  global.endpoints = [
    ...(global.versions ? [] : withoutVersions),
    ...global.endpoints.map((endpoint) =>
      endpoint.path === '/versions'
        ? {
            ...endpoint,
            handler: (req: PayloadRequest) => {
              clampGlobalVersions(req, global.flattenedFields)
              return endpoint.handler(req)
            },
          }
        : isRestore(endpoint) && global.versions
          ? restoreGlobalAsDraft(endpoint, global)
          : endpoint,
    ),
  ]
}

/** Closes or narrows the routes that Payload adds to a collection by itself. */
export const narrowEndpoints = (collection: SanitizedCollectionConfig): void => {
  if (!collection.endpoints) {
    return
  }
  const isPreferences = collection.slug === 'payload-preferences'
  collection.endpoints = [
    ...(collection.versions ? [] : withoutVersions),
    ...(collection.auth ? withoutRegistration : []),
    ...(collection.slug === 'frontends' ? withoutSessions : []),
    ...(isPreferences ? [forPeople(deletePreference)] : []),
    ...withPreparedUploads(collection).map((endpoint) =>
      endpoint.path.startsWith('/access/')
        ? forThoseWhoRead(collection.slug, endpoint)
        : isPreferences
          ? forPeople(endpoint)
          : isRestore(endpoint) && collection.versions
            ? restoreAsDraft(endpoint)
            : endpoint,
    ),
  ]
}
