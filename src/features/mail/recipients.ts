import type { PayloadRequest, Where } from 'payload'

import type { User } from '../../payload-types.ts'

const activeUsers = async (req: PayloadRequest, where: Where): Promise<User[]> => {
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    pagination: false,
    req,
    where: { and: [where, { disabled: { not_equals: true } }] },
  })
  return docs
}

/** All coordinators, who review changes. */
export const coordinators = (req: PayloadRequest): Promise<User[]> =>
  activeUsers(req, { role: { equals: 'coordinator' } })

/** All editors who look after a partner now. */
export const editorsOf = (partner: string, req: PayloadRequest): Promise<User[]> =>
  activeUsers(req, {
    and: [{ role: { equals: 'partner-editor' } }, { partners: { in: [partner] } }],
  })
