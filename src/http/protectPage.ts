import type { IncomingMessage, ServerResponse } from 'node:http'

import { randomBytes } from 'node:crypto'

import helmet from 'helmet'

import { environment } from '../environment.ts'

const nonces = new WeakMap<object, string>()

const nonceOf = (_: IncomingMessage, res: ServerResponse): string => `'nonce-${nonces.get(res)}'`

const setHeaders = helmet({
  contentSecurityPolicy: {
    directives: {
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      defaultSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
      // Previews of what is being uploaded, and icons in the editor's style sheets.
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'", nonceOf, "'strict-dynamic'"],
      // Workaround (no issue known): Payload's admin UI and its libraries write style elements and
      // attributes. Can go when the elements have a nonce, and there are no attributes; no test
      // notices.
      styleSrc: ["'self'", "'unsafe-inline'"],
      upgradeInsecureRequests: null,
    },
    useDefaults: false,
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: environment.serverURL?.startsWith('https:') ?? false,
  xFrameOptions: { action: 'sameorigin' },
})

/**
 * Sets the security headers of a page. Scripts run with the nonce of this one reply only; Next finds
 * it in the header of the request and gives it to its own scripts.
 */
export const protectPage = (req: IncomingMessage, res: ServerResponse): void => {
  nonces.set(res, randomBytes(16).toString('base64'))
  setHeaders(req, res, (error) => {
    if (error) {
      throw error as Error
    }
  })
  req.headers['content-security-policy'] = String(res.getHeader('content-security-policy'))
  res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()')
}
