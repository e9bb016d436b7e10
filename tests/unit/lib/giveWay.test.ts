import { setTimeout as pause } from 'node:timers/promises'

import { afterEach, describe, expect, it } from 'vitest'

import { giveWay } from '../../../src/lib/giveWay.ts'

const work = (milliseconds: number): void => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

let others: NodeJS.Immediate | undefined

/** Others who are answered, one after the other, until somebody stops them. */
const answerOthers = (): void => {
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

  it('should wait while others are answered', async () => {
    await giveWay(() => work(100))
    answerOthers()
    let hasBegun = false
    const piece = giveWay(() => {
      hasBegun = true
    })
    await pause(50)
    expect(hasBegun).toBe(false)
    clearImmediate(others)
    await piece
    expect(hasBegun).toBe(true)
  })

  it('should have its tenth of the time, where others never end', async () => {
    await giveWay(() => work(20))
    answerOthers()
    const begin = performance.now()
    await giveWay(() => undefined)
    expect(performance.now() - begin).toBeGreaterThan(170)
  })
})
