import type { SanitizedConfig } from 'payload'

import { publicFields } from '../access/publicFields.ts'
import type { Searched } from '../features/search/index.ts'
import { leavesOf } from '../lib/leavesOf.ts'

/**
 * The search reads with all rights, and whoever finds something learns of it: so what it looks through, and
 * what it shows of a document, must be public.
 *
 * @throws for a collection that would be searched by, or shown with, a field that is not.
 */
export const refuseInternalSearch = ({ collections }: SanitizedConfig): void => {
  for (const { admin, custom, fields, slug } of collections) {
    const searched = custom?.searched as Searched | undefined
    if (searched) {
      const used = [admin.useAsTitle, searched.excerpt, ...searched.common, ...searched.localized]
      const internal = leavesOf(fields)
        .map(({ path }) => path)
        .filter((path) => used.some((each) => path === each || path.startsWith(`${each}.`)))
        .filter((path) => !publicFields[slug]?.includes(path))
      if (internal.length > 0) {
        throw new Error(
          `The search of "${slug}" would reveal what is internal: ${internal.join(', ')}. Take it out of \`searched\` and \`useAsTitle\` in collections/, or decide in src/access/publicFields.ts that it is public.`,
        )
      }
    }
  }
}
