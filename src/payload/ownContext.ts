import type { GraphQLResolveInfo } from 'graphql'
import type { PayloadRequest } from 'payload'

import { getDataLoader, isolateObjectProperty } from 'payload'

import type { Reading } from '../http/shapes/shape.ts'
import { readingOf } from '../http/shapes/shape.ts'
import { isObject } from '../lib/isObject.ts'
import type { Resolve } from './countIfAsked.ts'

/** What fields of documents are resolved with. */
export type Context = { reading?: Reading; req: PayloadRequest }

/** The contexts of the lists and documents of a query, by their names in the reply. */
const contexts = new WeakMap<object, Map<number | string, Context>>()

/**
 * Gives a list or document that a query asks for a context of its own.
 *
 * Workaround (no issue known): Payload keeps the language, `draft` and the selected fields in one context
 * for the whole query, so that whatever is shown of others gets those of the last list. Can go when each
 * has its own; tests/integration/payload/upstream.test.ts notices.
 */
export const withOwnContext =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    const shared = context as Context
    const req = isolateObjectProperty(shared.req, [
      'fallbackLocale',
      'locale',
      'payloadDataLoader',
      'query',
    ])
    req.query = { ...shared.req.query }
    req.payloadDataLoader = getDataLoader(req)
    const own = { ...shared, reading: readingAsAsked(args, readingOf(req)), req }
    const all = contexts.get(shared) ?? new Map<number | string, Context>()
    contexts.set(shared, all.set(rootOf(info.path), own))
    return resolve(source, args, own, info)
  }

/**
 * Resolves a field of a document with the context of the list that the document is in. Related documents
 * come in the order in which the document names them, not in that in which they were read.
 */
export const inOwnContext =
  (resolve: Resolve): Resolve =>
  async (parent, args, context, info) => {
    const own = contexts.get(context as object)?.get(rootOf(info.path)) ?? context
    const result = await resolve(parent, args, own, info)
    noteReading(result, args, own as Context)
    const named = (parent as Record<string, unknown> | undefined)?.[info.fieldName]
    return Array.isArray(result) && Array.isArray(named)
      ? inOrderOf(named, result as Related[])
      : result
  }

/** How related documents were read that a query asks for in a way of their own. */
const readings = new WeakMap<object, Reading>()

type Args = { draft?: boolean; fallbackLocale?: string; locale?: string }

/** How documents are read that are asked for with these arguments. */
const readingAsAsked = ({ draft, fallbackLocale, locale }: Args, otherwise: Reading): Reading => ({
  ...otherwise,
  ...(draft !== undefined && { isDraft: draft }),
  ...(fallbackLocale && { fallback: readingOf({ fallbackLocale, query: {} }).fallback }),
  ...(locale && { locale: readingOf({ locale, query: {} }).locale }),
})

const noteReading = (result: unknown, args: Args, { reading }: Context): void => {
  for (const each of reading ? [result].flat() : []) {
    const doc = (each as null | Related)?.value ?? each
    if (reading && isObject(doc)) {
      readings.set(doc, readingAsAsked(args, reading))
    }
  }
}

/**
 * How a document of a reply was read. Not as its request says by then, into which Payload writes how it reads related
 * documents.
 */
export const readingOfDocument = (doc: object, { reading, req }: Context): Reading =>
  readings.get(doc) ?? reading ?? readingOf(req)

type Related = { id?: unknown; value?: { id?: unknown } }

const inOrderOf = (named: unknown[], related: Related[]): Related[] => {
  const left = [...related]
  return named.flatMap((each) => {
    const place = left.findIndex((one) => (one.value?.id ?? one.id) === idIn(each))
    return place === -1 ? [] : left.splice(place, 1)
  })
}

const idIn = (named: unknown): unknown =>
  typeof named === 'object' && named !== null && 'value' in named ? named.value : named

const rootOf = (path: GraphQLResolveInfo['path']): number | string =>
  path.prev ? rootOf(path.prev) : path.key
