import type { CollectionAfterDeleteHook, Payload, PayloadRequest } from 'payload'

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import { Secret, TOTP } from 'otpauth'

import type { SecondFactor, User } from '../../payload-types.ts'

/** How many steps of 30 seconds a phone's clock may be behind or ahead. */
const tolerance = 1

const totpOf = (email: string, secret: Secret): TOTP =>
  new TOTP({ issuer: 'iKOST CMS', label: email, secret })

/** Makes a secret: in plain text, encrypted as it is stored, and as the URI for an authenticator app. */
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
  { lastStep, secret }: SecondFactor,
  code: string,
): number | undefined => {
  if (!/^\d{6}$/.test(code)) {
    return undefined
  }
  const totp = totpOf('', Secret.fromBase32(payload.decrypt(secret)))
  const delta = totp.validate({ token: code, window: tolerance })
  const step = delta === null ? undefined : totp.counter() + delta
  return step !== undefined && step > (lastStep ?? 0) ? step : undefined
}

/** Ten recovery codes, for when the phone is lost. Each works once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const letters = randomBytes(8).toString('hex')
    return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4)).join('-')
  })

/** @param key the secret of the second factor. Unlike that of the installation, it moves along in an archive. */
export const hashOfRecoveryCode = (key: string, code: string): string =>
  createHmac('sha256', key)
    .update(code.toLowerCase().replace(/[^0-9a-f]/g, ''))
    .digest('hex')

/** The recovery codes that remain after using this one; undefined if it is none of them. */
export const withoutRecoveryCode = (
  payload: Payload,
  { recoveryCodes, secret }: SecondFactor,
  code: string,
): string[] | undefined => {
  // Older codes were hashed with the secret of the installation.
  const hashes = [payload.decrypt(secret), payload.secret].map((key) =>
    Buffer.from(hashOfRecoveryCode(key, code)),
  )
  const codes = (recoveryCodes ?? []) as string[]
  const remaining = codes.filter(
    (stored) => !hashes.some((hash) => timingSafeEqual(Buffer.from(stored), hash)),
  )
  return remaining.length < codes.length ? remaining : undefined
}

/** The second factor of a user, even if it is not set up completely. */
export const factorOf = async (
  req: PayloadRequest,
  user: string,
): Promise<SecondFactor | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'second-factors',
    limit: 1,
    pagination: false,
    req,
    where: { user: { equals: user } },
  })
  return docs[0]
}

/** Notes that a code was used, so that it cannot be used again. */
export const noteUse = async (
  req: PayloadRequest,
  { id }: SecondFactor,
  used: Partial<Pick<SecondFactor, 'isEnabled' | 'lastStep' | 'recoveryCodes'>>,
): Promise<void> => {
  await req.payload.update({ id, collection: 'second-factors', data: used, req })
}

/** Deletes the stored second factor of a user. */
export const removeFactor = async (req: PayloadRequest, user: string): Promise<void> => {
  await req.payload.delete({
    collection: 'second-factors',
    req,
    where: { user: { equals: user } },
  })
}

/** Switches off the second factor of an account. */
export const switchOff = async (req: PayloadRequest, user: string): Promise<void> => {
  await removeFactor(req, user)
  await markAccount(req, user, false)
}

/** Notes on the account whether it has a second factor; nothing else of it can be read. */
export const markAccount = async (
  req: PayloadRequest,
  id: string,
  secondFactor: boolean,
): Promise<void> => {
  await req.payload.update({ id, collection: 'users', data: { secondFactor }, depth: 0, req })
}

export const removeFactorOfDeleted: CollectionAfterDeleteHook<User> = ({ id, req }) =>
  removeFactor(req, String(id))
