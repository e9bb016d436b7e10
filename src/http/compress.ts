import type { IncomingMessage, ServerResponse } from 'node:http'

import compression from 'compression'

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

const middleware = compression() as unknown as Middleware

/** Has a response compressed on its way out, unless it is already, or its kind is. */
export const compress = (req: IncomingMessage, res: ServerResponse): void =>
  middleware(req, res, () => undefined)
