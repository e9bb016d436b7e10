import type { DatabaseAdapterObj, PayloadRequest } from 'payload'

import { listenToTransactions } from './transactions.ts'

type Work = () => Promise<void>

/** Where an adapter keeps it: Next's bundle has a copy of this module, but the same adapter. */
const property = Symbol.for('work for after a commit')

type Waiting = { [property]: Map<unknown, Work[]> }

/** Lets hooks leave work for after the commit of their transaction; see `afterCommit`. */
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
        const works = waiting.get(id) ?? []
        forget(id)
        for (const work of works) {
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
 * Does work as soon as the transaction of a request is committed, and not if it is rolled back; at once
 * where there is none. What fails is logged: who wrote has written.
 */
export const afterCommit = async (
  { payload, transactionID }: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  work: Work,
): Promise<void> => {
  const logged: Work = () =>
    work().catch((err: unknown) => {
      payload.logger.error({ err, msg: 'What is done after a commit failed.' })
    })
  const id = await transactionID
  if (id === undefined || id === null) {
    return logged()
  }
  const { [property]: waiting } = payload.db as unknown as Waiting
  waiting.set(id, [...(waiting.get(id) ?? []), logged])
}
