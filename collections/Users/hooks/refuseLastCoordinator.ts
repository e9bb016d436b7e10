import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { refusal } from '../../../src/lib/refusal.ts'
import type { User } from '../../../src/payload-types.ts'

const refuseUnlessOthersCoordinate = async (id: string, req: PayloadRequest): Promise<void> => {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    req,
    where: {
      and: [
        { role: { equals: 'coordinator' } },
        { disabled: { not_equals: true } },
        { id: { not_equals: id } },
      ],
    },
  })
  if (totalDocs === 0) {
    throw refusal(req, 409, {
      de: 'Das ist die letzte Person in der Koordination. Bitte zuerst einer anderen Person diese Rolle geben.',
      en: 'This is the last coordinator. Please give another person this role first.',
    })
  }
}

/** Refuses to take the role from the last coordinator, or to disable them: nobody could invite others. */
export const refuseLossOfLastCoordinator: CollectionBeforeChangeHook<User> = async ({
  data,
  originalDoc,
  req,
}) => {
  const loses = (data.role && data.role !== 'coordinator') || data.disabled
  if (originalDoc?.role === 'coordinator' && !originalDoc.disabled && loses) {
    await refuseUnlessOthersCoordinate(originalDoc.id, req)
  }
  return data
}

/** Refuses to delete the last coordinator. */
export const refuseDeletionOfLastCoordinator: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({ id, collection: 'users', depth: 0, req })
  if (user.role === 'coordinator' && !user.disabled) {
    await refuseUnlessOthersCoordinate(user.id, req)
  }
}
