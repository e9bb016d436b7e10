import type { Payload } from 'payload'

import { randomUUID } from 'node:crypto'

import { fileCollections } from '../../addresses/paths.ts'
import { outageOf } from '../../database/outage.ts'
import { environment } from '../../environment.ts'
import { OperatorError } from '../../lib/OperatorError.ts'
import { files, readAll } from './store.ts'

/** The name of a file in the store, and of a row in the database, with the id that they share. */
export const marker = 'uploads-id'

const collection = 'payload-kv'

/**
 * Makes sure that the file store belongs to the database of this process, which would otherwise serve
 * the files of another one, and remove those that no document of its own uses.
 *
 * @throws OperatorError if it does not, if everybody can read it, or if it cannot be used.
 */
export const claimFiles = async (payload: Payload): Promise<void> => {
  try {
    await claim(payload)
  } catch (error) {
    if (outageOf(error) === 'files') {
      throw new OperatorError(
        `${(error as Error).message}. Check S3_ENDPOINT, S3_REGION, S3_BUCKET and its keys.`,
        { cause: error },
      )
    }
    throw error
  }
}

const claim = async (payload: Payload): Promise<void> => {
  const databaseId = await idIn(payload)
  const storeId = (await files.stat(marker)) ? (await readAll(marker)).toString().trim() : undefined
  if (storeId === undefined) {
    await refuseForeignFiles(payload, databaseId)
    await writeMarker(databaseId ?? (await makeID(payload)))
  } else if (storeId !== databaseId) {
    throw belongsToOther()
  }
  await refusePublicBucket()
}

/** Checks a store without a marker, as older installations have. */
const refuseForeignFiles = async (
  payload: Payload,
  databaseId: string | undefined,
): Promise<void> => {
  const [hasDocuments, hasStored] = [await hasFiles(payload), await isAnyStored()]
  if (hasStored && (databaseId !== undefined || !hasDocuments)) {
    throw belongsToOther()
  }
  if (databaseId !== undefined && hasDocuments) {
    throw new OperatorError(
      `The uploaded files of this database are not in ${files.name}. Every process needs the same ones: set ${setting()}, or copy them there with the file ${marker}.`,
    )
  }
}

const belongsToOther = (): OperatorError =>
  new OperatorError(
    `The uploaded files in ${files.name} belong to another database. Set ${setting()} to the one of this database, or to an empty one.`,
  )

const isAnyStored = async (): Promise<boolean> => {
  for (const collection of fileCollections) {
    for await (const { size } of files.list(`${collection}/`)) {
      return size >= 0
    }
  }
  return false
}

/** Two processes may start at the same time. Both write the same id, so one of them may fail. */
const writeMarker = async (id: string): Promise<void> => {
  try {
    await files.write(marker, Buffer.from(id))
  } catch (error) {
    if (!(await files.stat(marker))) {
      throw error
    }
  }
}

const setting = (): string => (environment.bucket ? 'the S3_BUCKET' : 'the DATA_DIR')

const idIn = async ({ db }: Payload): Promise<string | undefined> => {
  const row = await db.findOne<{ data: { id: string }; id: string }>({
    collection,
    where: { key: { equals: marker } },
  })
  return row?.data.id
}

/** Two processes may start at the same time; the second one takes the id of the first. */
const makeID = async (payload: Payload): Promise<string> => {
  const id = randomUUID()
  try {
    await payload.db.create({ collection, data: { data: { id }, key: marker } })
    return id
  } catch (error) {
    const theirs = await idIn(payload)
    if (theirs === undefined) {
      throw error
    }
    return theirs
  }
}

const hasFiles = async ({ db }: Payload): Promise<boolean> => {
  const counts = await Promise.all(fileCollections.map((slug) => db.count({ collection: slug })))
  return counts.some(({ totalDocs }) => totalDocs > 0)
}

/** A public bucket would reveal files of drafts and in the trash. */
const refusePublicBucket = async (): Promise<void> => {
  const { bucket, endpoint, region } = environment.bucket ?? {}
  if (bucket) {
    const host = endpoint ? `${endpoint}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`
    const { ok } = await fetch(`${host}/${marker}`, { method: 'HEAD' }).catch((cause: unknown) => {
      throw new OperatorError(`The bucket at ${host} is not responding: ${String(cause)}.`, {
        cause,
      })
    })
    if (ok) {
      throw new OperatorError(
        `Everybody can read the bucket ${bucket}. Make it private: the server itself serves the files.`,
      )
    }
  }
}
