import type { Payload } from 'payload'

import { rename, rm } from 'node:fs/promises'

import { fileCollections } from '../../addresses/paths.ts'
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

/** How long a part may become, in bytes, before the next is begun; it is in memory as a whole. */
const enough = 2_000_000

/**
 * Writes everything that an installation holds into one file, as it is at one moment, while a server
 * goes on. There is no file until it is whole.
 *
 * @param passphrase undefined: in plain text.
 * @returns files that documents name, and that are not there.
 */
export const exportArchive = async (
  payload: Payload,
  file: string,
  passphrase: string | undefined,
  progress: Progress,
): Promise<string[]> => {
  const isEmbedded = payload.db.name === 'sqlite'
  const createdAt = new Date().toISOString()
  const snapshot = await (isEmbedded ? embeddedSnapshot : mongoDBSnapshot)(payload)
  const counts: Manifest['counts'] = {}
  const missing: string[] = []
  const named: string[] = []

  const parts = async function* (): AsyncGenerator<Part> {
    for (const table of tablesOf(payload)) {
      counts[table.name] = 0
      for await (const rows of inParts(rowsToKeep(payload, table, snapshot.rowsOf(table)))) {
        counts[table.name] = (counts[table.name] ?? 0) + rows.length
        named.push(...filesOf(table, rows))
        yield { data: Buffer.from(rows.map(lineOf).join('')), name: partName(table, counts) }
      }
      progress.note(`  ${table.name.padEnd(32)} ${counts[table.name]}`)
    }
    counts.files = 0
    for (const key of new Set(named)) {
      // One that was replaced since the rows were read is removed by now.
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
      database: isEmbedded ? 'embedded' : 'mongodb',
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

/** The number of its last row keeps the parts of a table apart, and in order. */
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
    if (bytes > enough) {
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
