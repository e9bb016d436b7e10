import type { Client } from '@libsql/client'

import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { LRUCache } from 'lru-cache'

/** How many statements a connection keeps; Payload makes some hundred different ones. */
const most = 500

/**
 * Prepares a statement once. The driver frees them by garbage collection only, which native memory
 * does not trigger: a server that writes now and then would grow by some kilobytes with each one.
 */
class ReusingDatabase extends Database {
  readonly #statements = new LRUCache<string, Database.Statement>({ max: most })

  override prepare(sql: string): never {
    const statement = this.#statements.get(sql) ?? super.prepare(sql)
    this.#statements.set(sql, statement)
    return statement as never
  }
}

/** The path of the file that a `file:` URL names. */
export const fileOf = (url: string): string =>
  path.resolve(url.startsWith('file:///') ? fileURLToPath(url) : url.slice('file:'.length))

/** Opens the file of a `file:` URL. */
export const openConnection = (url: string): Client =>
  new Sqlite3Client(fileOf(url), {}, new ReusingDatabase(fileOf(url)) as never, 'number')
