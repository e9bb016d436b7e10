import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import { ObjectId } from 'mongodb'

import { fileCollections } from '../../addresses/paths.ts'
import { isEmbedded } from '../../database/embeddedTables.ts'
import { OperatorError } from '../../lib/OperatorError.ts'
import type { Progress } from '../../lib/progress.ts'
import { claimFiles } from '../files/claimFiles.ts'
import { files } from '../files/store.ts'
import type { Part } from './container.ts'
import { readContainer } from './container.ts'
import { embeddedTarget, removeEmbeddedRows } from './embeddedRows.ts'
import {
  beginImport,
  endImport,
  isImportUnfinished,
  installationKeys,
  markerCollection,
} from './marker.ts'
import { mongoDBTarget, removeMongoDBRows } from './mongoDBRows.ts'
import { closeSecrets } from './secrets.ts'
import type { Row, Table } from './tables.ts'
import { tablesOf } from './tables.ts'
import type { Verified } from './verifyArchive.ts'
import { linesOf } from './verifyArchive.ts'

/** How many rows are written at a time. */
const batchSize = 200

/**
 * Writes everything that an archive holds into an empty database and an empty file store: all of it, or
 * nothing. If the process is killed in between, no server starts with what is left, and the next import
 * removes it.
 *
 * @param verified the result of `verifyArchive`.
 * @param isDryRun only checks whether the archive could be imported.
 * @throws OperatorError if database or file store are not empty, or the import fails.
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
  // First, since the files of another database must not be removed.
  await claimFiles(payload)
  await beginImport(payload)
  try {
    if (isUnfinished) {
      progress.note('An earlier import was not completed: removing what it left behind.')
    }
    await removeAll(payload)
    await writeAll(payload, file, passphrase, ids, progress)
  } catch (error) {
    try {
      await removeAll(payload)
      await endImport(payload)
    } catch {
      progress.note('What was written could not be removed; the next import will remove it.')
    }
    throw error instanceof OperatorError
      ? error
      : new OperatorError(failureOf(error), { cause: error })
  }
  await endImport(payload)
}

/** The reason of a failure, without the values of the row: in Payload's SQLite adapter, that is the cause. */
const failureOf = (error: unknown): string => {
  const { cause, message } = error as Error
  const reason = cause instanceof Error ? cause.message : message.split('\n')[0]
  return `The archive could not be imported, and nothing of it is left: ${reason}.`
}

const refuseUnlessEmpty = async (payload: Payload): Promise<void> => {
  const full = []
  for (const { isGlobal, isOfVersions, slug } of tablesOf(payload)) {
    // Payload's own collections may hold rows, such as jobs and preferences.
    if (!isGlobal && !isOfVersions && !slug.startsWith('payload-')) {
      const { totalDocs } = await payload.db.count({ collection: slug as 'pages' })
      if (totalDocs > 0) {
        full.push(`${slug} (${totalDocs})`)
      }
    }
  }
  if (full.length > 0) {
    throw new OperatorError(
      `The database is not empty: ${full.join(', ')}. An archive can only be imported into an empty one: set a new one in DATABASE_URL, or a new DATA_DIR.`,
    )
  }
  for (const slug of fileCollections) {
    for await (const { key } of files.list(`${slug}/`)) {
      throw new OperatorError(
        `There are files in ${files.name} already, such as ${key}. An archive can only be imported into an empty one: set a new one in DATA_DIR, or in S3_BUCKET.`,
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
  const isInFile = isEmbedded(payload.db)
  const tables = new Map(tablesOf(payload).map((table) => [table.name, table]))
  const target = await (isInFile ? embeddedTarget(payload, ids) : mongoDBTarget(payload))
  const foreign = isInFile ? new Set<string>() : foreignIDsIn(ids)
  let lastTable: string | undefined
  let areRowsWritten = false

  const endRows = async (): Promise<void> => {
    if (!areRowsWritten) {
      areRowsWritten = true
      await target.end()
    }
  }

  const writePart = async ({ data, name }: Part): Promise<void> => {
    const [first = ''] = name.split('/')
    if (first !== lastTable) {
      progress.note(`  ${first}`)
      lastTable = first
    }
    if (first === 'files') {
      // Files come last, and could take so long that the idle transaction would be rolled back.
      await endRows()
      await files.write(name.slice('files/'.length), data)
      return
    }
    const table = tables.get(first)
    if (!table) {
      throw new OperatorError(`The archive has ${first}, which this version does not know.`)
    }
    const rows = rowsOf(payload, table, data, foreign)
    for (let start = 0; start < rows.length; start += batchSize) {
      await target.write(table, rows.slice(start, start + batchSize))
    }
  }

  try {
    await readContainer(file, passphrase, writePart)
    await endRows()
  } catch (error) {
    await target.giveUp()
    throw error
  }
}

/** Ids that are not valid in MongoDB, such as the UUIDs of older embedded databases. */
const foreignIDsIn = (ids: Map<string, Set<string>>): Set<string> =>
  new Set([...ids.values()].flatMap((some) => [...some].filter((id) => !ObjectId.isValid(id))))

const uuids = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g

/** The new id in MongoDB for a UUID. It is derived from it, so that all references get the same one. */
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
  const removeRows = isEmbedded(payload.db) ? removeEmbeddedRows : removeMongoDBRows
  for (const table of tablesOf(payload).reverse()) {
    if (table.slug !== markerCollection) {
      await removeRows(payload, table)
    }
  }
  await payload.db.deleteMany({
    collection: markerCollection,
    where: { key: { not_in: installationKeys } },
  })
  for (const slug of fileCollections) {
    for await (const { key } of files.list(`${slug}/`)) {
      await files.remove(key)
    }
  }
}
