import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { pathBelow } from '../../../src/addresses/paths.ts'
import { moveRedirect } from '../../../src/features/redirects/index.ts'
import { tellWebhooks } from '../../../src/features/webhooks/index.ts'
import type { Stored } from '../../../src/hooks/publicState.ts'
import {
  isPublic,
  isPublishing,
  readStored,
  stateAfter,
  stateBefore,
  storedState,
} from '../../../src/hooks/publicState.ts'
import { idOf } from '../../../src/lib/idOf.ts'
import { rewriteVersion, storedVersions } from '../../../src/lib/rewriteVersion.ts'
import type { Page } from '../../../src/payload-types.ts'
import { lockTree } from './lockTree.ts'

/** Computes the path of a page from its slug and the pages above it. */
export const keepPath: CollectionBeforeChangeHook<Page> = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const slug = data.slug ?? originalDoc?.slug
  const parent = idOf(data.parent === undefined ? originalDoc?.parent : data.parent)
  const above = parent ? await readAbove(req, parent) : undefined
  const path = slug ? pathBelow(above?.path ?? undefined, slug) : null
  if (isPublishing({ collection, data, req }) || path !== originalDoc?.path) {
    await lockTree(req)
  }
  return { ...data, path }
}

/** The parent page: as published or, if it is not, its newest draft. */
const readAbove = async (req: PayloadRequest, id: string): Promise<Stored | undefined> => {
  const stored = await readStored(req, 'pages', id)
  return isPublic(stored) ? stored : storedState(req, 'pages', id, true)
}

/** When a page moves, updates the paths of pages below it and their drafts, and redirects their old ones. */
export const moveDescendants: CollectionAfterChangeHook<Page> = async ({ doc, req }) => {
  const before = stateBefore(req, doc.id)
  const after = await stateAfter(req, 'pages', doc.id)
  // While it was not public, drafts below followed the path of its newest draft.
  const isFirst = isPublic(after) && !isPublic(before)
  if (before && after && (isFirst || before.path !== after.path)) {
    await moveBelow(req, [after])
  }
  return doc
}

/** @param seen pages that have moved already, at which a circle in old data ends. */
const moveBelow = async (
  req: PayloadRequest,
  moved: Stored[],
  seen = new Set(moved.map(({ id }) => id)),
): Promise<void> => {
  const { db } = req.payload
  const pathOfParent = new Map(moved.map(({ id, path }) => [id, path ?? undefined]))
  const ids = [...pathOfParent.keys()]
  const now = new Date().toISOString()
  const newPath = (page: Record<string, unknown>): string =>
    pathBelow(pathOfParent.get(idOf(page.parent) ?? ''), String(page.slug))
  const { docs } = await db.find<Stored>({
    collection: 'pages',
    limit: 0,
    pagination: false,
    req,
    select: { _status: true, deletedAt: true, parent: true, path: true, slug: true },
    sort: 'id',
    where: { and: [{ parent: { in: ids } }, { slug: { exists: true } }] },
  })
  const below: Stored[] = []
  for (const child of docs) {
    const path = newPath(child)
    if (path !== child.path && !seen.has(child.id)) {
      seen.add(child.id)
      await db.updateOne({
        id: child.id,
        collection: 'pages',
        data: { path, updatedAt: now },
        req,
        returning: false,
      })
      below.push({ ...child, path })
      if (isPublic(child) && child.path) {
        await moveRedirect({
          collection: 'pages',
          id: child.id,
          newPath: path,
          oldPath: child.path,
          req,
        })
        await tellWebhooks({
          action: 'publish',
          entity: 'pages',
          id: child.id,
          oldPath: child.path,
          path,
          req,
          slug: child.slug,
        })
      }
    }
  }
  const newest = await storedVersions(req, 'pages', {
    and: [{ latest: { equals: true } }, { 'version.parent': { in: ids } }],
  })
  for (const version of newest) {
    if (version.version.slug) {
      const path = newPath(version.version)
      await rewriteVersion(req, 'pages', version, { path, updatedAt: now }, now)
    }
  }
  if (below.length > 0) {
    await moveBelow(req, below, seen)
  }
}

/** Moves drafts below a deleted page to the top level. There are no public pages below it. */
export const detachDescendants: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { db } = req.payload
  const change = (page: Partial<Stored>) => ({
    parent: null,
    path: page.slug ? pathBelow(undefined, page.slug) : null,
  })
  const { docs } = await db.find<Stored>({
    collection: 'pages',
    limit: 0,
    pagination: false,
    req,
    select: { slug: true },
    sort: 'id',
    where: { parent: { equals: id } },
  })
  for (const child of docs) {
    await db.updateOne({
      id: child.id,
      collection: 'pages',
      data: change(child),
      req,
      returning: false,
    })
  }
  for (const version of await storedVersions(req, 'pages', { 'version.parent': { equals: id } })) {
    await rewriteVersion(req, 'pages', version, change(version.version))
  }
  await moveBelow(
    req,
    docs.map((child) => ({ ...child, ...change(child) })),
  )
}
