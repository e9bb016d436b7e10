import type { PayloadRequest } from 'payload'

import { ValidationError } from 'payload'

import type { Text } from './say.ts'
import { say } from './say.ts'

/**
 * An error that the form shows at its fields: 400 with one sentence in the language of the request,
 * which says what is wrong and what to do.
 *
 * @param collection slug; undefined for a field that several collections share.
 * @param fields paths, such as `to.url`.
 */
export const invalid = (
  req: PayloadRequest,
  collection: string | undefined,
  fields: string[],
  text: Text,
): ValidationError => {
  const message = say(req, text)
  return new ValidationError({
    collection,
    errors: fields.map((path) => ({ message, path })),
    req,
  })
}
