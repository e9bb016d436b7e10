import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'

import autocannon from 'autocannon'

import { buildUnlessCurrent } from '../../src/server/build.ts'
import type { Read } from './reads.ts'
import { isSmall, readsOf } from './reads.ts'
import type { Server } from './servers.ts'
import { memoryOf, startBare, startOurs, startStock, stop } from './servers.ts'
import { buildStock } from './stock.ts'

/**
 * `npm run bench [-- reads growth memory start]`: measures this project against stock Payload and a
 * bare server, interleaved, and prints medians and ratios. `ROUNDS` and `SECONDS` say how often and
 * how long each is asked; `MONGODB_URI` adds MongoDB. The result is also in result.json.
 */
const parts = process.argv.slice(2)
const isWanted = (part: string): boolean => parts.length === 0 || parts.includes(part)
const rounds = Number(process.env.ROUNDS ?? 3)
const seconds = Number(process.env.SECONDS ?? 2)
const connections = [1, 8, 64]

const secret = 'only for benchmarks, and longer than 32 characters'
const folder = mkdtempSync(path.join(tmpdir(), 'ikost-bench-'))

const databases: Record<string, Record<string, string>> = {
  embedded: { DATA_DIR: path.join(folder, 'embedded'), PAYLOAD_SECRET: secret },
  ...(process.env.MONGODB_URI && {
    MongoDB: {
      DATABASE_URL: databaseAt(process.env.MONGODB_URI, `bench_${Date.now()}`),
      DATA_DIR: path.join(folder, 'mongodb'),
      PAYLOAD_SECRET: secret,
    },
  }),
}

function databaseAt(uri: string, name: string): string {
  const url = new URL(uri)
  url.pathname = `/${name}`
  return url.href
}

const run = (args: string[], env: Record<string, string>): void => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', ...args],
    { env: { ...process.env, ...env } },
  )
  if (status !== 0) {
    throw new Error(`${args.join(' ')} failed: ${stderr.toString()}`)
  }
}

const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN

const ratio = (one: number, other: number): number => Number((one / other).toFixed(2))

type Measured = { p99: number; perSecond: number }

const measure = async (
  { origin }: Server,
  { body, path: address }: Read,
  count: number,
  headers: Record<string, string> = {},
): Promise<Measured> => {
  const ask = (duration: number) =>
    autocannon({
      body,
      connections: count,
      duration,
      headers: body ? { 'content-type': 'application/json', ...headers } : headers,
      method: body ? 'POST' : 'GET',
      url: `${origin}${address}`,
    })
  let answer = await ask(seconds)
  if (answer.requests.total === 0) {
    // Many connections at a slow server all wait for the whole time.
    answer = await ask(seconds * 10)
  }
  const { latency, requests, statusCodeStats } = answer
  const expected = headers['if-none-match'] ? '304' : '200'
  const statuses = Object.keys(statusCodeStats ?? {})
  if (statuses.length === 0 || statuses.some((status) => status !== expected)) {
    throw new Error(
      `${address} answered ${statuses.join(', ') || 'nothing'} in place of ${expected}.`,
    )
  }
  return { p99: latency.p99, perSecond: requests.average }
}

const etagOf = async ({ origin }: Server, { path: address }: Read): Promise<string> =>
  (await fetch(`${origin}${address}`, { headers: { 'Accept-Encoding': 'identity' } })).headers.get(
    'etag',
  ) ?? ''

const slugOf = async ({ origin }: Server): Promise<string> => {
  const { docs } = (await (await fetch(`${origin}/api/news?limit=1`)).json()) as {
    docs: { slug: string }[]
  }
  return docs[0]?.slug ?? ''
}

type Row = {
  connections: number
  read: string
  small: boolean
} & Partial<Record<'bare' | 'hit' | 'miss' | 'notModified' | 'stock', Measured>>

