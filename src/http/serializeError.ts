import { isOfRequest } from './requestId.ts'

/**
 * A message without the values of documents.
 *
 * Workaround (no issue known): Payload's database adapters add them to messages: every value of the
 * document that could not be written, or the one that exists already. Can go when they do not;
 * tests/integration/payload/upstream.test.ts notices in part.
 */
const withoutValues = (message: string): string =>
  message.replace(/\nparams:.*/s, '').replace(/dup key: \{.*\}/s, 'dup key')

/** An error as it is logged, without values of documents, which may be secret addresses. */
export const serializeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) {
    return error
  }
  const { cause, code, message, name, stack, status } = error as {
    code?: unknown
    status?: unknown
  } & Error
  return {
    cause: cause === error ? undefined : serializeError(cause),
    code,
    message: withoutValues(message),
    // A stack begins with the message, which may span several lines.
    stack: withoutValues(stack?.split(message).join(withoutValues(message)) ?? ''),
    status,
    type: name,
  }
}

type LogMethod = (this: unknown, ...args: unknown[]) => void

/** The status with which an error refuses what a client has sent; GraphQL wraps what a resolver throws. */
const refusedWith = (error: unknown): number | undefined => {
  const { originalError, status } = (error ?? {}) as { originalError?: unknown; status?: unknown }
  const own = typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
  return own ?? (originalError && originalError !== error ? refusedWith(originalError) : undefined)
}

/**
 * Payload logs errors without a message; pino would then use the error's own, values included. It also logs as an
 * error of ours what it refuses; the line of the request says that it was refused, and the sentence may repeat what
 * somebody has sent.
 */
export const logWithoutValues = function (
  this: { debug: (entry: object) => void },
  [first, ...rest]: unknown[],
  log: LogMethod,
): void {
  const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err
  const hasSentence =
    rest.length > 0 || typeof (first as { msg?: unknown } | undefined)?.msg === 'string'
  // What happens beside requests is ours, whatever its status.
  const status = hasSentence || !isOfRequest() ? undefined : refusedWith(error)
  if (status !== undefined) {
    this.debug({ msg: 'A request was refused.', status })
  } else if (error instanceof Error && !hasSentence) {
    log.call(this, first instanceof Error ? { err: first } : first, withoutValues(error.message))
  } else {
    log.call(this, first, ...rest)
  }
}
