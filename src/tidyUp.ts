import type { TaskConfig } from 'payload'

import { purgeAuditLog } from './audit/purgeAuditLog.ts'
import { purgeRevisions } from './database/revision.ts'
import { purgeDeliveries } from './webhooks/deliver.ts'

/** Removes, once a day, what is older than it is kept. */
export const tidyUpTask: TaskConfig<{ input: object; output: object }> = {
  slug: 'tidyUp',
  handler: async ({ req: { payload } }) => {
    await purgeAuditLog(payload)
    await purgeDeliveries(payload)
    await purgeRevisions(payload)
    return { output: {} }
  },
  retries: 3,
  schedule: [{ cron: '17 3 * * *', queue: 'default' }],
}
