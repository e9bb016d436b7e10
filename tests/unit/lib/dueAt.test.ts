import { afterEach, describe, expect, it, vi } from 'vitest'

import { dueAt } from '../../../src/lib/dueAt.ts'

type Hooks = {
  afterSchedule: (args: object) => Promise<void>
  beforeSchedule: (args: object) => Promise<{ shouldSchedule?: boolean; waitUntil?: Date }>
}

const hooksOf = (cron: string): Hooks => dueAt(cron)[0]?.hooks as unknown as Hooks

describe('a task that is due by the clock', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('should wait in the queue that is looked through every minute', () => {
    expect(dueAt('0 7 * * *')).toMatchObject([{ cron: '0 7 * * *', queue: 'default' }])
  })

  // By the server's clock, whichever it is.
  it.each([
    ['0 7 * * *', new Date(2026, 10, 25, 6, 59, 59), new Date(2026, 10, 25, 7)],
    ['0 7 * * *', new Date(2026, 10, 25, 7), new Date(2026, 10, 26, 7)],
    ['0 7 * * *', new Date(2026, 11, 31, 8), new Date(2027, 0, 1, 7)],
    ['0 7 * * *', new Date(2026, 2, 28, 8), new Date(2026, 2, 29, 7)],
    ['0 7 * * *', new Date(2026, 9, 24, 8), new Date(2026, 9, 25, 7)],
    ['17 3,15 * * *', new Date(2026, 10, 25, 3, 17), new Date(2026, 10, 25, 15, 17)],
    ['17 3,15 * * *', new Date(2026, 10, 25, 15, 17), new Date(2026, 10, 26, 3, 17)],
  ])('should be queued for the next time: %s at %s', async (cron, now, next) => {
    vi.useFakeTimers({ now, toFake: ['Date'] })
    const queued = await hooksOf(cron).beforeSchedule({
      defaultBeforeSchedule: () => Promise.resolve({ shouldSchedule: true, waitUntil: undefined }),
    })
    expect(queued).toEqual({ shouldSchedule: true, waitUntil: next })
  })

  it('should not be queued twice: what Payload says of that stands', async () => {
    const queued = await hooksOf('0 7 * * *').beforeSchedule({
      defaultBeforeSchedule: () => Promise.resolve({ shouldSchedule: false }),
    })
    expect(queued.shouldSchedule).toBe(false)
  })

  it.each([
    ['success', 1],
    ['error', 1],
    ['skipped', 0],
  ])('should be noted where something was queued: %s', async (status, times) => {
    let notes = 0
    await hooksOf('0 7 * * *').afterSchedule({
      defaultAfterSchedule: () => {
        notes += 1
      },
      status,
    })
    expect(notes).toBe(times)
  })
})
