import type { DatabaseAdapterObj } from 'payload'

import path from 'node:path'

import type { Environment } from './environment.ts'
import { withAfterCommit } from './database/afterCommit.ts'
import { fileOf } from './database/connection.ts'
import { embeddedDatabase } from './database/embedded.ts'
import { hostsOf } from './database/hostsOf.ts'
import { withJobLeases } from './database/jobLeases.ts'
import { mongoDatabase } from './database/mongodb.ts'
import { withRevision } from './database/revision.ts'
import { withTimings } from './metrics.ts'

/** The adapter that the settings ask for. */
export const databaseFor = ({
  allowStandaloneMongoDB,
  database,
}: Pick<Environment, 'allowStandaloneMongoDB' | 'database'>): DatabaseAdapterObj =>
  withAfterCommit(
    withJobLeases(
      withRevision(
        withTimings(
          database.kind === 'embedded'
            ? embeddedDatabase({ url: database.url })
            : mongoDatabase({ allowStandalone: allowStandaloneMongoDB, url: database.url }),
        ),
      ),
    ),
  )

/** The database in a few words for the operator, without user and password. */
export const describeDatabase = ({ kind, url }: Environment['database']): string =>
  kind === 'embedded'
    ? `embedded SQLite, ${path.relative(process.cwd(), fileOf(url))}`
    : `MongoDB at ${hostsOf(url)}`
