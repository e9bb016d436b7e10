import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { watchDatabase } from '../../src/server/retryWriteConflicts.ts'
import { listen } from './listen.ts'

/** A second process on the database of a test: answers the API until it is killed. */
const payload = await getPayload({ config })
watchDatabase(payload)
const { origin } = await listen(payload)
console.log(`Answering at ${origin}.`)
