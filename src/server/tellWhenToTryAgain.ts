import type { AfterErrorHook } from 'payload'

/** Adds `Retry-After` to the reply of a refusal that says `retryAfter` in its data, in seconds. */
export const tellWhenToTryAgain: AfterErrorHook = ({ error, req }) => {
  const seconds = (error as { data?: { retryAfter?: unknown } }).data?.retryAfter
  if (typeof seconds === 'number') {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('Retry-After', String(seconds))
  }
}
