import { environment } from '../environment.ts'
import { hasSessionCookie } from './cache/publicRequest.ts'
import { parseURL } from '../lib/parseURL.ts'

type Request = {
  /** The value of a header; missing: undefined or null. */
  header: (name: string) => null | string | undefined
  method: string
}

/**
 * Whether a browser sends a write with a person's cookie from a page that is not ours (CSRF). Browsers
 * name the page in Origin or, without that, in Sec-Fetch-Site. A client that sends neither is not a
 * browser, so nobody's cookie can be abused.
 */
export const isForeign = ({ header, method }: Request): boolean => {
  if (!isWrite(method) || !hasSessionCookie(header('cookie') ?? '')) {
    return false
  }
  const origin = header('origin')
  if (typeof origin !== 'string') {
    return ['cross-site', 'same-site'].includes(header('sec-fetch-site') ?? '')
  }
  const allowed = [...environment.csrfOrigins, environment.serverURL]
  return !allowed.includes(origin) && hostOf(origin) !== header('host')
}

const isWrite = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

const hostOf = (origin: string): string | undefined => parseURL(origin)?.host
