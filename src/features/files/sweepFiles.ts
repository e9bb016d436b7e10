import type { Payload } from 'payload'

import { fileCollections } from '../../addresses/paths.ts'
import { namesOf } from './prepareUpload.ts'
import { files } from './store.ts'

/** A file is written before its document, so a younger one may still get a document. In milliseconds. */
const minAge = 60 * 60_000

/**
 * Removes files that belong to no document. A process that is killed leaves them behind, between writing
 * a file and its commit, or between a commit and removing the old file.
 */
export const sweepFiles = async ({ db, logger }: Payload): Promise<void> => {
  for (const collection of fileCollections) {
    const old: string[] = []
    for await (const { key, modifiedAt } of files.list(`${collection}/`)) {
      if (modifiedAt.getTime() < Date.now() - minAge) {
        old.push(key)
      }
    }
    const { docs } = await db.find<Parameters<typeof namesOf>[0] & { id: string }>({
      collection,
      limit: 0,
      pagination: false,
    })
    const named = new Set(docs.flatMap(namesOf).map((name) => `${collection}/${name}`))
    const orphans = old.filter((key) => !named.has(key))
    for (const key of orphans) {
      await files.remove(key)
    }
    if (orphans.length > 0) {
      logger.info(`${orphans.length} files in ${files.name}/${collection} belonged to no document.`)
    }
  }
}
