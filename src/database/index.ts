import type { DatabaseAdapterObj } from 'payload'

import path from 'node:path'

import type { Environment } from '../environment.ts'
import { hostsOf } from '../lib/hostsOf.ts'
import { withAfterCommit } from './afterCommit.ts'
import { fileOf } from './connection.ts'
import { embeddedDatabase } from './embedded.ts'
import { withJobLeases } from './jobLeases.ts'
import { mongoDatabase } from './mongodb.ts'
import type { PublicEffectOf } from './revision.ts'
import { withRevision } from './revision.ts'
import { withTransactionListeners } from './transactions.ts'
import { withListedIDs } from './withListedIDs.ts'
import { withSortKeys } from './withSortKeys.ts'
import { withTimings } from './withTimings.ts'

/**
 * The database adapter for the settings, with everything that this project adds to it.
 *
 * @param effectOf how much of what the public reads a write to a collection or global can change.
 */
export const databaseFor = (
  { allowStandaloneMongoDB, database }: Pick<Environment, 'allowStandaloneMongoDB' | 'database'>,
  effectOf: PublicEffectOf,
): DatabaseAdapterObj =>
  withAfterCommit(
    withJobLeases(
      withRevision(
        withTransactionListeners(
          withTimings(
            withSortKeys(
              withListedIDs(
                database.kind === 'embedded'
                  ? embeddedDatabase({ url: database.url })
                  : mongoDatabase({ allowStandalone: allowStandaloneMongoDB, url: database.url }),
              ),
            ),
          ),
        ),
        effectOf,
      ),
    ),
  )

/** The database in a few words for the operator, without user and password. */
export const describeDatabase = ({ kind, url }: Environment['database']): string =>
  kind === 'embedded'
    ? `embedded SQLite, ${path.relative(process.cwd(), fileOf(url))}`
    : `MongoDB at ${hostsOf(url)}`
