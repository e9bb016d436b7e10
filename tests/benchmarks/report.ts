import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { format, resolveConfig } from 'prettier'

import type { Measured } from './client.ts'

/** One read at so many connections, measured of each that is compared. */
export type Row = { connections: number; measured: Record<string, Measured>; read: string }

/** An aim: the ratio that all its cells should reach, and the median and the worst of them. */
type Aim = { aim: number; median: number; worst: number; worstCell: string }

export type Reads = { capacity: number; isLimit: boolean; rows: Row[] }

const isREST = ({ read }: Row): boolean => !read.endsWith('(GraphQL)')

/** Ratios of `what` of one column to that of another. `isAtMost`: the smaller, the better. */
const aimOf = (
  rows: Row[],
  aim: number,
  [one, other]: [string, string],
  { isAtMost = false, what = 'rate' }: { isAtMost?: boolean; what?: keyof Measured } = {},
): Aim => {
  const cells = rows
    .filter(({ measured }) => measured[one] && measured[other])
    .map(({ connections, measured, read }) => ({
      cell: `${read}, ${connections} connections`,
      ratio: (measured[one]?.[what] ?? NaN) / (measured[other]?.[what] ?? NaN),
    }))
    .sort((first, second) => (isAtMost ? second.ratio - first.ratio : first.ratio - second.ratio))
  return {
    aim,
    median: cells[Math.floor(cells.length / 2)]?.ratio ?? NaN,
    worst: cells[0]?.ratio ?? NaN,
    worstCell: cells[0]?.cell ?? '',
  }
}

/** What the reads should reach beside each other, in requests a second. */
const aimsOf = (rows: Row[]): Record<string, Aim> => {
  const rest = rows.filter(isREST)
  const graphQL = rows.filter((row) => !isREST(row))
  return {
    'miss / plain Payload': aimOf(rest, 2.2, ['miss', 'plain']),
    'miss / plain Payload, GraphQL': aimOf(graphQL, 1, ['miss', 'plain']),
    'hit / bare server': aimOf(rest, 0.8, ['hit', 'bare']),
    'hit / bare server, GraphQL': aimOf(graphQL, 0.5, ['hit', 'bare']),
    'p99 of hits / bare server (at most)': aimOf(rest, 2, ['hit', 'bare'], {
      isAtMost: true,
      what: 'p99',
    }),
  }
}

const names: Record<string, string> = {
  bare: 'bare server',
  hit: 'ours, asked before',
  miss: 'ours, never asked',
  notModified: 'ours, not modified',
  plain: 'plain Payload',
  underNext: 'our config under Next',
}

export const printAims = (rows: Row[]): void => console.log(JSON.stringify(aimsOf(rows), null, 2))

const rounded = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))

export const printRow = ({ connections, measured, read }: Row): void => {
  const cells = Object.entries(measured).map(
    ([name, { cpu, rate }]) => `${name} ${rate.toFixed(0)}/s ${cpu.toFixed(2)} ms`,
  )
  console.log(`${read.padEnd(34)} ${String(connections).padStart(2)}  ${cells.join('  ')}`)
}

const table = (head: string[], lines: string[][]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...lines]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n')

const readsTable = (rows: Row[]): string => {
  const columns = Object.keys(names).filter((name) => rows.some(({ measured }) => measured[name]))
  return table(
    ['read', ...columns.map((name) => names[name] ?? name)],
    rows.map(({ measured, read }) => [
      read,
      ...columns.map((name) => {
        const cell = measured[name]
        return cell ? `${cell.rate.toFixed(0)} (${cell.cpu.toFixed(2)} ms)` : '–'
      }),
    ]),
  )
}

const aimsTable = (aims: Record<string, Aim>): string =>
  table(
    ['ratio', 'aim', 'median', 'worst', 'where'],
    Object.entries(aims).map(([name, { aim, median, worst, worstCell }]) => [
      name,
      String(aim),
      rounded(median),
      rounded(worst),
      worstCell,
    ]),
  )

