import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

import { createClient } from '@libsql/client'
import { describe, expect, it } from 'vitest'

import { runCompiled, startCompiled } from '../../support/command.ts'
import { ownDatabase } from '../../support/ownDatabase.ts'
import { startOtherProcess } from '../../support/startOtherProcess.ts'

/**
 * What releases have written: the seed and the sample data, as an archive and as an embedded database. They
 * are never made anew; each release adds its own.
 */
const fixtures = new URL('../../fixtures/', import.meta.url)
const secrets = {
  ARCHIVE_PASSPHRASE: 'a passphrase of the tests',
  PAYLOAD_SECRET: '0123456789abcdefghijklmnopqrstuvwxyz',
}
const isEmbedded = process.env.DATABASE_URL?.startsWith('file:')

const installation = () => ({ ...ownDatabase(), ...secrets })

/** What every fixture holds. */
const shouldHoldEverything = async (env: Record<string, string>): Promise<string> => {
  const { origin, server } = await startOtherProcess(env)
  try {
    const count = async (route: string): Promise<number> =>
      ((await (await fetch(`${origin}/api/${route}`)).json()) as { totalDocs: number }).totalDocs
    const counts = {
      media: await count('media'),
      news: await count('news'),
      pages: await count('pages'),
      partners: await count('partners'),
      standards: await count('standards'),
    }
    expect(counts).toEqual({ media: 4, news: 31, pages: 4, partners: 51, standards: 7 })
    const page = await fetch(`${origin}/koordinierungsstelle`)
    expect(page.status).toBe(200)
    const { docs } = await (await fetch(`${origin}/api/media?limit=1`)).json()
    return new URL((docs as { url: string }[])[0]?.url ?? '', origin).href.replace(origin, '')
  } finally {
    server.child.kill('SIGKILL')
    await server.ended
  }
}

const namesOf = (ending: string): string[] =>
  readdirSync(fixtures).filter((name) => name.endsWith(ending))

describe('an upgrade', () => {
  it.each(namesOf('.archive'))(
    'should find everything in the archive %s',
    async (name) => {
      const env = installation()
      const file = fileURLToPath(new URL(name, fixtures))
      const { code, output } = await runCompiled('src/server/archive.ts', ['import', file], env)
      expect(code, output).toBe(0)
      const url = await shouldHoldEverything(env)
      expect(url).toMatch(/^\/api\/media\/file\/.+\.webp$/)
      expect(readdirSync(`${env.DATA_DIR}/media`)).toHaveLength(16)
    },
    240_000,
  )

  it.runIf(isEmbedded).each(namesOf('.db.gz'))(
    'should find everything in the embedded database %s',
    async (name) => {
      const env = installation()
      const bytes = gunzipSync(readFileSync(new URL(name, fixtures)))
      writeFileSync(env.DATABASE_URL.slice('file:'.length), bytes)
      const client = createClient({ url: env.DATABASE_URL })
      await client.execute('DROP TABLE IF EXISTS sqlite_stat1')
      await shouldHoldEverything(env)
      // Without them, a list of thousands takes ten times as long.
      const { rows } = await client.execute('SELECT DISTINCT tbl FROM sqlite_stat1')
      client.close()
      expect(rows.map(({ tbl }) => tbl)).toEqual(expect.arrayContaining(['news', 'partners']))
    },
    240_000,
  )

  it.runIf(isEmbedded)(
    'should complete migrations that a killed process has begun',
    async () => {
      const schemaOf = async ({ DATABASE_URL: url }: { DATABASE_URL: string }) => {
        const client = createClient({ url })
        const { rows } = await client.execute(
          "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
        )
        client.close()
        return rows.map(({ name, sql }) => `${String(name)} ${String(sql)}`)
      }
      const whole = installation()
      expect((await runCompiled('src/server/seed.ts', [], whole)).code).toBe(0)
      const complete = (await schemaOf(whole)).length
      const killed = installation()
      let isHalf = 0
      for (let kill = 0; kill < 8; kill += 1) {
        const env = kill % 4 === 0 ? Object.assign(killed, installation()) : killed
        const command = startCompiled('src/server/seed.ts', [], env)
        // After the first statements of the first migration, and then ever later.
        const enough = 2 + ((kill % 4) * complete) / 5
        while (
          (await schemaOf(env).catch(() => [])).length < enough &&
          command.child.exitCode === null
        ) {
          await pause(10)
        }
        command.child.kill('SIGKILL')
        await command.ended
        const tables = (await schemaOf(env)).length
        isHalf += tables > 0 && tables < complete ? 1 : 0
      }
      expect((await runCompiled('src/server/seed.ts', [], killed)).code).toBe(0)
      expect(await schemaOf(killed)).toEqual(await schemaOf(whole))
      console.info(`${isHalf} of 8 kills were in the middle of the migrations`)
      expect(isHalf).toBeGreaterThan(0)
    },
    240_000,
  )
})
