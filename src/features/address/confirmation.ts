import type { PayloadRequest, TextField } from 'payload'

import { nobody } from '../../access/people.ts'
import { isPublic, stateBefore } from '../../hooks/publicState.ts'
import { fold } from '../../lib/fold.ts'
import type { Partner } from '../../payload-types.ts'
import { isSecretByDefault } from '../../vocabularies/organisationKinds.ts'
import { addressInWords } from './address.ts'

/** Whether publishing a partner takes its address off the web. @param id undefined for a new one. */
export const hidesAddress = (
  req: PayloadRequest,
  id: string | undefined,
  partner: Partial<Partner>,
): boolean => publicAddress(req, id) !== '' && shownAddress(partner) === ''

const publicState = (req: PayloadRequest, id: string | undefined): Partial<Partner> => {
  const before = id ? stateBefore(req, id) : undefined
  return isPublic(before) ? (before as Partial<Partner>) : {}
}

/** What the public sees of an address now; empty where it sees none. */
const publicAddress = (req: PayloadRequest, id: string | undefined): string =>
  shownAddress(publicState(req, id))

/** What the public sees of an address that had to be confirmed; empty where it sees none, or none had to be. */
const confirmedAddress = (req: PayloadRequest, id: string | undefined): string =>
  isSecretByDefault(publicState(req, id).kind) ? publicAddress(req, id) : ''

type AddressToConfirm = {
  /** Whether a text names this very address. */
  isConfirmedBy: (sent: unknown) => boolean
  text: string
}

/** The address that a partner shows in public; empty where it shows none. */
export const shownAddress = (partner: object): string => {
  const { address } = partner as Partial<Partner>
  return address?.visibility === 'public' ? addressInWords(address) : ''
}

/**
 * The address that publishing a partner would make public, if its kind of organisation has a secret
 * one by default. It is compared with what is public now, whatever other versions say.
 *
 * @param id undefined for a new partner.
 */
export const addressToConfirm = (
  req: PayloadRequest,
  id: string | undefined,
  partner: Partial<Partner>,
): AddressToConfirm | undefined => {
  const text = shownAddress(partner)
  if (
    !isSecretByDefault(partner.kind) ||
    text === '' ||
    fold(text) === fold(confirmedAddress(req, id))
  ) {
    return undefined
  }
  return { isConfirmedBy: (sent) => typeof sent === 'string' && fold(sent) === fold(text), text }
}

/**
 * Sent along when a partner is published: the address that is to become public, in one line, as the
 * refusal names it. Not stored; the audit log records that it was confirmed.
 */
export const confirmAddressField: TextField = {
  name: 'confirmAddress',
  type: 'text',
  access: { read: nobody },
  admin: { disableBulkEdit: true, disableListColumn: true, disableListFilter: true, hidden: true },
  label: { de: 'Bestätigte Anschrift', en: 'Confirmed address' },
  virtual: true,
}
