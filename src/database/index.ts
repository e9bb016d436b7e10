import type { DatabaseAdapterObj } from 'payload'

import path from 'node:path'

import type { Environment } from '../environment.ts'
import { hostsOf } from '../lib/hostsOf.ts'
import { withAfterCommit } from './afterCommit.ts'
import { fileOf } from './connection.ts'
import { embeddedDatabase } from './embedded.ts'
import { withJobLeases } from './jobLeases.ts'
import { mongoDatabase } from './mongodb.ts'
import type { HasPublicFields } from './revision.ts'
import { withRevision } from './revision.ts'
import { withTransactionListeners } from './transactions.ts'
import { withListedIDs } from './withListedIDs.ts'
import { withTimings } from './withTimings.ts'

/**
 * The database adapter for the settings, with everything that this project adds to it.
 *
 * @param hasPublicFields whether a write to a collection or global can change what the public reads.
 */
export const databaseFor = (
  { allowStandaloneMongoDB, database }: Pick<Environment, 'allowStandaloneMongoDB' | 'database'>,
  hasPublicFields: HasPublicFields,
): DatabaseAdapterObj =>
  withAfterCommit(
    withJobLeases(
      withRevision(
        withTransactionListeners(
          withListedIDs(
            withTimings(
              database.kind === 'embedded'
                ? embeddedDatabase({ url: database.url })
                : mongoDatabase({ allowStandalone: allowStandaloneMongoDB, url: database.url }),
            ),
          ),
        ),
        hasPublicFields,
      ),
    ),
  )

/** The database in a few words for the operator, without user and password. */
export const describeDatabase = ({ kind, url }: Environment['database']): string =>
  kind === 'embedded'
    ? `embedded SQLite, ${path.relative(process.cwd(), fileOf(url))}`
    : `MongoDB at ${hostsOf(url)}`
