import type { Access, SanitizedConfig } from 'payload'

import { isCoordinator, isPerson, nobody } from './people.ts'

const none = { create: nobody, delete: nobody, read: nobody, update: nobody }

const rules: Record<string, Record<string, Access>> = {
  // Payload opens these to whoever is signed in, frontend keys included.
  'payload-locked-documents': {
    create: isPerson,
    delete: isPerson,
    read: isPerson,
    update: isPerson,
  },
  'payload-preferences': { create: isPerson },
  'payload-jobs': { ...none, read: isCoordinator },
  'payload-kv': none,
  'payload-migrations': none,
}

/**
 * Closes the collections that Payload adds by itself. They come into being when the config is
 * built, so this works on the built config.
 *
 * @throws when Payload has added a collection that nobody has decided on.
 */
export const closeInternalCollections = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) {
      continue
    }
    const access = rules[collection.slug]
    if (!access) {
      throw new Error(
        `Payload brings the collection "${collection.slug}": decide in src/access/internalCollections.ts who may use it.`,
      )
    }
    Object.assign(collection.access, access)
  }
  return config
}
