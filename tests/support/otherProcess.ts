import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { keepJobsAlive } from '../../src/database/jobLeases.ts'
import { environment } from '../../src/environment.ts'
import { watchDatabase } from '../../src/http/retryWriteConflicts.ts'
import { listen } from './listen.ts'

/**
 * A second process on the database of a test: answers the API, and does what is scheduled unless
 * `RUN_JOBS` is "false", until it is killed.
 */
const payload = await getPayload({ config, cron: environment.runJobs })
watchDatabase(payload)
if (environment.runJobs) {
  await keepJobsAlive(payload)
}
const { origin } = await listen(payload)
console.log(`Answering at ${origin}.`)
