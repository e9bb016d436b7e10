import path from 'node:path'

import type { Environment } from '../environment.ts'
import { makeWritable } from '../lib/makeWritable.ts'
import { OperatorError } from '../lib/OperatorError.ts'
import type { Connection } from './connection.ts'
import { fileOf, openConnection } from './connection.ts'

let lock: Connection | undefined

/**
 * Keeps a second server away from an embedded database for as long as this process lives, since both
 * would run the scheduled jobs. It is an SQLite lock on a file next to the database, which ends with the
 * process, even if that is killed. Commands may still read and write while the server runs.
 *
 * @throws OperatorError while another server uses the database.
 */
export const beOnlyServer = async ({ kind, url }: Environment['database']): Promise<void> => {
  if (kind === 'mongodb') {
    return
  }
  const file = fileOf(url)
  const folder = path.dirname(file)
  makeWritable(folder, 'DATABASE_URL', path.basename(file))
  // SQLite opens a file without write permission as read-only, and would lock nothing.
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
