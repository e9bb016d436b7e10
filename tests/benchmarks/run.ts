import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { buildUnlessCurrent } from '../../src/server/build.ts'
import { buildPlain, buildUnderNext, run } from './alternatives.ts'
import type { Measured, Question } from './client.ts'
import { client, measure } from './client.ts'
import { measureCrawler } from './crawler.ts'
import { measureOffice } from './office.ts'
import type { FirstRead, Publication } from './publications.ts'
import { askJSON, measureFirstReads, publisher } from './publications.ts'
import type { Read } from './reads.ts'
import { neverAsked, readsOf, sinceEver } from './reads.ts'
import type { Reads, Row } from './report.ts'
import { printAims, printRow, writeReport } from './report.ts'
import type { Server } from './servers.ts'
import { memoryOf, startBare, startOurs, startPlain, startUnderNext, stop } from './servers.ts'

/**
 * `npm run bench [-- reads publications pages crawler growth memory start]`: measures this project beside
 * plain Payload, its own config under Next, and a bare server, interleaved, and writes docs/performance.md, in
 * which other parts stay as they were measured before. `MONGODB_URI` adds MongoDB.
 * `npm run bench:short` measures the reads on the embedded database in three minutes, and prints them only.
 */
const parts = process.argv.slice(2).filter((each) => each !== '--short')
const isShort = process.argv.includes('--short')
const isWanted = (part: string): boolean =>
  isShort ? part === 'reads' : parts.length === 0 || parts.includes(part)
const rounds = 3
const seconds = isShort ? 1 : 3
const connections = isShort ? [8] : [8, 64]

/** Columns whose replies are computed once, for all connections. */
const fromMemory = ['bare', 'hit', 'notModified']

const folder = mkdtempSync(path.join(tmpdir(), 'ikost-bench-'))
const secret = {
  COORDINATOR_EMAIL: publisher.email,
  COORDINATOR_PASSWORD: publisher.password,
  PAYLOAD_SECRET: 'only for benchmarks, and longer than 32 characters',
}

type Settings = Record<string, string>

const databases: Record<string, { ours: Settings; plain: Settings }> = {
  embedded: {
    ours: { ...secret, DATA_DIR: path.join(folder, 'embedded') },
    plain: {
      ...secret,
      DATA_DIR: path.join(folder, 'plain'),
      DATABASE_URL: `file:${path.join(folder, 'plain.db')}`,
    },
  },
  ...(process.env.MONGODB_URI &&
    !isShort && {
      MongoDB: {
        ours: {
          ...secret,
          DATABASE_URL: databaseAt(process.env.MONGODB_URI, `bench_${Date.now()}`),
          DATA_DIR: path.join(folder, 'mongodb'),
        },
        plain: {
          ...secret,
          DATABASE_URL: databaseAt(process.env.MONGODB_URI, `bench_plain_${Date.now()}`),
          DATA_DIR: path.join(folder, 'plain-mongodb'),
        },
      },
    }),
}

function databaseAt(uri: string, name: string): string {
  const url = new URL(uri)
  url.pathname = `/${name}`
  return url.href
}

const script = (file: string, args: string[], env: Settings): void =>
  run(['--conditions=production', '--import', 'tsx', file, ...args], { env })

const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN

const medians = (all: Measured[]): Measured => ({
  cpu: median(all.map(({ cpu }) => cpu)),
  p99: median(all.map(({ p99 }) => p99)),
  rate: median(all.map(({ rate }) => rate)),
})

const slugOf = async ({ origin }: Server, collection = 'news'): Promise<string> =>
  (await askJSON(`${origin}/api/${collection}?limit=1`)).docs[0]?.slug ?? ''

const replyTo = ({ origin }: Server, { body, path: asked }: Question): Promise<Response> =>
  fetch(`${origin}${asked}`, {
    body,
    headers: { 'Accept-Encoding': 'identity', ...(body && { 'Content-Type': 'application/json' }) },
    method: body ? 'POST' : 'GET',
  })

/** What each column of a row asks, and whom. */
const columnsOf = async (
  { ours, plain }: Read,
  servers: { bare: Server; ours: Server; plain: Server; underNext?: Server },
): Promise<Record<string, [Server, Question]>> => {
  const etag = ours.body ? null : (await replyTo(servers.ours, ours)).headers.get('etag')
  const known = { ...ours, headers: { 'If-None-Match': etag ?? '' }, status: 304 }
  return {
    bare: [servers.bare, ours],
    hit: [servers.ours, ours],
    miss: [servers.ours, neverAsked(ours)],
    ...(etag && !isShort && { notModified: [servers.ours, known] }),
    plain: [servers.plain, neverAsked(plain)],
    ...(servers.underNext && { underNext: [servers.underNext, neverAsked(ours)] }),
  }
}

