import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import type { WriterTransaction } from './writer.ts'

/**
 * On a full disk, what was acknowledged would be lost.
 *
 * Workaround (payloadcms/payload#17726): Payload's adapter takes a transaction that SQLite could not commit
 * for committed. Can go when it throws; tests/integration/payload/upstream.test.ts notices.
 *
 * @throws what broke a transaction, when it is to be committed.
 */
export const tellFailedCommits = (
  database: SQLiteAdapter,
  newest: () => undefined | WriterTransaction,
): void => {
  const transactions = new Map<unknown, WriterTransaction | undefined>()
  const begin = database.beginTransaction.bind(database)
  database.beginTransaction = async (options) => {
    const id = await begin(options)
    // One at a time is open.
    transactions.set(id, newest())
    return id
  }
  const commit = database.commitTransaction.bind(database)
  database.commitTransaction = async (incoming) => {
    const id = await incoming
    const transaction = transactions.get(id)
    transactions.delete(id)
    await commit(id)
    if (transaction?.failure) {
      throw transaction.failure
    }
  }
  const rollback = database.rollbackTransaction.bind(database)
  database.rollbackTransaction = async (incoming) => {
    const id = await incoming
    transactions.delete(id)
    await rollback(id)
  }
}
