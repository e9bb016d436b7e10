import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import type { WriterTransaction } from './writer.ts'

/**
 * Makes a commit throw what broke its transaction.
 *
 * Workaround (payloadcms/payload#17726): Payload's adapter reports success even if SQLite could not
 * commit, so that an acknowledged write would be lost on a full disk. Can go when it throws;
 * tests/integration/payload/upstream.test.ts notices.
 *
 * @param newest returns the transaction that began last.
 */
export const throwFailedCommits = (
  database: SQLiteAdapter,
  newest: () => undefined | WriterTransaction,
): void => {
  const transactions = new Map<unknown, WriterTransaction | undefined>()
  const begin = database.beginTransaction.bind(database)
  database.beginTransaction = async (options) => {
    const id = await begin(options)
    // The newest is this one, since only one is open at a time.
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
