import type { PayloadRequest, Where } from 'payload'

import { LRUCache } from 'lru-cache'

import { isCoordinator, partnersOf } from '../../access/people.ts'
import { readPlainFields } from '../../database/plainFields.ts'
import { isPublic } from '../../hooks/publicState.ts'
import type { Partner } from '../../payload-types.ts'
import { isSecretByDefault, secretByDefault } from '../../vocabularies/organisationKinds.ts'
import type { Spelling } from './streets.ts'
import { isSameStreet, spell, spelledNames, streetsIn } from './streets.ts'

/** A street that must not be revealed, and the partner that it belongs to. */
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

/**
 * The streets in an address. Those of all partners are looked for at each publication, and taking addresses apart
 * takes longer than reading them.
 */
const spelledStreets = new LRUCache<string, Pick<SecretPlace, 'spelling' | 'street'>[]>({
  maxSize: 2_000_000,
  memoMethod: (address) =>
    streetsIn(address).map((street) => ({ spelling: spell(street), street })),
  // In characters: an address may be as long as somebody likes.
  sizeCalculation: (_, address) => address.length + 1,
})

/** The streets in the public address of a partner. */
const publicStreets = (partner: Located): Spelling[] =>
  isPublic(partner) && partner.address?.visibility === 'public'
    ? spelledStreets.memo(partner.address.street ?? '').map(({ spelling }) => spelling)
    : []

const withoutKnown = (places: SecretPlace[], known: Spelling[]): SecretPlace[] =>
  places.filter(({ spelling }) => !known.some((each) => spelledNames(each, spelling)))

/**
 * The secret streets of a partner: those of its internal address that are not public anyway and, if its
 * kind is secret by default, that of a draft's address, which is not public yet.
 *
 * @param states the main document and the newest draft of the partner.
 */
const secretPlacesOf = (states: Located[]): SecretPlace[] => {
  const places = states.flatMap(({ address, id, internal, kind, name }) =>
    [
      ...spelledStreets.memo(internal?.postalAddress ?? ''),
      ...(isSecretByDefault(kind) ? spelledStreets.memo(address?.street ?? '') : []),
    ].map((street) => ({ ...street, owner: id, ownerName: name ?? '' })),
  )
  return withoutKnown(places, states.flatMap(publicStreets)).filter(
    ({ spelling }, index, all) =>
      all.findIndex((each) => isSameStreet(each.spelling, spelling)) === index,
  )
}

/**
 * All places that must not be revealed once a partner is published in a new state: its own, its former
 * ones, which the same change may have cleared, and those of other partners.
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

const fields = [
  '_status',
  'address.street',
  'address.visibility',
  'deletedAt',
  'internal.postalAddress',
  'kind',
  'name',
]

/**
 * The secret places that the person may know: coordinators and the server those of all partners, editors
 * those of their own. If editors were warned of others, they could find secret streets by trial.
 */
export const knownSecretPlaces = async (req: PayloadRequest): Promise<SecretPlace[]> => {
  if (!req.user || isCoordinator({ req })) {
    return allSecretPlaces(req)
  }
  const own = partnersOf(req.user)
  return own.length > 0 ? placesOf(req, { of: own }) : []
}

/** All secret places, for decisions of the server that reveal none of them. */
const allSecretPlaces = (req: PayloadRequest): Promise<SecretPlace[]> => placesOf(req, {})

/** Tells whether an address that something had before names a secret place: such a one is told nobody any more. */
export const namesSecretPlace = async (
  req: PayloadRequest,
): Promise<(formerPath: string) => boolean> => {
  const places = await allSecretPlaces(req)
  return (formerPath) => {
    const spelled = spell(formerPath)
    return places.some(({ spelling }) => spelledNames(spelled, spelling))
  }
}

/** Limits to partners that may have a secret place, so that others need not be read. @param prefix of the paths. */
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
  const read = (where: Where, isDraft = false): Promise<Located[]> =>
    readPlainFields(req.payload, fields, { collection: 'partners', isDraft, req, where })
  const stored = await read({ and: [of ? { id: { in: of } } : {}, havingPlaces('')] })
  const drafts = await read(
    { and: [of ? { parent: { in: of } } : {}, havingPlaces('version.')] },
    true,
  )
  const states = new Map<string, Located[]>()
  for (const state of [...stored, ...drafts]) {
    states.set(state.id, [...(states.get(state.id) ?? []), state])
  }
  // Partners with a secret place in their draft only: their public address is needed, too.
  const known = new Set(stored.map(({ id }) => id))
  const draftOnly = [...states.keys()].filter((id) => !known.has(id))
  for (const state of draftOnly.length > 0 ? await read({ id: { in: draftOnly } }) : []) {
    states.get(state.id)?.push(state)
  }
  return [...states.values()].flatMap(secretPlacesOf)
}
