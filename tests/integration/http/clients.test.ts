import type { Server } from 'node:http'

import { createClient } from '@hey-api/openapi-ts'
import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { make, removeDocuments, unique } from '../../support/documents.ts'
import { instance } from '../../support/instance.ts'
import { listen } from '../../support/listen.ts'

removeDocuments()

const root = path.join(import.meta.dirname, '../../..')

let server: Server
let origin: string
let folder: string
let id: string
let slug: string

beforeAll(async () => {
  const listening = await listen(await instance())
  server = listening.server
  origin = listening.origin
  const name = unique('Beratung')
  ;({ id, slug } = await make('partners', {
    districts: ['03101'],
    kind: 'biss',
    name,
    services: ['counselling'],
  } as never))
  await make('partners', { districts: ['03103'], kind: 'court' } as never)
  await make('news', { partners: [id], title: unique('Meldung') })
  folder = await mkdtemp(path.join(tmpdir(), 'ikost-clients-'))
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { force: true, recursive: true })
})

const write = (file: string, text: string): Promise<void> =>
  writeFile(path.join(folder, file), text)

/** Compiles as strictly as TypeScript does. @returns what is wrong. */
const compile = (file: string): string[] => {
  const program = ts.createProgram([path.join(folder, file)], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    outDir: path.join(folder, 'out'),
    rootDir: folder,
    skipLibCheck: false,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  })
  const faults = ts.getPreEmitDiagnostics(program)
  program.emit()
  return faults.map(
    ({ file: place, messageText, start = 0 }) =>
      `${place?.fileName}:${place?.getLineAndCharacterOfPosition(start).line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  )
}

/** Runs a compiled module. @returns the JSON that it prints. */
const run = async (file: string): Promise<Record<string, unknown>> => {
  const compiled = path.join(folder, 'out', file.replace(/\.ts$/, '.js'))
  const { stdout } = await promisify(execFile)('node', [compiled])
  return JSON.parse(stdout) as Record<string, unknown>
}

const fetched = async (question: string): Promise<unknown> =>
  (await fetch(`${origin}/api/${question}`)).json()

const where = JSON.stringify({ or: [{ kind: { equals: 'biss' } }, { kind: { in: ['court'] } }] })

/** What a client asks, as it is asked without one. */
const expected = async () => ({
  byID: await fetched(`partners/${id}?depth=0&locale=en`),
  list: await fetched(
    `partners?limit=100&sort=kind,-name&where=${where}&select=${JSON.stringify({ name: true, phones: { number: true } })}`,
  ),
  resolved: await fetched(`resolve?path=/partner/${slug}`),
  search: await fetched('search?q=Gewalt&limit=3'),
  short: await fetched('partners?district=03101,03103&kind=biss'),
})

describe('the client of the README', () => {
  const blocks = async (): Promise<string[]> =>
    [...(await readFile(path.join(root, 'README.md'), 'utf8')).matchAll(/```ts\n(.*?)```/gs)].map(
      ([, code = '']) => code,
    )

  it('should have ten lines at most, compile, be small, and get what is there', async () => {
    const [client = '', use = ''] = await blocks()
    expect(client.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(10)
    await write('types.d.ts', await (await fetch(`${origin}/api/types.d.ts`)).text())
    await write('client.ts', client.replace('https://cms.example.org', origin))
    await write(
      'readme.ts',
      `import { ask } from './client.js'
      import type { NewsItem, Partner } from './types.js'
      ${use}
      const partner: Partner | undefined = docs[0]
      const list = await ask('/api/partners', {
        limit: 100,
        sort: ['kind', '-name'],
        select: { name: true, phones: { number: true } },
        where: { or: [{ kind: { equals: 'biss' } }, { kind: { in: ['court'] } }] },
      })
      const short = await ask('/api/partners', { district: ['03101', '03103'], kind: ['biss'] })
      const search = await ask('/api/search', { q: 'Gewalt', limit: 3 })
      const resolved = await ask('/api/resolve', { path: '/partner/${slug}' })
      const isPartner = 'doc' in resolved && resolved.collection === 'partners'
      const name: string | undefined = isPartner ? resolved.doc.name : undefined
      const titles = (await ask('/api/news', { sort: ['-publishedAt'] })).docs.map(
        (item: NewsItem) => item.title,
      )
      const { districts } = await ask('/api/vocabularies', { locale: 'en' })
      const { cooperation } = await ask('/api/globals/site', {})
      const { entries } = await ask('/api/sitemap', {})
      const refused = await ask('/api/partners', { slug: [''] }).catch((error: unknown) => String(error))
      console.log(
        JSON.stringify({
          list, short, search, resolved, name, titles, refused,
          more: [partner?.id, districts[0]?.label, cooperation?.partners, entries.length],
        }),
      )`,
    )
    expect(compile('readme.ts')).toEqual([])
    const { more, name, refused, titles, ...replies } = await run('readme.ts')
    const { byID, ...rest } = await expected()
    expect(replies).toEqual(rest)
    expect((byID as { name: string }).name).toBe(name)
    expect(more).toEqual([expect.any(String), 'Braunschweig', 51, expect.any(Number)])
    expect(refused).toContain('"code":"invalid-value"')
    expect(titles).toEqual(expect.arrayContaining(['Kooperationsvereinbarung gezeichnet']))
    const { outputFiles } = await build({
      bundle: true,
      entryPoints: [path.join(folder, 'client.ts')],
      format: 'esm',
      minify: true,
      write: false,
    })
    expect(outputFiles[0]?.contents.length).toBeLessThan(1_000)
  })

  it.each([
    ["ask('/api/partner', {})", 'route'],
    ["ask('/api/partners', { distrct: ['03101'] })", 'parameter'],
    ["ask('/api/partners', { district: ['99999'] })", 'code'],
    ["ask('/api/partners', { where: { nmae: { equals: 'x' } } })", 'field'],
    ["ask('/api/partners', { where: { 'internal.notes': { like: 'x' } } })", 'field'],
    ["ask('/api/partners', { where: { kind: { greater_than: 'biss' } } })", 'operator'],
    ["ask('/api/partners', { sort: ['internal.notes'] })", 'field'],
    ["(await ask('/api/partners', {})).docs[0]?.internal", 'internal field'],
    ["ask('/api/users', {})", 'route'],
  ])('should not compile where there is no such thing: %s', async (code) => {
    await write('types.d.ts', await (await fetch(`${origin}/api/types.d.ts`)).text())
    await write('client.ts', (await blocks())[0] ?? '')
    await write('wrong.ts', `import { ask } from './client.js'\nawait ${code}\n`)
    expect(compile('wrong.ts')).toHaveLength(1)
  })
})

describe('a client that is generated', () => {
  it('should compile, and get what is there: openapi-typescript and openapi-fetch', async () => {
    const api = await openapiTS(new URL(`${origin}/api/openapi.json`), {
      rootTypes: true,
      rootTypesNoSchemaPrefix: true,
    })
    await write('api.d.ts', astToString(api))
    await write(
      'fetch.ts',
      `import createClient from 'openapi-fetch'
      import type { PartnerSelect, PartnerWhere, paths } from './api.js'

      const { GET } = createClient<paths>({ baseUrl: '${origin}' })
      const where: PartnerWhere = { or: [{ kind: { equals: 'biss' } }, { kind: { in: ['court'] } }] }
      const select: PartnerSelect = { name: true, phones: { number: true } }
      const list = await GET('/api/partners', {
        params: {
          query: {
            limit: 100,
            select: JSON.stringify(select),
            sort: ['kind', '-name'],
            where: JSON.stringify(where),
          },
        },
      })
      const short = await GET('/api/partners', {
        params: { query: { district: ['03101', '03103'], kind: ['biss'] } },
      })
      const byID = await GET('/api/partners/{id}', {
        params: { path: { id: '${id}' }, query: { depth: 0, locale: 'en' } },
      })
      const search = await GET('/api/search', { params: { query: { q: 'Gewalt', limit: 3 } } })
      const resolved = await GET('/api/resolve', { params: { query: { path: '/partner/${slug}' } } })
      const wrong = await GET('/api/partners', { params: { query: { where: '{' } } })
      console.log(
        JSON.stringify({
          byID: byID.data,
          list: list.data,
          resolved: resolved.data,
          search: search.data,
          short: short.data,
          wrong: wrong.error && 'errors' in wrong.error ? wrong.error.errors[0]?.code : undefined,
        }),
      )`,
    )
    expect(compile('fetch.ts')).toEqual([])
    expect(await run('fetch.ts')).toEqual({ ...(await expected()), wrong: 'invalid-value' })
  })

  it('should compile, and get what is there: hey-api', async () => {
    await createClient({
      input: `${origin}/api/openapi.json`,
      logs: { level: 'silent' },
      output: { importFileExtension: '.js', path: path.join(folder, 'hey') },
      plugins: ['@hey-api/client-fetch', '@hey-api/sdk', '@hey-api/typescript'],
    })
    await write(
      'hey.ts',
      `import { listPartners, readPartners, resolve, search } from './hey/index.js'
      import type { PartnerSelect, PartnerWhere } from './hey/index.js'
      import { client } from './hey/client.gen.js'

      client.setConfig({ baseUrl: '${origin}' })
      const where: PartnerWhere = { or: [{ kind: { equals: 'biss' } }, { kind: { in: ['court'] } }] }
      const select: PartnerSelect = { name: true, phones: { number: true } }
      const list = await listPartners({
        query: {
          limit: 100,
          select: JSON.stringify(select),
          sort: ['kind', '-name'],
          where: JSON.stringify(where),
        },
      })
      const short = await listPartners({ query: { district: ['03101', '03103'], kind: ['biss'] } })
      const byID = await readPartners({ path: { id: '${id}' }, query: { depth: 0, locale: 'en' } })
      const found = await search({ query: { q: 'Gewalt', limit: 3 } })
      const resolved = await resolve({ query: { path: '/partner/${slug}' } })
      const wrong = await listPartners({ query: { where: '{' } })
      console.log(
        JSON.stringify({
          byID: byID.data,
          list: list.data,
          resolved: resolved.data,
          search: found.data,
          short: short.data,
          wrong: wrong.error && 'errors' in wrong.error ? wrong.error.errors[0]?.code : undefined,
        }),
      )`,
    )
    expect(compile('hey.ts')).toEqual([])
    expect(await run('hey.ts')).toEqual({ ...(await expected()), wrong: 'invalid-value' })
  })
})
