import type { Command } from '../../../support/command.ts'

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { Encrypter } from 'age-encryption'
import { Secret, TOTP } from 'otpauth'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fileCollections, linkableCollections } from '../../../../src/addresses/paths.ts'
import type { Manifest, Part } from '../../../../src/features/archive/container.ts'
import { readContainer, writeContainer } from '../../../../src/features/archive/container.ts'
import { openSecrets } from '../../../../src/features/archive/secrets.ts'
import type { Table } from '../../../../src/features/archive/tables.ts'
import { verifyArchive } from '../../../../src/features/archive/verifyArchive.ts'
import type { Media } from '../../../../src/payload-types.ts'
import { run, runCompiled, startCompiled } from '../../../support/command.ts'
import { ownDatabase } from '../../../support/ownDatabase.ts'
import { startOtherProcess } from '../../../support/startOtherProcess.ts'

const command = 'src/server/archive.ts'
const passphrase = 'a passphrase of the tests'
const login = { email: 'koordination@example.org', password: 'correct horse battery' }

const isEmbedded = process.env.DATABASE_URL?.startsWith('file:')

/** An installation of its own: a database, a data folder, a secret. */
type Installation = Record<string, string>

const installation = (): Installation => ({
  ...ownDatabase(),
  ARCHIVE_PASSPHRASE: passphrase,
  COORDINATOR_EMAIL: login.email,
  COORDINATOR_PASSWORD: login.password,
  MAIL_FROM: '',
  PAYLOAD_SECRET: `${'another secret of the tests '.repeat(2)}${Math.random()}`,
  SMTP_URL: '',
})

/** One in the other kind of database, where there is one. */
const elsewhere = (): Installation => {
  const own = installation()
  if (!isEmbedded) {
    return { ...own, DATABASE_URL: `file:${path.join(own.DATA_DIR ?? '', 'own.db')}` }
  }
  const { MONGODB_URI: uri } = process.env
  return uri
    ? {
        ...own,
        DATABASE_URL: Object.assign(new URL(uri), { pathname: `/archive_${process.pid}` }).href,
      }
    : own
}

const archive = async (env: Installation, ...args: string[]): Promise<string> => {
  const { code, output } = await runCompiled(command, args, env)
  expect(code, output).toBe(0)
  return output
}

const refusal = async (env: Installation, ...args: string[]): Promise<string> => {
  const { code, output } = await runCompiled(command, args, env)
  expect(code, output).toBe(1)
  expect(output).not.toContain('    at ')
  return output
}

const servers = new Set<Command>()

const serve = async (env: Installation): Promise<{ origin: string; server: Command }> => {
  const started = await startOtherProcess(env)
  servers.add(started.server)
  return started
}

const stop = async ({ child, ended }: Command): Promise<void> => {
  child.kill('SIGKILL')
  await ended
}

afterAll(() => Promise.all([...servers].map(stop)))

const source = installation()
const folder = source.DATA_DIR ?? ''
const fileIn = (name: string): string => path.join(folder, name)
const first = fileIn('first.archive')
/** The same, not encrypted: to find the key of a passphrase takes a second, on purpose. */
const plain = fileIn('plain.archive')

const partsOf = async (file: string): Promise<{ manifest: Manifest; parts: Part[] }> => {
  const parts: Part[] = []
  const manifest = await readContainer(file, passphrase, (part) => {
    parts.push(part)
    return Promise.resolve()
  })
  return { manifest, parts }
}

/** As whoever has the passphrase could make it, but in plain text. */
const forge = async (
  change: (parts: Part[], manifest: Manifest) => void,
  file = fileIn(`forged-${Math.random()}`),
): Promise<string> => {
  const { manifest, parts } = await partsOf(existsSync(plain) ? plain : first)
  change(parts, manifest)
  const every = async function* () {
    yield* await Promise.resolve(parts)
  }
  await writeContainer(file, undefined, every(), () => manifest)
  return file
}

