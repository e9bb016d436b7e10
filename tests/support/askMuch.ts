import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import { beforeAll, vi } from 'vitest'

import { instance } from './instance.ts'

/**
 * Call once in a file that asks thousands of times: nobody counts its requests, each of which is a
 * write to MongoDB otherwise. What the limits do, other files try.
 */
export const askUncounted = (): void => {
  beforeAll(() => {
    const consume = vi.spyOn(RateLimiterMongo.prototype, 'consume')
    consume.mockResolvedValue(new RateLimiterRes())
    return () => consume.mockRestore()
  })
}

/**
 * Call in a `describe` that asks tens of thousands of times: whoever asks is looked up in the database
 * once, as ever, and known from then on.
 */
export const askAsKnown = (): void => {
  beforeAll(async () => {
    const { authStrategies } = await instance()
    const spies = authStrategies.map((strategy) => {
      const { authenticate } = strategy
      const known = new Map<null | string, ReturnType<typeof authenticate>>()
      return vi.spyOn(strategy, 'authenticate').mockImplementation(async (args) => {
        const key = args.headers.get('authorization')
        const result = known.get(key) ?? authenticate(args)
        known.set(key, result)
        // Whoever gets it may change it.
        return structuredClone(await result)
      })
    })
    return () => spies.forEach((spy) => spy.mockRestore())
  })
}
