import type { Endpoint, PayloadRequest } from 'payload'

import { Forbidden, NotFound } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { isCoordinator, isPerson, partnersOf } from '../../access/people.ts'
import { fileCollections, linkableCollections } from '../../addresses/paths.ts'
import { say } from '../../lib/say.ts'
import { labelOf, readReferring } from './references.ts'

/** A place that refers to a document. */
export type Use = {
  entity: string
  /** In which field, in the language of the person. */
  fields: string[]
  id?: string
  isPublished: boolean
  title: string
}

const trackedCollections = [...fileCollections, ...linkableCollections]

/** Where published content, or the newest drafts, refer to documents of a collection. */
const usesIn = async (
  req: PayloadRequest,
  { collection, draft, ids }: { collection: string; draft: boolean; ids: string[] },
): Promise<Use[]> => {
  const uses: Use[] = []
  for (const { entity, id, references, title } of await readReferring(req.payload, { draft })) {
    const fields = references
      .filter((each) => each.collection === collection && ids.includes(each.id))
      .map(({ field }) => say(req, field))
    if (fields.length > 0 && !ids.includes(id)) {
      const isGlobal = entity === 'navigation'
      uses.push({
        entity,
        fields: [...new Set(fields)],
        ...(!isGlobal && { id }),
        isPublished: !draft,
        title: isGlobal ? say(req, labelOf(req.payload.config, entity)) : title,
      })
    }
  }
  return uses
}

/** Where published content refers to one of some documents. */
export const publishedUses = (
  req: PayloadRequest,
  collection: string,
  ids: string[],
): Promise<Use[]> => usesIn(req, { collection, draft: false, ids })

/** Where a document is used: in what is published, and in drafts only. */
const usesOf = async (req: PayloadRequest, collection: string, id: string): Promise<Use[]> => {
  const [published, drafts] = [
    await publishedUses(req, collection, [id]),
    await usesIn(req, { collection, draft: true, ids: [id] }),
  ]
  const isNew = (use: Use): boolean =>
    !published.some((each) => each.entity === use.entity && each.id === use.id)
  return [...published, ...drafts.filter(isNew)]
}

/** Editors see what is published, and drafts of their own partners. */
const mayReadUse = (req: PayloadRequest, { entity, id, isPublished }: Use): boolean =>
  isCoordinator({ req }) ||
  isPublished ||
  (entity === 'partners' && partnersOf(req.user).includes(id ?? ''))

/**
 * `GET /api/usage/:collection/:id`: where a page, news item, standard, partner, image or PDF is used, for
 * people who may read it: `{ usedIn: [{ entity, id, title, fields, isPublished }] }`.
 */
export const usage: Endpoint = {
  handler: async (req) => {
    if (!isPerson({ req })) {
      throw new Forbidden(req.t)
    }
    const id = String(req.routeParams?.id)
    const collection = trackedCollections.find((slug) => slug === req.routeParams?.collection)
    if (!collection) {
      throw new NotFound(req.t)
    }
    await req.payload.findByID({
      ...asPerson(req),
      id,
      collection,
      depth: 0,
      draft: true,
      trash: true,
    })
    const usedIn = (await usesOf(req, collection, id)).filter((use) => mayReadUse(req, use))
    return Response.json({ usedIn })
  },
  method: 'get',
  path: '/usage/:collection/:id',
}
