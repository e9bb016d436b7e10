import type { PayloadRequest, TextField } from 'payload'

import { nobody } from '../../access/people.ts'
import { isPublic, stateBefore } from '../../hooks/publicState.ts'
import { fold } from '../../lib/fold.ts'
import type { Partner } from '../../payload-types.ts'
import { isSecretByDefault } from '../../vocabularies/organisationKinds.ts'
import { addressInWords } from './address.ts'

/**
 * Whether publishing a partner hides an address that is public now.
 *
 * @param id undefined for a new partner.
 */
export const hidesAddress = (
  req: PayloadRequest,
  id: string | undefined,
  partner: Partial<Partner>,
): boolean => publicAddress(req, id) !== '' && shownAddress(partner) === ''

const publicState = (req: PayloadRequest, id: string | undefined): Partial<Partner> => {
  const before = id ? stateBefore(req, id) : undefined
  return isPublic(before) ? (before as Partial<Partner>) : {}
}

/** The address that is public now; empty if none is. */
const publicAddress = (req: PayloadRequest, id: string | undefined): string =>
  shownAddress(publicState(req, id))

/** The address that is public now and had to be confirmed for that; empty if there is none. */
const confirmedAddress = (req: PayloadRequest, id: string | undefined): string =>
  isSecretByDefault(publicState(req, id).kind) ? publicAddress(req, id) : ''

type AddressToConfirm = {
  /** Whether `confirmAddress`, as it was sent, names exactly this address. */
  isConfirmedBy: (sent: unknown) => boolean
  text: string
}

/** The address that a state of a partner would show to the public; empty if it shows none. */
export const shownAddress = (partner: object): string => {
  const { address } = partner as Partial<Partner>
  return address?.visibility === 'public' ? addressInWords(address) : ''
}

/**
 * The address that publishing a partner would newly make public, if addresses of its kind are secret by
 * default. It is compared with what is public now; other versions do not matter.
 *
 * @param id undefined for a new partner.
 * @returns undefined if nothing has to be confirmed.
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
 * Sent along when a partner is published: the address that becomes public, in one line, as the refusal
 * names it. It is not stored; the audit log records that an address was confirmed.
 */
export const confirmAddressField: TextField = {
  name: 'confirmAddress',
  type: 'text',
  access: { read: nobody },
  admin: { disableBulkEdit: true, disableListColumn: true, disableListFilter: true, hidden: true },
  label: { de: 'Bestätigte Anschrift', en: 'Confirmed address' },
  virtual: true,
}
