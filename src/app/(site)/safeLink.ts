const protocols = ['http:', 'https:', 'mailto:', 'tel:']

/** An address that a link may lead to: on this website, on the web, a mail or a call. */
export const safeLink = (url: unknown): string | undefined => {
  if (typeof url !== 'string') {
    return undefined
  }
  const isOwn = /^(?:#|\/(?![/\\]))/.test(url)
  return isOwn || (URL.canParse(url) && protocols.includes(new URL(url).protocol)) ? url : undefined
}
