import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'

import { methodList, methods } from './methods.ts'
import type { Part } from './observe.ts'
import { observe } from './observe.ts'

/** Answers methods that nothing here knows, such as TRACE, which would send back what a proxy has added. */
const unknownMethod: Part = {
  answer: (_, res) => {
    res.writeHead(405, { Allow: methodList, 'Cache-Control': 'no-store' }).end()
    return Promise.resolve()
  },
}

/** The address of a server in front of the path, as a proxy is asked; servers must take it too (RFC 9112, 3.2.2). */
const absolute = /^https?:\/\/(?:[^/?#@]*@)?([^/?#@]+)(?=[/?#]|$)/i

/**
 * Answers requests, each by its part of the server, however its first line is written.
 *
 * @param partOf the part that answers a path and its query.
 */
export const answerBy =
  (payload: Payload, partOf: (url: string) => Part) =>
  (req: IncomingMessage, res: ServerResponse): void => {
    const { method = '', url = '' } = req
    const [start = '', host] = absolute.exec(url) ?? []
    if (host !== undefined) {
      const rest = url.slice(start.length)
      req.url = rest.startsWith('/') ? rest : `/${rest}`
      req.headers.host = host
    }
    observe(payload, req, res, methods.includes(method) ? partOf(req.url ?? '') : unknownMethod)
  }
