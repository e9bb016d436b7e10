import type { CollectionSlug, Payload } from 'payload'

import { createLocalReq } from 'payload'

import { isObject } from '../lib/isObject.ts'
import { rewriteVersion, storedVersions } from '../lib/rewriteVersion.ts'
import { defaultLocale } from '../vocabularies/locales.ts'
import { keyOf, keysOf, sortKey } from './sortKey.ts'

type Doc = { id: string } & Record<string, unknown>

/** How many documents are read at a time. */
const batch = 100

/** Fills in where documents, and their newest drafts, stand in alphabetical lists, if they are older than the field. */
export const fillSortKeys = async (payload: Payload): Promise<void> => {
  const { collections, db } = payload
  const req = await createLocalReq({}, payload)
  for (const { config } of Object.values(collections)) {
    const field = config.flattenedFields.find(({ name }) => name === sortKey)
    if (!field) {
      continue
    }
    const collection: CollectionSlug = config.slug
    const of = String(field.custom?.sortKeyOf)
    const isLocalised = 'localized' in field && field.localized === true
    const path = isLocalised ? `${sortKey}.${defaultLocale}` : sortKey
    const keyIn = (doc: Record<string, unknown>) => ({
      [sortKey]: isLocalised ? keysOf(isObject(doc[of]) ? doc[of] : {}) : keyOf(doc[of]),
    })
    const isMissing = { [path]: { exists: false } }
    const { totalDocs } = await db.count({ collection, where: isMissing })
    for (const version of totalDocs > 0
      ? await storedVersions(req, collection, { latest: { equals: true } })
      : []) {
      await rewriteVersion(req, collection, version, keyIn(version.version))
    }
    // The documents themselves last: if the process is killed before, the next start begins again.
    for (let left = totalDocs; left > 0; left -= batch) {
      const { docs } = await db.find<Doc>({
        collection,
        limit: batch,
        pagination: false,
        sort: 'id',
        where: isMissing,
      })
      for (const doc of docs) {
        const data = { ...doc, ...keyIn(doc) }
        await db.updateOne({ id: doc.id, collection, data, returning: false })
      }
    }
  }
}
