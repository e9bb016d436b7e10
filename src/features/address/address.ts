import { fold } from '../../lib/fold.ts'
import type { Partner } from '../../payload-types.ts'

export type Address = NonNullable<Partner['address']>
type Visibility = NonNullable<Address['visibility']>

const exact = ['street', 'postalCode', 'latitude', 'longitude'] as const

/** What of an address must not stand in its public fields. */
const hiddenBy: Record<Visibility, readonly Exclude<keyof Address, 'visibility'>[]> = {
  public: [],
  secret: [...exact, 'town'],
  'town-only': exact,
}

/** The fields of an address that are filled in although its visibility hides them. */
export const conflicting = (
  address: Partial<Address>,
  visibility: Visibility,
): Exclude<keyof Address, 'visibility'>[] =>
  hiddenBy[visibility].filter(
    (field) => address[field] !== null && address[field] !== undefined && address[field] !== '',
  )

/** An address as lines of text, the position last. */
const linesOf = ({ latitude, longitude, postalCode, street, town }: Partial<Address>): string[] => {
  const place = [postalCode, town].filter(Boolean).join(' ')
  const hasPosition = typeof latitude === 'number' || typeof longitude === 'number'
  return [
    street?.trim() ?? '',
    place,
    // Without a colon: Payload's form takes what follows one for a list of fields.
    hasPosition ? `Lage ${latitude ?? '?'}, ${longitude ?? '?'}` : '',
  ].filter((line) => line !== '')
}

/** An address in one line, as somebody confirms it; empty where there is nothing in it. */
export const addressInWords = (address: Partial<Address>): string => linesOf(address).join(', ')

type Placed = { address?: Partial<Address> | null; internal?: Partial<Partner['internal']> | null }

/**
 * Takes out of the public fields what a visibility hides, and keeps it in the internal postal address,
 * below what stands there.
 *
 * @returns both groups, whole.
 */
export const moveToInternal = (
  { address, internal }: Placed,
  visibility: Visibility,
): { address: Partial<Address>; internal: Partial<NonNullable<Partner['internal']>> } => {
  const hidden = conflicting(address ?? {}, visibility)
  const kept = internal?.postalAddress?.trim() ?? ''
  const known = ` ${fold(kept)} `
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
      ...(added.length > 0 && { postalAddress: [kept, ...added].filter(Boolean).join('\n') }),
    },
  }
}
