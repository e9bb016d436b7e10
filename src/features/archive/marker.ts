import type { Payload } from 'payload'

import { OperatorError } from '../../lib/OperatorError.ts'
import { marker as filesMarker } from '../files/claimFiles.ts'

export const markerCollection = 'payload-kv'

/** The key of a row that exists during an import, and after one that was not completed. */
const marker = 'import'

/** Keys of rows about this installation. They are in no archive, and stay when all else is removed. */
export const installationKeys = [marker, filesMarker]

const where = { key: { equals: marker } }

export const isImportUnfinished = async ({ db }: Payload): Promise<boolean> => {
  const { totalDocs } = await db.count({ collection: markerCollection, where })
  return totalDocs > 0
}

export const beginImport = async (payload: Payload): Promise<void> => {
  if (!(await isImportUnfinished(payload))) {
    await payload.db.create({ collection: markerCollection, data: { data: {}, key: marker } })
  }
}

export const endImport = async ({ db }: Payload): Promise<void> => {
  await db.deleteMany({ collection: markerCollection, where })
}

/** @throws OperatorError if an import was not completed, so that half an archive would be served. */
export const refuseHalfImported = async (payload: Payload): Promise<void> => {
  if (await isImportUnfinished(payload)) {
    throw new OperatorError(
      'An import of an archive into this database was not completed: run "npm run archive -- import FILE" again.',
    )
  }
}
