import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readEnvironment } from '../../src/environment.ts'
import { OperatorError } from '../../src/OperatorError.ts'

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

const secret = 's'.repeat(32)
const mongodb = 'mongodb://db.example.org/ikost?replicaSet=rs0'

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

  it.each([
    [{ DATABASE_URL: 'postgres://localhost/x' }, 'DATABASE_URL must begin with'],
    [{ DATABASE_URL: 'file::memory:' }, 'DATABASE_URL must name a file'],
    [{ PORT: 'many' }, 'PORT must be'],
    [{ PORT: '70000' }, 'PORT must be'],
    [{ SERVER_URL: 'cms.example.org' }, 'SERVER_URL must be'],
    [{ SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@example.org' }, 'SMTP_URL must look like'],
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM is missing'],
    [{ REQUIRE_TWO_FACTOR: 'some' }, 'REQUIRE_TWO_FACTOR must be one of'],
    [{ RATE_LIMIT_READS: '0' }, 'RATE_LIMIT_READS must be a whole number above 0'],
    [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES must be'],
    [{ CORS_ORIGINS: 'https://example.org/path' }, 'CORS_ORIGINS must be a list of origins'],
    [{ AUDIT_RETENTION_DAYS: 'ever' }, 'AUDIT_RETENTION_DAYS must be'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ MONGODB_ALLOW_STANDALONE: 'yes' }, 'MONGODB_ALLOW_STANDALONE must be'],
    [{ COORDINATOR_EMAIL: 'nobody', COORDINATOR_PASSWORD: 'x'.repeat(12) }, 'COORDINATOR_EMAIL'],
    [{ COORDINATOR_EMAIL: 'a@example.org' }, 'must be set together'],
    [{ COORDINATOR_EMAIL: 'a@example.org', COORDINATOR_PASSWORD: 'short' }, 'at least 12'],
    [{ DATABASE_URL: mongodb, NODE_ENV: 'production' }, 'PAYLOAD_SECRET is missing'],
    [{ NODE_ENV: 'production', PAYLOAD_SECRET: 'short' }, 'PAYLOAD_SECRET is too short'],
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

  it('should make no secret while building', () => {
    read({ NEXT_PHASE: 'phase-production-build' })
    expect(() => statSync(path.join(dataDirectory, 'secret'))).toThrow('ENOENT')
  })

  it('should take the slash from the end of SERVER_URL', () => {
    expect(read({ SERVER_URL: 'https://cms.example.org/' }).serverURL).toBe(
      'https://cms.example.org',
    )
  })
})
