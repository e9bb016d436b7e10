import type { PayloadRequest } from 'payload'

import { commitTransaction, initTransaction, killTransaction } from 'payload'

/**
 * Does work in the request's transaction, or in a new one if it has none: all of it is written, or
 * nothing.
 *
 * @throws what the work throws, after rolling a new transaction back.
 */
export const inTransaction = async <Result>(
  req: PayloadRequest,
  work: () => Promise<Result>,
): Promise<Result> => {
  const isOwn = await initTransaction(req)
  try {
    const result = await work()
    if (isOwn) {
      await commitTransaction(req)
    }
    return result
  } catch (error) {
    if (isOwn) {
      await killTransaction(req)
    }
    throw error
  }
}