const benchReads = async (env: Record<string, string>): Promise<Row[]> => {
  const ours = await startOurs(env)
  const uncached = await startOurs({ ...env, RESPONSE_CACHE_MB: '0' })
  const stock = await startStock(env)
  const bare = await startBare(ours.origin)
  const rows: Row[] = []
  for (const read of readsOf(await slugOf(ours))) {
    await fetch(`${bare.origin}${read.path}`, { body: read.body ?? '', method: 'PUT' })
    const etag = read.body ? undefined : await etagOf(ours, read)
    for (const count of connections) {
      const results: Record<string, Measured[]> = {}
      const note = async (name: string, work: Promise<Measured>): Promise<void> => {
        ;(results[name] ??= []).push(await work)
      }
      for (let round = 0; round < rounds; round += 1) {
        await note('hit', measure(ours, read, count))
        if (etag) {
          await note('notModified', measure(ours, read, count, { 'if-none-match': etag }))
        }
        await note('miss', measure(uncached, read, count))
        await note('stock', measure(stock, read, count))
        await note('bare', measure(bare, read, count))
      }
      const medians = Object.fromEntries(
        Object.entries(results).map(([name, all]) => [
          name,
          {
            p99: median(all.map(({ p99 }) => p99)),
            perSecond: Math.round(median(all.map(({ perSecond }) => perSecond))),
          },
        ]),
      )
      const row: Row = { connections: count, read: read.name, small: isSmall(read), ...medians }
      rows.push(row)
      printRow(row)
    }
  }
  await Promise.all([ours, uncached, stock, bare].map(stop))
  return rows
}

const printRow = ({ bare, connections: count, hit, miss, notModified, read, stock }: Row): void => {
  const of = (measured?: Measured) => String(measured?.perSecond ?? '-').padStart(6)
  console.log(
    `${read.padEnd(34)} ${String(count).padStart(2)}  hit ${of(hit)}  304 ${of(notModified)}  miss ${of(miss)}  stock ${of(stock)}  bare ${of(bare)}  |  hit/bare ${ratio(hit?.perSecond ?? 0, bare?.perSecond ?? 0)}  hit/stock ${ratio(hit?.perSecond ?? 0, stock?.perSecond ?? 0)}  miss/stock ${ratio(miss?.perSecond ?? 0, stock?.perSecond ?? 0)}`,
  )
}

/** The median of each aim's ratio, and the worst. */
const summarise = (rows: Row[]): Record<string, { median: number; worst: number }> => {
  const aim = (
    pick: (row: Row) => boolean,
    of: (row: Row) => number,
    isBetterSmall = false,
  ): { median: number; worst: number } => {
    const ratios = rows.filter(pick).map(of)
    return {
      median: median(ratios),
      worst: isBetterSmall ? Math.max(...ratios) : Math.min(...ratios),
    }
  }
  const rate = (measured?: Measured) => measured?.perSecond ?? NaN
  const isREST = ({ read }: Row) => !read.includes('GraphQL')
  return {
    'GraphQL hit / bare (aim 0.33)': aim(
      (row) => !isREST(row),
      (row) => ratio(rate(row.hit), rate(row.bare)),
    ),
    'hit / bare (aim 0.5)': aim(isREST, (row) => ratio(rate(row.hit), rate(row.bare))),
    'hit / stock (aim 60)': aim(isREST, (row) => ratio(rate(row.hit), rate(row.stock))),
    'miss / stock, list of 51 (aim 1.4)': aim(
      (row) => isREST(row) && !row.small,
      (row) => ratio(rate(row.miss), rate(row.stock)),
    ),
    'miss / stock, small reads (aim 2.2)': aim(
      (row) => isREST(row) && row.small,
      (row) => ratio(rate(row.miss), rate(row.stock)),
    ),
    'p99 of hits / bare at 64 (aim at most 3)': aim(
      (row) => row.connections === 64,
      (row) => ratio(row.hit?.p99 ?? NaN, row.bare?.p99 ?? NaN),
      true,
    ),
  }
}

