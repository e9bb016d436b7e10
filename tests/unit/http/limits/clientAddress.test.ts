import { describe, expect, it } from 'vitest'

import { clientAddress } from '../../../../src/http/limits/clientAddress.ts'

describe('clientAddress', () => {
  it.each([
    ['203.0.113.7', undefined, 0, '203.0.113.7'],
    ['::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
    // What a client writes into the header itself counts for nothing.
    ['203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    ['127.0.0.1', '10.0.0.1, 198.51.100.1', 1, '198.51.100.1'],
    ['127.0.0.1', '203.0.113.7, 198.51.100.1', 2, '203.0.113.7'],
    ['127.0.0.1', undefined, 1, '127.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', undefined, 0, '2001:db8:1:2::/64'],
    ['2001:db8::9', undefined, 0, '2001:db8:0:0::/64'],
    ['::1', undefined, 0, '0:0:0:0::/64'],
  ])(
    'should take %s with X-Forwarded-For %s behind %d proxies for %s',
    (peer, forwarded, proxies, client) => {
      expect(clientAddress({ forwarded, peer, proxies })).toBe(client)
    },
  )

  it('should not fail without an address', () => {
    expect(clientAddress({ peer: undefined, proxies: 0 })).toBe('')
  })
})
