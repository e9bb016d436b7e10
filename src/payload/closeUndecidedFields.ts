import type { SanitizedConfig } from 'payload'

import { coordinatorsOnly } from '../access/people.ts'
import { closedCollections, publicFields } from '../access/publicFields.ts'
import { leavesOf } from '../lib/leavesOf.ts'

/**
 * Closes to all but coordinators every field that is not public and has no rule of its own.
 *
 * @returns the paths of the fields that nobody has decided on.
 * @throws when nobody has decided on a whole collection or global.
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
