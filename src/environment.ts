import path from 'node:path'

import { z } from 'zod'

import { findOrMakeSecret } from './lib/findOrMakeSecret.ts'
import { hostsOf } from './lib/hostsOf.ts'
import { OperatorError } from './lib/OperatorError.ts'
import { parseURL } from './lib/parseURL.ts'

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

type LogLevel = (typeof logLevels)[number]

const twoFactorChoices = ['nobody', 'coordinators', 'everybody'] as const

const isMongoURL = (url: string): boolean => /^mongodb(?:\+srv)?:\/\//.test(url)

/** Whether it is "file:" with the path of a file: no folder, no host, and none of SQLite's URL parameters. */
const isFileURL = (url: string): boolean =>
  /^file:(?!\/\/[^/])(?!.*%(?![\da-f]{2}))[^?#]*[^?#/\s.:]$/i.test(url)

/** The `file:` URL of a path, as `DATABASE_URL` takes it. */
const fileURL = (file: string): string =>
  `file:${encodeURI(file).replace(/[?#]/g, encodeURIComponent)}`

/** A secret with so few different characters is a placeholder, or one key held down. */
const isEasyToGuess = (secret: string): boolean => new Set(secret).size < 8

const rateLimit = { from: 1, to: 1_000_000 }

const flag = (name: string, usual: 'false' | 'true' = 'false') =>
  z
    .enum(['true', 'false'], { error: `${name} must be "true" or "false".` })
    .default(usual)
    .transform((value) => value === 'true')

/** Digits only: Number() would also accept "1e12", "0x10" and blanks. */
const wholeNumber = (name: string, usual: number, { from, to }: { from: number; to: number }) =>
  z
    .string()
    .default(String(usual))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `${name} must be a whole number from ${from} to ${to}.`,
    })
    .transform(Number)

/** A complete URL; a trailing slash is removed. */
const address = (name: string) =>
  z
    .url({
      abort: true,
      error: `${name} must be a complete address, for example https://cms.example.org.`,
      protocol: /^https?$/,
    })
    .refine((url) => !new URL(url).username, { error: `${name} must carry no user and password.` })
    .transform((url) => url.replace(/\/+$/, ''))

/** Origins, comma-separated. @param all whether `*` stands for all of them. */
const origins = (name: string, all = false) =>
  z
    .string()
    .default('')
    .transform((list) => list.split(',').map((origin) => origin.trim().replace(/\/+$/, '')))
    .transform((list) => list.filter((origin) => origin !== ''))
    .refine(
      (list) =>
        (all && list.join() === '*') || list.every((origin) => parseURL(origin)?.origin === origin),
      {
        error: `${name} must be a comma-separated list of origins such as https://www.example.org${all ? ', or * for all of them' : ''}.`,
      },
    )

/** Whether the server can only be reached from its own machine, as when somebody tries it out. */
const isLoopback = (serverURL: string | undefined): boolean =>
  serverURL === undefined ||
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(serverURL).hostname)

