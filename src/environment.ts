import path from 'node:path'

import { z } from 'zod'

import { OperatorError } from './OperatorError.ts'
import { findOrMakeSecret } from './secret.ts'

const port = z.coerce
  .number({ error: 'PORT must be a number between 1 and 65535.' })
  .int('PORT must be a whole number.')
  .min(0, 'PORT must be a number between 1 and 65535.')
  .max(65_535, 'PORT must be a number between 1 and 65535.')

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

type LogLevel = (typeof logLevels)[number]

const twoFactorChoices = ['nobody', 'coordinators', 'everybody'] as const

const isMongoURL = (url: string): boolean => /^mongodb(?:\+srv)?:\/\//.test(url)

const flag = (name: string, usual: 'false' | 'true' = 'false') =>
  z
    .enum(['true', 'false'], { error: `${name} must be "true" or "false".` })
    .default(usual)
    .transform((value) => value === 'true')

const count = (name: string, usual: number) =>
  z.coerce
    .number({ error: `${name} must be a whole number above 0.` })
    .int(`${name} must be a whole number above 0.`)
    .min(1, `${name} must be a whole number above 0.`)
    .default(usual)

/** A complete address; without the slash at its end. */
const address = (name: string) =>
  z
    .url({
      error: `${name} must be a complete address, for example https://cms.example.org.`,
      protocol: /^https?$/,
    })
    .transform((url) => url.replace(/\/+$/, ''))

