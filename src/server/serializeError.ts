/** What the adapters for SQL add to a message: every value of the document that could not be written. */
const withoutValues = (text: string | undefined): string | undefined =>
  text?.replace(/\nparams: .*?(?=\n {4}at |$)/gs, '')

/** An error as it is logged: without the values of a failed query, which may be secret addresses. */
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
    stack: withoutValues(stack),
    status,
    type: name,
  }
}
