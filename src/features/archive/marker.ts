import type { Payload } from 'payload'

import { OperatorError } from '../../lib/OperatorError.ts'
import { marker as filesMarker } from '../files/claimFiles.ts'

export const markerCollection = 'payload-kv'

/** Says that an import is under way, or was when its process ended. */
const marker = 'import'

/** Says something of this installation: is in no archive, and stays when everything else is removed. */
export const keptKeys = [marker, filesMarker]

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

/** @throws OperatorError where a half of an archive would be served. */
export const refuseHalfImported = async (payload: Payload): Promise<void> => {
  if (await isImportUnfinished(payload)) {
    throw new OperatorError(
      'An archive was being imported into this database, and did not come to its end: run "npm run archive -- import FILE" again.',
    )
  }
}
