import { setImmediate as nextTurn } from 'node:timers/promises'

import { makeQueue } from './makeQueue.ts'

/** What a turn of the event loop takes at most in which nobody else is answered, in milliseconds. */
const idleTurn = 0.1

/** How many times as long as its pieces take long work waits for others, who may never have enough. */
const patience = 9

const queue = makeQueue()
let lastTook = 0

/**
 * Does a piece of long work: one piece at a time, and none while others are answered, unless they take
 * nine tenths of the time. So hardly anybody has to wait, and nobody longer than a piece takes.
 */
export const giveWay = <Result>(piece: () => Promise<Result> | Result): Promise<Result> =>
  queue(async () => {
    await untilNobodyIsAnswered(patience * lastTook)
    const startedAt = performance.now()
    try {
      return await piece()
    } finally {
      lastTook = performance.now() - startedAt
    }
  })

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
