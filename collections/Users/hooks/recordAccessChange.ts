import type { CollectionAfterChangeHook } from 'payload'

import { assignedPartners } from '../../../src/access/people.ts'
import { record } from '../../../src/features/audit/index.ts'
import type { User } from '../../../src/payload-types.ts'

const rightsOf = (user: Partial<User>): string =>
  JSON.stringify([user.role, assignedPartners({ partners: user.partners })])

/** Records new users, and every change of a role or of the partners that somebody looks after. */
export const recordAccessChange: CollectionAfterChangeHook<User> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'create') {
    await record({ action: 'create', documentId: doc.id, entity: 'users', req })
  } else if (rightsOf(doc) !== rightsOf(previousDoc)) {
    await record({ action: 'change-access', documentId: doc.id, entity: 'users', req })
  }
  return doc
}
