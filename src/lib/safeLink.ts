import { parseURL } from './parseURL.ts'

/** Schemes that links may have. */
const protocols = ['http:', 'https:', 'mailto:', 'tel:']

/**
 * Checks the address of a link. Allowed are this website (`/…`, `#…`), the web, mails and calls. Not
 * allowed are `javascript:`, `data:`, `//host`, and any line break or invisible character, which
 * browsers would skip.
 *
 * @returns the address unchanged; undefined where it is not allowed.
 */
export const safeLink = (url: unknown): string | undefined => {
  if (typeof url !== 'string' || /[\s\p{Cc}\p{Cf}]/u.test(url)) {
    return undefined
  }
  const isOwn = /^(?:#|\/(?![/\\]))/.test(url)
  return isOwn || protocols.includes(parseURL(url)?.protocol ?? '') ? url : undefined
}

/**
 * Whether a browser would follow an address to where no link may lead. Browsers skip line breaks and
 * invisible characters, and read `\` as `/`. An address that is merely incomplete, as while somebody
 * types it, is not dangerous.
 */
export const isDangerousLink = (url: string): boolean => {
  const seen = url.replace(/[\s\p{Cc}\p{Cf}]/gu, '').replaceAll('\\', '/')
  const [scheme] = /^[^/?#]*?:/.exec(seen) ?? []
  return (
    seen.startsWith('//') || (scheme !== undefined && !protocols.includes(scheme.toLowerCase()))
  )
}

/** The target of a redirect as it may stand in a header, whatever was stored before addresses were checked. */
export const redirectTarget = (stored: unknown): string | undefined => {
  const url = safeLink(stored)
  const elsewhere = parseURL(url ?? '')
  if (elsewhere) {
    return /^https?:/.test(elsewhere.protocol) ? elsewhere.href : undefined
  }
  return url?.startsWith('/') ? new URL(url, 'http://localhost').href.slice(16) : undefined
}
