import type { PayloadRequest } from 'payload'

import { isolateObjectProperty } from 'payload'

/**
 * What a call of the server adds that reads with a person's rights, for itself: it sees what the
 * person may read, and is not kept within the bounds of requests from outside. Nothing that a client
 * sent - a number of documents, a sort order - may stand in such a call, but for conditions.
 */
export const asPerson = (
  req: PayloadRequest,
): { overrideAccess: false; req: PayloadRequest; user: PayloadRequest['user'] } => {
  // Workaround (payloadcms/payload#18246): Payload writes depth and language of a call into the request
  // that is passed to it. Can go when it does not; tests/integration/payload/upstream.test.ts notices.
  const own = isolateObjectProperty(req, ['context', 'fallbackLocale', 'query'])
  own.context = { ...req.context, isReadOfServer: true }
  own.query = { ...req.query }
  return { overrideAccess: false, req: own, user: req.user }
}

/** Whether a request is one that the server makes by `asPerson`. */
export const isReadOfServer = ({ context }: PayloadRequest): boolean =>
  context.isReadOfServer === true
