import type { CollectionBeforeValidateHook } from 'payload'

import { ValidationError } from 'payload'

import { say } from '../../../src/say.ts'
import type { Partner } from '../../../src/payload-types.ts'

type Address = NonNullable<Partner['address']>

const exact = ['street', 'postalCode', 'latitude', 'longitude'] as const
const hiddenBy: Record<string, readonly (keyof Address)[]> = {
  public: [],
  secret: [...exact, 'town'],
  'town-only': exact,
}

/**
 * Refuses, for drafts as well, an address in the public fields that its visibility forbids: what
 * must stay secret is not stored in a public field at all. Without a choice a women's shelter, and
 * whoever has no kind yet, is secret, everybody else town-only.
 */
export const refuseAddressThatMustStaySecret: CollectionBeforeValidateHook<Partner> = ({
  data,
  originalDoc,
  req,
}) => {
  if (!data) {
    return data
  }
  const address: Partial<Address> = { ...originalDoc?.address, ...data.address }
  const kind = data.kind ?? originalDoc?.kind
  const visibility =
    address.visibility ?? (!kind || kind === 'womens-shelter' ? 'secret' : 'town-only')
  const forbidden = (hiddenBy[visibility] ?? exact).filter(
    (field) => address[field] !== null && address[field] !== undefined && address[field] !== '',
  )
  if (forbidden.length > 0) {
    const message = say(req, {
      de: 'Diese Angabe darf bei dieser Sichtbarkeit nicht gespeichert werden. Bitte leeren und unter „Intern“ als Postanschrift eintragen, oder die Sichtbarkeit auf „Öffentlich“ stellen.',
      en: 'This must not be stored with this visibility. Please clear it and enter it under "Internal" as the postal address, or set the visibility to "Public".',
    })
    throw new ValidationError({
      collection: 'partners',
      errors: forbidden.map((field) => ({ message, path: `address.${field}` })),
      req,
    })
  }
  return { ...data, address: { ...data.address, visibility } }
}
