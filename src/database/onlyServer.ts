import type { Client } from '@libsql/client'

import path from 'node:path'

import type { Environment } from '../environment.ts'
import { OperatorError } from '../OperatorError.ts'
import { makeWritable } from '../writableFolder.ts'
import { fileOf, openConnection } from './connection.ts'

let lock: Client | undefined

/**
 * Keeps a second server away from an embedded database for as long as this process lives: each would
 * do what is scheduled. A lock of SQLite on a file beside it ends with its process, however that ends.
 * Commands may read and write beside the server.
 *
 * @throws OperatorError while another server holds the database.
 */
export const beOnlyServer = async ({ kind, url }: Environment['database']): Promise<void> => {
  if (kind === 'mongodb') {
    return
  }
  const file = fileOf(url)
  makeWritable(path.dirname(file), 'DATABASE_URL', path.basename(file))
  lock = openConnection(`file:${file}-server`)
  try {
    await lock.execute('BEGIN EXCLUSIVE')
  } catch (error) {
    throw new OperatorError(
      `Another server already uses the database ${file}. Stop that one, or set another DATA_DIR; for several servers use MongoDB.`,
      { cause: error },
    )
  }
}
