import type { IncomingMessage } from 'node:http'

import { environment } from '../environment.ts'
import { clientAddress } from './limits/clientAddress.ts'

/** The client to whom rate limits count a request. */
export const clientOf = ({ headers, socket }: IncomingMessage): string =>
  clientAddress({
    forwarded: headers['x-forwarded-for']?.toString(),
    peer: socket.remoteAddress,
    proxies: environment.trustedProxies,
  })
