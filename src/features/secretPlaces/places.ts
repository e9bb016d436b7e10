import type { PayloadRequest, Where } from 'payload'

import { isCoordinator, partnersOf } from '../../access/people.ts'
import { isPublic } from '../../hooks/publicState.ts'
import type { Partner } from '../../payload-types.ts'
import { isSecretByDefault, secretByDefault } from '../../vocabularies/organisationKinds.ts'
import type { Spelling } from './streets.ts'
import { isSameStreet, spell, spelledNames, streetsIn } from './streets.ts'

/** A street that must not be told, and whose it is. */
export type SecretPlace = {
  owner: string
  ownerName: string
  spelling: Spelling
  street: string
}

type Located = { id: string } & Pick<
  Partial<Partner>,
  '_status' | 'address' | 'deletedAt' | 'internal' | 'kind' | 'name'
>

/** The streets that the public finds in the address of a partner. */
const publicStreets = (partner: Located): Spelling[] =>
  isPublic(partner) && partner.address?.visibility === 'public'
    ? streetsIn(partner.address.street ?? '').map(spell)
    : []

const withoutKnown = (places: SecretPlace[], known: Spelling[]): SecretPlace[] =>
  places.filter(({ spelling }) => !known.some((each) => spelledNames(each, spelling)))

/**
 * The streets of a partner that the public does not know: all of its internal address but that which
 * is public anyway, and of a shelter one that is only about to become public.
 *
 * @param states what is stored of it, as published and as the newest draft.
 */
const secretPlacesOf = (states: Located[]): SecretPlace[] => {
  const places = states.flatMap(({ address, id, internal, kind, name }) =>
    [
      ...streetsIn(internal?.postalAddress ?? ''),
      ...(isSecretByDefault(kind) ? streetsIn(address?.street ?? '') : []),
    ].map((street) => ({ owner: id, ownerName: name ?? '', spelling: spell(street), street })),
  )
  return withoutKnown(places, states.flatMap(publicStreets)).filter(
    ({ spelling }, index, all) =>
      all.findIndex((each) => isSameStreet(each.spelling, spelling)) === index,
  )
}

/**
 * All places that must not be told once a partner is published as it is now: its own, those that it has
 * been known by, which the same change may have cleared, and those of others.
 */
export const placesOncePublished = (partner: Located, known: SecretPlace[]): SecretPlace[] => {
  const published: Located = { ...partner, _status: 'published', deletedAt: null }
  const isOwn = ({ owner }: SecretPlace): boolean => owner === partner.id
  return [
    ...secretPlacesOf([published]),
    ...withoutKnown(known.filter(isOwn), publicStreets(published)),
    ...known.filter((place) => !isOwn(place)),
  ]
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
  if (!req.user || isCoordinator({ req })) {
    return allSecretPlaces(req)
  }
  const own = partnersOf(req.user)
  return own.length > 0 ? placesOf(req, { of: own }) : []
}

/** All secret places, for what the server decides without telling anybody. */
export const allSecretPlaces = (req: PayloadRequest): Promise<SecretPlace[]> => placesOf(req, {})

/** The partners that may have a place to keep: others need not be read. @param prefix of the paths. */
const havingPlaces = (prefix: '' | 'version.'): Where => ({
  or: [
    { [`${prefix}internal.postalAddress`]: { exists: true } },
    {
      and: [
        { [`${prefix}address.street`]: { exists: true } },
        {
          or: [
            { [`${prefix}kind`]: { exists: false } },
            { [`${prefix}kind`]: { in: secretByDefault } },
          ],
        },
      ],
    },
  ],
})

/** @param of ids of partners; undefined: of all. */
const placesOf = async (req: PayloadRequest, { of }: { of?: string[] }): Promise<SecretPlace[]> => {
  const { db } = req.payload
  const query = { collection: 'partners', limit: 0, pagination: false, req, sort: 'id' } as const
  const read = async (where: Where): Promise<Located[]> =>
    (await db.find<Located>({ ...query, select, where })).docs
  const stored = await read({ and: [of ? { id: { in: of } } : {}, havingPlaces('')] })
  const { docs: drafts } = await db.queryDrafts<Located>({
    ...query,
    select: { parent: true, version: select },
    where: { and: [of ? { parent: { in: of } } : {}, havingPlaces('version.')] },
  })
  const states = new Map<string, Located[]>()
  for (const state of [...stored, ...drafts]) {
    states.set(state.id, [...(states.get(state.id) ?? []), state])
  }
  // What is public of those that have a place in their draft only.
  const known = new Set(stored.map(({ id }) => id))
  const others = [...states.keys()].filter((id) => !known.has(id))
  for (const state of others.length > 0 ? await read({ id: { in: others } }) : []) {
    states.get(state.id)?.push(state)
  }
  return [...states.values()].flatMap(secretPlacesOf)
}
