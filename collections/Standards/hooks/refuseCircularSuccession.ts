import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import { say } from '../../../src/say.ts'
import type { Standard } from '../../../src/payload-types.ts'

const idOf = (relation: Standard['supersedes']): string | undefined =>
  typeof relation === 'object' ? relation?.id : relation

/** A standard supersedes neither itself nor one that, directly or not, supersedes it. */
export const refuseCircularSuccession: CollectionBeforeValidateHook<Standard> = async ({
  data,
  originalDoc,
  req,
}) => {
  const self = originalDoc?.id
  const seen = new Set<string>()
  let older = idOf(data?.supersedes)
  while (older && self && !seen.has(older)) {
    if (older === self) {
      throw new ValidationError({
        collection: 'standards',
        errors: [
          {
            message: say(req, {
              de: 'Ein Standard kann sich nicht selbst ablösen, auch nicht über andere Standards.',
              en: 'A standard cannot supersede itself, nor can it by way of other standards.',
            }),
            path: 'supersedes',
          },
        ],
        req,
      })
    }
    seen.add(older)
    const next = await req.payload.findByID({
      id: older,
      collection: 'standards',
      depth: 0,
      disableErrors: true,
      draft: true,
      req,
      select: { supersedes: true },
    })
    older = idOf(next?.supersedes)
  }
  return data
}