/** How many times as long a miss takes with 5,000 partners and 20,000 news, one after the other. */
const benchGrowth = async (env: Record<string, string>): Promise<Record<string, number>> => {
  const time = async (): Promise<Record<string, number>> => {
    const server = await startOurs({ ...env, RESPONSE_CACHE_MB: '0' })
    const times: Record<string, number> = {}
    for (const read of readsOf(await slugOf(server))) {
      await measure(server, read, 1)
      const rates: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        rates.push((await measure(server, read, 1)).perSecond)
      }
      times[read.name] = 1000 / median(rates)
    }
    await stop(server)
    return times
  }
  const before = await time()
  run(['tests/benchmarks/grow.ts'], env)
  const after = await time()
  return Object.fromEntries(
    Object.entries(after).map(([name, milliseconds]) => {
      const growth = ratio(milliseconds, before[name] ?? NaN)
      console.log(
        `${name.padEnd(34)} ${before[name]?.toFixed(1)} ms -> ${milliseconds.toFixed(1)} ms, ${growth} times`,
      )
      return [name, growth]
    }),
  )
}

const benchMemory = async (env: Record<string, string>): Promise<Record<string, number>> => {
  const server = await startOurs(env)
  for (const page of ['/admin/login', '/admin']) {
    await fetch(`${server.origin}${page}`)
  }
  // Node lets memory go that loading has left behind, once nothing happens.
  await pause(60_000)
  const atRest = memoryOf(server)
  const requests = Array.from({ length: 20_000 }, (_, number) => ({
    path: `/api/globals/site?number=${number}`,
  }))
  const ask = () => autocannon({ amount: 100_000, connections: 8, requests, url: server.origin })
  await ask()
  const halfway = memoryOf(server)
  await ask()
  const after = memoryOf(server)
  await stop(server)
  return { after: Math.round(after), atRest: Math.round(atRest), halfway: Math.round(halfway) }
}

const benchStart = async (env: Record<string, string>): Promise<Record<string, number>> => {
  const ours: number[] = []
  const alone: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const server = await startOurs(env)
    ours.push(server.startedIn)
    await stop(server)
    const begin = performance.now()
    run(['tests/benchmarks/getPayload.ts'], { ...env, NODE_ENV: 'production' })
    alone.push((performance.now() - begin) / 1000)
  }
  return {
    firstAnswer: Number(median(ours).toFixed(2)),
    getPayload: Number(median(alone).toFixed(2)),
    ratio: ratio(median(ours), median(alone)),
  }
}

const result: Record<string, Record<string, unknown>> = {}

await buildUnlessCurrent()
if (isWanted('reads')) {
  console.log('Building stock Payload …')
  buildStock()
}
try {
  for (const [database, env] of Object.entries(databases)) {
    console.log(`\n== ${database}`)
    run(['src/server/seed.ts', '--sample'], env)
    const part: Record<string, unknown> = {}
    result[database] = part
    if (isWanted('start')) {
      part.start = await benchStart(env)
      console.log('Start:', JSON.stringify(part.start))
    }
    if (isWanted('memory')) {
      part.memory = await benchMemory(env)
      console.log('Memory in MB:', JSON.stringify(part.memory))
    }
    if (isWanted('reads')) {
      const rows = await benchReads(env)
      part.reads = rows
      part.summary = summarise(rows)
      console.log(JSON.stringify(part.summary, null, 2))
    }
    if (isWanted('growth')) {
      part.growth = await benchGrowth(env)
    }
  }
  writeFileSync(
    fileURLToPath(new URL('result.json', import.meta.url)),
    `${JSON.stringify({ node: process.version, result, rounds, seconds }, null, 2)}\n`,
  )
} finally {
  rmSync(folder, { force: true, recursive: true })
}
process.exit(0)
