import { randomBytes } from 'node:crypto'

import { environment } from '../src/environment.ts'
import type { Seeder } from './seeder.ts'

/** A login; with its password only if that was generated just now. */
export type Login = { email: string; password?: string }

/** Sixteen random characters that are easy to tell apart when typed from paper. */
export const makePassword = (): string => {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
  const letters = [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length])
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-')
}

/**
 * Creates the first coordinator, from the settings or with a generated password, unless there is one.
 *
 * @returns the login, or undefined if none was created.
 */
export const seedFirstCoordinator = async ({
  payload,
  req,
}: Seeder): Promise<Login | undefined> => {
  const { totalDocs } = await payload.count({
    collection: 'users',
    req,
    where: { and: [{ role: { equals: 'coordinator' } }, notSample] },
  })
  if (totalDocs > 0) {
    return undefined
  }
  const { email, password } = environment.coordinator ?? {
    email: 'koordination@example.org',
    password: makePassword(),
  }
  await payload.create({
    collection: 'users',
    data: { email, name: 'Koordination', password, role: 'coordinator' },
    req,
  })
  return environment.coordinator ? { email } : { email, password }
}

// Not that of the sample data, which is removed with it.
const notSample = {
  or: [{ seedKey: { exists: false } }, { seedKey: { not_like: 'sample/' } }],
}
