import type { IncomingMessage, ServerResponse } from 'node:http'

import compression from 'compression'

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

const middleware = compression() as unknown as Middleware

/** Compresses a response as it is sent, unless it, or its media type, is compressed already. */
export const compress = (req: IncomingMessage, res: ServerResponse): void =>
  middleware(req, res, () => undefined)
