import type { Payload } from 'payload'

import { fileCollections } from '../../addresses/paths.ts'
import { namesOf } from './prepareUpload.ts'
import { files } from './store.ts'

/** A file is written before its document; longer than this no write takes, in milliseconds. */
const grace = 60 * 60_000

/**
 * Removes the files that no document names: a process was killed, or could not remove them, between
 * writing them and the commit, or between the commit and removing them.
 */
export const sweepFiles = async ({ db, logger }: Payload): Promise<void> => {
  for (const collection of fileCollections) {
    const old: string[] = []
    for await (const { key, modifiedAt } of files.list(`${collection}/`)) {
      if (modifiedAt.getTime() < Date.now() - grace) {
        old.push(key)
      }
    }
    const { docs } = await db.find<Parameters<typeof namesOf>[0] & { id: string }>({
      collection,
      limit: 0,
      pagination: false,
    })
    const named = new Set(docs.flatMap(namesOf).map((name) => `${collection}/${name}`))
    const left = old.filter((key) => !named.has(key))
    for (const key of left) {
      await files.remove(key)
    }
    if (left.length > 0) {
      logger.info(`${left.length} files in ${files.name}/${collection} belonged to no document.`)
    }
  }
}
