import type { DatabaseAdapterObj, PayloadRequest } from 'payload'

import { listenToTransactions } from './transactions.ts'

type Work = () => Promise<void>

/**
 * The waiting work is kept on the adapter: Next's bundle has its own copy of this module, but shares
 * the adapter.
 */
const property = Symbol.for('work for after a commit')

type Waiting = { [property]: Map<unknown, Work[]> }

/** Adds to a database adapter what `afterCommit` needs. */
export const withAfterCommit = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const waiting: Waiting[typeof property] = new Map()
    const forget = (id: unknown): void => {
      waiting.delete(id)
    }
    listenToTransactions(db, {
      committed: async (id) => {
        const pending = waiting.get(id) ?? []
        forget(id)
        for (const work of pending) {
          await work()
        }
      },
      failed: forget,
      rollingBack: forget,
    })
    return Object.assign(db, { [property]: waiting })
  },
})

/**
 * Does work once the transaction of a request is committed, and not if it is rolled back. Without a
 * transaction it is done at once. If the work fails, that is only logged, since the write itself has
 * succeeded.
 */
export const afterCommit = async (
  { payload, transactionID }: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  work: Work,
): Promise<void> => {
  const logged: Work = () =>
    work().catch((err: unknown) => {
      payload.logger.error({ err, msg: 'Work after a commit failed.' })
    })
  const id = await transactionID
  if (id === undefined || id === null) {
    return logged()
  }
  const { [property]: waiting } = payload.db as unknown as Waiting
  waiting.set(id, [...(waiting.get(id) ?? []), logged])
}
