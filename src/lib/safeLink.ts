/** What a link may be: an address on the web, a mail, a call. */
const protocols = ['http:', 'https:', 'mailto:', 'tel:']

/**
 * An address that a link may lead to: on this website (`/…`, `#…`), on the web, a mail or a call.
 * Everything else - `javascript:`, `data:`, `//host`, whatever browsers make of line breaks and
 * invisible characters - leads nowhere.
 *
 * @returns the address as it was given; undefined where it leads nowhere.
 */
export const safeLink = (url: unknown): string | undefined => {
  if (typeof url !== 'string' || /[\s\p{Cc}\p{Cf}]/u.test(url)) {
    return undefined
  }
  const isOwn = /^(?:#|\/(?![/\\]))/.test(url)
  return isOwn || (URL.canParse(url) && protocols.includes(new URL(url).protocol)) ? url : undefined
}

/**
 * Whether a browser would take an address somewhere that no link may lead to: it looks past line
 * breaks and invisible characters, and takes `\` for `/`. What is merely incomplete, as people type
 * it, leads nowhere bad.
 */
export const isDangerousLink = (url: string): boolean => {
  const seen = url.replace(/[\s\p{Cc}\p{Cf}]/gu, '').replaceAll('\\', '/')
  const [scheme] = /^[^/?#]*?:/.exec(seen) ?? []
  return (
    seen.startsWith('//') || (scheme !== undefined && !protocols.includes(scheme.toLowerCase()))
  )
}
