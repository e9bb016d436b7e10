import type { BaseDatabaseAdapter, CollectionSlug, Payload, Where } from 'payload'

import type { Documents } from '../lib/ofEachDocument.ts'
import { readPlainFields } from './plainFields.ts'

type Wanted = {
  collection: CollectionSlug
  /** Whether the newest drafts are read instead of the documents. */
  isDraft?: boolean
  /** What is read of a document, but not of a draft; all of it by default. */
  select?: { [field: string]: true }
  /** Plain fields (`readPlainFields`): whenever what is read may change, one of these does. */
  stateFields?: string[]
  where: Where
}

/** The documents that a query finds, as the database holds them, by their ids, for `ofEachDocument`. */
export const documentsOf = <Doc extends { id: string }>(
  payload: Payload,
  { collection, isDraft = false, select, stateFields = ['updatedAt'], where }: Wanted,
): Documents<Doc> => ({
  read: async (ids) => {
    const db: BaseDatabaseAdapter = payload.db as never
    const wanted: Where = { [isDraft ? 'parent' : 'id']: { in: ids } }
    const { docs } = await db[isDraft ? 'queryDrafts' : 'find']<Doc>({
      collection,
      // Two of one document may both be its newest draft, if they were saved in the same millisecond.
      limit: 0,
      pagination: false,
      select,
      // The default order may be by a localised text, which would need a language.
      sort: 'id',
      where: { and: [where, wanted] },
    })
    return docs
  },
  readStates: async () => {
    const docs = await readPlainFields(payload, stateFields, { collection, isDraft, where })
    return docs.map((doc) => ({ id: doc.id, state: JSON.stringify(doc) }))
  },
})
