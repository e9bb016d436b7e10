import type { SanitizedConfig } from 'payload'

import { coordinatorsOnly } from '../access/people.ts'
import { closedCollections, publicFields } from '../access/publicFields.ts'
import { leavesOf } from '../lib/leavesOf.ts'

/**
 * Closes every field that is neither public nor has read access of its own to all but coordinators.
 * Changes the config in place.
 *
 * @returns the paths of those fields.
 * @throws if nobody has decided on a whole collection or global.
 */
export const closeUndecidedFields = ({ collections, globals }: SanitizedConfig): string[] =>
  [...collections, ...globals]
    .filter(({ slug }) => !slug.startsWith('payload-') && !closedCollections.includes(slug))
    .flatMap(({ fields, slug }) => {
      const allowed = publicFields[slug]
      if (!allowed) {
        throw new Error(
          `"${slug}" is new: decide in src/access/publicFields.ts which of its fields are public.`,
        )
      }
      const undecided = leavesOf(fields).filter(
        ({ isClosed, path }) => !isClosed && !allowed.includes(path),
      )
      for (const { field } of undecided) {
        Object.assign(field, {
          access: { ...('access' in field ? field.access : {}), read: coordinatorsOnly },
        })
      }
      return undecided.map(({ path }) => `${slug}.${path}`)
    })