/** Everything in random order in each round, so that whatever slows the machine down slows all down alike. */
const shuffled = <Item>(items: Item[]): Item[] =>
  items
    .map((item) => ({ at: Math.random(), item }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)

/** The databases of plain Payload that have been filled. */
const filled = new Set<Settings>()

/** This project, and plain Payload with what is public of it. */
const startBoth = async ({
  ours,
  plain,
}: {
  ours: Settings
  plain: Settings
}): Promise<{ ours: Server; plain: Server }> => {
  const oursServer = await startOurs(ours)
  if (!filled.has(plain)) {
    script('tests/benchmarks/plain/seed.ts', [oursServer.origin], {
      ...plain,
      NODE_ENV: 'development',
    })
    filled.add(plain)
  }
  return { ours: oursServer, plain: await startPlain(plain) }
}

const benchReads = async ({ ours, plain }: { ours: Settings; plain: Settings }): Promise<Reads> => {
  const both = await startBoth({ ours, plain })
  const servers = {
    ...both,
    bare: await startBare(both.ours.origin),
    ...(!isShort && { underNext: await startUnderNext(ours) }),
  }
  // The client is not to be what is measured: it must be able to ask faster than anybody answers.
  const capacity = (await measure(servers.bare, { path: '/' }, 64, seconds)).rate
  const rows: Row[] = []
  const asked = await Promise.all(
    readsOf(await slugOf(both.ours)).map(async (read) => {
      await fetch(`${servers.bare.origin}${read.ours.path}`, {
        body: read.ours.body ?? '',
        method: 'PUT',
      })
      return { columns: await columnsOf(read, servers), read }
    }),
  )
  // What is asked first is slower for a while, in each of them.
  for (const { columns } of asked) {
    for (const [server, question] of Object.values(columns)) {
      await measure(server, question, 8, 1)
    }
  }
  for (const { columns, read } of asked) {
    for (const count of connections) {
      const results: Record<string, Measured[]> = {}
      // Of one client, no more than 50 questions may wait to be computed.
      const cells = Object.entries(columns).filter(
        ([name]) => count === connections[0] || fromMemory.includes(name),
      )
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, [server, question]] of shuffled(cells)) {
          ;(results[name] ??= []).push(await measure(server, question, count, seconds))
        }
      }
      const row: Row = {
        connections: count,
        measured: Object.fromEntries(
          Object.entries(results).map(([name, all]) => [name, medians(all)]),
        ),
        read: read.name,
      }
      rows.push(row)
      printRow(row)
    }
  }
  printAims(rows)
  await Promise.all(Object.values(servers).map(stop))
  const fastest = Math.max(
    ...rows.flatMap(({ measured }) => Object.values(measured).map(({ rate }) => rate)),
  )
  const isLimit = capacity < 1.5 * fastest
  if (isLimit) {
    console.warn(
      `!!! THE CLIENT IS THE LIMIT: it can ask ${Math.round(capacity)} times a second, and the fastest reply was measured at ${Math.round(fastest)}. Ratios to the bare server say little.`,
    )
  }
  return { capacity, isLimit, rows }
}

/** How many times as fast as plain Payload the first read after a publication is, by the clock. */
const benchPublications = async (settings: {
  ours: Settings
  plain: Settings
}): Promise<Record<string, number>> => {
  const servers = await startBoth(settings)
  const ratios: Record<string, number> = {}
  for (const { name, ours, plain } of readsOf(await slugOf(servers.ours)).filter(
    ({ ours: { body } }) => body === undefined,
  )) {
    const listOf = ({ path: asked }: Question): string => asked.slice('/api/'.length)
    for (const change of ['news', 'partners'] as const) {
      // What is changed is shown by the read itself, if it can be.
      const publicationOf = (question: Question): Publication => ({
        change,
        list: listOf(question).startsWith(change) ? listOf(question) : `${change}?limit=1`,
        page: question.path,
      })
      const results: Record<'ours' | 'plain', FirstRead[]> = { ours: [], plain: [] }
      for (let round = 0; round < rounds; round += 1) {
        results.ours.push(await measureFirstReads(servers.ours, publicationOf(ours)))
        results.plain.push(await measureFirstReads(servers.plain, publicationOf(plain)))
      }
      const clockOf = (all: FirstRead[]): number => median(all.map(({ clock }) => clock))
      const [here, there] = [clockOf(results.ours), clockOf(results.plain)]
      ratios[`${name}, after ${change}`] = there / here
      console.log(
        `${name}, after ${change}: ${here.toFixed(1)} ms, plain Payload ${there.toFixed(1)} ms`,
      )
    }
  }
  await Promise.all(Object.values(servers).map(stop))
  return ratios
}

/** Milliseconds of CPU time of pages of the website, after a publication. */
const benchPages = async ({ ours }: { ours: Settings }): Promise<Record<string, number>> => {
  const server = await startOurs(ours)
  const partner = `/partner/${await slugOf(server, 'partners')}`
  const pages = { 'start page': '/', directory: '/partner', partner }
  const costs: Record<string, number> = {}
  for (const [name, page] of Object.entries(pages)) {
    for (const change of ['news', 'partners'] as const) {
      const all: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        all.push((await measureFirstReads(server, { change, list: `${change}?limit=1`, page })).cpu)
      }
      costs[`${name}, after ${change}`] = median(all)
      console.log(`${name}, after ${change}: ${median(all).toFixed(1)} ms of CPU`)
    }
  }
  await stop(server)
  return costs
}

