import path from 'node:path'

import type { Environment } from '../environment.ts'
import { makeWritable } from '../lib/makeWritable.ts'
import { OperatorError } from '../lib/OperatorError.ts'
import type { Connection } from './connection.ts'
import { fileOf, openConnection } from './connection.ts'

let lock: Connection | undefined

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
  const folder = path.dirname(file)
  makeWritable(folder, 'DATABASE_URL', path.basename(file))
  // On a file that it may only read, SQLite would lock nothing.
  makeWritable(folder, 'DATABASE_URL', `${path.basename(file)}-server`)
  try {
    lock = openConnection(`${url}-server`)
    await lock.execute('BEGIN EXCLUSIVE')
  } catch (error) {
    const isBusy = (error as { code?: string }).code?.startsWith('SQLITE_BUSY')
    throw new OperatorError(
      isBusy
        ? `Another server already uses the database ${file}. Stop that one, or set another DATA_DIR; for several servers use MongoDB.`
        : `The database ${file} cannot be locked: ${String(error)}. Delete ${file}-server.`,
      { cause: error },
    )
  }
}
