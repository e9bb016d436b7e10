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

const isMongoURL = (url: string): boolean => /^mongodb(?:\+srv)?:\/\//.test(url)

const flag = (name: string) =>
  z
    .enum(['true', 'false'], { error: `${name} must be "true" or "false".` })
    .default('false')
    .transform((value) => value === 'true')

const settings = z
  .object({
    COORDINATOR_EMAIL: z
      .email({ error: 'COORDINATOR_EMAIL must be an e-mail address.' })
      .optional(),
    COORDINATOR_PASSWORD: z
      .string()
      .min(12, 'COORDINATOR_PASSWORD must have at least 12 characters.')
      .optional(),
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
    MONGODB_ALLOW_STANDALONE: flag('MONGODB_ALLOW_STANDALONE'),
    NODE_ENV: z.string().default('development'),
    PAYLOAD_SECRET: z.string().optional(),
    PORT: port.default(3000),
    SERVER_URL: z
      .url({
        error: 'SERVER_URL must be a complete address, for example https://cms.example.org.',
        protocol: /^https?$/,
      })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  })
  .refine(
    ({ COORDINATOR_EMAIL: email, COORDINATOR_PASSWORD: password }) =>
      Boolean(email) === Boolean(password),
    { error: 'COORDINATOR_EMAIL and COORDINATOR_PASSWORD must be set together or not at all.' },
  )

/** Every setting, checked. Folders are absolute paths. */
export type Environment = {
  allowStandaloneMongoDB: boolean
  coordinator: { email: string; password: string } | undefined
  dataDirectory: string
  database: { kind: 'embedded'; url: string } | { kind: 'mongodb'; url: string }
  isProduction: boolean
  logLevel: LogLevel
  port: number
  secret: string
  /** Public address of the server, without a slash at its end; undefined: whatever the browser uses. */
  serverURL: string | undefined
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
  const isProduction = data.NODE_ENV === 'production'
  // A build reads the config, too, but starts nothing: it needs no secret and must make none.
  const isBuild = source.NEXT_PHASE === 'phase-production-build'
  return {
    allowStandaloneMongoDB: data.MONGODB_ALLOW_STANDALONE,
    coordinator:
      data.COORDINATOR_EMAIL && data.COORDINATOR_PASSWORD
        ? { email: data.COORDINATOR_EMAIL, password: data.COORDINATOR_PASSWORD }
        : undefined,
    dataDirectory,
    database: { kind, url: databaseURL },
    isProduction,
    logLevel: data.LOG_LEVEL,
    port: data.PORT,
    secret: isBuild
      ? 'not used while building'
      : secretOf({ dataDirectory, isProduction, kind, secret: data.PAYLOAD_SECRET }),
    serverURL: data.SERVER_URL,
  }
}

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