const send = async (
  origin: string,
  route: string,
  body: FormData | object,
  headers: Record<string, string> = {},
  method = 'POST',
) => {
  const isForm = body instanceof FormData
  const response = await fetch(`${origin}/api/${route}`, {
    body: isForm ? body : JSON.stringify(body),
    headers: { ...(isForm ? {} : { 'Content-Type': 'application/json' }), ...headers },
    method,
  })
  const json = await response.json()
  expect(response.ok, `${route} ${JSON.stringify(json)}`).toBe(true)
  return json
}

const signIn = async (origin: string, more: object = {}): Promise<Record<string, string>> => {
  const { token } = await send(origin, 'users/login', { ...login, ...more })
  return { Authorization: `JWT ${token}` }
}

const apiKey = 'd0a7f2b4-5f0f-4a8e-9c3e-2f1f6a3b7c55'
const second = { codes: [] as string[], secret: '' }

/** Something of everything that an installation can hold. */
const fill = async (origin: string): Promise<void> => {
  const person = await signIn(origin)
  const form = (data: object, bytes: Buffer): FormData => {
    const body = new FormData()
    body.set('_payload', JSON.stringify(data))
    body.set('file', new File([new Uint8Array(bytes)], 'datei'))
    return body
  }
  const picture = await sharp({
    create: { background: 'red', channels: 3, height: 700, width: 900 },
  })
    .png()
    .toBuffer()
  const pdf = readFileSync(new URL('../../../cases/pdf-form.pdf', import.meta.url))
  const { doc: image } = await send(origin, 'media', form({ alt: 'Haus' }, picture), person)
  await send(origin, 'documents', form({ language: 'de', title: 'Flyer' }, pdf), person)
  const { doc: thrown } = await send(origin, 'media', form({ alt: 'Weg' }, picture), person)
  const now = new Date().toISOString()
  await send(origin, `media/${thrown.id}`, { deletedAt: now }, person, 'PATCH')
  const { doc: news } = await send(
    origin,
    'news',
    { _status: 'published', image: image.id, publishedAt: now, title: 'Meldung' },
    person,
  )
  await send(origin, `news/${news.id}?locale=ar`, { title: 'خبر' }, person, 'PATCH')
  await send(origin, `news/${news.id}?draft=true`, { title: 'Entwurf' }, person, 'PATCH')
  await send(
    origin,
    `news/${news.id}`,
    { slug: 'umbenannt', _status: 'published' },
    person,
    'PATCH',
  )
  await send(origin, 'frontends', { apiKey, enableAPIKey: true, name: 'Webseite' }, person)
  await send(origin, 'webhooks', { name: 'Bau', url: 'https://www.example.org/hook' }, person)
  const { secret } = await send(
    origin,
    'users/two-factor/begin',
    { currentPassword: login.password },
    person,
  )
  second.secret = secret
  const { recoveryCodes } = await send(
    origin,
    'users/two-factor/enable',
    { totp: codeNow() },
    person,
  )
  second.codes = recoveryCodes
}

const codeNow = (later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(second.secret) }).generate({
    timestamp: Date.now() + later,
  })

