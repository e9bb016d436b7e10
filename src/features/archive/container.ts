import type { Pack } from 'tar-stream'

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

import { Decrypter, Encrypter } from 'age-encryption'
import { extract, pack } from 'tar-stream'
import { z } from 'zod'

import { OperatorError } from '../../lib/OperatorError.ts'

/**
 * An archive is a tar file, compressed with gzip and encrypted with age (https://age-encryption.org/v1),
 * so that it can be read without this program: `age -d FILE | tar tz`. It holds `TABLE/NUMBER.jsonl` with
 * a row on each line, `files/media/NAME`, and `manifest.json` at the end.
 */
const manifestName = 'manifest.json'

/** The format of archives that this program writes; raised once older programs can no longer read them. */
export const archiveFormat = 1

const manifestSchema = z.object({
  /** How many rows each table has, and how many files there are. */
  counts: z.record(z.string(), z.number()),
  createdAt: z.string(),
  /** The kind of database that it was made from. */
  database: z.enum(['embedded', 'mongodb']),
  /** See `archiveFormat`. */
  format: z.number(),
  /** Files that documents name, but that did not exist. */
  missing: z.array(z.string()),
  parts: z.array(z.object({ bytes: z.number(), name: z.string(), sha256: z.string() })),
  /** The version of the program that made it. */
  version: z.string(),
})

export type Manifest = z.infer<typeof manifestSchema>

export type Part = { data: Buffer; name: string }

const describePart = ({ data, name }: Part): Manifest['parts'][number] => ({
  bytes: data.length,
  name,
  sha256: createHash('sha256').update(data).digest('hex'),
})

/**
 * Writes an archive to a file that nobody else may read.
 *
 * @param passphrase undefined: the archive is not encrypted.
 * @param manifest called once all parts are written.
 * @throws if the file exists, or cannot be written.
 */
export const writeContainer = async (
  file: string,
  passphrase: string | undefined,
  parts: AsyncIterable<Part>,
  manifest: () => Omit<Manifest, 'parts'>,
): Promise<void> => {
  const tar = pack()
  const writing = describeAll(tar, parts, manifest)
  const zipped = createGzip()
  const plain = pipeline(tar, zipped)
  const target = createWriteStream(file, { flags: 'wx', flush: true, mode: 0o600 })
  await Promise.all([
    writing.catch((error: unknown) => {
      tar.destroy(error as Error)
      throw error
    }),
    plain,
    pipeline(passphrase === undefined ? zipped : await encrypt(zipped, passphrase), target),
  ])
}

const describeAll = async (
  tar: Pack,
  parts: AsyncIterable<Part>,
  manifest: () => Omit<Manifest, 'parts'>,
): Promise<void> => {
  const described = []
  for await (const part of parts) {
    await addEntry(tar, part)
    described.push(describePart(part))
  }
  await addEntry(tar, {
    data: Buffer.from(`${JSON.stringify({ ...manifest(), parts: described }, null, 2)}\n`),
    name: manifestName,
  })
  tar.finalize()
}

/** Resolves when the next entry may be added. */
const addEntry = (tar: Pack, { data, name }: Part): Promise<void> =>
  new Promise((resolve, reject) => {
    tar.entry({ name, size: data.length }, data, (error) => {
      if (error) {
        reject(error)
      } else {
        resolve()
      }
    })
  })

const encrypt = async (stream: Readable, passphrase: string): Promise<Readable> => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  const encrypted = await encrypter.encrypt(Readable.toWeb(stream) as ReadableStream<Uint8Array>)
  return Readable.fromWeb(encrypted as never)
}

/**
 * Reads an archive from its beginning to its end.
 *
 * @param take is called with each part but the manifest, before its hash can be checked.
 * @throws OperatorError if the archive is damaged, incomplete or changed, or the passphrase is wrong;
 * and whatever `take` throws.
 */
export const readContainer = async (
  file: string,
  passphrase: string | undefined,
  take: (part: Part) => Promise<void>,
): Promise<Manifest> => {
  let manifest: Manifest | undefined
  let failure: Error | undefined
  const described: Manifest['parts'] = []

  const takeEntry = async (part: Part): Promise<void> => {
    if (manifest) {
      throw new Error(`${part.name} follows the manifest`)
    }
    if (part.name === manifestName) {
      manifest = manifestSchema.parse(JSON.parse(part.data.toString()))
      return
    }
    described.push(describePart(part))
    await take(part).catch((error: unknown) => {
      failure = error as Error
      throw error
    })
  }

  const entries = extract()
  entries.on('entry', ({ name }, stream, next) => {
    readAll(stream)
      .then((data) => takeEntry({ data, name }))
      .then(() => next(), next)
  })
  try {
    await pipeline(await decrypted(file, passphrase), createGunzip(), entries)
  } catch (error) {
    if (failure) {
      throw failure
    }
    throw error instanceof OperatorError ? error : broken(file, error)
  }
  if (!manifest) {
    throw broken(file, 'its end is missing')
  }
  const { parts } = manifest
  const mismatch = described.findIndex((part, index) => !isSame(part, parts[index]))
  if (mismatch !== -1 || described.length !== parts.length) {
    throw broken(file, `${described[mismatch]?.name ?? 'a part'} is not what the manifest says`)
  }
  return manifest
}

const isSame = (part: Manifest['parts'][number], other: Manifest['parts'][number] | undefined) =>
  part.name === other?.name && part.bytes === other.bytes && part.sha256 === other.sha256

const broken = (file: string, reason: unknown): OperatorError =>
  new OperatorError(
    `The archive ${file} is damaged, or the passphrase is wrong: ${reason instanceof Error ? reason.message : String(reason)}.`,
    { cause: reason },
  )

const readAll = async (stream: AsyncIterable<unknown>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

const decrypted = async (file: string, passphrase: string | undefined): Promise<Readable> => {
  if (!(await isEncrypted(file))) {
    return createReadStream(file)
  }
  if (passphrase === undefined) {
    throw new OperatorError(`The archive ${file} is encrypted: set ARCHIVE_PASSPHRASE.`)
  }
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const source = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  try {
    return Readable.fromWeb((await decrypter.decrypt(source)) as never)
  } catch (error) {
    throw broken(file, error)
  }
}

const isEncrypted = async (file: string): Promise<boolean> => {
  const handle = await open(file).catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException
    throw new OperatorError(`The archive ${file} cannot be read (${code}).`, { cause })
  })
  try {
    const { buffer } = await handle.read(Buffer.alloc(3), 0, 3, 0)
    return buffer.toString() === 'age'
  } finally {
    await handle.close()
  }
}
