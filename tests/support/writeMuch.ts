import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { keepJobs } from '../../src/database/jobLeases.ts'
import { watchDatabase } from '../../src/http/retryWriteConflicts.ts'
import { isJobDue } from '../../src/payload/jobs.ts'

/**
 * Writes as much as a small office does in years, then does what an idle server does in half an hour,
 * and prints what the process holds: `before`, after each fifth of the writes (`written`) and after each
 * fifth of the half hour (`idle`), each with memory in bytes and the number of open files, those of the
 * database and connections of it apart.
 *
 * Memory is what is in use: objects, buffers, and what the main thread has allocated beside them. What the
 * process occupies in all goes up and down by a fifth with what V8 keeps in reserve.
 */
const payload = await getPayload({ config })
watchDatabase(payload)
const { db } = payload

/** What the process holds: files and connections, and memory in bytes. */
export type Held = { database: number; memory: number; sockets: number }

/** What the main thread has allocated outside of V8, in bytes, but for large pieces. */
const allocated = (): number =>
  1024 *
  Number(/\[heap\]\n(?:.*\n)*?Rss: +(\d+)/.exec(readFileSync('/proc/self/smaps', 'utf8'))?.[1])

const held = (): Held => {
  global.gc?.()
  const { external, heapUsed } = process.memoryUsage()
  const files = readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      return [readlinkSync(`/proc/self/fd/${name}`)]
    } catch {
      return []
    }
  })
  return {
    database: files.filter((file) => /\.db(?:-wal|-shm)?$/.test(file)).length,
    memory: heapUsed + external + allocated(),
    sockets: files.filter((file) => file.startsWith('socket:')).length,
  }
}

const collection = 'payload-kv'

const write = async (key: string): Promise<void> => {
  const transactionID = (await db.beginTransaction()) ?? undefined
  await db.create({ collection, data: { data: { key }, key }, req: { transactionID } })
  await db.deleteOne({ collection, req: { transactionID }, where: { key: { equals: key } } })
  await db.commitTransaction(transactionID ?? '')
}

/** The same key twice. */
const refused = async (key: string): Promise<void> => {
  const transactionID = (await db.beginTransaction()) ?? undefined
  const create = () =>
    db.create({ collection, data: { data: { key }, key }, req: { transactionID } })
  await create()
  const error = await create().catch((reason: unknown) => reason)
  if (!(error instanceof Error)) {
    throw new Error('The same key was taken twice.')
  }
  await db.rollbackTransaction(transactionID ?? '')
}

const rolledBack = async (key: string): Promise<void> => {
  const transactionID = (await db.beginTransaction()) ?? undefined
  await db.create({ collection, data: { data: { key }, key }, req: { transactionID } })
  await db.rollbackTransaction(transactionID ?? '')
}

const kinds = [write, write, refused, write, rolledBack]

// As with requests and timers, the event loop turns between: what addons have let go is freed only then.
const writeSome = async (first: number, count: number): Promise<void> => {
  for (let number = first; number < first + count; number += 5) {
    // Several at a time, as requests come.
    await Promise.all(kinds.map((kind, index) => kind(`much ${number + index}`)))
    await nextTurn()
  }
}

let writes = 0
for (const [name, method] of Object.entries(db)) {
  if (typeof method === 'function' && /^(?:begin|create|delete|update|upsert)/.test(name)) {
    Object.assign(db, {
      [name]: (...args: never[]): unknown => {
        writes += 1
        return (method as (...args: never[]) => unknown).apply(db, args)
      },
    })
  }
}

/** What the schedule of jobs does in so many minutes. */
const idleFor = async (minutes: number): Promise<void> => {
  for (let ticks = 0; ticks < minutes * (12 * 2 + 1); ticks += 1) {
    if (await isJobDue(payload)) {
      throw new Error('No job should be due.')
    }
    await payload.jobs.handleSchedules({ queue: 'default' })
    if (ticks % 4 === 0) {
      await keepJobs(payload)
    }
    await nextTurn()
  }
}

// Memory grows until everything has been used for a while.
await writeSome(0, 5000)
await idleFor(30)
const before = held()
const written: Held[] = []
for (let round = 0; round < 5; round += 1) {
  await writeSome(5000 + round * 1000, 1000)
  written.push(held())
}
const left = await db.count({ collection, where: { key: { like: 'much' } } })
writes = 0
const idle: Held[] = []
for (let round = 0; round < 5; round += 1) {
  await idleFor(6)
  idle.push(held())
}
console.log(JSON.stringify({ before, idle, left: left.totalDocs, writes, written }))
await payload.destroy()
