import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { sweepFiles } from '../../src/features/files/sweepFiles.ts'

/** Removes the files that belong to no document, as is done twice a day. */
const payload = await getPayload({ config })
await sweepFiles(payload)
await payload.destroy()
