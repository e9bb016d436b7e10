import type { Payload } from 'payload'

import { rename, rm } from 'node:fs/promises'

import { fileCollections } from '../../addresses/paths.ts'
import { isEmbedded } from '../../database/embeddedTables.ts'
import type { Progress } from '../../lib/progress.ts'
import { version } from '../../lib/version.ts'
import { namesOf } from '../files/prepareUpload.ts'
import { files, readAll } from '../files/store.ts'
import type { Manifest, Part } from './container.ts'
import { archiveFormat, writeContainer } from './container.ts'
import { embeddedSnapshot } from './embeddedRows.ts'
import { mongoDBSnapshot } from './mongoDBRows.ts'
import { openSecrets } from './secrets.ts'
import type { Row, Table } from './tables.ts'
import { belongsElsewhere, tablesOf } from './tables.ts'

/** At what size, in bytes, a part ends; each is in memory as a whole. */
const maxPartBytes = 2_000_000

/**
 * Writes everything that an installation holds into one file, as a consistent snapshot, while a server
 * may go on running. The file appears under its name only when it is complete.
 *
 * @param passphrase undefined: the archive is not encrypted.
 * @returns files that documents name, but that do not exist.
 * @throws OperatorError if `PAYLOAD_SECRET` is not that of the database.
 */
export const exportArchive = async (
  payload: Payload,
  file: string,
  passphrase: string | undefined,
  progress: Progress,
): Promise<string[]> => {
  const isInFile = isEmbedded(payload.db)
  const createdAt = new Date().toISOString()
  const snapshot = await (isInFile ? embeddedSnapshot : mongoDBSnapshot)(payload)
  const counts: Manifest['counts'] = {}
  const missing: string[] = []
  const fileKeys: string[] = []

  const parts = async function* (): AsyncGenerator<Part> {
    for (const table of tablesOf(payload)) {
      counts[table.name] = 0
      for await (const rows of inParts(rowsToKeep(payload, table, snapshot.rowsOf(table)))) {
        counts[table.name] = (counts[table.name] ?? 0) + rows.length
        fileKeys.push(...filesOf(table, rows))
        yield { data: Buffer.from(rows.map(lineOf).join('')), name: partName(table, counts) }
      }
      progress.note(`  ${table.name.padEnd(32)} ${counts[table.name]}`)
    }
    counts.files = 0
    for (const key of new Set(fileKeys)) {
      // A file that was replaced after its row was read may be gone by now.
      if (await files.stat(key)) {
        counts.files += 1
        yield { data: await readAll(key), name: `files/${key}` }
      } else {
        missing.push(key)
        progress.note(`  The file ${key} is missing.`)
      }
    }
    progress.note(`  ${'files'.padEnd(32)} ${counts.files}`)
  }

  const unfinished = `${file}.part`
  try {
    await rm(unfinished, { force: true })
    await writeContainer(unfinished, passphrase, parts(), () => ({
      counts,
      createdAt,
      database: isInFile ? 'embedded' : 'mongodb',
      format: archiveFormat,
      missing,
      version,
    }))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await snapshot.end()
  }
  return missing
}

/** The name of a part. The number of its last row makes it unique, and keeps the parts in order. */
const partName = ({ name }: Table, counts: Manifest['counts']): string =>
  `${name}/${String(counts[name]).padStart(9, '0')}.jsonl`

const lineOf = (row: Row): string => `${JSON.stringify(row)}\n`

const rowsToKeep = async function* (
  payload: Payload,
  table: Table,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row> {
  for await (const row of rows) {
    // A global that was never saved has no row.
    if (row.id && !belongsElsewhere(table, row)) {
      yield openSecrets(payload, table, row)
    }
  }
}

const inParts = async function* (rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let part: Row[] = []
  let bytes = 0
  for await (const row of rows) {
    part.push(row)
    bytes += lineOf(row).length
    if (bytes > maxPartBytes) {
      yield part
      part = []
      bytes = 0
    }
  }
  if (part.length > 0) {
    yield part
  }
}

const filesOf = ({ isOfVersions, slug }: Table, rows: Row[]): string[] =>
  fileCollections.some((each) => each === slug) && !isOfVersions
    ? rows.flatMap((row) =>
        namesOf(row as Parameters<typeof namesOf>[0]).map((name) => `${slug}/${name}`),
      )
    : []
