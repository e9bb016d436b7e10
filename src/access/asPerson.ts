import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq, isolateObjectProperty } from 'payload'

/**
 * Arguments for a call of Payload's Local API by which the server reads with a person's rights. The
 * limits of requests from outside do not apply to such a call, so nothing that a client has sent may be
 * part of it, such as a limit or a sort order; conditions may.
 */
export const asPerson = (
  req: PayloadRequest,
): { overrideAccess: false; req: PayloadRequest; user: PayloadRequest['user'] } => {
  // Workaround (payloadcms/payload#18246): Payload writes the depth and language of a call into the
  // request that is passed to it. Can go when it does not; tests/integration/payload/upstream.test.ts
  // notices.
  const own = isolateObjectProperty(req, ['context', 'fallbackLocale', 'query'])
  // What narrows the list of a request is not meant for what the server reads beside it.
  own.context = { ...req.context, isReadOfServer: true, listing: undefined, onlyIDs: undefined }
  own.query = { ...req.query }
  return { overrideAccess: false, req: own, user: req.user }
}

/**
 * The same for what the server reads with the rights of nobody, whoever asks. It has a request of its own: Payload
 * takes the person of one that is passed to it, even if it is told that there is none.
 *
 * @param language of the request, for Payload's own routes.
 */
export const asNobody = async (
  payload: Payload,
  language: Pick<Parameters<typeof createLocalReq>[0], 'fallbackLocale' | 'locale'> = {},
): Promise<{ overrideAccess: false; req: PayloadRequest }> => ({
  overrideAccess: false,
  req: await createLocalReq({ context: { isReadOfServer: true }, ...language }, payload),
})

/** Whether the server makes this call through `asPerson` or `asNobody`. */
export const isReadOfServer = ({ context }: PayloadRequest): boolean =>
  context.isReadOfServer === true
