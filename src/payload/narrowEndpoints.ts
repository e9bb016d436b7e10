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
import { hasPublicFields } from '../access/publicFields.ts'
import { answerQuestions } from '../features/directory/index.ts'
import { hideMissing, prepareFirst } from '../features/files/index.ts'
import { clampGlobalVersions } from '../http/limits/clampQuery.ts'
import { deletePreference } from './deletePreference.ts'
import { globalFromMemory, keptCollections, listFromMemory } from './fromMemory.ts'
import { inShape } from './inShape.ts'
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
 * Answers 404 on the routes for versions where there are none.
 *
 * Workaround (no issue known): Payload has these routes there as well, and fails. Can go when it
 * answers 404; tests/integration/payload/upstream.test.ts notices.
 */
const withoutVersions = [
  notFound('get', '/versions'),
  notFound('get', '/versions/:id'),
  notFound('post', '/versions/:id'),
]

/** People are invited, so there is nothing to verify; the first coordinator is made by the seed. */
const withoutRegistration = [notFound('post', '/first-register'), notFound('post', '/verify/:id')]

/** API keys have no sessions, and no first one is registered. */
const withoutSessions = [notFound('post', '/logout'), notFound('get', '/init')]

/** Narrows a route that Payload opens to frontend keys, or to anybody, to people. */
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

/** Reads a list of documents, or a global. */
const isRead = ({ method, path }: Handler): boolean => method === 'get' && path === '/'

const isCount = ({ method, path }: Handler): boolean => method === 'get' && path === '/count'

/** Content is a directory, of which more may be asked than what fields hold. */
const withQuestions = ({ custom, slug }: SanitizedCollectionConfig, endpoint: Handler): Handler =>
  custom?.isContent === true ? answerQuestions(slug, endpoint) : endpoint

/** Lets a route that reads documents answer from memory, and in the shape that is asked for. */
const readEndpoint = (collection: SanitizedCollectionConfig, endpoint: Handler): Handler => {
  const { slug } = collection
  if (isCount(endpoint)) {
    return withQuestions(collection, endpoint)
  }
  if (
    !hasPublicFields(slug) ||
    endpoint.method !== 'get' ||
    !['/', '/:id'].includes(endpoint.path)
  ) {
    return endpoint
  }
  const read = inShape(slug, endpoint)
  return isRead(endpoint) && keptCollections.includes(slug)
    ? withQuestions(collection, listFromMemory(slug, read))
    : read
}

/**
 * Narrows a route to people who may read the document.
 *
 * Workaround (no issue known): Payload's reply reveals to others that the document exists. Can go when
 * it is the same for one that does not; tests/integration/payload/upstream.test.ts notices.
 */
const forReaders = (slug: string, endpoint: Handler): Handler => ({
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
    slug ? hideMissing(prepareFirst(collection, slug, endpoint)) : endpoint,
  )
}

/** Closes or narrows the routes that Payload itself adds to a global. */
export const narrowGlobalEndpoints = (global: SanitizedGlobalConfig): void => {
  if (!global.endpoints) {
    return
  }
  // Payload's own globals have a route that would tell everybody who may access them.
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
          : isRead(endpoint) && hasPublicFields(global.slug)
            ? globalFromMemory(global.slug, inShape(global.slug, endpoint))
            : endpoint,
    ),
  ]
}

/** Closes or narrows the routes that Payload itself adds to a collection. */
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
        ? forReaders(collection.slug, endpoint)
        : isPreferences
          ? forPeople(endpoint)
          : isRestore(endpoint) && collection.versions
            ? restoreAsDraft(endpoint)
            : readEndpoint(collection, endpoint),
    ),
  ]
}
