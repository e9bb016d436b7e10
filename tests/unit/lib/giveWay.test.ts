import { setTimeout as pause } from 'node:timers/promises'

import { afterEach, describe, expect, it } from 'vitest'

import { giveWay } from '../../../src/lib/giveWay.ts'

const work = (milliseconds: number): void => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

let others: NodeJS.Immediate | undefined
let answered = 0

/** Others who are answered, one after the other, until somebody stops them. */
const answerOthers = (): void => {
  answered += 1
  work(0.5)
  others = setImmediate(answerOthers)
}

afterEach(() => clearImmediate(others))

describe('long work', () => {
  it('should be done one piece at a time, in the order in which it comes, whether or not a piece fails', async () => {
    const done: string[] = []
    const piece = (name: string) => async () => {
      done.push(`${name} begins`)
      await pause(2)
      done.push(`${name} ends`)
      if (name === 'a') {
        throw new Error('broken')
      }
      return name
    }
    const [a, b] = [giveWay(piece('a')), giveWay(piece('b'))]
    await expect(a).rejects.toThrow('broken')
    expect(await b).toBe('b')
    expect(done).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('should wait while others are answered, and have its part of the time where they never end', async () => {
    await giveWay(() => work(100))
    answerOthers()
    answered = 0
    await giveWay(() => undefined)
    expect(answered).toBeGreaterThan(20)
  })

  it('should not wait for ever for a piece that waits for something', async () => {
    let end: (() => void) | undefined
    const waiting = giveWay(
      () =>
        new Promise<void>((resolve) => {
          end = resolve
        }),
    )
    expect(await giveWay(() => 'next')).toBe('next')
    end?.()
    await waiting
  })
})
