import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  GlobalAfterChangeHook,
} from 'payload'

import type { LinkableCollection } from '../../addresses/paths.ts'
import { linkableCollections, pathOf } from '../../addresses/paths.ts'
import type { Stored } from '../../hooks/publicState.ts'
import { currentChange, stateAfter, stateBefore } from '../../hooks/publicState.ts'
import { changedLanguage } from './changedLanguage.ts'
import { tellWebhooks } from './deliver.ts'

const placeOf = (
  entity: string,
  { path, slug }: Stored,
): { path?: string; slug?: null | string } => ({
  ...(linkableCollections.includes(entity as LinkableCollection) && {
    path: pathOf(entity as LinkableCollection, { path, slug }),
  }),
  slug,
})

/** Notifies webhooks of changes that the public can see. They must not hear of what was never published. */
export const tellOfChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { slug: entity, upload } = collection
  const id = String(doc.id)
  const action = await currentChange(req, collection, id)
  if (upload) {
    // Files have no drafts, so every change of one is public.
    const effect = action === undefined || action === 'create' ? 'publish' : action
    await tellWebhooks({ action: effect, entity, id, req })
  } else if (action) {
    // Only a published state, since the address of a draft must not be revealed either.
    const [after, before] = [await stateAfter(req, entity, id), stateBefore(req, id)].map(
      (state) => (state?._status === 'published' ? state : undefined),
    )
    const shown = after ?? before
    if (shown) {
      await tellWebhooks({
        action,
        entity,
        id,
        ...(after && { locale: changedLanguage(before, after) }),
        oldPath: after && before && placeOf(entity, before).path,
        req,
        ...placeOf(entity, shown),
      })
    }
  }
  return doc
}

export const tellOfDeletion: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  const { slug: entity, upload } = collection
  const told = { action: 'delete', entity, id: String(id), req } as const
  const before = stateBefore(req, id)
  if (upload) {
    await tellWebhooks(told)
  } else if (before?._status === 'published') {
    await tellWebhooks({ ...told, ...placeOf(entity, before) })
  }
}

export const tellOfGlobalChange: GlobalAfterChangeHook = async ({ doc, global, req }) => {
  if (doc._status === 'published') {
    await tellWebhooks({ action: 'publish', entity: global.slug, req })
  }
  return doc
}
