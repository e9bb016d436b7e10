import type { Access, PayloadRequest, Where } from 'payload'

import { idOf } from '../lib/idOf.ts'
import { mayUpdate, targetOfLock } from './mayUpdate.ts'
import { accountOf, isCoordinator, isPerson, nobody, partnersOf, personOf } from './people.ts'

const none = { create: nobody, delete: nobody, read: nobody, update: nobody }

/**
 * A lock says who is editing a document. The server makes locks (`src/payload/serverFunctions.ts`);
 * people may only take one over, in their own name, and only if they may change what is locked.
 */
const takeOver: Access = async ({ data, id, req }) => {
  const person = personOf({ req })
  const { document, globalSlug, user } = (data ?? {}) as Record<string, unknown>
  const isForOther = user !== undefined && idOf((user as { value?: unknown })?.value) !== person?.id
  if (!person || isForOther || document !== undefined || globalSlug !== undefined) {
    return false
  }
  if (isCoordinator({ req })) {
    return true
  }
  const target = id === undefined ? undefined : await targetOfLock(req, id)
  return target ? mayUpdate(req, target) : locksOfOwnPartners(req)
}

const locksOfOwnPartners = ({ user }: PayloadRequest): Where | false => {
  const own = partnersOf(user)
  // Workaround (payloadcms/payload#17372): in SQLite, Payload takes an empty list of ids of several
  // collections to mean all. Can go when it finds nothing; tests/integration/payload/upstream.test.ts
  // notices.
  return (
    own.length > 0 && {
      and: [{ 'document.relationTo': { equals: 'partners' } }, { 'document.value': { in: own } }],
    }
  )
}

/** Accounts without their second factor get an empty list: the dashboard would fail on a refusal. */
const readLocks: Access = (args) =>
  isPerson(args) || (accountOf(args) !== undefined && { globalSlug: { equals: '' } })

const ownLocks: Access = (args) => {
  const person = personOf(args)
  return person ? { 'user.value': { equals: person.id } } : false
}

/** Access to the collections that Payload itself adds. */
export const internalCollections: Record<string, Record<string, Access>> = {
  // Workaround (no issue known): Payload opens these to whoever is signed in, frontend keys included.
  // Can go when the config says who may use them; tests/integration/payload/upstream.test.ts notices.
  'payload-locked-documents': {
    create: nobody,
    delete: ownLocks,
    read: readLocks,
    update: takeOver,
  },
  'payload-preferences': { create: isPerson },
  'payload-jobs': { ...none, read: isCoordinator },
  'payload-kv': none,
  'payload-migrations': none,
}
