import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const contexts = new AsyncLocalStorage<{ requestId: string }>()

/** Ids that are taken over from a proxy. */
const pattern = /^[\w-]{8,64}$/

/**
 * The id of a request: the one that a proxy has given it, or a new one. It must not be a number of anything:
 * two of them would tell how much others have asked in between.
 */
export const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && pattern.test(given) ? given : randomUUID()

/** Runs the work for a request, so that whatever it logs carries the request's id. */
export const withRequestId = <Result>(requestId: string, work: () => Result): Result =>
  contexts.run({ requestId }, work)

/** Fields that every log line carries. It is a copy, since pino writes the rest of the line into it. */
export const logContext = (): object => ({ ...contexts.getStore() })

/** Whether what happens is part of answering a request. */
export const isOfRequest = (): boolean => contexts.getStore() !== undefined
