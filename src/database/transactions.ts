import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

/** Undefined where something is written without a transaction. */
export type TransactionID = number | string | undefined

/** Callbacks at the end of a transaction. */
type TransactionListener = {
  /** After the commit, and before the write is answered. */
  committed?: (id: TransactionID) => Promise<void> | void
  /** At the end of the transaction, just before the commit. An error here fails the commit. */
  committing?: (id: TransactionID) => Promise<void> | void
  /** The commit failed. It may have happened all the same, if only its answer was lost. */
  failed?: (id: TransactionID) => void
  /** Just before the transaction is rolled back. */
  rollingBack?: (id: TransactionID) => void
}

/** They are kept on the adapter: Next's bundle has its own copy of this module, but shares the adapter. */
const property = Symbol.for('listeners of transactions')

type Wrapped = { [property]?: TransactionListener[] }

/** Adds to a database adapter what `listenToTransactions` needs. */
export const withTransactionListeners = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const listeners: TransactionListener[] = []
    const commit = db.commitTransaction.bind(db)
    const rollback = db.rollbackTransaction.bind(db)
    return Object.assign(db, {
      commitTransaction: (async (incoming) => {
        const id = (await incoming) as TransactionID
        try {
          for (const { committing } of listeners) {
            await committing?.(id)
          }
          await commit(incoming)
        } catch (error) {
          listeners.forEach(({ failed }) => failed?.(id))
          throw error
        }
        for (const { committed } of listeners) {
          await committed?.(id)
        }
      }) satisfies BaseDatabaseAdapter['commitTransaction'],
      [property]: listeners,
      rollbackTransaction: (async (incoming) => {
        const id = (await incoming) as TransactionID
        listeners.forEach(({ rollingBack }) => rollingBack?.(id))
        await rollback(incoming)
      }) satisfies BaseDatabaseAdapter['rollbackTransaction'],
    })
  },
})

/**
 * Calls a listener at the end of every transaction, after those that were added before it.
 *
 * @param db an adapter that is wrapped by `withTransactionListeners`.
 * @throws if it is not.
 */
export const listenToTransactions = (db: object, listener: TransactionListener): void => {
  const listeners = (db as Wrapped)[property]
  if (!listeners) {
    throw new Error('The database adapter is not wrapped by withTransactionListeners.')
  }
  listeners.push(listener)
}
