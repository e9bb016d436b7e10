import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import { ObjectId } from 'mongodb'

import { fileCollections } from '../../addresses/paths.ts'
import { OperatorError } from '../../lib/OperatorError.ts'
import type { Progress } from '../../lib/progress.ts'
import { claimFiles } from '../files/claimFiles.ts'
import { files } from '../files/store.ts'
import type { Part } from './container.ts'
import { readContainer } from './container.ts'
import { embeddedTarget, removeEmbeddedRows } from './embeddedRows.ts'
import { beginImport, endImport, isImportUnfinished, keptKeys, markerCollection } from './marker.ts'
import { mongoDBTarget, removeMongoDBRows } from './mongoDBRows.ts'
import { closeSecrets } from './secrets.ts'
import type { Row, Table } from './tables.ts'
import { tablesOf } from './tables.ts'
import type { Verified } from './verifyArchive.ts'
import { linesOf } from './verifyArchive.ts'

/** How many rows are written at a time. */
const size = 200

/**
 * Writes everything that an archive holds into an empty database and an empty store of files. Either
 * all of it is written, or nothing: what a killed process has left behind, no server starts with, and the
 * next import removes.
 *
 * @param verified what was found when all of it was read: it was whole.
 * @param isDryRun whether to say only what would be done.
 */
export const importArchive = async (
  payload: Payload,
  file: string,
  passphrase: string | undefined,
  { ids }: Verified,
  progress: Progress,
  isDryRun: boolean,
): Promise<void> => {
  const isUnfinished = await isImportUnfinished(payload)
  if (!isUnfinished) {
    await refuseUnlessEmpty(payload)
  }
  if (isDryRun) {
    return
  }
  // Before anything is removed: it must not be the files of another database.
  await claimFiles(payload)
  await beginImport(payload)
  try {
    if (isUnfinished) {
      progress.note('An import did not come to its end before: removing what it left behind.')
    }
    await removeAll(payload)
    await writeAll(payload, file, passphrase, ids, progress)
  } catch (error) {
    try {
      await removeAll(payload)
      await endImport(payload)
    } catch {
      progress.note('What was written could not be removed; the next import does.')
    }
    throw error instanceof OperatorError
      ? error
      : new OperatorError(failureOf(error), { cause: error })
  }
  await endImport(payload)
}

/** Without what was written: Payload's adapter for SQLite names it first, and the reason as the cause. */
const failureOf = (error: unknown): string => {
  const { cause, message } = error as Error
  const reason = cause instanceof Error ? cause.message : message.split('\n')[0]
  return `The archive could not be imported, and nothing of it is left: ${reason}.`
}

const refuseUnlessEmpty = async (payload: Payload): Promise<void> => {
  const full = []
  for (const { isGlobal, isOfVersions, slug } of tablesOf(payload)) {
    // What the server itself keeps is made again, or belongs to who is there.
    if (!isGlobal && !isOfVersions && !slug.startsWith('payload-')) {
      const { totalDocs } = await payload.db.count({ collection: slug as 'pages' })
      if (totalDocs > 0) {
        full.push(`${slug} (${totalDocs})`)
      }
    }
  }
  if (full.length > 0) {
    throw new OperatorError(
      `The database is not empty: ${full.join(', ')}. An archive is imported into an empty one only: name a new one in DATABASE_URL, or a new DATA_DIR.`,
    )
  }
  for (const slug of fileCollections) {
    for await (const { key } of files.list(`${slug}/`)) {
      throw new OperatorError(
        `There are files in ${files.name} already, such as ${key}. An archive is imported into an empty one only: name a new one in DATA_DIR, or in S3_BUCKET.`,
      )
    }
  }
}

const writeAll = async (
  payload: Payload,
  file: string,
  passphrase: string | undefined,
  ids: Map<string, Set<string>>,
  progress: Progress,
): Promise<void> => {
  const isEmbedded = payload.db.name === 'sqlite'
  const tables = new Map(tablesOf(payload).map((table) => [table.name, table]))
  const target = await (isEmbedded ? embeddedTarget(payload, ids) : mongoDBTarget(payload))
  const foreign = isEmbedded ? new Set<string>() : foreignIDsIn(ids)
  let last: string | undefined
  let areRowsWritten = false

  const endRows = async (): Promise<void> => {
    if (!areRowsWritten) {
      areRowsWritten = true
      await target.end()
    }
  }

  const take = async ({ data, name }: Part): Promise<void> => {
    const [first = ''] = name.split('/')
    if (first !== last) {
      progress.note(`  ${first}`)
      last = first
    }
    if (first === 'files') {
      // They come last, and may take longer than a transaction is left without a statement.
      await endRows()
      await files.write(name.slice('files/'.length), data)
      return
    }
    const table = tables.get(first)
    if (!table) {
      throw new OperatorError(`There is nothing here that is called ${first}, as in the archive.`)
    }
    const rows = rowsOf(payload, table, data, foreign)
    for (let start = 0; start < rows.length; start += size) {
      await target.write(table, rows.slice(start, start + size))
    }
  }

  try {
    await readContainer(file, passphrase, take)
    await endRows()
  } catch (error) {
    await target.giveUp()
    throw error
  }
}

/** Ids of a form that MongoDB does not have. */
const foreignIDsIn = (ids: Map<string, Set<string>>): Set<string> =>
  new Set([...ids.values()].flatMap((some) => [...some].filter((id) => !ObjectId.isValid(id))))

const uuids = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g

/**
 * The id that a document of an older embedded database gets in MongoDB: the same for the same, wherever
 * it is named.
 */
const newID = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 24)

const rowsOf = (
  payload: Payload,
  table: Table,
  data: Part['data'],
  foreignIDs: Set<string>,
): Row[] =>
  linesOf(data).map((line) => {
    const text =
      foreignIDs.size > 0
        ? line.replace(uuids, (id) => (foreignIDs.has(id) ? newID(id) : id))
        : line
    return closeSecrets(payload, table, JSON.parse(text) as Row)
  })

const removeAll = async (payload: Payload): Promise<void> => {
  const removeRows = payload.db.name === 'sqlite' ? removeEmbeddedRows : removeMongoDBRows
  for (const table of tablesOf(payload).reverse()) {
    if (table.slug !== markerCollection) {
      await removeRows(payload, table)
    }
  }
  await payload.db.deleteMany({
    collection: markerCollection,
    where: { key: { not_in: keptKeys } },
  })
  for (const slug of fileCollections) {
    for await (const { key } of files.list(`${slug}/`)) {
      await files.remove(key)
    }
  }
}
