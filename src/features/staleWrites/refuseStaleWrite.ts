import type { CollectionSlug, GlobalBeforeOperationHook, PayloadRequest, Where } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { refusal } from '../../lib/refusal.ts'
import { say } from '../../lib/say.ts'

/**
 * Refuses a write that was based on an older state than the newest one.
 *
 * @param seen `updatedAt` of the state that the write is based on; undefined if the client did not send it.
 * @throws 409 with `data: { updatedAt }` of the newest state.
 */
export const refuseIfChangedSince = (
  seen: unknown,
  newest: string | undefined,
  req: PayloadRequest,
): void => {
  if (
    seen === undefined ||
    newest === undefined ||
    (typeof seen === 'string' && Date.parse(seen) === Date.parse(newest))
  ) {
    return
  }
  const text = {
    code: 'stale-write' as const,
    de: 'Dieses Dokument wurde inzwischen von jemand anderem geändert. Bitte die neue Fassung laden und die eigenen Änderungen dort eintragen.',
    en: 'This document has been changed by somebody else in the meantime. Please load the new version and enter your changes there.',
  }
  // The admin UI shows a dialog when this field is refused.
  const errors = [{ message: say(req, text), path: 'updatedAt' }]
  throw refusal(req, 409, text, { errors, updatedAt: newest })
}

type Update = {
  data?: { updatedAt?: unknown }
  id?: number | string
  overrideAccess?: boolean
  where?: Where
}

/**
 * Prevents lost updates: an update that sends the `updatedAt` it is based on is refused if the document
 * has changed since. It runs in the transaction of the update, so that of two at the same time one is
 * refused. It reads with the person's rights, since a refusal would otherwise reveal drafts.
 *
 * @throws 409
 */
export const refuseStaleWrite =
  (collection: CollectionSlug): BeforeOperation =>
  async ({ args, operation, req }) => {
    const { data, id, overrideAccess, where } = args as Update
    // The server's own writes send back what they have just read.
    if (operation !== 'update' || overrideAccess || data?.updatedAt === undefined) {
      return args
    }
    const { docs } = await req.payload.find({
      ...asPerson(req),
      collection,
      depth: 0,
      draft: true,
      pagination: false,
      select: { updatedAt: true },
      trash: true,
      where: id === undefined ? (where ?? {}) : { id: { equals: id } },
    })
    for (const { updatedAt } of docs as { updatedAt?: string }[]) {
      refuseIfChangedSince(data.updatedAt, updatedAt, req)
    }
    return args
  }

/** Does for a global what `refuseStaleWrite` does for documents. */
export const refuseStaleGlobalWrite: GlobalBeforeOperationHook = async ({
  args,
  global: { slug },
  operation,
  overrideAccess,
  req,
}) => {
  if (operation === 'update' && !overrideAccess && args.data?.updatedAt !== undefined) {
    const newest = await req.payload.findGlobal({
      ...asPerson(req),
      slug,
      depth: 0,
      draft: true,
    })
    refuseIfChangedSince(args.data.updatedAt, newest.updatedAt ?? undefined, req)
  }
  return args
}
