import { describe, expect, it } from 'vitest'

import type { Held } from '../../support/writeMuch.ts'

import { environment } from '../../../src/environment.ts'
import { runCompiled } from '../../support/command.ts'
import { ownDatabase } from '../../support/ownDatabase.ts'

/**
 * By how many bytes memory grows in five rounds, if each were as the one in the middle: what leaks grows in
 * every round, while something that is allocated once, whenever that is, grows in one.
 */
const growthOf = (before: Held, rounds: Held[]): number => {
  const growth = rounds.map(({ memory }, round) => memory - (rounds[round - 1] ?? before).memory)
  return 5 * (growth.toSorted((a, b) => a - b)[2] ?? Number.NaN)
}

describe('a process that runs for years', () => {
  it('should hold no more memory and files after 5000 writes and half an hour of nothing', async () => {
    const { code, output } = await runCompiled('tests/support/writeMuch.ts', [], {
      ...ownDatabase(),
      LOG_LEVEL: 'silent',
      NODE_OPTIONS: '--expose-gc',
    })
    expect(code, output).toBe(0)
    const { before, idle, left, writes, written } = JSON.parse(
      output.trim().split('\n').at(-1) ?? '',
    ) as { before: Held; idle: Held[]; left: number; writes: number; written: Held[] }
    console.log(`Held: ${JSON.stringify({ before, idle, written })}`)
    expect(left).toBe(0)
    // Nothing was due, so nothing was written.
    expect(writes).toBe(0)
    expect(growthOf(before, written)).toBeLessThan(before.memory * 0.02)
    expect(growthOf(written[4] ?? before, idle)).toBeLessThan(before.memory * 0.02)
    for (const now of [...written, ...idle]) {
      expect(now.memory).toBeLessThan(before.memory * 1.3)
      expect(now.database).toBeLessThanOrEqual(environment.database.kind === 'embedded' ? 10 : 0)
      expect(now.sockets).toBeLessThanOrEqual(before.sockets)
    }
  }, 300_000)
})
