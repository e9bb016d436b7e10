import { statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { LRUCache } from 'lru-cache'

import { fileMovedMessage } from './outage.ts'

/** How many prepared statements a connection keeps. Payload uses some hundred different ones. */
const maxStatements = 500

/** Device and inode of the file at a path, which tell whether it is still the same; undefined: none. */
export const identityOf = (file: string): string | undefined => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}

/**
 * A database that prepares each statement once. It throws once its file was moved, replaced or deleted:
 * the file would stay open, and what is written to it would be lost.
 *
 * Workaround (no issue known): libsql frees statements only on garbage collection, which native memory
 * does not trigger, so a server would grow by some kilobytes with every write. Can go when it frees
 * them itself; no test notices.
 */
class ReusingDatabase extends Database {
  readonly #file: string
  readonly #identity: string | undefined
  readonly #statements = new LRUCache<string, Database.Statement>({ max: maxStatements })

  constructor(file: string) {
    super(file)
    this.#file = file
    this.#identity = identityOf(file)
  }

  override prepare(sql: string): never {
    if (identityOf(this.#file) !== this.#identity) {
      throw new Error(fileMovedMessage)
    }
    const statement = this.#statements.get(sql) ?? super.prepare(sql)
    this.#statements.set(sql, statement)
    return statement as never
  }
}

/** The path of the file that a `file:` URL names. */
export const fileOf = (url: string): string =>
  path.resolve(
    url.startsWith('file:///') ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length)),
  )

/** A client with a single connection. The driver's own would hand it to a transaction and open a new one. */
export class Connection extends Sqlite3Client {
  readonly #database: ReusingDatabase

  constructor(file: string) {
    const database = new ReusingDatabase(file)
    super(file, {}, database as never, 'number')
    this.#database = database
  }

  get isInTransaction(): boolean {
    return this.#database.inTransaction
  }
}

/**
 * Opens the file of a `file:` URL, and makes it if there is none.
 *
 * @param identity what `identityOf` the file must be.
 * @throws an error with `fileMovedMessage` if it is another file.
 */
export const openConnection = (url: string, identity?: string): Connection => {
  const file = fileOf(url)
  if (identity !== undefined && identityOf(file) !== identity) {
    throw new Error(fileMovedMessage)
  }
  return new Connection(file)
}
