import { domainToASCII, domainToUnicode } from 'node:url'

import { withoutInvisible } from './fold.ts'
import { parseURL } from './parseURL.ts'

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostname = new RegExp(`^(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$`)

/** A domain in lower case and in Unicode rather than Punycode; undefined if it is not a domain. */
const readableDomain = (domain: string): string | undefined => {
  // Node silently cuts off whatever follows a domain, such as a path or a query.
  const ascii = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) ? domainToASCII(domain.normalize('NFC')) : ''
  return hostname.test(ascii) && ascii.length <= 253 ? domainToUnicode(ascii) : undefined
}

/**
 * Parses a web address into the form in which it is stored: https, a domain with a dot, in Unicode,
 * without user and password. Nothing is guessed: an address that a browser would have to repair is
 * refused.
 *
 * @returns undefined if it is not valid.
 */
export const parseWebAddress = (input: string): string | undefined => {
  const text = withoutInvisible(input).trim()
  const [, domain = '', rest = ''] =
    /^https:\/\/([^/?#\s\\@:]+(?::\d{1,5})?)([/?#][^\s\\]*)?$/i.exec(text) ?? []
  const [name = '', port] = domain.split(':')
  const readable = readableDomain(name)
  return readable && parseURL(text)
    ? `https://${readable}${port ? `:${port}` : ''}${rest}`
    : undefined
}

/**
 * Parses an e-mail address into the form in which it is stored, with the domain in Unicode. It accepts
 * addresses as people use them, not the whole grammar of RFC 5322; also `mailto:…` and `Name <…>`, as
 * programs copy them.
 *
 * @returns undefined if it is not exactly one address.
 */
export const parseEmail = (input: string): string | undefined => {
  const text = withoutInvisible(input)
    .trim()
    .replace(/^[^<>@,;]*<([^<>]*)>$/, '$1')
    .replace(/^mailto:/i, '')
  const [, local, domain = ''] =
    /^([\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*)@([^@\s]+)$/.exec(text) ?? []
  const readable = readableDomain(domain)
  return local && local.length <= 64 && text.length <= 254 && readable
    ? `${local}@${readable}`
    : undefined
}

/** A stored e-mail address with the domain in ASCII, as programs need it. */
export const asciiEmail = (email: string): string => {
  const [local = '', domain = ''] = email.split('@')
  return `${local}@${domainToASCII(domain)}`
}

/** The `mailto:` link to an e-mail address, with the domain in ASCII, since mail programs need that. */
export const mailLink = (email: string): string => {
  const [local = '', domain = ''] = asciiEmail(email).split('@')
  return `mailto:${encodeURIComponent(local)}@${domain}`
}
