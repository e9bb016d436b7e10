import type { AfterErrorHook, PayloadRequest } from 'payload'

/** Adds `Retry-After` to the reply of a request, in seconds. */
export const setRetryAfter = (req: PayloadRequest, seconds: number): void => {
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', String(seconds))
}

/** Adds `Retry-After` to the reply of a refusal that says `retryAfter` in its data, in seconds. */
export const tellWhenToTryAgain: AfterErrorHook = ({ error, req }) => {
  const seconds = (error as { data?: { retryAfter?: unknown } }).data?.retryAfter
  if (typeof seconds === 'number') {
    setRetryAfter(req, seconds)
  }
}