/** A list of origins, divided by commas. */
const origins = (name: string) =>
  z
    .string()
    .default('')
    .transform((list) => list.split(',').map((origin) => origin.trim().replace(/\/+$/, '')))
    .transform((list) => list.filter((origin) => origin !== ''))
    .refine(
      (list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      {
        error: `${name} must be a list of origins such as https://www.example.org, divided by commas.`,
      },
    )

const settings = z
  .object({
    AUDIT_RETENTION_DAYS: count('AUDIT_RETENTION_DAYS', 365),
    COORDINATOR_EMAIL: z
      .email({ error: 'COORDINATOR_EMAIL must be an e-mail address.' })
      .optional(),
    COORDINATOR_PASSWORD: z
      .string()
      .min(12, 'COORDINATOR_PASSWORD must have at least 12 characters.')
      .optional(),
    CORS_ORIGINS: origins('CORS_ORIGINS'),
    CSRF_ORIGINS: origins('CSRF_ORIGINS'),
    DATABASE_URL: z
      .string()
      .refine((url) => url.startsWith('file:') || isMongoURL(url), {
        error: 'DATABASE_URL must begin with "file:", "mongodb://" or "mongodb+srv://".',
      })
      .refine((url) => url !== 'file:' && url !== 'file::memory:', {
        error: 'DATABASE_URL must name a file, for example file:./data/ikost.db.',
      })
      .optional(),
    DATA_DIR: z.string().default('data'),
    LOG_LEVEL: z
      .enum(logLevels, { error: `LOG_LEVEL must be one of: ${logLevels.join(', ')}.` })
      .default('info'),
    MAIL_FROM: z.email({ error: 'MAIL_FROM must be an e-mail address.' }).optional(),
    MONGODB_ALLOW_STANDALONE: flag('MONGODB_ALLOW_STANDALONE'),
    METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN must have at least 16 characters.').optional(),
    NODE_ENV: z.string().default('development'),
    PAYLOAD_SECRET: z.string().optional(),
    PORT: port.default(3000),
    SERVER_URL: address('SERVER_URL').optional(),
    PREVIEW_URL: address('PREVIEW_URL').optional(),
    RATE_LIMIT_GRAPHQL: count('RATE_LIMIT_GRAPHQL', 300),
    RATE_LIMIT_LOGIN: count('RATE_LIMIT_LOGIN', 5),
    RATE_LIMIT_READS: count('RATE_LIMIT_READS', 1200),
    RATE_LIMIT_RESET: count('RATE_LIMIT_RESET', 3),
    RESPONSE_CACHE_MB: z.coerce
      .number({ error: 'RESPONSE_CACHE_MB must be a whole number, 0 for no cache.' })
      .int('RESPONSE_CACHE_MB must be a whole number, 0 for no cache.')
      .min(0, 'RESPONSE_CACHE_MB must be a whole number, 0 for no cache.')
      .default(32),
    RUN_JOBS: flag('RUN_JOBS', 'true'),
    REQUIRE_TWO_FACTOR: z
      .enum(twoFactorChoices, {
        error: `REQUIRE_TWO_FACTOR must be one of: ${twoFactorChoices.join(', ')}.`,
      })
      .optional(),
    SITE_URL: address('SITE_URL').optional(),
    SMTP_URL: z
      .url({
        error: 'SMTP_URL must look like smtp://user:password@mail.example.org:587 or smtps://….',
        protocol: /^smtps?$/,
      })
      .optional(),
    TRUSTED_PROXIES: z.coerce
      .number({ error: 'TRUSTED_PROXIES must be a whole number, 0 for none.' })
      .int('TRUSTED_PROXIES must be a whole number, 0 for none.')
      .min(0, 'TRUSTED_PROXIES must be a whole number, 0 for none.')
      .default(0),
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

/** Every setting, checked. Folders are absolute paths. */
export type Environment = {
  /** Origins of other websites whose scripts may read the API. */
  allowedOrigins: string[]
  /** Whether webhooks may lead to private and loopback addresses. */
  allowPrivateWebhooks: boolean
  allowStandaloneMongoDB: boolean
  /** How long the audit log is kept. */
  auditRetentionDays: number
  /** How much the response cache may hold, in bytes; 0: there is none. */
  cacheBytes: number
  coordinator: { email: string; password: string } | undefined
  /** Origins of other websites that may use a person's cookie. */
  csrfOrigins: string[]
  dataDirectory: string
  database: { kind: 'embedded'; url: string } | { kind: 'mongodb'; url: string }
  isProduction: boolean
  logLevel: LogLevel
  /** The address that mails come from. */
  mailFrom: string
  /** What whoever reads the metrics must send; undefined: there are none. */
  metricsToken: string | undefined
  port: number
  /** Where a website shows drafts; undefined: there is no preview. */
  previewURL: string | undefined
  /** Address for links in mails, without a slash at its end. */
  publicURL: string
  /** Requests by one client (or for one account) in the time that `src/limits/rateLimits.ts` says. */
  rateLimits: { graphQL: number; login: number; reads: number; reset: number }
  /** Who must sign in with a second factor. */
  requireTwoFactor: (typeof twoFactorChoices)[number]
  /** Whether this process does what is scheduled: mails, publishing, webhooks, tidying up. */
  runJobs: boolean
  secret: string
  /** Public address of the server, without a slash at its end; undefined: whatever the browser uses. */
  serverURL: string | undefined
  /** Address of the website that shows the content, without a slash at its end. */
  siteURL: string
  /** undefined: mails go to the log. */
  smtpURL: string | undefined
  /** Proxies in front of the server, whose X-Forwarded-For is believed. */
  trustedProxies: number
}

/**
 * Parses the settings once. Empty ones count as not set.
 *
 * @throws OperatorError with one sentence per mistake, a line each.
 */
export const readEnvironment = (source: Record<string, string | undefined>): Environment => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const { data, error } = settings.safeParse(given)
  if (error) {
    throw new OperatorError(error.issues.map(({ message }) => message).join('\n'))
  }
  const dataDirectory = path.resolve(data.DATA_DIR)
  const databaseURL = data.DATABASE_URL ?? `file:${path.join(dataDirectory, 'ikost.db')}`
  const kind = isMongoURL(databaseURL) ? ('mongodb' as const) : ('embedded' as const)
  const publicURL = data.SERVER_URL ?? `http://localhost:${data.PORT}`
  const isProduction = data.NODE_ENV === 'production'
  // A build reads the config, too, but starts nothing: it needs no secret and must make none.
  const isBuild = source.NEXT_PHASE === 'phase-production-build'
  return {
    allowedOrigins: data.CORS_ORIGINS,
    allowPrivateWebhooks: data.WEBHOOKS_ALLOW_PRIVATE,
    allowStandaloneMongoDB: data.MONGODB_ALLOW_STANDALONE,
    auditRetentionDays: data.AUDIT_RETENTION_DAYS,
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
    secret: isBuild
      ? 'not used while building'
      : secretOf({ dataDirectory, isProduction, kind, secret: data.PAYLOAD_SECRET }),
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

/** Whether the server is for its own machine only, as when it is tried out. */
const isLoopback = (serverURL: string | undefined): boolean =>
  serverURL === undefined ||
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(serverURL).hostname)

const secretOf = ({
  dataDirectory,
  isProduction,
  kind,
  secret,
}: {
  dataDirectory: string
  isProduction: boolean
  kind: 'embedded' | 'mongodb'
  secret: string | undefined
}): string => {
  if (secret === undefined && (kind === 'embedded' || !isProduction)) {
    return findOrMakeSecret(dataDirectory)
  }
  if (secret === undefined) {
    throw new OperatorError(
      'PAYLOAD_SECRET is missing: with MongoDB every process needs the same secret of at least 32 characters; "openssl rand -hex 32" makes one.',
    )
  }
  if (isProduction && secret.length < 32) {
    throw new OperatorError(
      'PAYLOAD_SECRET is too short: it must have at least 32 characters; "openssl rand -hex 32" makes one.',
    )
  }
  return secret
}

export const environment = readEnvironment(process.env)