const settings = z
  .object({
    ARCHIVE_PASSPHRASE: z
      .string()
      .min(12, 'ARCHIVE_PASSPHRASE must have at least 12 characters.')
      .optional(),
    AUDIT_RETENTION_DAYS: wholeNumber('AUDIT_RETENTION_DAYS', 365, { from: 1, to: 36_500 }),
    COORDINATOR_EMAIL: z
      .email({ error: 'COORDINATOR_EMAIL must be an e-mail address.' })
      .optional(),
    COORDINATOR_PASSWORD: z
      .string()
      .min(12, 'COORDINATOR_PASSWORD must have at least 12 characters.')
      .optional(),
    CORS_ORIGINS: origins('CORS_ORIGINS', true),
    CSRF_ORIGINS: origins('CSRF_ORIGINS'),
    DATABASE_URL: z
      .string()
      .refine((url) => url.startsWith('file:') || isMongoURL(url), {
        error: 'DATABASE_URL must begin with "file:", "mongodb://" or "mongodb+srv://".',
      })
      .refine((url) => !url.startsWith('file:') || isFileURL(url), {
        error: 'DATABASE_URL must name a file, for example file:./data/ikost.db.',
      })
      .refine((url) => !isMongoURL(url) || hostsOf(url) !== '', {
        error: 'DATABASE_URL must name the server, for example mongodb://db.example.org/ikost.',
      })
      .optional(),
    DATA_DIR: z.string().default('data'),
    LOG_LEVEL: z
      .enum(logLevels, { error: `LOG_LEVEL must be one of: ${logLevels.join(', ')}.` })
      .default('info'),
    MAIL_FROM: z.email({ error: 'MAIL_FROM must be an e-mail address.' }).optional(),
    MONGODB_ALLOW_STANDALONE: flag('MONGODB_ALLOW_STANDALONE'),
    METRICS_TOKEN: z
      .string()
      .regex(/^[!-~][ -~]{14,}[!-~]$/, {
        error: 'METRICS_TOKEN must have at least 16 characters, of those that a header can carry.',
      })
      .optional(),
    NODE_ENV: z
      .enum(['development', 'production', 'test'], {
        error: 'NODE_ENV must be development, production or test, or left out.',
      })
      .default('development'),
    PAYLOAD_SECRET: z.string().optional(),
    PORT: wholeNumber('PORT', 3000, { from: 0, to: 65_535 }),
    SERVER_URL: address('SERVER_URL')
      .refine((url) => /^https?:\/\/[^/?#]+$/.test(url), {
        abort: true,
        error: 'SERVER_URL must end after its host: the server answers at the root of an address.',
      })
      .transform((url) => new URL(url).origin)
      .optional(),
    PREVIEW_URL: address('PREVIEW_URL').optional(),
    RATE_LIMIT_GRAPHQL: wholeNumber('RATE_LIMIT_GRAPHQL', 300, rateLimit),
    RATE_LIMIT_LOGIN: wholeNumber('RATE_LIMIT_LOGIN', 5, rateLimit),
    RATE_LIMIT_READS: wholeNumber('RATE_LIMIT_READS', 1200, rateLimit),
    RATE_LIMIT_RESET: wholeNumber('RATE_LIMIT_RESET', 3, rateLimit),
    RESPONSE_CACHE_MB: wholeNumber('RESPONSE_CACHE_MB', 32, { from: 0, to: 16_384 }),
    RUN_JOBS: flag('RUN_JOBS', 'true'),
    REQUIRE_TWO_FACTOR: z
      .enum(twoFactorChoices, {
        error: `REQUIRE_TWO_FACTOR must be one of: ${twoFactorChoices.join(', ')}.`,
      })
      .optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_BUCKET: z
      .string()
      .regex(/^[a-z\d][a-z\d-]{1,61}[a-z\d]$/, {
        error: 'S3_BUCKET must be the name of a bucket: 3 to 63 small letters, digits and hyphens.',
      })
      .optional(),
    S3_ENDPOINT: address('S3_ENDPOINT').optional(),
    S3_REGION: z
      .string()
      .regex(/^[a-z\d-]+$/, { error: 'S3_REGION must look like eu-central-1.' })
      .default('us-east-1'),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    SITE_URL: address('SITE_URL')
      .refine((url) => !/[?#]/.test(url), { error: 'SITE_URL must have no "?" and no "#".' })
      .optional(),
    SMTP_URL: z
      .string()
      .refine((url) => /^smtps?:\/\/[^/]/.test(parseURL(url)?.href ?? ''), {
        error: 'SMTP_URL must look like smtp://user:password@mail.example.org:587 or smtps://….',
      })
      .optional(),
    TRUSTED_PROXIES: wholeNumber('TRUSTED_PROXIES', 0, { from: 0, to: 10 }),
    WEBHOOKS_ALLOW_PRIVATE: flag('WEBHOOKS_ALLOW_PRIVATE'),
  })
  .refine(({ MAIL_FROM: from, SMTP_URL: smtp }) => !smtp || from, {
    error: 'MAIL_FROM is missing: with SMTP_URL set, mails need the address that they come from.',
  })
  .refine(
    ({ COORDINATOR_EMAIL: email, COORDINATOR_PASSWORD: password }) =>
      Boolean(email) === Boolean(password),
    { error: 'COORDINATOR_EMAIL and COORDINATOR_PASSWORD must be set together or not at all.' },
  )
  .refine(
    ({ S3_ACCESS_KEY_ID: id, S3_BUCKET: bucket, S3_ENDPOINT: url, S3_SECRET_ACCESS_KEY: key }) =>
      (bucket && id && key) || !(bucket || id || key || url),
    {
      error:
        'S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together, and S3_ENDPOINT only with them: they say where uploaded files are kept.',
    },
  )
  .refine(({ REQUIRE_TWO_FACTOR: who, SERVER_URL: url }) => who !== 'nobody' || isLoopback(url), {
    error:
      'REQUIRE_TWO_FACTOR=nobody is for a server on this machine only: with a public SERVER_URL it must be coordinators or everybody, since coordinators see addresses that are secret.',
  })

/** All settings, validated. Folders are absolute paths; URLs have no trailing slash. */
export type Environment = {
  /** Origins of other websites whose scripts may read the API. */
  allowedOrigins: string[]
  /** Whether webhooks may lead to private and loopback addresses. */
  allowPrivateWebhooks: boolean
  allowStandaloneMongoDB: boolean
  /** Archives are encrypted with it; undefined: none can be made or read. */
  archivePassphrase: string | undefined
  /** Where uploaded files are kept; undefined: in the data folder. */
  bucket:
    | {
        bucket: string
        credentials: { accessKeyId: string; secretAccessKey: string }
        /** undefined: Amazon's. */
        endpoint: string | undefined
        region: string
      }
    | undefined
  /** For how many days a line of the audit log is kept. */
  auditRetentionDays: number
  /** What public replies and documents may take in memory, in bytes; 0: none are kept. */
  cacheBytes: number
  coordinator: { email: string; password: string } | undefined
  /** Origins of other websites that may use a person's cookie. */
  csrfOrigins: string[]
  dataDirectory: string
  database: { kind: 'embedded'; url: string } | { kind: 'mongodb'; url: string }
  isProduction: boolean
  logLevel: LogLevel
  /** The sender of mails. */
  mailFrom: string
  /** The token for reading the metrics; undefined: nobody can. */
  metricsToken: string | undefined
  port: number
  /** The URL at which another website shows drafts; undefined: there is none. */
  previewURL: string | undefined
  /** The URL for links in mails. */
  publicURL: string
  /** Requests of one client, or for one account, within the windows in `src/http/limits/rateLimits.ts`. */
  rateLimits: { graphQL: number; login: number; reads: number; reset: number }
  /** Who must sign in with a second factor. */
  requireTwoFactor: (typeof twoFactorChoices)[number]
  /** Whether this process runs jobs: mails, scheduled publishing, webhooks, tidying up. */
  runJobs: boolean
  /** If none is set, it is made when it is first read. */
  readonly secret: string
  /** The public URL of the server; undefined: whatever the browser uses. */
  serverURL: string | undefined
  /** The URL of the website that shows the content. */
  siteURL: string
  /** undefined: mails go to the log. */
  smtpURL: string | undefined
  /** The number of proxies in front of the server, whose X-Forwarded-For is trusted. */
  trustedProxies: number
}

/**
 * Parses and validates the settings. Empty ones count as not set.
 *
 * @param source environment variables.
 * @throws OperatorError with a line for each mistake.
 */
export const readEnvironment = (source: Record<string, string | undefined>): Environment => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const blank = Object.keys(settings.shape).filter((name) => given[name]?.trim() === '')
  if (blank.length > 0) {
    throw new OperatorError(
      blank.map((name) => `${name} is blank: give it a value, or leave it out.`).join('\n'),
    )
  }
  const { data, error } = settings.safeParse(given)
  if (error) {
    throw new OperatorError(error.issues.map(({ message }) => message).join('\n'))
  }
  const dataDirectory = path.resolve(data.DATA_DIR)
  const databaseURL = data.DATABASE_URL ?? fileURL(path.join(dataDirectory, 'ikost.db'))
  const kind = isMongoURL(databaseURL) ? ('mongodb' as const) : ('embedded' as const)
  const publicURL = data.SERVER_URL ?? `http://localhost:${data.PORT}`
  const isProduction = data.NODE_ENV === 'production'
  // A build reads the config, too, but starts no server: it needs no secret, and must not make one.
  const isBuild = source.NEXT_PHASE === 'phase-production-build'
  const secret = isBuild
    ? 'not used while building'
    : checkedSecret({ isProduction, kind, secret: data.PAYLOAD_SECRET })
  return {
    allowedOrigins: data.CORS_ORIGINS,
    allowPrivateWebhooks: data.WEBHOOKS_ALLOW_PRIVATE,
    allowStandaloneMongoDB: data.MONGODB_ALLOW_STANDALONE,
    archivePassphrase: data.ARCHIVE_PASSPHRASE,
    auditRetentionDays: data.AUDIT_RETENTION_DAYS,
    bucket:
      data.S3_BUCKET && data.S3_ACCESS_KEY_ID && data.S3_SECRET_ACCESS_KEY
        ? {
            bucket: data.S3_BUCKET,
            credentials: {
              accessKeyId: data.S3_ACCESS_KEY_ID,
              secretAccessKey: data.S3_SECRET_ACCESS_KEY,
            },
            endpoint: data.S3_ENDPOINT,
            region: data.S3_REGION,
          }
        : undefined,
    cacheBytes: data.RESPONSE_CACHE_MB * 1_000_000,
    coordinator:
      data.COORDINATOR_EMAIL && data.COORDINATOR_PASSWORD
        ? { email: data.COORDINATOR_EMAIL, password: data.COORDINATOR_PASSWORD }
        : undefined,
    csrfOrigins: data.CSRF_ORIGINS,
    dataDirectory,
    database: { kind, url: databaseURL },
    isProduction,
    logLevel: data.LOG_LEVEL,
    mailFrom: data.MAIL_FROM ?? 'koordination@example.org',
    metricsToken: data.METRICS_TOKEN,
    port: data.PORT,
    previewURL: data.PREVIEW_URL,
    publicURL,
    get secret() {
      return secret ?? findOrMakeSecret(dataDirectory)
    },
    rateLimits: {
      graphQL: data.RATE_LIMIT_GRAPHQL,
      login: data.RATE_LIMIT_LOGIN,
      reads: data.RATE_LIMIT_READS,
      reset: data.RATE_LIMIT_RESET,
    },
    requireTwoFactor:
      data.REQUIRE_TWO_FACTOR ?? (isLoopback(data.SERVER_URL) ? 'nobody' : 'coordinators'),
    runJobs: data.RUN_JOBS,
    serverURL: data.SERVER_URL,
    siteURL: data.SITE_URL ?? publicURL,
    smtpURL: data.SMTP_URL,
    trustedProxies: data.TRUSTED_PROXIES,
  }
}

/**
 * Checks `PAYLOAD_SECRET`, more strictly in production.
 *
 * @returns undefined if none is set, so that one is made and kept in the data folder.
 * @throws OperatorError if it is missing, too short or easy to guess.
 */
const checkedSecret = ({
  isProduction,
  kind,
  secret,
}: {
  isProduction: boolean
  kind: 'embedded' | 'mongodb'
  secret: string | undefined
}): string | undefined => {
  if (secret === undefined && isProduction && kind === 'mongodb') {
    throw new OperatorError(
      'PAYLOAD_SECRET is missing: with MongoDB every process needs the same secret of at least 32 characters; "openssl rand -hex 32" makes one.',
    )
  }
  if (secret !== undefined && isProduction && secret.length < 32) {
    throw new OperatorError(
      'PAYLOAD_SECRET is too short: it must have at least 32 characters; "openssl rand -hex 32" makes one.',
    )
  }
  if (secret !== undefined && isProduction && isEasyToGuess(secret)) {
    throw new OperatorError(
      'PAYLOAD_SECRET is easy to guess: "openssl rand -hex 32" makes one that is not.',
    )
  }
  return secret
}

export const environment = readEnvironment(process.env)
