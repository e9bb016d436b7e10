import type { Server, ServerResponse } from 'node:http'

import { Server as NetServer } from 'node:net'

/**
 * How long a server keeps answering on open connections after it was told to end, in milliseconds.
 * Proxies keep some idle, and close them sooner than that (docs/nginx.conf).
 */
const linger = 3_000

/** How long requests in flight may take to finish on shutdown, in milliseconds. */
const grace = 10_000

/**
 * Lets a server end without failing a request. It accepts no new connections, and closes each open one
 * with its next reply. Idle connections stay open for a while: a proxy may just be sending a request on
 * one, and cannot repeat a write.
 *
 * @returns a function that ends the server, and resolves once all connections are closed.
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
      // The HTTP server's own `close` would close idle connections, too.
      NetServer.prototype.close.call(server, () => resolve())
      setTimeout(() => server.closeIdleConnections(), linger).unref()
      setTimeout(() => server.closeAllConnections(), grace).unref()
    })
}
