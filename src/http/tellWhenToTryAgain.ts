import type { AfterErrorHook, PayloadRequest } from 'payload'

/** Adds `Retry-After`, in seconds, to the reply of a request. */
export const setRetryAfter = (req: PayloadRequest, seconds: number): void => {
  req.responseHeaders ??= new Headers()
  req.responseHeaders.set('Retry-After', String(seconds))
}

/** Adds `Retry-After` to the reply of a refusal whose data has `retryAfter`, in seconds. */
export const tellWhenToTryAgain: AfterErrorHook = ({ error, req }) => {
  const seconds = (error as { data?: { retryAfter?: unknown } }).data?.retryAfter
  if (typeof seconds === 'number') {
    setRetryAfter(req, seconds)
  }
}
