import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import { Server as NetServer } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * How long a server keeps answering on open connections after it was told to end, in milliseconds.
 * Proxies keep some idle, and close them sooner than that (docs/nginx.conf).
 */
const linger = 3_000

/** How long requests in flight may take to finish on shutdown, in milliseconds. */
const grace = 10_000

/** What a turn of the event loop takes at most in which nothing is computed, in milliseconds. */
const idleTurn = 1

/**
 * Lets a server end without failing a request. It accepts no new connections, and closes each open one
 * with its next reply. Idle connections stay open for a while: a proxy may just be sending a request on
 * one, and cannot repeat a write.
 *
 * @returns a function that ends the server, and resolves once all connections are closed.
 */
export const endGently = (server: Server): (() => Promise<void>) => {
  /** The last reply on each open connection: a listener for each reply would cost more than a cached one. */
  const latest = new Map<Socket, ServerResponse>()
  let isEnding = false
  const closeWith = (res: ServerResponse): void => {
    if (!res.headersSent) {
      res.setHeader('Connection', 'close')
    }
  }
  server.on('connection', (socket) => {
    socket.once('close', () => latest.delete(socket))
  })
  server.prependListener('request', ({ socket }: IncomingMessage, res: ServerResponse) => {
    latest.set(socket, res)
    if (isEnding) {
      closeWith(res)
    }
  })
  return async () => {
    isEnding = true
    latest.forEach(closeWith)
    setTimeout(() => server.closeIdleConnections(), linger).unref()
    setTimeout(() => server.closeAllConnections(), grace).unref()
    await untilIdle()
    return new Promise((resolve) => {
      // The HTTP server's own `close` would close idle connections, too.
      NetServer.prototype.close.call(server, () => resolve())
    })
  }
}

/**
 * Waits for a turn of the event loop in which next to nothing happened, at most for as long as a server
 * lingers. While a process is busy, the kernel accepts connections for it; whoever stops listening then
 * resets them, with the requests that have been sent on them.
 */
const untilIdle = async (): Promise<void> => {
  const until = performance.now() + linger
  let startedAt: number
  // From the end of a turn to the end of the next.
  await nextTurn()
  do {
    startedAt = performance.now()
    await nextTurn()
  } while (performance.now() - startedAt > idleTurn && startedAt < until)
}