/** Bars of CPU milliseconds for each read: ours that was never asked, beside plain Payload. */
const chartOf = (rows: Row[]): string => {
  const shown = rows.filter(({ connections }) => connections === 8)
  const longest = Math.max(
    ...shown.flatMap(({ measured }) => [measured.miss?.cpu ?? 0, measured.plain?.cpu ?? 0]),
  )
  const height = 44 * shown.length + 60
  const bar = (y: number, cpu: number, colour: string): string =>
    `<rect x="230" y="${y}" width="${((cpu / longest) * 380).toFixed(1)}" height="14" fill="${colour}"/><text x="${(236 + (cpu / longest) * 380).toFixed(1)}" y="${y + 11}" font-size="11">${cpu.toFixed(2)}</text>`
  const lines = shown.map(({ measured, read }, index) => {
    const y = 44 * index + 50
    return `<text x="222" y="${y + 19}" text-anchor="end">${read}</text>${bar(y, measured.miss?.cpu ?? 0, '#1f5f8b')}${bar(y + 16, measured.plain?.cpu ?? 0, '#c9a227')}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 ${height}" width="680" height="${height}" font-family="sans-serif" font-size="13" role="img" aria-label="CPU milliseconds for each read that nobody has asked before">
<rect width="680" height="${height}" fill="#fff"/>
<rect x="230" y="14" width="14" height="14" fill="#1f5f8b"/><text x="250" y="26">ours, never asked</text>
<rect x="400" y="14" width="14" height="14" fill="#c9a227"/><text x="420" y="26">plain Payload</text>
${lines.join('\n')}
</svg>
`
}

type Numbers = Record<string, number>

/** A sentence and a table; nothing of what has not been measured. */
const section = (text: string, head: string[], numbers: Numbers | undefined): string[] =>
  numbers
    ? [
        text,
        table(
          head,
          Object.entries(numbers).map(([name, value]) => [name, rounded(value)]),
        ),
      ]
    : []

const readsOf = ({ capacity, isLimit, rows }: Reads): string[] => {
  const limit = isLimit
    ? `**The client was the limit**: it can ask ${capacity.toFixed(0)} times a second.`
    : `The client can ask ${capacity.toFixed(0)} times a second, more than one and a half times as often as anything was answered.`
  const counts = [...new Set(rows.map(({ connections }) => connections))]
  return [
    aimsTable(aimsOf(rows)),
    limit,
    ...counts.flatMap((count) => [
      `Requests a second at ${count} connections (CPU time for each):`,
      readsTable(rows.filter(({ connections }) => connections === count)),
    ]),
  ]
}

/** What has been measured of a database, by the names of the parts. */
type Results = {
  crawler?: Numbers
  growth?: Record<'seconds' | 'times', Numbers>
  memory?: Numbers
  pages?: Numbers
  publications?: Numbers
  reads?: Reads
  start?: Numbers
}

const ofDatabase = (
  database: string,
  { crawler, growth, memory, pages, publications, reads, start }: Results,
): string[] => [
  `## ${database}`,
  ...(reads ? [`![CPU time for each read](${chartName(database)})`, ...readsOf(reads)] : []),
  ...section(
    'The first read after a publication, one after the other: how many times as fast as plain Payload by the clock (aim: 1).',
    ['read', 'times'],
    publications,
  ),
  ...section(
    'Pages of the website after a publication, in milliseconds of CPU time (aim: 15).',
    ['page', 'ms'],
    pages,
  ),
  ...section(
    'While one client asks ever new questions, 16 at a time: how many times as long the others wait, in 99 of 100 cases (aim: 3 for what was asked before, 5 for what was not).',
    ['who', 'times'],
    crawler,
  ),
  ...section(
    'CPU time of a read with 5,000 partners and 20,000 news, as a multiple of that with the sample (aim: 2).',
    ['read', 'times'],
    growth?.times,
  ),
  ...section(
    'With so many, each after a publication: the slowest, and the first after a start (aim: 1 second).',
    ['read', 'seconds'],
    growth?.seconds,
  ),
  ...section(
    'Memory of the process, with the admin UI loaded (aim: 350 MB at rest, and 1.3 times that after 200,000 requests of 20,000 questions).',
    ['when', 'MB'],
    memory,
  ),
  ...section('A start.', ['until', 'seconds'], start),
]

const chartName = (database: string): string => `performance-${database.toLowerCase()}.svg`

/** Everything that was measured last, in any run. */
const resultFile = fileURLToPath(new URL('result.json', import.meta.url))

/** Adds a part to what was measured before, and writes docs/performance.md and its charts. */
export const writeReport = async ({
  client,
  database,
  measured,
  node,
  part,
  rounds,
  seconds,
}: {
  client: string
  database: string
  measured: unknown
  node: string
  part: string
  rounds: number
  seconds: number
}): Promise<void> => {
  const results = (
    existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : {}
  ) as Record<string, Results>
  results[database] = { ...results[database], [part]: measured }
  writeFileSync(resultFile, `${JSON.stringify(results, null, 2)}\n`)
  const docs = new URL('../../docs/', import.meta.url)
  for (const [name, { reads }] of Object.entries(results)) {
    if (reads) {
      writeFileSync(new URL(chartName(name), docs), chartOf(reads.rows))
    }
  }
  const report = fileURLToPath(new URL('performance.md', docs))
  const text = [
    '# Performance',
    `Written by \`npm run bench\`, last on Node ${node}, asked by ${client}. What is compared in a table was measured side by side on one machine, in random order, ${rounds} rounds of ${seconds} seconds for each cell; medians. What was never asked before differs from all else in one condition, which holds for every document (by GraphQL, in a name). Compare within a table: the times are those of that machine. Plain Payload is \`tests/benchmarks/plain\`, the same content under Next; the bare server answers the same bytes and headers from memory. MongoDB is whatever speaks its protocol at MONGODB_URI, here on the same machine.`,
    ...Object.entries(results).flatMap(([name, all]) => ofDatabase(name, all)),
  ].join('\n\n')
  writeFileSync(report, await format(text, { ...(await resolveConfig(report)), filepath: report }))
}
