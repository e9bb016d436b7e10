import type { RequestOptions } from 'node:https'

import { request as requestHTTP } from 'node:http'
import { request as requestHTTPS } from 'node:https'

import { useAgent as agentFor } from 'request-filtering-agent'
import { Webhook } from 'standardwebhooks'

import { environment } from '../../environment.ts'

/** How long the receiver may take, in milliseconds. */
const timeout = 10_000

/** A message: an event and which document it concerns, never content. */
export type Message = {
  at: string
  data: object
  event: string
  /** The same for every attempt. */
  id: string
}

/**
 * The outcome of a delivery: the status of the reply, or the code of an error; and for how many seconds the receiver
 * wants to be left alone.
 */
export type Outcome = { ok: boolean; outcome: string; retryAfter?: number }

/**
 * Sends a message, signed according to Standard Webhooks (HMAC-SHA256 over id, timestamp and body).
 * Redirects are not followed. Unless WEBHOOKS_ALLOW_PRIVATE is set, private addresses are refused, also
 * when a host name resolves to one at the moment of the connection.
 *
 * @returns the outcome; it never rejects.
 */
export const send = async (
  { secret, url }: { secret: string; url: string },
  { at, data, event, id }: Message,
): Promise<Outcome> => {
  const body = JSON.stringify({ type: event, timestamp: at, data })
  const sentAt = new Date()
  const request = url.startsWith('https:') ? requestHTTPS : requestHTTP
  const options: RequestOptions = {
    headers: {
      'Content-Length': Buffer.byteLength(body),
      'Content-Type': 'application/json',
      'User-Agent': 'iKOST-CMS',
      'webhook-id': id,
      'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    },
    method: 'POST',
    signal: AbortSignal.timeout(timeout),
  }
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      resolve({ ok: false, outcome: codeOf(error) })
    try {
      const sent = request(
        url,
        {
          ...options,
          agent: agentFor(url, { allowPrivateIPAddress: environment.allowPrivateWebhooks }),
        },
        (response) => {
          response.resume()
          const status = response.statusCode ?? 0
          resolve({
            ok: status >= 200 && status < 300,
            outcome: String(status),
            retryAfter: secondsIn(response.headers['retry-after']),
          })
        },
      )
      sent.on('error', fail)
      sent.end(body)
    } catch (error) {
      // A URL that itself is a private address is refused before the request is made.
      fail(error as NodeJS.ErrnoException)
    }
  })
}

/** A pause as seconds or as a point in time (RFC 9110, 10.2.3), in seconds. */
const secondsIn = (retryAfter: string | undefined): number | undefined => {
  const text = retryAfter ?? ''
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return seconds > 0 ? seconds : undefined
}

const codeOf = ({ code, message, name }: NodeJS.ErrnoException): string => {
  if (/is not allowed/.test(message)) {
    return 'PRIVATE_ADDRESS'
  }
  return name === 'TimeoutError' || name === 'AbortError' ? 'TIMEOUT' : (code ?? 'FAILED')
}
