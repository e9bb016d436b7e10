import type { Payload, Where } from 'payload'

import { createLocalReq } from 'payload'

import { pathBelow } from '../../src/addresses/paths.ts'
import type { Stored } from '../../src/hooks/publicState.ts'
import { idOf } from '../../src/lib/idOf.ts'
import { rewriteVersion, storedVersions } from '../../src/lib/rewriteVersion.ts'

/** Fills in the paths of pages, and of their newest drafts, that are older than the field. */
export const fillPaths = async (payload: Payload): Promise<void> => {
  const { db } = payload
  const missing: Where = { and: [{ path: { exists: false } }, { slug: { exists: true } }] }
  const { totalDocs } = await db.count({ collection: 'pages', where: missing })
  if (totalDocs === 0) {
    return
  }
  const { docs } = await db.find<Stored>({
    collection: 'pages',
    limit: 0,
    pagination: false,
    select: { parent: true, path: true, slug: true },
    sort: 'id',
  })
  const pages = new Map(docs.map((page) => [page.id, page]))
  /** A circle of pages, from before circles were refused, is cut somewhere, and begins on the top level. */
  const pathFrom = (page: Partial<Stored>, seen: string[]): string | undefined => {
    const above = pages.get(idOf(page.parent) ?? '')
    const isCircle = above && seen.includes(above.id)
    return page.slug
      ? pathBelow(above && !isCircle ? pathFrom(above, [...seen, above.id]) : undefined, page.slug)
      : undefined
  }
  const req = await createLocalReq({}, payload)
  for (const version of await storedVersions(req, 'pages', { latest: { equals: true } })) {
    const path = pathFrom(version.version, [String(version.parent)])
    await rewriteVersion(req, 'pages', version, { path })
  }
  // The pages themselves last: if the process is killed before, the next start begins again.
  for (const page of docs) {
    const path = pathFrom(page, [page.id])
    if (path && path !== page.path) {
      await db.updateOne({ id: page.id, collection: 'pages', data: { path }, returning: false })
    }
  }
}
