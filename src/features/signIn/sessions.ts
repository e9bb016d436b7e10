import type { Endpoint, PayloadRequest } from 'payload'

import { Forbidden } from 'payload'

import { accountOf } from '../../access/people.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import type { User } from '../../payload-types.ts'
import { record } from '../audit/recordInAuditLog.ts'

const ownAccount = (req: PayloadRequest): User => {
  const account = accountOf({ req })
  if (!account) {
    throw new Forbidden(req.t)
  }
  return account
}

const idOfSession = (req: PayloadRequest): unknown => (req.user as { _sid?: string } | null)?._sid

/**
 * - `GET /api/users/sessions` answers the person's own sessions: `{ sessions: [{ createdAt, expiresAt,
 *   isCurrent }] }`.
 * - `POST /api/users/sessions/end-others` signs out everywhere else.
 */
export const sessionEndpoints: Endpoint[] = [
  {
    handler: (req) => {
      const current = idOfSession(req)
      const sessions = (ownAccount(req).sessions ?? [])
        .filter(({ expiresAt }) => new Date(expiresAt) > new Date())
        .map(({ id, createdAt, expiresAt }) => ({
          createdAt,
          expiresAt,
          isCurrent: id === current,
        }))
      return Response.json({ sessions })
    },
    method: 'get',
    path: '/sessions',
  },
  {
    handler: async (req) => {
      const { id, sessions } = ownAccount(req)
      await inTransaction(req, async () => {
        await req.payload.update({
          id,
          collection: 'users',
          data: { sessions: (sessions ?? []).filter((each) => each.id === idOfSession(req)) },
          depth: 0,
          req,
        })
        await record({ action: 'end-sessions', documentId: id, entity: 'users', req })
      })
      return Response.json({})
    },
    method: 'post',
    path: '/sessions/end-others',
  },
]
