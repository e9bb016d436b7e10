import type { Server, ServerResponse } from 'node:http'

import { Server as NetServer } from 'node:net'

/**
 * For how long a server that ends still answers on connections that it has, in milliseconds. Proxies
 * keep some in reserve, and close them sooner than that (docs/nginx.conf).
 */
const linger = 3_000

/** How long requests in flight may take to finish on shutdown, in milliseconds. */
const grace = 10_000

/**
 * Lets a server end without failing a request: at once it takes no new connections, and closes each that
 * it has with the next reply. Those that are idle it does not close at once: a proxy may just be sending a
 * request into one, and could not repeat a write.
 *
 * @returns what ends the server; it resolves when all connections are closed.
 */
export const endGently = (server: Server): (() => Promise<void>) => {
  const unanswered = new Set<ServerResponse>()
  let isEnding = false
  const closeWith = (res: ServerResponse): void => {
    if (!res.headersSent) {
      res.setHeader('Connection', 'close')
    }
  }
  server.prependListener('request', (_, res: ServerResponse) => {
    unanswered.add(res)
    res.once('close', () => unanswered.delete(res))
    if (isEnding) {
      closeWith(res)
    }
  })
  return () =>
    new Promise((resolve) => {
      isEnding = true
      unanswered.forEach(closeWith)
      // The method of HTTP servers would close what is idle, too.
      NetServer.prototype.close.call(server, () => resolve())
      setTimeout(() => server.closeIdleConnections(), linger).unref()
      setTimeout(() => server.closeAllConnections(), grace).unref()
    })
}
