import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { fileOf } from '../../src/database/connection.ts'
import { readEnvironment } from '../../src/environment.ts'
import { OperatorError } from '../../src/lib/OperatorError.ts'

let dataDirectory: string

beforeEach(() => {
  dataDirectory = mkdtempSync(path.join(tmpdir(), 'ikost-environment-'))
})

afterEach(() => {
  rmSync(dataDirectory, { recursive: true })
})

const read = (settings: Record<string, string>) =>
  readEnvironment({ DATA_DIR: dataDirectory, ...settings })

const mistakeIn = (settings: Record<string, string>): string => {
  try {
    read(settings)
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError)
    return (error as Error).message
  }
  return 'no mistake'
}

const secret = '0123456789abcdef'.repeat(2)
const mongodb = 'mongodb://db.example.org/ikost?replicaSet=rs0'

const bucket = {
  S3_ACCESS_KEY_ID: 'key',
  S3_BUCKET: 'uploads',
  S3_SECRET_ACCESS_KEY: 'secret',
}

describe('environment', () => {
  it('should need no setting', () => {
    expect(read({})).toMatchObject({
      database: { kind: 'embedded', url: `file:${dataDirectory}/ikost.db` },
      isProduction: false,
      port: 3000,
    })
  })

  it('should count an empty setting as not set', () => {
    expect(read({ DATABASE_URL: '', PORT: '' }).port).toBe(3000)
  })

  const wrong: Record<string, string[]> = {
    AUDIT_RETENTION_DAYS: ['ever', '0', '-1', '1.5', '1e12', '0x10', '99999999', ' 5'],
    COORDINATOR_EMAIL: ['nobody', 'a@b', 'a@example.org, b@example.org'],
    COORDINATOR_PASSWORD: ['short'],
    CORS_ORIGINS: ['https://example.org/path', '*,https://example.org', 'example.org', 'null'],
    CSRF_ORIGINS: ['https://example.org/path', '*', 'ftp'],
    DATABASE_URL: [
      'postgres://localhost/x',
      './data/ikost.db',
      'file:',
      'file:.',
      'file: ',
      'file::memory:',
      'file:./data/',
      'file://host/ikost.db',
      'file:./ikost.db?mode=ro',
      'file:///srv/%zz',
      'mongodb://',
      'mongodb:///ikost',
      'mongodb://user:password@/ikost',
    ],
    LOG_LEVEL: ['loud', 'INFO'],
    MAIL_FROM: ['koordination', 'a@example.org\nBcc: b@example.org'],
    METRICS_TOKEN: ['short', 'x'.repeat(15), 'a token and then a blank ', 'ü'.repeat(16)],
    MONGODB_ALLOW_STANDALONE: ['yes', '1'],
    NODE_ENV: ['staging', 'Production'],
    PORT: ['many', '70000', '-1', '80.5', '3000 '],
    PREVIEW_URL: ['www.example.org', 'ftp://example.org', 'https://', 'https://a:b@example.org'],
    RATE_LIMIT_GRAPHQL: ['0', '1e12', 'none'],
    RATE_LIMIT_LOGIN: ['0', '1e12', 'none'],
    RATE_LIMIT_READS: ['0', '1e12', 'none'],
    RATE_LIMIT_RESET: ['0', '1e12', 'none'],
    REQUIRE_TWO_FACTOR: ['some', 'true'],
    RESPONSE_CACHE_MB: ['1e12', '1000000', '-1', '0.5', 'big'],
    RUN_JOBS: ['no', '0'],
    ARCHIVE_PASSPHRASE: ['short', 'x'.repeat(11)],
    S3_ACCESS_KEY_ID: [],
    S3_BUCKET: ['Uploads', 'up', 's3://uploads', 'uploads/', 'up.loads', '-uploads'],
    S3_ENDPOINT: ['s3.example.org', 'https://', 'https://a:b@s3.example.org', 's3://example.org'],
    S3_REGION: ['Frankfurt (Main)', 'eu central'],
    S3_SECRET_ACCESS_KEY: [],
    SERVER_URL: [
      'cms.example.org',
      'https://',
      'https://cms.example.org/cms',
      'https://cms.example.org?x',
      'https://user:password@cms.example.org',
      'javascript:alert(1)',
    ],
    SITE_URL: ['www.example.org', 'https://www.example.org/?page=', 'https://a:b@example.org'],
    SMTP_URL: ['mail.example.org', 'smtp://', 'smtp:', 'https://mail.example.org', 'smtp://:25'],
    TRUSTED_PROXIES: ['-1', '11', 'all', '1e0'],
    WEBHOOKS_ALLOW_PRIVATE: ['yes', 'TRUE'],
  }

  it.each(
    Object.entries(wrong).flatMap(([name, values]) =>
      [...values, ' ', '\t\n'].map((value) => [name, value] as const),
    ),
  )('should say in one sentence that %s must not be %j', (name, value) => {
    const mistake = mistakeIn({
      ...(name === 'SMTP_URL' && { MAIL_FROM: 'a@example.org' }),
      ...(name.startsWith('S3_') && bucket),
      ...(name === 'COORDINATOR_EMAIL' && { COORDINATOR_PASSWORD: 'x'.repeat(12) }),
      ...(name === 'COORDINATOR_PASSWORD' && { COORDINATOR_EMAIL: 'a@example.org' }),
      [name]: value,
    })
    expect(mistake).toMatch(new RegExp(`^${name} [^\n]+\\.$`))
  })

  it('should check each setting that the list of settings names', () => {
    const list = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
    const names = [...list.matchAll(/^# ([A-Z\d_]+)=/gm)].map(([, name]) => name)
    // Any path will do for the folder, and the secret is checked with what else is set.
    const elsewhere = ['DATA_DIR', 'PAYLOAD_SECRET']
    expect(new Set([...Object.keys(wrong), ...elsewhere])).toEqual(new Set([...names, 'NODE_ENV']))
  })

  it.each<[object, string]>([
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM is missing'],
    [{ COORDINATOR_EMAIL: 'a@example.org' }, 'must be set together'],
    [{ COORDINATOR_PASSWORD: 'x'.repeat(12) }, 'must be set together'],
    ...Object.keys(bucket).map((name): [object, string] => [
      { ...bucket, [name]: undefined },
      'must be set together',
    ]),
    [{ S3_ENDPOINT: 'https://s3.example.org' }, 'must be set together'],
    [{ ...bucket, S3_ENDPOINT: 'https://s3.example.org' }, 'no mistake'],
    [{ DATABASE_URL: mongodb, NODE_ENV: 'production' }, 'PAYLOAD_SECRET is missing'],
    [{ DATA_DIR: ' ' }, 'DATA_DIR is blank'],
    [{ PAYLOAD_SECRET: ' '.repeat(40) }, 'PAYLOAD_SECRET is blank'],
    [{ NODE_ENV: 'production', PAYLOAD_SECRET: 'short' }, 'PAYLOAD_SECRET is too short'],
    [{ NODE_ENV: 'production', PAYLOAD_SECRET: 'x'.repeat(32) }, 'PAYLOAD_SECRET is easy to guess'],
    [
      { REQUIRE_TWO_FACTOR: 'nobody', SERVER_URL: 'https://cms.example.org' },
      'REQUIRE_TWO_FACTOR=nobody is for a server on this machine only',
    ],
    [{ REQUIRE_TWO_FACTOR: 'nobody', SERVER_URL: 'http://localhost:3000' }, 'no mistake'],
  ])('should say what is wrong with %j', (settings, sentence) => {
    expect(mistakeIn(settings as Record<string, string>)).toContain(sentence)
  })

  it.each([
    [{}, 'nobody'],
    [{ SERVER_URL: 'http://localhost:3000' }, 'nobody'],
    [{ SERVER_URL: 'http://127.0.0.1' }, 'nobody'],
    [{ SERVER_URL: 'https://cms.example.org' }, 'coordinators'],
    [{ SERVER_URL: 'https://localhost.example.org' }, 'coordinators'],
    [{ REQUIRE_TWO_FACTOR: 'everybody' }, 'everybody'],
  ])('should with %j require a second factor of %s', (settings, who) => {
    expect(read(settings as Record<string, string>).requireTwoFactor).toBe(who)
  })

  it('should take a list of origins', () => {
    expect(read({ CORS_ORIGINS: '*' })).toMatchObject({ allowedOrigins: ['*'] })
    expect(read({ CORS_ORIGINS: 'https://a.example.org, https://b.example.org/' })).toMatchObject({
      allowedOrigins: ['https://a.example.org', 'https://b.example.org'],
    })
  })

  it('should name every mistake, a line each', () => {
    expect(mistakeIn({ PORT: 'many', SERVER_URL: 'nowhere' }).split('\n')).toHaveLength(2)
  })

  it('should take MongoDB with a secret', () => {
    const settings = { DATABASE_URL: mongodb, NODE_ENV: 'production', PAYLOAD_SECRET: secret }
    expect(read(settings)).toMatchObject({ database: { kind: 'mongodb', url: mongodb }, secret })
  })

  it('should make a secret once and keep it for its owner only', () => {
    const first = read({ NODE_ENV: 'production' }).secret
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(read({ NODE_ENV: 'production' }).secret).toBe(first)
    expect(statSync(path.join(dataDirectory, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('should make no secret before somebody asks for it', () => {
    read({ NODE_ENV: 'production' })
    expect(() => statSync(path.join(dataDirectory, 'secret'))).toThrow('ENOENT')
  })

  it('should make no secret while building', () => {
    expect(read({ NEXT_PHASE: 'phase-production-build' }).secret).toBe('not used while building')
    expect(() => statSync(path.join(dataDirectory, 'secret'))).toThrow('ENOENT')
  })

  it.each([
    ['https://cms.example.org/', 'https://cms.example.org'],
    ['https://CMS.example.org:443', 'https://cms.example.org'],
    ['https://häusliche-gewalt.example', 'https://xn--husliche-gewalt-0kb.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('should take SERVER_URL %s for %s', (url, origin) => {
    expect(read({ SERVER_URL: url }).serverURL).toBe(origin)
  })

  it.each([
    ['file:./b%C3%BCro.db', 'büro.db'],
    ['file:./büro 1.db', 'büro 1.db'],
    [`file:///tmp/a%20b.db`, '/tmp/a b.db'],
    ['file:/tmp/100%25.db', '/tmp/100%.db'],
  ])('should find the file that DATABASE_URL %s names', (url, file) => {
    expect(fileOf(read({ DATABASE_URL: url }).database.url)).toBe(path.resolve(file))
  })

  it('should find the database in a data folder of any name', () => {
    const odd = path.join(dataDirectory, 'Büro #1 – 100 %?')
    expect(fileOf(read({ DATA_DIR: odd }).database.url)).toBe(path.join(odd, 'ikost.db'))
  })
})
