import { fold } from '../../lib/fold.ts'
import type { Partner } from '../../payload-types.ts'

export type Address = NonNullable<Partner['address']>
type Visibility = NonNullable<Address['visibility']>

const exactFields = ['street', 'postalCode', 'latitude', 'longitude'] as const

/** The public fields of an address that must be empty, by its visibility. */
const fieldsHiddenBy: Record<Visibility, readonly Exclude<keyof Address, 'visibility'>[]> = {
  public: [],
  secret: [...exactFields, 'town'],
  'town-only': exactFields,
}

/** The fields of an address that are filled in although its visibility hides them. */
export const hiddenButFilled = (
  address: Partial<Address>,
  visibility: Visibility,
): Exclude<keyof Address, 'visibility'>[] =>
  fieldsHiddenBy[visibility].filter(
    (field) => address[field] !== null && address[field] !== undefined && address[field] !== '',
  )

/** An address as lines of text, the position last. */
const linesOf = ({ latitude, longitude, postalCode, street, town }: Partial<Address>): string[] => {
  const place = [postalCode, town].filter(Boolean).join(' ')
  const hasPosition = typeof latitude === 'number' || typeof longitude === 'number'
  return [
    street?.trim() ?? '',
    place,
    // No colon: Payload's form takes what follows one for a list of fields.
    hasPosition ? `Lage ${latitude ?? '?'}, ${longitude ?? '?'}` : '',
  ].filter((line) => line !== '')
}

/** An address in one line, as a coordinator confirms it; empty if no field is filled in. */
export const addressInWords = (address: Partial<Address>): string => linesOf(address).join(', ')

type Placed = { address?: Partial<Address> | null; internal?: Partial<Partner['internal']> | null }

/**
 * Moves what a visibility hides from the public fields of an address to the internal postal address,
 * where it is appended.
 *
 * @returns both groups of fields, complete.
 */
export const moveToInternal = (
  { address, internal }: Placed,
  visibility: Visibility,
): { address: Partial<Address>; internal: Partial<NonNullable<Partner['internal']>> } => {
  const hidden = hiddenButFilled(address ?? {}, visibility)
  const postalAddress = internal?.postalAddress?.trim() ?? ''
  const known = ` ${fold(postalAddress)} `
  const added = linesOf(hidden.length > 0 ? (address ?? {}) : {}).filter(
    (line) => !known.includes(` ${fold(line)} `),
  )
  return {
    address: {
      ...address,
      ...Object.fromEntries(hidden.map((field) => [field, null])),
      visibility,
    },
    internal: {
      ...internal,
      ...(added.length > 0 && {
        postalAddress: [postalAddress, ...added].filter(Boolean).join('\n'),
      }),
    },
  }
}
