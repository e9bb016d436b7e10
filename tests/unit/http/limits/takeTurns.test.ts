import { setImmediate } from 'node:timers/promises'

import { afterEach, describe, expect, it, vi } from 'vitest'

import { takeTurns } from '../../../../src/http/limits/takeTurns.ts'
import { oneOf, randomFrom } from '../../../support/random.ts'

/** A server whose clock only the test moves. */
const server = () => {
  let now = 0
  let answered = 0
  const { inTurn, isFull } = takeTurns(
    { inAll: 6, ofOne: 2, rest: 8 },
    () => now,
    () => answered,
  )
  const underway: { client: string; end: (error?: Error) => void }[] = []
  const started: string[] = []
  const ask = (client: string): Promise<{ cost: number }> =>
    inTurn(
      client,
      () =>
        new Promise<void>((resolve, reject) => {
          started.push(client)
          const own = {
            client,
            end: (error?: Error) => {
              underway.splice(underway.indexOf(own), 1)
              if (error) {
                reject(error)
              } else {
                resolve()
              }
            },
          }
          underway.push(own)
        }),
    )
  const end = async (client: string, error?: Error): Promise<void> => {
    underway.find((each) => each.client === client)?.end(error)
    await settled()
  }
  const spend = (milliseconds: number): void => {
    now += milliseconds
  }
  /** Somebody is answered from memory. */
  const answerOther = (): void => {
    answered += 1
  }
  return { answerOther, ask, end, isFull, spend, started, underway }
}

/** What ends gives its turn back with the next immediate. */
const settled = async (): Promise<void> => {
  await setImmediate()
  await setImmediate()
}

afterEach(() => {
  vi.useRealTimers()
})

