import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

/** Of a transaction; undefined where something is written without one. */
export type TransactionID = number | string | undefined

/** What wants to know how transactions end. */
type TransactionListener = {
  /** The commit has happened; who wrote is answered after this. */
  committed?: (id: TransactionID) => Promise<void> | void
  /** The last moment of the transaction. What fails here fails the commit. */
  committing?: (id: TransactionID) => Promise<void> | void
  /** The commit failed; if only its answer was lost, it has happened all the same. */
  failed?: (id: TransactionID) => void
  /** The transaction is about to be rolled back. */
  rollingBack?: (id: TransactionID) => void
}

/** Where an adapter keeps them: Next's bundle has a copy of this module, but the same adapter. */
const property = Symbol.for('listeners of transactions')

type Wrapped = { [property]?: TransactionListener[] }

/** Lets others hear how transactions end. Those that listen first hear first. */
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

/** @param db an adapter that is wrapped by `withTransactionListeners`. */
export const listenToTransactions = (db: object, listener: TransactionListener): void => {
  const listeners = (db as Wrapped)[property]
  if (!listeners) {
    throw new Error('The database adapter is not wrapped by withTransactionListeners.')
  }
  listeners.push(listener)
}
