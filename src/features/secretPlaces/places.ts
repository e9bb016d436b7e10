import type { PayloadRequest, Where } from 'payload'

import { isCoordinator, partnersOf } from '../../access/people.ts'
import { isPublic } from '../../hooks/publicState.ts'
import type { Partner } from '../../payload-types.ts'
import { isSecretByDefault } from '../../vocabularies/organisationKinds.ts'
import { isSameStreet, namesStreet, streetsIn } from './streets.ts'

/** A street that must not be told, and whose it is. */
export type SecretPlace = { owner: string; ownerName: string; street: string }

type Located = { id: string } & Pick<
  Partial<Partner>,
  '_status' | 'address' | 'deletedAt' | 'internal' | 'kind' | 'name'
>

/** The streets that the public finds in the address of a partner. */
const publicStreets = (partner: Located | undefined): string[] =>
  partner && isPublic(partner) && partner.address?.visibility === 'public'
    ? streetsIn(partner.address.street ?? '')
    : []

/**
 * The streets of a partner that the public does not know: all of its internal address but that which
 * is public anyway, and of a shelter one that is only about to become public.
 *
 * @param states what is stored of it, as published and as the newest draft.
 */
export const secretPlacesOf = (states: Located[]): SecretPlace[] => {
  const known = states.flatMap(publicStreets)
  const places = states.flatMap(({ address, id, internal, kind, name }) =>
    [
      ...streetsIn(internal?.postalAddress ?? ''),
      ...(isSecretByDefault(kind) ? streetsIn(address?.street ?? '') : []),
    ].map((street) => ({ owner: id, ownerName: name ?? '', street })),
  )
  return places
    .filter(({ street }) => !known.some((each) => namesStreet(each, street)))
    .filter(
      ({ street }, index) =>
        places.findIndex((each) => isSameStreet(each.street, street)) === index,
    )
}

const select = {
  _status: true,
  address: true,
  deletedAt: true,
  internal: { postalAddress: true },
  kind: true,
  name: true,
} as const

/**
 * All secret places, of the partners that the person may know them of: the office and the server of
 * all, editors of their own. Whoever learnt of others by a refusal could try out streets.
 */
export const knownSecretPlaces = async (req: PayloadRequest): Promise<SecretPlace[]> => {
  const { db } = req.payload
  const isEverybody = !req.user || isCoordinator({ req })
  const own = partnersOf(req.user)
  const whose: Where = isEverybody ? {} : { id: { in: own } }
  const query = { collection: 'partners', limit: 0, pagination: false, req, sort: 'id' } as const
  const [stored, drafts] =
    isEverybody || own.length > 0
      ? [
          (await db.find<Located>({ ...query, select, where: whose })).docs,
          (
            await db.queryDrafts<Located>({
              ...query,
              select: { parent: true, version: select },
              where: isEverybody ? {} : { parent: { in: own } },
            })
          ).docs,
        ]
      : [[], []]
  const states = new Map<string, Located[]>()
  for (const state of [...stored, ...drafts]) {
    states.set(state.id, [...(states.get(state.id) ?? []), state])
  }
  return [...states.values()].flatMap(secretPlacesOf)
}
