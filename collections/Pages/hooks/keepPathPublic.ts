import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import {
  isPublic,
  isPublishing,
  isUnpublishing,
  readStored,
  stateBefore,
} from '../../../src/hooks/publicState.ts'
import { idOf } from '../../../src/lib/idOf.ts'
import { invalid } from '../../../src/lib/invalid.ts'
import { refusal } from '../../../src/lib/refusal.ts'
import type { Page } from '../../../src/payload-types.ts'
import { lockTree } from './lockTree.ts'

/**
 * Refuses to publish a page below one that is not published: its breadcrumbs would reveal the title and
 * the path of that page.
 */
export const refuseToPublishBelowDraft: CollectionBeforeChangeHook<Page> = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const parent = idOf(data.parent === undefined ? originalDoc?.parent : data.parent)
  if (
    parent &&
    isPublishing({ collection, data, req }) &&
    !isPublic(await readStored(req, 'pages', parent))
  ) {
    throw invalid(req, 'pages', ['parent'], {
      de: 'Die übergeordnete Seite ist nicht veröffentlicht. Bitte zuerst diese veröffentlichen oder eine andere auswählen.',
      en: 'The parent page is not published. Please publish it first, or choose another one.',
    })
  }
  return data
}

const refuseWithPublicChildren = async (id: string, req: PayloadRequest): Promise<void> => {
  await lockTree(req)
  const { totalDocs } = await req.payload.count({
    collection: 'pages',
    req,
    where: { and: [{ parent: { equals: id } }, { _status: { equals: 'published' } }] },
  })
  if (totalDocs > 0) {
    throw refusal(req, 409, {
      de: 'Unter dieser Seite stehen veröffentlichte Seiten. Bitte zuerst diese zurückziehen oder an eine andere Stelle setzen.',
      en: 'There are published pages below this one. Please unpublish them first, or move them elsewhere.',
    })
  }
}

/** For the same reason, refuses to unpublish a page while there are published pages below it. */
export const refuseToHideAbovePublic: CollectionBeforeChangeHook<Page> = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const id = originalDoc?.id
  if (id && isUnpublishing({ collection, data, req }) && isPublic(stateBefore(req, id))) {
    await refuseWithPublicChildren(id, req)
  }
  return data
}

export const refuseToDeleteAbovePublic: CollectionBeforeDeleteHook = ({ id, req }) =>
  refuseWithPublicChildren(String(id), req)