describe('turns', () => {
  it('should pass on from work that only waits, as for a database that is gone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { ask, end, underway } = server()
    const asked = Array.from({ length: 8 }, (_, number) => ask(`client ${number}`))
    await settled()
    expect(underway).toHaveLength(6)
    vi.advanceTimersByTime(1_000)
    await settled()
    expect(underway).toHaveLength(8)
    for (let number = 0; number < 8; number += 1) {
      await end(`client ${number}`)
    }
    expect(await Promise.all(asked)).toHaveLength(8)
    for (let number = 0; number < 9; number += 1) {
      void ask(`client ${number}`)
    }
    await settled()
    expect(underway).toHaveLength(6)
  })

  it('should be two of a client and six in all at a time', async () => {
    const { ask, end, underway } = server()
    for (const client of ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'd']) {
      void ask(client)
    }
    await settled()
    expect(underway.map(({ client }) => client)).toEqual(['a', 'a', 'b', 'b', 'c', 'c'])
    await end('c')
    expect(underway.map(({ client }) => client)).toEqual(['a', 'a', 'b', 'b', 'c', 'd'])
  })

  it('should be full when fifty of one client wait, and for this client only', async () => {
    const { ask, end, isFull } = server()
    for (let number = 0; number < 51; number += 1) {
      void ask('a')
    }
    expect(isFull('a')).toBe(false)
    void ask('a')
    expect(isFull('a')).toBe(true)
    expect(isFull('b')).toBe(false)
    await settled()
    await end('a')
    expect(isFull('a')).toBe(false)
  })

  it('should be passed on a few times only, however long everything takes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { ask, end, underway } = server()
    for (const client of ['a', 'b', 'c', 'd', 'e']) {
      for (let number = 0; number < 20; number += 1) {
        void ask(client)
      }
    }
    for (let second = 0; second < 30; second += 1) {
      await settled()
      vi.advanceTimersByTime(1_000)
    }
    await settled()
    expect(underway).toHaveLength(36)
    expect(underway.filter(({ client }) => client === 'a').length).toBeLessThanOrEqual(12)
    await end(underway[0]?.client ?? '')
    expect(underway).toHaveLength(36)
  })

  it('should be given next to whoever has cost least', async () => {
    const { ask, end, spend, started } = server()
    for (const client of ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c']) {
      void ask(client)
    }
    await settled()
    spend(60)
    await end('a')
    await end('b')
    void ask('d')
    spend(60)
    await end('a')
    expect(started.at(-1)).toBe('d')
  })

  it('should tell each what it has cost, where several share the time', async () => {
    const { ask, end, spend } = server()
    const alone = ask('a')
    spend(10)
    const beside = ask('b')
    spend(20)
    await end('a')
    spend(5)
    await end('b')
    expect(await alone).toMatchObject({ cost: 20 })
    expect(await beside).toMatchObject({ cost: 15 })
  })

  it('should come again to a client only after a while, if others are answered meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { answerOther, ask, end, spend, started } = server()
    const asked = ['a', 'a', 'a', 'a', 'b', 'b', 'b'].map((client) => ask(client))
    expect(started).toEqual(['a', 'a', 'b', 'b'])
    spend(40)
    answerOther()
    // Each of the four has cost ten.
    await end('a')
    await end('b')
    expect(started).toHaveLength(4)
    vi.advanceTimersByTime(79)
    expect(started).toHaveLength(4)
    vi.advanceTimersByTime(1)
    await settled()
    expect(started).toEqual(['a', 'a', 'b', 'b', 'a', 'b'])
    // Nobody else has been answered since that one began.
    spend(40)
    await end('a')
    await end('a')
    await end('b')
    await end('b')
    await settled()
    vi.advanceTimersByTime(1_000)
    await settled()
    await end('a')
    expect(await Promise.all(asked)).toHaveLength(7)
  })

  it('should come again to a client who comes back while others are answered, not before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { answerOther, ask, end, spend, started } = server()
    void ask('a')
    void ask('a')
    spend(20)
    answerOther()
    await end('a')
    await end('a')
    void ask('a')
    void ask('b')
    expect(started).toEqual(['a', 'a', 'b'])
    vi.advanceTimersByTime(1_000)
    await settled()
    expect(started).toEqual(['a', 'a', 'b', 'a'])
  })

  it('should come to everything of a client who comes back while it rests from something long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { answerOther, ask, end, spend, started } = server()
    void ask('a')
    vi.advanceTimersByTime(1_000)
    spend(100)
    answerOther()
    await end('a')
    // Both rest: the long one for 800 milliseconds, and this for 80.
    void ask('a')
    spend(10)
    answerOther()
    await end('a')
    vi.advanceTimersByTime(100)
    await settled()
    for (let number = 0; number < 3; number += 1) {
      void ask('a')
    }
    await settled()
    expect(started).toHaveLength(3)
    vi.advanceTimersByTime(800)
    await settled()
    expect(started).toHaveLength(4)
    await end('a')
    await end('a')
    vi.advanceTimersByTime(1_000)
    await settled()
    expect(started).toHaveLength(5)
  })

  it('should come again at once where nobody else is answered', async () => {
    const { ask, end, spend, started } = server()
    for (let number = 0; number < 3; number += 1) {
      void ask('a')
    }
    spend(500)
    await end('a')
    expect(started).toHaveLength(3)
  })

  it('should pass on when work fails', async () => {
    const { ask, end, underway } = server()
    const failing = [ask('a'), ask('a')]
    void ask('a')
    const failed = expect(failing[0]).rejects.toThrow('broken')
    await settled()
    await end('a', new Error('broken'))
    await failed
    expect(underway).toHaveLength(2)
  })

  it('should come to everybody, in whatever order requests arrive and end', async () => {
    const random = randomFrom(20261129)
    for (let run = 0; run < 50; run += 1) {
      const { ask, end, spend, started, underway } = server()
      let answered = 0
      let asked = 0
      while (asked < 60 || underway.length > 0) {
        if (asked < 60 && random() < 0.6) {
          asked += 1
          void ask(oneOf(random, ['a', 'b', 'c', 'd', 'e'])).then(() => {
            answered += 1
          })
        } else if (underway.length > 0) {
          spend(random() * 10)
          await end(oneOf(random, underway).client)
        }
        await settled()
        const ofOne = underway.filter(({ client }) => client === underway[0]?.client).length
        expect(underway.length).toBeLessThanOrEqual(6)
        expect(ofOne).toBeLessThanOrEqual(2)
      }
      await settled()
      expect(started).toHaveLength(60)
      expect(answered).toBe(60)
    }
  })
})
