import type { Payload } from 'payload'

import { randomUUID } from 'node:crypto'

import { fileCollections } from '../../addresses/paths.ts'
import { outageOf } from '../../database/outage.ts'
import { environment } from '../../environment.ts'
import { OperatorError } from '../../lib/OperatorError.ts'
import { files, readAll } from './store.ts'

/** Says in the store which database its files belong to. */
export const marker = 'uploads-id'

const collection = 'payload-kv'

/**
 * Makes sure that the files which this process would serve, and those that no document names, which it
 * would remove, are those of its database.
 *
 * @throws OperatorError where they are not, where everybody can read them, or where the store cannot be
 * used.
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
  const known = await idIn(payload)
  const found = (await files.stat(marker)) ? (await readAll(marker)).toString().trim() : undefined
  if (found === undefined) {
    await refuseUnlessFitting(payload, known)
    await writeMarker(known ?? (await makeID(payload)))
  } else if (found !== known) {
    throw ofAnother()
  }
  await refusePublicBucket()
}

/** Where nothing says whose files they are: installations from before there was a marker had none. */
const refuseUnlessFitting = async (payload: Payload, known: string | undefined): Promise<void> => {
  const [areNamed, areThere] = [await hasFiles(payload), await isAnyStored()]
  if (areThere && (known !== undefined || !areNamed)) {
    throw ofAnother()
  }
  if (known !== undefined && areNamed) {
    throw new OperatorError(
      `The uploaded files of this database are not in ${files.name}. Every process needs the same ones: set ${setting()}, or copy them there with the file ${marker}.`,
    )
  }
}

const ofAnother = (): OperatorError =>
  new OperatorError(
    `The uploaded files in ${files.name} belong to another database. Take ${setting()} of this one, or an empty one.`,
  )

const isAnyStored = async (): Promise<boolean> => {
  for (const collection of fileCollections) {
    for await (const { size } of files.list(`${collection}/`)) {
      return size >= 0
    }
  }
  return false
}

/** Two processes may start at the same time; both have the id of their database. */
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

/** Two processes may start at the same time. */
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

/** Files of drafts and of the trash are in it, too. */
const refusePublicBucket = async (): Promise<void> => {
  const { bucket, endpoint, region } = environment.bucket ?? {}
  if (bucket) {
    const host = endpoint ? `${endpoint}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`
    const { ok } = await fetch(`${host}/${marker}`, { method: 'HEAD' }).catch((cause: unknown) => {
      throw new OperatorError(`The bucket at ${host} does not answer: ${String(cause)}.`, { cause })
    })
    if (ok) {
      throw new OperatorError(
        `Everybody can read the bucket ${bucket}. Make it private: the server answers for its files by itself.`,
      )
    }
  }
}