/** How many times as long others wait while one client asks as much as it may. */
const benchCrawler = async ({ ours }: { ours: Settings }): Promise<Record<string, number>> => {
  const limits = { RATE_LIMIT_GRAPHQL: '', RATE_LIMIT_READS: '', TRUSTED_PROXIES: '1' }
  const server = await startOurs({ ...ours, ...limits })
  const all: Record<string, number>[] = []
  for (let round = 0; round < rounds; round += 1) {
    all.push(await measureCrawler(server, seconds))
  }
  await stop(server)
  return Object.fromEntries(
    Object.keys(all[0] ?? {}).map((name) => [name, median(all.map((each) => each[name] ?? NaN))]),
  )
}

/** How many times as long a miss takes with 5,000 partners and 20,000 news, one after the other. */
const benchGrowth = async ({
  ours,
}: {
  ours: Settings
}): Promise<Record<'seconds' | 'times', Record<string, number>>> => {
  const cost = async (): Promise<Record<string, number>> => {
    const server = await startOurs(ours)
    const costs: Record<string, number> = {}
    for (const read of readsOf(await slugOf(server))) {
      const question = neverAsked(read.ours)
      await measure(server, question, 1, seconds)
      const all: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        all.push((await measure(server, question, 1, seconds)).cpu)
      }
      costs[read.name] = median(all)
    }
    await stop(server)
    return costs
  }
  const before = await cost()
  script('tests/benchmarks/grow.ts', [], ours)
  const after = await cost()
  const server = await startOurs(ours)
  const slowest = await measureOffice(server, rounds)
  await stop(server)
  const times = Object.fromEntries(
    Object.entries(after).map(([name, milliseconds]) => {
      const growth = milliseconds / (before[name] ?? NaN)
      console.log(
        `${name.padEnd(34)} ${before[name]?.toFixed(1)} ms -> ${milliseconds.toFixed(1)} ms of CPU, ${growth.toFixed(2)} times`,
      )
      return [name, growth]
    }),
  )
  return { seconds: slowest, times }
}

const benchMemory = async ({ ours }: { ours: Settings }): Promise<Record<string, number>> => {
  const server = await startOurs(ours)
  for (const page of ['/admin/login', '/admin']) {
    await fetch(`${server.origin}${page}`)
  }
  // Node lets memory go that loading has left behind, once nothing happens.
  await pause(60_000)
  const atRest = memoryOf(server)
  const ask = async (): Promise<void> => {
    for (let number = 0; number < 100_000; number += 50) {
      const asked = Array.from({ length: 50 }, (_, more) =>
        fetch(
          `${server.origin}/api/partners?limit=10&${sinceEver.replace('*', String((number + more) % 20_000))}`,
        ).then((reply) => reply.arrayBuffer()),
      )
      await Promise.all(asked)
    }
  }
  await ask()
  const halfway = memoryOf(server)
  await ask()
  const after = memoryOf(server)
  await stop(server)
  return { after: Math.round(after), atRest: Math.round(atRest), halfway: Math.round(halfway) }
}

const benchStart = async ({ ours }: { ours: Settings }): Promise<Record<string, number>> => {
  const firstAnswers: number[] = []
  const alone: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const server = await startOurs(ours)
    firstAnswers.push(server.startedIn)
    await stop(server)
    const begin = performance.now()
    script('tests/benchmarks/getPayload.ts', [], { ...ours, NODE_ENV: 'production' })
    alone.push((performance.now() - begin) / 1000)
  }
  return { firstAnswer: median(firstAnswers), getPayload: median(alone) }
}

/** In this order, as growing makes everything larger. */
const benches = {
  start: benchStart,
  memory: benchMemory,
  reads: benchReads,
  publications: benchPublications,
  pages: benchPages,
  crawler: benchCrawler,
  growth: benchGrowth,
}

await buildUnlessCurrent()
if (isWanted('reads') || isWanted('publications')) {
  console.log('Building what is compared …')
  buildPlain()
  if (!isShort && isWanted('reads')) {
    buildUnderNext()
  }
}
console.log(`${client} asks; ${rounds} rounds of ${seconds} seconds for each cell; medians.`)
try {
  for (const [database, settings] of Object.entries(databases)) {
    console.log(`\n== ${database}`)
    script('src/server/seed.ts', ['--sample'], settings.ours)
    for (const [part, bench] of Object.entries(benches)) {
      if (isWanted(part)) {
        console.log(`\n${part}`)
        const measured = await bench(settings)
        if (part !== 'reads') {
          console.log(JSON.stringify(measured, null, 2))
        }
        if (!isShort) {
          await writeReport({
            client,
            database,
            measured,
            node: process.version,
            part,
            rounds,
            seconds,
          })
        }
      }
    }
  }
} finally {
  rmSync(folder, { force: true, recursive: true })
}
process.exit(0)
