import { domainToASCII, domainToUnicode } from 'node:url'

import { withoutInvisible } from './fold.ts'

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostname = new RegExp(`^(?:${label}\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$`)

/** A domain in the letters of its language, lower case; undefined for what is none. */
const readableDomain = (domain: string): string | undefined => {
  // What follows a domain in an address - a path, a question - is cut off by Node without a word.
  const ascii = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) ? domainToASCII(domain.normalize('NFC')) : ''
  return hostname.test(ascii) && ascii.length <= 253 ? domainToUnicode(ascii) : undefined
}

/**
 * A web address as it is stored: https, a real domain, no user or password, readable letters in the
 * domain. Nothing is guessed: what browsers would mend is no address.
 *
 * @returns undefined for what is none.
 */
export const parseWebAddress = (input: string): string | undefined => {
  const text = withoutInvisible(input).trim()
  const [, domain = '', rest = ''] =
    /^https:\/\/([^/?#\s\\@:]+(?::\d{1,5})?)([/?#][^\s\\]*)?$/i.exec(text) ?? []
  const [name = '', port] = domain.split(':')
  const readable = readableDomain(name)
  return readable && URL.canParse(text)
    ? `https://${readable}${port ? `:${port}` : ''}${rest}`
    : undefined
}

/**
 * An e-mail address as it is stored: as people use it - the full grammar of RFC 5322 is not wanted
 * here -, with readable letters in the domain. Programs copy it as `mailto:…` and as `Name <…>`.
 *
 * @returns undefined for what is not exactly one.
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

/** The address of a link that writes to an e-mail address: programs know domains in ASCII. */
export const mailLink = (email: string): string => {
  const [local = '', domain = ''] = email.split('@')
  return `mailto:${encodeURIComponent(local)}@${domainToASCII(domain)}`
}
