import type { Payload, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { asNobody } from '../../access/asPerson.ts'
import type { inLocale } from '../../addresses/localeOf.ts'

/** A language, and what fills its gaps. */
export type InLocale = ReturnType<typeof inLocale>

type Doc = { id: string } & Record<string, unknown>

/** Whether it is the slug of a global, rather than of a collection. */
export const isGlobal = ({ config }: Payload, slug: string): boolean =>
  config.globals.some((each) => each.slug === slug)

/** How many are read at once. */
const most = 100

/**
 * Documents as anybody reads each by its id with `depth=0`, by their ids, those that may be read; by Payload's own
 * route for lists, which takes them from memory.
 *
 * @param slug of a collection that is public, at least in part.
 */
export const publicDocuments = async (
  payload: Payload,
  slug: string,
  { ids, ...language }: { ids: string[] } & InLocale,
): Promise<Doc[]> => {
  const docs: Doc[] = []
  for (let done = 0; done < ids.length; done += most) {
    const some = ids.slice(done, done + most)
    const { req } = await asNobody(payload, language)
    req.routeParams = { collection: slug }
    req.query = {
      depth: '0',
      limit: String(some.length),
      pagination: 'false',
      sort: 'id',
      where: { id: { in: some } },
    }
    const list = (await read(payload.collections[slug as 'pages'].config.endpoints, req)) as {
      docs: Doc[]
    }
    docs.push(...list.docs)
  }
  return docs
}

/** A global as anybody reads it with `depth=0`. */
export const publicGlobal = async (
  payload: Payload,
  slug: string,
  language: InLocale,
): Promise<Record<string, unknown>> => {
  const { req } = await asNobody(payload, language)
  Object.assign(req, {
    routeParams: { global: slug },
    searchParams: new URLSearchParams({ depth: '0' }),
  })
  const config = payload.config.globals.find((each) => each.slug === slug)
  return (await read(config?.endpoints, req)) as Record<string, unknown>
}

type Endpoints = SanitizedCollectionConfig['endpoints']

/** Asks Payload's own route at the root of a collection or global. */
const read = async (endpoints: Endpoints | undefined, req: PayloadRequest): Promise<unknown> => {
  const route = (endpoints || []).find(({ method, path }) => method === 'get' && path === '/')
  if (!route) {
    throw new Error('There is no route to read this.')
  }
  const response = await route.handler(req)
  return response.json()
}
