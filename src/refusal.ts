import type { PayloadRequest } from 'payload'

import { APIError } from 'payload'

import type { Text } from './say.ts'
import { say } from './say.ts'

/**
 * An error that answers with a status and one sentence in the language of the request: what is wrong
 * and what to do.
 */
export const refusal = (
  req: Partial<Pick<PayloadRequest, 'i18n'>>,
  status: number,
  text: Text,
  data?: Record<string, unknown>,
): APIError => new APIError(say(req, text), status, data, true)
