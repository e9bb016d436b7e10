import type { SanitizedConfig } from 'payload'

import { internalCollections } from '../access/internalCollections.ts'
import { nobody } from '../access/people.ts'

/**
 * Closes the collections and globals that Payload itself adds. It does so while it builds the config,
 * so this changes the built config in place.
 *
 * @throws if Payload has added a collection whose access nobody has decided on.
 */
export const closeInternalCollections = (config: SanitizedConfig): void => {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) {
      continue
    }
    const access = internalCollections[collection.slug]
    if (!access) {
      throw new Error(
        `Payload adds the collection "${collection.slug}": decide in src/access/internalCollections.ts who may use it.`,
      )
    }
    Object.assign(collection.access, access)
    collection.graphQL = false
  }
  for (const { access, slug } of config.globals) {
    if (slug.startsWith('payload-')) {
      Object.assign(access, { read: nobody, update: nobody })
    }
  }
}
