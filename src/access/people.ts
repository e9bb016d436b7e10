import type { Access, FieldAccess, PayloadRequest, TypedUser, Where } from 'payload'

import type { User } from '../payload-types.ts'

type Signed = { req: Pick<PayloadRequest, 'user'> }

/**
 * The person who is signed in, or undefined for anybody else - frontend keys sign in, too, but are
 * not people.
 */
export const personOf = ({ req }: Signed): undefined | User =>
  req.user?.collection === 'users' ? req.user : undefined

export const isPerson = (args: Signed): boolean => personOf(args) !== undefined

export const isCoordinator = (args: Signed): boolean => personOf(args)?.role === 'coordinator'

export const isPartnerEditor = (args: Signed): boolean => personOf(args)?.role === 'partner-editor'

export const isFrontend = ({ req }: Signed): boolean => req.user?.collection === 'frontends'

export const nobody = (): boolean => false

/** Ids of the partners that a person looks after; empty for everybody else. */
export const partnersOf = (user: null | TypedUser | undefined): string[] =>
  user?.collection === 'users'
    ? ((user as { collection: 'users' } & User).partners ?? []).map((partner) =>
        typeof partner === 'string' ? partner : partner.id,
      )
    : []

/** Users see and change themselves; coordinators see and change all. */
export const isSelfOrCoordinator: Access = (args) => {
  if (isCoordinator(args)) {
    return true
  }
  const person = personOf(args)
  return person ? { id: { equals: person.id } } : false
}

/** Field access: coordinators only. */
export const coordinatorsOnly: FieldAccess = ({ req }) => isCoordinator({ req })

/** Limits to documents whose field `path` names one of the partners that the person looks after. */
export const ofOwnPartners = (user: null | TypedUser | undefined, path: string): false | Where => {
  const partners = partnersOf(user)
  return partners.length > 0 ? { [path]: { in: partners } } : false
}
