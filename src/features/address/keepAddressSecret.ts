import type { CollectionAfterChangeHook, CollectionBeforeValidateHook, Where } from 'payload'

import { isCoordinator } from '../../access/people.ts'
import { isPublic, stateAfter, stateBefore, storedState } from '../../hooks/publicState.ts'
import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { invalid } from '../../lib/invalid.ts'
import type { Partner } from '../../payload-types.ts'
import { isSecretByDefault } from '../../vocabularies/organisationKinds.ts'
import { record } from '../audit/recordInAuditLog.ts'
import type { Address } from './address.ts'
import { hiddenButFilled, moveToInternal } from './address.ts'
import { shownAddress } from './confirmation.ts'
import { hideInDocument, hideInVersions } from './hideAddress.ts'

/**
 * Keeps what the visibility of an address hides out of the public fields, in drafts as well. If the
 * visibility changes, hidden values are moved to the internal postal address. If only a hidden field is
 * filled in, that is refused. The default is `secret` for kinds that are secret by default and for
 * partners without a kind, and `town-only` for all others.
 *
 * @throws 400 at the fields that must be empty.
 */
export const keepAddressSecret: CollectionBeforeValidateHook<Partner> = ({
  data,
  originalDoc,
  req,
}) => {
  if (!data) {
    return data
  }
  const address: Partial<Address> = { ...originalDoc?.address, ...data.address }
  const chosen = address.visibility
  const visibility =
    chosen ?? (isSecretByDefault(data.kind ?? originalDoc?.kind) ? 'secret' : 'town-only')
  const forbidden = hiddenButFilled(address, visibility)
  if (forbidden.length === 0) {
    return { ...data, address: { ...data.address, visibility } }
  }
  if (!chosen || chosen === originalDoc?.address?.visibility) {
    throw invalid(
      req,
      'partners',
      forbidden.map((field) => `address.${field}`),
      {
        de: 'Diese Angabe darf bei dieser Sichtbarkeit nicht gespeichert werden. Bitte leeren und unter „Intern“ als Postanschrift eintragen, oder die Sichtbarkeit auf „Öffentlich“ stellen.',
        en: 'This cannot be saved with this visibility. Please clear it and enter it under "Internal" as the postal address, or set the visibility to "Public".',
      },
    )
  }
  return {
    ...data,
    ...moveToInternal(
      // Both what was stored, and what was typed in before the visibility was changed.
      {
        address: data.address,
        internal: moveToInternal(
          { address: originalDoc?.address, internal: data.internal ?? originalDoc?.internal },
          visibility,
        ).internal,
      },
      visibility,
    ),
  }
}

/**
 * Once an address is no longer public, hides it in all versions, which frontends may read. A draft of a
 * published partner is left alone: it may propose another address.
 */
export const hideFormerAddress: CollectionAfterChangeHook<Partner> = async ({ doc, req }) => {
  const before = stateBefore(req, doc.id)
  const after = await stateAfter(req, 'partners', doc.id)
  const isDraftOnly = isPublic(after) && after.updatedAt === before?.updatedAt
  // Before the first publication, the newest draft decides.
  const newest = isPublic(after) ? after : await storedState(req, 'partners', doc.id, true)
  const visibility = (newest as Partial<Partner> | undefined)?.address?.visibility
  if (after && !isDraftOnly && visibility && visibility !== 'public') {
    if (shownAddress(after) !== '') {
      await hideInDocument(req, after, visibility)
    }
    await hideInVersions(req, { id: doc.id, visibility })
    if (isPublic(before) && shownAddress(before) !== '') {
      await record({ action: 'hide-address', documentId: doc.id, entity: 'partners', req })
    }
  }
  return doc
}

type Update = {
  data?: { address?: { visibility?: unknown } }
  id?: number | string
  where?: Where
}

/** Lets coordinators hide a public address even while somebody else has locked the document. */
export const hideAddressThroughLocks: BeforeOperation = async ({ args, operation, req }) => {
  const { data, id, where } = args as Update
  const visibility = data?.address?.visibility
  if (operation !== 'update' || !visibility || visibility === 'public' || !isCoordinator({ req })) {
    return args
  }
  const { totalDocs } = await req.payload.count({
    collection: 'partners',
    req,
    where: {
      and: [
        id === undefined ? (where ?? {}) : { id: { equals: id } },
        { 'address.visibility': { equals: 'public' } },
      ],
    },
  })
  return totalDocs > 0 ? { ...args, overrideLock: true } : args
}
