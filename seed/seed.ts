import type { Payload } from 'payload'

import { progressTo } from '../src/lib/progress.ts'
import type { Login } from './coordinator.ts'
import { seedFirstCoordinator } from './coordinator.ts'
import { seedOriginal } from './original/index.ts'
import { inOneTransaction } from './seeder.ts'

/** Loads the original content and creates the first coordinator, unless they exist. */
export const seed = (
  payload: Payload,
  out: NodeJS.WriteStream | undefined,
): Promise<{ login: Login | undefined; made: number }> =>
  inOneTransaction(payload, progressTo(out), async (seeder) => {
    const made = await seedOriginal(seeder)
    const login = await seedFirstCoordinator(seeder)
    return { login, made: made + (login ? 1 : 0) }
  })

/**
 * Seeds a database without any page or user, so that a new installation is usable at once, and an
 * existing one is left alone.
 *
 * @returns the first login, if one was made.
 */
export const seedEmptyDatabase = async (payload: Payload): Promise<Login | undefined> => {
  const [pages, users] = await Promise.all([
    payload.count({ collection: 'pages', trash: true }),
    payload.count({ collection: 'users' }),
  ])
  if (pages.totalDocs > 0 || users.totalDocs > 0) {
    return undefined
  }
  console.log('The database is empty: loading the original content.')
  const { login } = await seed(payload, process.stdout)
  return login
}
