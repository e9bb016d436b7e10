import { readdirSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { rebuildApart } from '../../../../../src/features/files/pdf/rebuildApart.ts'

const file = readFileSync(new URL('../../../../cases/pdf-form.pdf', import.meta.url))

/** The processes that rebuild for this one. */
const rebuilding = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return Number(parent) === process.pid && command.includes('pdf/process.ts')
      } catch {
        return false
      }
    })

const outcome = async (bytes: Buffer): Promise<string> => {
  const result = await rebuildApart(bytes)
  return 'data' in result ? result.data.subarray(0, 5).toString() : result.fault
}

describe('a process that rebuilds PDFs', () => {
  it('should answer each file as itself, and wait for the next', async () => {
    const files = [file, Buffer.from('no PDF'), file]
    const outcomes = await Promise.all(files.map(outcome))
    expect(outcomes).toEqual(['%PDF-', 'no-pdf', '%PDF-'])
    const before = rebuilding()
    expect(before).toHaveLength(1)
    expect(await outcome(file)).toBe('%PDF-')
    expect(rebuilding()).toEqual(before)
  }, 60_000)

  it('should be replaced where it has died, without a loss of what comes next', async () => {
    await outcome(file)
    for (const busy of [false, true]) {
      const [pid = 0] = rebuilding()
      process.kill(pid, 'SIGKILL')
      if (busy) {
        // Nothing is heard of its end yet.
        const until = performance.now() + 50
        while (performance.now() < until);
      }
      expect(await Promise.all([file, file, file].map(outcome))).toEqual(Array(3).fill('%PDF-'))
      expect(rebuilding()).not.toContain(pid)
    }
  }, 60_000)
})
