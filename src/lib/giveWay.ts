import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'

import { makeQueue } from './makeQueue.ts'

/** What a turn of the event loop takes at most in which nobody else is answered, in milliseconds. */
const idleTurn = 0.1

/**
 * How many times as long as the last piece took the next one waits for others, who may never have enough;
 * and how long at most, in milliseconds.
 */
const patience = { longest: 200, times: 9 }

/** How long a piece keeps the next one from beginning, in milliseconds: it may wait for a database that is gone. */
const longest = 1_000

const queue = makeQueue()
let lastTook = 0

/**
 * Does a piece of long work: one piece at a time, and none while others are answered, unless they take
 * nine tenths of the time. So whoever is answered from memory hardly ever waits, and no longer than a piece takes.
 */
export const giveWay = async <Result>(piece: () => Promise<Result> | Result): Promise<Result> => {
  const { done } = await queue(async () => {
    await untilNobodyIsAnswered(Math.min(patience.longest, patience.times * lastTook))
    const startedAt = performance.now()
    const working = Promise.resolve().then(piece)
    const ended = working.then(
      () => undefined,
      () => undefined,
    )
    const tooLong = new AbortController()
    await Promise.race([ended, pause(longest, undefined, tooLong).catch(() => undefined)])
    tooLong.abort()
    lastTook = performance.now() - startedAt
    return { done: working }
  })
  return done
}

/** @param longest to wait, in milliseconds. */
const untilNobodyIsAnswered = async (longest: number): Promise<void> => {
  const begunAt = performance.now()
  let turnBegunAt = begunAt
  let turnTook = Infinity
  while (turnTook > idleTurn && turnBegunAt - begunAt <= longest) {
    await nextTurn()
    const now = performance.now()
    turnTook = now - turnBegunAt
    turnBegunAt = now
  }
}
