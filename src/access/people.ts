import type { Access, FieldAccess, PayloadRequest, TypedUser, Where } from 'payload'

import { environment } from '../environment.ts'
import type { User } from '../payload-types.ts'

type Signed = { req: Pick<PayloadRequest, 'user'> }

/**
 * The account of the person who is signed in, whether or not it has any rights yet (see `personOf`).
 * Undefined for disabled accounts, and for frontend keys, which Payload treats as signed in, too.
 */
export const accountOf = ({ req }: Signed): undefined | User =>
  req.user?.collection === 'users' && !req.user.disabled ? req.user : undefined

/**
 * The person who is signed in, with all rights of the role. Undefined while a required second factor
 * is not set up: until then, an account may do nothing else.
 */
export const personOf = (signed: Signed): undefined | User => {
  const account = accountOf(signed)
  return account && !mustSetUpSecondFactor(account) ? account : undefined
}

/** Whether an account has yet to set up the second factor that `REQUIRE_TWO_FACTOR` demands. */
export const mustSetUpSecondFactor = ({ role, secondFactor }: User): boolean =>
  !secondFactor &&
  (environment.requireTwoFactor === 'everybody' ||
    (environment.requireTwoFactor === 'coordinators' && role === 'coordinator'))

export const isPerson = (args: Signed): boolean => personOf(args) !== undefined

export const isCoordinator = (args: Signed): boolean => personOf(args)?.role === 'coordinator'

export const isPartnerEditor = (args: Signed): boolean => personOf(args)?.role === 'partner-editor'

export const isFrontend = ({ req }: Signed): boolean => req.user?.collection === 'frontends'

export const nobody = (): boolean => false

/** Ids of the partners that an account is assigned to. */
export const assignedPartners = ({ partners }: Pick<User, 'partners'>): string[] =>
  (partners ?? []).map((partner) => (typeof partner === 'string' ? partner : partner.id))

/** Ids of the partners that a partner editor looks after; empty for everybody else. */
export const partnersOf = (user: null | TypedUser | undefined): string[] => {
  const person = personOf({ req: { user: user ?? null } })
  return person?.role === 'partner-editor' ? assignedPartners(person) : []
}

const selfOrCoordinator =
  (self: (signed: Signed) => undefined | User): Access =>
  (args) => {
    if (isCoordinator(args)) {
      return true
    }
    const person = self(args)
    return person ? { id: { equals: person.id } } : false
  }

/** Accounts see themselves, coordinators see all. */
export const seeSelfOrCoordinator = selfOrCoordinator(accountOf)

/** People change themselves, coordinators change all. */
export const isSelfOrCoordinator = selfOrCoordinator(personOf)

/** Field access: coordinators only. */
export const coordinatorsOnly: FieldAccess = ({ req }) => isCoordinator({ req })

/** Limits to documents whose field `path` names one of the partners that the person looks after. */
export const ofOwnPartners = (user: null | TypedUser | undefined, path: string): false | Where => {
  const partners = partnersOf(user)
  return partners.length > 0 ? { [path]: { in: partners } } : false
}
