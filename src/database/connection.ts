import { statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { LRUCache } from 'lru-cache'

import { isElsewhere } from './outage.ts'

/** How many statements a connection keeps; Payload makes some hundred different ones. */
const maxStatements = 500

/** Which file lies at a path; undefined: none. */
export const identityOf = (file: string): string | undefined => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.dev} ${found.ino}`
}

/**
 * Prepares a statement once: a server that writes now and then would grow by some kilobytes with each one.
 *
 * Workaround (no issue known): libsql frees statements by garbage collection only, which native memory does
 * not trigger. Can go when it frees them by itself; no test notices.
 *
 * A file that was moved or deleted stays open, and what is written to it would be lost.
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
      throw new Error(isElsewhere)
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

/** A client of one connection, which is not handed to a transaction and replaced. */
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
 * Opens the file of a `file:` URL; makes it where there is none.
 *
 * @param identity the file that has to lie there.
 */
export const openConnection = (url: string, identity?: string): Connection => {
  const file = fileOf(url)
  if (identity !== undefined && identityOf(file) !== identity) {
    throw new Error(isElsewhere)
  }
  return new Connection(file)
}
