import type { PayloadRequest } from 'payload'

import { APIError } from 'payload'

import type { ProblemCode } from './problems.ts'
import type { Text } from './say.ts'
import { say } from './say.ts'

/**
 * An error that becomes a response with a status and one sentence in the language of the request: what
 * is wrong and what to do. Texts that a form may show contain no colon.
 *
 * Workaround (no issue known): Payload's form takes what follows a colon for a comma-separated list of
 * fields. Can go when it shows a sentence as it is; no test notices.
 *
 * @param text with a code, if it says more than the status.
 * @param data is sent along with the sentence.
 */
export const refusal = (
  req: Partial<Pick<PayloadRequest, 'i18n'>>,
  status: number,
  text: { code?: ProblemCode } & Text,
  data?: Record<string, unknown>,
): APIError =>
  Object.assign(new APIError(say(req, text), status, data, true), { problem: text.code })
