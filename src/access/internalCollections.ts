import type { Access, SanitizedConfig } from 'payload'

import { accountOf, isCoordinator, isPerson, nobody, personOf } from './people.ts'

const none = { create: nobody, delete: nobody, read: nobody, update: nobody }

/** A lock says who is editing: people lock, and take a lock over, in their own name. */
const inOwnName: Access = (args) => {
  const user: unknown = (args.data as { user?: unknown } | undefined)?.user
  const named = (user as { value?: unknown } | undefined)?.value
  const person = personOf(args)
  return person !== undefined && idOf(named) === person.id
}

const keptOrInOwnName: Access = (args) =>
  isPerson(args) && (!args.data || !('user' in args.data) || inOwnName(args) === true)

/** Whoever waits for a second factor sees no locks; the dashboard asks for them, and fails on a refusal. */
const readLocks: Access = (args) =>
  isPerson(args) || (accountOf(args) !== undefined && { globalSlug: { equals: '' } })

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

const ownLocks: Access = (args) => {
  const person = personOf(args)
  return person ? { 'user.value': { equals: person.id } } : false
}

const rules: Record<string, Record<string, Access>> = {
  // Payload opens these to whoever is signed in, frontend keys included.
  'payload-locked-documents': {
    create: inOwnName,
    delete: ownLocks,
    read: readLocks,
    update: keptOrInOwnName,
  },
  'payload-preferences': { create: isPerson },
  'payload-jobs': { ...none, read: isCoordinator },
  'payload-kv': none,
  'payload-migrations': none,
}

/**
 * Closes the collections and globals that Payload adds by itself. They come into being when the config is
 * built, so this works on the built config.
 *
 * @throws when Payload has added a collection that nobody has decided on.
 */
export const closeInternalCollections = (config: SanitizedConfig): void => {
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
    collection.graphQL = false
  }
  for (const { access, slug } of config.globals) {
    if (slug.startsWith('payload-')) {
      Object.assign(access, { read: nobody, update: nobody })
    }
  }
}