describe('an archive', () => {
  beforeAll(async () => {
    const { code, output } = await runCompiled('src/server/seed.ts', ['--sample'], source)
    expect(code, output).toBe(0)
    const { code: again } = await runCompiled('src/server/seed.ts', [], source)
    expect(again).toBe(0)
    const { origin, server } = await serve(source)
    await fill(origin)
    // The server goes on while it is made.
    await archive(source, 'export', first)
    await stop(server)
    await forge(() => undefined, plain)
  }, 240_000)

  let third: Installation
  const there = !isEmbedded
    ? 'the embedded database'
    : process.env.MONGODB_URI
      ? 'MongoDB'
      : 'another embedded database'

  it(`should move everything to ${there} and back`, async () => {
    const other = elsewhere()
    await archive(other, 'import', first)
    await archive(other, 'export', fileIn('second.archive'), '--unencrypted')
    third = installation()
    await archive(third, 'import', fileIn('second.archive'))
    await archive(third, 'export', fileIn('third.archive'), '--unencrypted')
    const [before, after] = [await partsOf(plain), await partsOf(fileIn('third.archive'))]
    expect(after.manifest.counts).toEqual(before.manifest.counts)
    expect(before.manifest.counts).toMatchObject({
      documents: 1,
      files: expect.any(Number) as number,
      frontends: 1,
      media: 6,
      redirects: 1,
      webhooks: 1,
      'second-factors': 1,
    })
    expect(before.manifest.missing).toEqual([])
    for (const [index, { data, name }] of before.parts.entries()) {
      const other = after.parts[index]
      // MongoDB tells what is null from what is not there, and keeps the order of fields; SQLite does not.
      const form = isEmbedded || name.startsWith('files/') ? String : comparable
      expect([other?.name, form(other?.data.toString('latin1') ?? '')]).toEqual([
        name,
        form(data.toString('latin1')),
      ])
    }
  }, 240_000)

  it('should give back every public reply, every version, every file and every login', async () => {
    const [one, other] = [await serve(source), await serve(third)]
    const published = [...linkableCollections, ...fileCollections]
    const routes = [
      ...published.map((slug) => `${slug}?limit=100&depth=2`),
      ...published.map((slug) => `${slug}?limit=100&locale=ar`),
      'globals/site',
      'globals/navigation',
      'globals/emergency',
      'search?q=Beratung',
      'sitemap',
      'feed/atom',
      'news?where[slug][equals]=umbenannt',
      'redirects',
    ]
    const signIns = { [one.origin]: second.codes[0], [other.origin]: second.codes[1] }
    const people: Record<string, Record<string, string>> = {}
    for (const { origin } of [one, other]) {
      // Each code works once: this is the next one.
      await signIn(origin, { totp: codeNow(30_000) })
      people[origin] = await signIn(origin, { totp: signIns[origin] })
    }
    const read = async (route: string, headers?: Record<string, Record<string, string>>) => {
      const replies = []
      for (const { origin } of [one, other]) {
        const response = await fetch(`${origin}/api/${route}`, { headers: headers?.[origin] })
        const text = Buffer.from(await response.arrayBuffer()).toString('latin1')
        replies.push(`${response.status} ${text.replaceAll(origin, '')}`)
      }
      return replies
    }
    const form = (reply = ''): string => (isEmbedded ? reply : comparable(reply.slice(4)))
    for (const route of routes) {
      const [before, after] = await read(route)
      expect(before, route).toMatch(/^200 /)
      expect(form(after), route).toBe(form(before))
    }
    for (const slug of linkableCollections) {
      const [before, after] = await read(`${slug}/versions?limit=100`, people)
      expect(before).toMatch(/^200 /)
      expect(form(after), slug).toBe(form(before))
    }
    const { docs } = await (await fetch(`${one.origin}/api/media?limit=100`)).json()
    const urls = (docs as Media[]).flatMap(({ sizes, url }) => [
      url ?? '',
      ...Object.values(sizes ?? {}).flatMap((size) => size.url ?? []),
    ])
    expect(urls).not.toEqual([])
    for (const url of urls) {
      const [before, after] = await read(new URL(url, one.origin).pathname.slice('/api/'.length))
      expect(before).toMatch(/^200 /)
      expect(after).toBe(before)
    }
    const key = { Authorization: `frontends API-Key ${apiKey}` }
    const [before, after] = await read('news?draft=true&limit=100', {
      [one.origin]: key,
      [other.origin]: key,
    })
    expect(before).toContain('Entwurf')
    expect(form(after)).toBe(form(before))
    await Promise.all([stop(one.server), stop(other.server)])
  }, 240_000)

  it('should be one that nobody else can read, and be made again by nobody by mistake', async () => {
    expect(statSync(first).mode & 0o077).toBe(0)
    expect(readFileSync(first).subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(await refusal(source, 'export', first)).toContain('is there already')
    const env = { ...source, ARCHIVE_PASSPHRASE: '' }
    expect(await refusal(env, 'export', fileIn('plain'))).toContain('set ARCHIVE_PASSPHRASE')
    expect(existsSync(fileIn('plain'))).toBe(false)
    expect(await refusal(env, 'verify', first)).toContain('is encrypted')
    expect(await refusal(source, 'import', first)).toContain('The database is not empty')
    expect(
      await refusal({ ...source, PAYLOAD_SECRET: 'x'.repeat(40) }, 'export', fileIn('x')),
    ).toContain('PAYLOAD_SECRET is not the one')
    expect(existsSync(fileIn('x'))).toBe(false)
    expect(await refusal(source, 'imprt', first)).toContain('Usage')
    expect(await refusal(source, 'verify', fileIn('none'))).toContain('cannot be read')
  }, 240_000)

  it('should be refused where a byte of it is missing or changed, and the passphrase must be right', async () => {
    // As `first`, but its key is found at once.
    const encrypter = new Encrypter()
    encrypter.setPassphrase(passphrase)
    encrypter.setScryptWorkFactor(8)
    const whole = Buffer.from(await encrypter.encrypt(readFileSync(plain)))
    const file = fileIn('damaged')
    writeFileSync(file, whole)
    await verifyArchive(file, passphrase)
    const damaged = [
      ...[0.001, 0.5, 0.999].map((part) => {
        const bytes = Buffer.from(whole)
        const at = Math.floor(bytes.length * part)
        bytes[at] = (bytes[at] ?? 0) ^ 1
        return bytes
      }),
      ...[0, 2, 0.5].map((part) =>
        whole.subarray(0, part < 1 ? Math.floor(whole.length * part) : part),
      ),
      whole.subarray(0, -1),
      Buffer.concat([whole, Buffer.from('x')]),
    ]
    for (const bytes of damaged) {
      writeFileSync(file, bytes)
      await expect(verifyArchive(file, passphrase)).rejects.toThrow(/damaged|cannot be read/)
    }
    writeFileSync(file, whole)
    await expect(verifyArchive(file, 'another passphrase')).rejects.toThrow('passphrase is wrong')
    writeFileSync(file, whole.subarray(0, -20))
    const target = installation()
    expect(await refusal(target, 'import', file)).toContain('is damaged')
    if (isEmbedded) {
      expect(existsSync((target.DATABASE_URL ?? '').slice('file:'.length))).toBe(false)
    }
    await archive(target, 'import', first, '--dry-run')
    // As the operator does.
    const { code, output } = await run(command, ['import', first], target)
    expect(output).toContain('The archive is imported.')
    expect(code).toBe(0)
  }, 240_000)

  it('should be imported as a whole, or not at all', async () => {
    const target = installation()
    // What follows is refused by the database only when much is written.
    const twice = await forge((parts) => {
      const users = parts.find(({ name }) => name.startsWith('users/'))
      if (users) {
        users.data = Buffer.concat([users.data, users.data])
      }
    })
    expect(await refusal(target, 'import', twice)).toMatch(
      /could not be imported, and nothing of it is left: .+\./,
    )
    const unknown = await forge((parts) => {
      parts.push({
        data: Buffer.from('{"id":"6b0ad9993ccc7a3fa029d361"}\n'),
        name: 'plans/1.jsonl',
      })
    })
    expect(await refusal(target, 'import', unknown)).toContain(
      'The archive has plans, which this version does not know.',
    )
    const newer = await forge((_, manifest) => Object.assign(manifest, { format: 99 }))
    expect(await refusal(target, 'import', newer)).toContain('newer than this one')
    expect(await archive(target, 'import', plain)).toContain('The archive is imported.')
    await archive(target, 'export', fileIn('again.archive'), '--unencrypted')
    const { manifest } = await partsOf(fileIn('again.archive'))
    expect(manifest.counts).toEqual((await partsOf(plain)).manifest.counts)
  }, 240_000)

  it('should lose no more than references to what is not there', async () => {
    const file = await forge((parts) => {
      for (const part of parts.filter(({ name }) => /^news/.test(name))) {
        part.data = Buffer.from(
          part.data.toString().replaceAll(/"image":"[^"]+"/g, '"image":"6b0ad9993ccc7a3fa029d361"'),
        )
      }
    })
    const target = isEmbedded ? installation() : elsewhere()
    expect(await archive(target, 'import', file)).toContain('The archive is imported.')
    const { origin, server } = await serve(target)
    const { docs } = await (await fetch(`${origin}/api/news?where[slug][equals]=umbenannt`)).json()
    expect(docs).toMatchObject([{ image: null, title: 'Entwurf' }])
    await stop(server)
  }, 240_000)

  it('should not be made with another secret than that of its database', () => {
    const other = { decrypt: () => 'x\u0000ÿ', secret: 'another' }
    for (const slug of ['frontends', 'second-factors', 'webhooks']) {
      const row = { apiKey: 'x', apiKeyIndex: 'x', id: '1', secret: 'x' }
      expect(() => openSecrets(other as never, { slug } as Table, row)).toThrow(
        'PAYLOAD_SECRET is not the one',
      )
    }
  })

  it('should not be imported again over the files of another installation', async () => {
    const target = installation()
    const importing = startCompiled(command, ['import', plain], target)
    await importing.printed('  partners')
    await stop(importing)
    const { DATA_DIR } = source
    const files = () => readdirSync(`${DATA_DIR}/media`).toSorted()
    const before = files()
    expect(before).not.toEqual([])
    expect(await refusal({ ...target, DATA_DIR: DATA_DIR ?? '' }, 'import', plain)).toContain(
      'belong to another database',
    )
    expect(files()).toEqual(before)
  }, 240_000)

  it('should be imported anew where the process was killed', async () => {
    const target = installation()
    const importing = startCompiled(command, ['import', plain], target)
    await importing.printed('  partners')
    await stop(importing)
    const server = await run('src/server/start.ts', [], { ...target, PORT: '0' })
    expect([server.code, server.output]).toEqual([1, expect.stringContaining('was not completed')])
    expect(await archive(target, 'import', plain)).toContain('removing what it left behind')
    await archive(target, 'export', fileIn('after-kill.archive'), '--unencrypted')
    const { manifest } = await partsOf(fileIn('after-kill.archive'))
    expect(manifest.counts).toEqual((await partsOf(plain)).manifest.counts)
  }, 240_000)

  it('should give documents of an older embedded database ids that every database has', async () => {
    const asUUID = (id: string): string =>
      `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(12, 15)}-8${id.slice(15, 18)}-000000${id.slice(18)}`
    const { parts } = await partsOf(plain)
    const ids = new Set(
      parts
        .filter(({ name }) => !name.startsWith('files/'))
        .flatMap(({ data }) => data.toString().split('\n').filter(Boolean))
        .map((line) => (JSON.parse(line) as { id: string }).id),
    )
    const older = await forge((all) => {
      for (const part of all.filter(({ name }) => !name.startsWith('files/'))) {
        part.data = Buffer.from(
          part.data.toString().replace(/\b[\da-f]{24}\b/g, (id) => (ids.has(id) ? asUUID(id) : id)),
        )
      }
    })
    const target = installation()
    await archive(target, 'import', older)
    const { origin, server } = await serve(target)
    const { docs } = await (await fetch(`${origin}/api/news?where[slug][equals]=umbenannt`)).json()
    expect(docs).toMatchObject([{ image: { alt: 'Haus' }, title: 'Entwurf' }])
    expect(docs[0].id).toMatch(isEmbedded ? /^[\da-f-]{36}$/ : /^[\da-f]{24}$/)
    await stop(server)
  }, 240_000)
})

/** JSON without what the two kinds of database keep in different ways. */
const comparable = (text: string): string => {
  const tidy = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(tidy)
    }
    if (typeof value !== 'object' || value === null) {
      return value
    }
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [key, tidy(one)] as const)
        .filter(([, one]) => one !== null && !(typeof one === 'object' && isEmpty(one)))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  try {
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.stringify(tidy(JSON.parse(line))))
      .join('\n')
  } catch {
    return text
  }
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0
