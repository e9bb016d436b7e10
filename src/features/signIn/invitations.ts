import type { CollectionAfterChangeHook, Endpoint } from 'payload'

import { NotFound } from 'payload'

import { isCoordinator } from '../../access/people.ts'
import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import type { User } from '../../payload-types.ts'
import { record } from '../audit/recordInAuditLog.ts'
import { queueMail } from '../mail/sendMail.ts'
import { unknownPassword } from './passwords.ts'

type Create = { data?: object; overrideAccess?: boolean }

/**
 * Invites people instead of giving them a password: a user who is created through an API gets a random
 * password that nobody knows, and a mail with a link to set one. The server itself, such as the seed, may
 * set passwords.
 */
export const inviteInsteadOfPassword: BeforeOperation = ({ args, operation, req }) => {
  const { data, overrideAccess } = args as Create
  if (operation !== 'create' || overrideAccess) {
    return args
  }
  req.context.isInvitation = true
  return { ...args, data: { ...data, password: unknownPassword() } }
}

/** Sends the invitation in the transaction that makes the user. */
export const sendInvitation: CollectionAfterChangeHook<User> = async ({ doc, operation, req }) => {
  if (operation === 'create' && req.context.isInvitation) {
    await queueMail({ kind: 'invitation', req, to: doc.id })
    await record({ action: 'invite', documentId: doc.id, entity: 'users', req })
  }
  return doc
}

/** `POST /api/users/:id/invite`: sends the invitation again, if the mail was lost or has expired. */
export const inviteAgain: Endpoint = {
  handler: async (req) => {
    if (!isCoordinator({ req })) {
      throw new NotFound(req.t)
    }
    await inTransaction(req, async () => {
      const user = await req.payload.findByID({
        id: String(req.routeParams?.id),
        collection: 'users',
        depth: 0,
        req,
      })
      await queueMail({ kind: 'invitation', req, to: user.id })
      await record({ action: 'invite', documentId: user.id, entity: 'users', req })
    })
    return Response.json({}, { status: 202 })
  },
  method: 'post',
  path: '/:id/invite',
}
