import type { CollectionSlug } from 'payload'

import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { removeSample, seedSample } from '../../../seed/sample/index.ts'
import { seed } from '../../../seed/seed.ts'
import { seededCollections } from '../../../seed/seeder.ts'
import { run, runCompiled, startCompiled } from '../../support/command.ts'
import { originalParagraphs } from '../../support/originalParagraphs.ts'
import { ownDatabase } from '../../support/ownDatabase.ts'
import { instance } from '../../support/instance.ts'

const command = 'src/server/seed.ts'

/** How many documents there are of each collection, in the trash as well. */
const counts = async (): Promise<Record<string, number>> => {
  const payload = await instance()
  const pairs = await Promise.all(
    ([...seededCollections, 'audit-log'] as CollectionSlug[]).map(async (collection) => {
      const { totalDocs } = await payload.count({ collection, trash: true })
      return [collection, totalDocs] as const
    }),
  )
  return Object.fromEntries(pairs)
}

describe('the seed', () => {
  it('should change nothing when it runs again', async () => {
    const payload = await instance()
    const before = await counts()
    expect(await seed(payload, undefined)).toEqual({ login: undefined, made: 0 })
    expect(await counts()).toEqual(before)
  })

  it('should leave alone what somebody has edited, renamed or put into the trash', async () => {
    const payload = await instance()
    const find = async (key: string) => {
      const { docs } = await payload.find({
        collection: 'pages',
        depth: 0,
        trash: true,
        where: { seedKey: { equals: key } },
      })
      return docs[0] as (typeof docs)[0]
    }
    const page = await find('original/koordinierungsstelle')
    const other = await find('original/kooperationsvereinbarung')
    const published = { _status: 'published' as const }
    await payload.update({
      id: page.id,
      collection: 'pages',
      data: { ...published, slug: 'anders', title: 'Anders' },
    })
    await payload.update({
      id: other.id,
      collection: 'pages',
      data: { ...published, deletedAt: new Date().toISOString() },
    })
    try {
      expect((await seed(payload, undefined)).made).toBe(0)
      expect(await find('original/koordinierungsstelle')).toMatchObject({
        slug: 'anders',
        title: 'Anders',
      })
    } finally {
      await payload.update({
        id: other.id,
        collection: 'pages',
        data: { ...published, deletedAt: null },
        trash: true,
      })
      const { slug, title } = page
      await payload.update({
        id: page.id,
        collection: 'pages',
        data: { ...published, slug, title },
      })
      await payload.delete({
        collection: 'redirects',
        where: { 'to.reference.value': { equals: page.id } },
      })
    }
  })

  it('should say when it changes nothing, and print a password only when it makes one', async () => {
    const env = ownDatabase()
    const first = await runCompiled(command, [], env)
    expect(first, first.output).toMatchObject({ code: 0 })
    expect(first.output).toMatch(/koordination@example\.org {2}\S{19} {2}\(shown only now\)/)
    const second = await runCompiled(command, [], env)
    expect(second).toMatchObject({ code: 0 })
    expect(second.output).toContain('nothing has changed')
    expect(second.output).not.toContain('shown only now')
  })

  it('should make the first coordinator from the settings', async () => {
    const login = {
      COORDINATOR_EMAIL: 'amt@example.org',
      COORDINATOR_PASSWORD: 'correct horse battery',
    }
    const { code, output } = await run(command, [], { ...ownDatabase(), ...login })
    expect(code, output).toBe(0)
    expect(output).toContain('amt@example.org  (password as set)')
    expect(output).not.toContain(login.COORDINATOR_PASSWORD)
  })

  it('should leave nothing behind when it is killed half-way', async () => {
    const env = ownDatabase()
    const { child, ended, printed } = startCompiled(command, ['--sample'], env)
    await printed('Partners ')
    child.kill('SIGKILL')
    await ended
    // It waits by itself while a MongoDB has not noticed the lost connection.
    const { code, output } = await runCompiled(command, ['--remove-sample'], env)
    expect(code, output).toBe(0)
    expect(output).toContain('There was no sample data')
  }, 120_000)

  it('should explain itself when it does not understand', async () => {
    const { code, output } = await run(command, ['--everything'], ownDatabase())
    expect(code).toBe(1)
    expect(output).toContain('Usage: npm run seed')
  })
})

describe('the sample data', () => {
  it('should be loaded once and be taken away without a trace of it', async () => {
    const payload = await instance()
    const before = await counts()
    const { logins, made } = await seedSample(payload, undefined)
    expect(made).toBe(51 + 4 + 6 + 30 + 4)
    expect(logins).toHaveLength(4)
    expect((await seedSample(payload, undefined)).made).toBe(0)
    expect(await removeSample(payload, undefined)).toBe(made)
    expect({ ...(await counts()), 'audit-log': 0 }).toEqual({ ...before, 'audit-log': 0 })
  })
})

describe('the list of paragraphs that the tests go by', () => {
  it('should make up the whole original text, without page furniture', async () => {
    const file = new URL('../../support/originalPage.txt', import.meta.url)
    const lines = (await readFile(file, 'utf8'))
      .split('\n')
      .map((line) => line.replace(/^- /, '').trim())
    const furniture = ['zum Seitenanfang', 'zur mobilen Ansicht wechseln', '']
    const content = lines.filter((line) => !furniture.includes(line))
    expect(new Set(content)).toEqual(new Set(originalParagraphs))
  })
})
