import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'

import { findMongoDB } from './tests/support/findMongoDB.ts'

const mongodb = await findMongoDB()
const run = randomBytes(4).toString('hex')
const temporary = path.join(tmpdir(), `ikost-test-${run}`)

// Workaround (no issue known): on Node 20, Node's own import of Lexical hangs now and then without this
// condition (docs/architecture.md, "Node 20"); package.json and whatever starts a process set it as
// well. Can go when Node 20 is no longer supported; no test notices.
const execArgv = ['--conditions=production']

/** People look at what these show: a built server, in a browser. */
const inBrowser = ['browser', 'pictures']

/** The same files on one database. A worker has one Payload: starting it is what takes time. */
const onDatabase = (
  folder: 'browser' | 'built' | 'drills' | 'integration' | 'pictures',
  name: string,
  databaseURL: string,
) => ({
  test: {
    env: {
      DATABASE_URL: databaseURL,
      DATA_DIR: path.join(temporary, `${folder}-${name}`, 'data'),
      // Refusals are what many tests are about; Payload would log each.
      LOG_LEVEL: 'silent',
      PAYLOAD_SECRET: randomBytes(32).toString('hex'),
      // The tests ask more than any client may; those of the limits set their own.
      RATE_LIMIT_GRAPHQL: '1000000',
      RATE_LIMIT_READS: '1000000',
      // The tests do themselves what is scheduled.
      ...(folder === 'integration' && { RUN_JOBS: 'false' }),
      // The tests receive what is sent: tests/support/mails.ts.
      ...(folder !== 'built' && { MAIL_FROM: 'koordination@example.org' }),
    },
    execArgv,
    globalSetup: [
      'tests/support/removeTestData.ts',
      'tests/support/compileScripts.ts',
      ...(inBrowser.includes(folder) || folder === 'built' ? ['tests/support/buildFirst.ts'] : []),
    ],
    hookTimeout: inBrowser.includes(folder) ? 240_000 : 120_000,
    include: [`tests/${folder}/**/*.test.ts`],
    // Whether an import hangs has nothing to do with the database.
    exclude: name === 'MongoDB' ? ['tests/built/starts.test.ts'] : [],
    isolate: false,
    name: inBrowser.includes(folder) ? folder : `${folder} on ${name}`,
    setupFiles: ['tests/support/ownWorker.ts'],
    testTimeout: inBrowser.includes(folder) ? 240_000 : 60_000,
  },
})

const embedded = (use: string): string =>
  `file:${path.join(temporary, `${use}-embedded`, 'data', 'test.db')}`

const databases = [
  ['embedded', embedded] as const,
  ...(mongodb
    ? [['MongoDB', (use: string) => mongodb.database(`test_${run}_${use}`)] as const]
    : []),
]

/** What takes minutes, some of it by waiting for the clock. */
const longest = [
  'browser/desk',
  'browser/journeys',
  'browser/schedule',
  'archive/archive',
  'database/longRunning',
]

/** What takes longest begins first, so that nothing is waited for alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: (typeof files)[number]) =>
      longest.some((name) => moduleId.endsWith(`${name}.test.ts`))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    execArgv,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { include: ['tests/unit/**/*.test.ts'], isolate: false, name: 'unit' } },
      onDatabase('browser', 'embedded', embedded('browser')),
      onDatabase('pictures', 'embedded', embedded('pictures')),
      ...databases.flatMap(([name, urlFor]) => [
        onDatabase('integration', name, urlFor('integration')),
        onDatabase('built', name, urlFor('built')),
        onDatabase('drills', name, urlFor('drills')),
      ]),
    ],
  },
})
