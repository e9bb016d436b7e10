import { describe, expect, it } from 'vitest'

import { run } from '../support/command.ts'
import { ownDatabase } from '../support/ownDatabase.ts'

/**
 * Node 20 leaves an import of Lexical hanging now and then unless a condition is set: in two of three
 * starts, when it was measured. Six starts that all come up are luck once in 700 times.
 */
const starts = Number(process.env.STARTS ?? 6)

describe('starting', () => {
  it(`should succeed ${starts} times in a row`, async () => {
    const env = ownDatabase()
    for (let number = 1; number <= starts; number += 1) {
      const { code, output } = await run('src/server/seed.ts', [], env)
      expect(`${number}: ${code}`, output).toBe(`${number}: 0`)
      expect(output).toMatch(/Done\.|nothing has changed/)
    }
  }, 600_000)
})
