import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter } from 'payload'

/** Whether a database is the embedded one, rather than MongoDB. */
export const isEmbedded = (db: BaseDatabaseAdapter): db is BaseDatabaseAdapter & SQLiteAdapter =>
  db.name === 'sqlite'
