import type { Payload, PayloadRequest } from 'payload'

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import { Secret, TOTP } from 'otpauth'

import type { User } from '../payload-types.ts'

/** What is stored of a second factor; none of it leaves the server but `enabled`. */
export type StoredFactor = {
  enabled?: boolean | null
  /** The newest time step whose code was used: a code works once (RFC 6238, section 5.2). */
  lastStep?: null | number
  /** HMACs of the recovery codes that are left. */
  recoveryCodes?: null | string[]
  /** Base32, encrypted with the secret of the installation. */
  secret?: null | string
}

/** A user as the database holds it. */
export type StoredUser = { twoFactor?: StoredFactor } & Pick<User, 'email' | 'id' | 'role'>

/** Steps of 30 seconds that a clock may be behind or ahead. */
const tolerance = 1

const totpOf = (email: string, secret: Secret): TOTP =>
  new TOTP({ issuer: 'iKOST CMS', label: email, secret })

/** A new secret, as it is stored and as an authenticator app takes it. */
export const newSecret = (
  payload: Payload,
  email: string,
): { secret: string; stored: string; uri: string } => {
  const secret = new Secret({ size: 20 })
  return {
    secret: secret.base32,
    stored: payload.encrypt(secret.base32),
    uri: totpOf(email, secret).toString(),
  }
}

/**
 * Checks a code of six digits from the app.
 *
 * @returns the time step of the code, or undefined for one that is wrong or was used before.
 */
export const stepOfCode = (
  payload: Payload,
  user: StoredUser,
  code: string,
): number | undefined => {
  const { lastStep, secret } = user.twoFactor ?? {}
  if (!secret || !/^\d{6}$/.test(code)) {
    return undefined
  }
  const totp = totpOf(user.email, Secret.fromBase32(payload.decrypt(secret)))
  const delta = totp.validate({ token: code, window: tolerance })
  const step = delta === null ? undefined : totp.counter() + delta
  return step !== undefined && step > (lastStep ?? 0) ? step : undefined
}

/** Ten codes for the day when the phone is lost; each works once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const letters = randomBytes(8).toString('hex')
    return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4)).join('-')
  })

export const hashOfRecoveryCode = (payload: Payload, code: string): string =>
  createHmac('sha256', payload.secret)
    .update(code.toLowerCase().replace(/[^0-9a-f]/g, ''))
    .digest('hex')

/** The recovery codes that are left after this one was used; undefined when it is none of them. */
export const withoutRecoveryCode = (
  payload: Payload,
  user: StoredUser,
  code: string,
): string[] | undefined => {
  const hash = Buffer.from(hashOfRecoveryCode(payload, code))
  const codes = user.twoFactor?.recoveryCodes ?? []
  const left = codes.filter((stored) => !timingSafeEqual(Buffer.from(stored), hash))
  return left.length < codes.length ? left : undefined
}

/** Reads a user with what no API shows. */
export const storedUser = async (req: PayloadRequest, id: string): Promise<StoredUser> =>
  (await req.payload.findByID({
    id,
    collection: 'users',
    depth: 0,
    req,
    showHiddenFields: true,
  })) as StoredUser

/** Changes what is stored of a second factor, in the request's transaction. */
export const storeFactor = async (
  req: PayloadRequest,
  user: StoredUser,
  change: StoredFactor,
): Promise<void> => {
  await req.payload.db.updateOne({
    collection: 'users',
    data: { twoFactor: { ...user.twoFactor, ...change } },
    id: user.id,
    req,
    returning: false,
  })
}
