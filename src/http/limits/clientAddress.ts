import { isIPv6 } from 'node:net'

/**
 * The header in which the server hands the client's address on to hooks. Whatever a client sends
 * there is overwritten.
 */
export const clientHeader = 'x-ikost-client'

/**
 * The IP address to which a request is counted. Of an IPv6 address it is the /64 network, since a
 * client usually has a whole one to itself.
 *
 * @param peer the address at the other end of the connection.
 * @param forwarded the header X-Forwarded-For, to which each proxy appends.
 * @param proxies how many proxies stand in front of the server (`TRUSTED_PROXIES`).
 */
export const clientAddress = ({
  forwarded,
  peer,
  proxies,
}: {
  forwarded?: string
  peer: string | undefined
  proxies: number
}): string => {
  const hops = [...(forwarded?.split(',').map((hop) => hop.trim()) ?? []), peer ?? '']
  const address = (hops[Math.max(0, hops.length - 1 - proxies)] ?? '').replace(/^::ffff:/i, '')
  return isIPv6(address) ? networkOf(address) : address
}

/** The /64 network of an IPv6 address: the first four of its eight groups. */
const networkOf = (address: string): string => {
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing =
    tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(tail ? tail.split(':') : [])]
  return `${all.slice(0, 4).join(':')}::/64`
}
