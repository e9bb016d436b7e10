import { describe, expect, it } from 'vitest'

import { makeQueue } from '../../../src/lib/makeQueue.ts'

describe('a queue', () => {
  it('should do one thing after the other, in order, and answer each with its own result', async () => {
    const queue = makeQueue()
    const order: number[] = []
    let running = 0
    let most = 0
    const work = (number: number) => async () => {
      running += 1
      most = Math.max(most, running)
      // The later, the sooner done.
      for (let turn = 0; turn < (number < 10 ? 10 - number : 1); turn += 1) {
        await Promise.resolve()
      }
      order.push(number)
      running -= 1
      return number
    }
    const numbers = Array.from({ length: 1000 }, (_, number) => number)
    expect(await Promise.all(numbers.map((number) => queue(work(number))))).toEqual(numbers)
    expect(order).toEqual(numbers)
    expect(most).toBe(1)
  })

  it('should go on after what has failed, which is told to its own caller only', async () => {
    const queue = makeQueue()
    const results = await Promise.allSettled([
      queue(() => Promise.resolve('before')),
      queue(() => Promise.reject(new Error('No.'))),
      queue((): Promise<string> => {
        throw new Error('Not even begun.')
      }),
      queue(() => Promise.resolve('after')),
    ])
    expect(results).toEqual([
      { status: 'fulfilled', value: 'before' },
      { reason: new Error('No.'), status: 'rejected' },
      { reason: new Error('Not even begun.'), status: 'rejected' },
      { status: 'fulfilled', value: 'after' },
    ])
    expect(await queue(() => Promise.resolve('later'))).toBe('later')
  })

  it('should not wait for another queue', async () => {
    const [one, other] = [makeQueue(), makeQueue()]
    let letGo = (): void => undefined
    const held = one(
      () =>
        new Promise<void>((resolve) => {
          letGo = resolve
        }),
    )
    expect(await other(() => Promise.resolve('meanwhile'))).toBe('meanwhile')
    letGo()
    await held
  })
})
