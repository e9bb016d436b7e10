import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'

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
    const take = (id: unknown): Work[] => {
      const works = waiting.get(id) ?? []
      waiting.delete(id)
      return works
    }
    const commit = db.commitTransaction.bind(db)
    const rollback = db.rollbackTransaction.bind(db)
    return Object.assign(db, {
      commitTransaction: (async (incoming) => {
        const id = await incoming
        const works = take(id)
        await commit(id)
        for (const work of works) {
          await work()
        }
      }) satisfies BaseDatabaseAdapter['commitTransaction'],
      rollbackTransaction: (async (incoming) => {
        const id = await incoming
        take(id)
        await rollback(id)
      }) satisfies BaseDatabaseAdapter['rollbackTransaction'],
      [property]: waiting,
    })
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
