import type { PayloadRequest } from 'payload'

import { commitTransaction, initTransaction, killTransaction } from 'payload'

/** Does work in the request's transaction, or in one of its own: all of it happens, or nothing. */
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
