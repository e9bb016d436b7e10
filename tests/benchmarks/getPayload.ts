import { getPayload } from 'payload'

import config from '../../payload.config.ts'

/** The alternative for the start: Payload's own part of it. */
await getPayload({ config })
process.exit(0)
