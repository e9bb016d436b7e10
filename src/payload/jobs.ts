import type { Payload, TaskConfig } from 'payload'

import { purgeRevisions } from '../database/revision.ts'
import { purgeAuditLog } from '../features/audit/index.ts'
import { forgetTheGone } from '../features/changes/index.ts'
import { sweepFiles } from '../features/files/index.ts'
import { purgeDeliveries } from '../features/webhooks/index.ts'
import { dueAt } from '../lib/dueAt.ts'

/**
 * Whether any job is due. Payload asks this before it fetches jobs.
 *
 * Workaround (no issue known): Payload begins a transaction to look for jobs. In the embedded database,
 * that is a write every few seconds, for nothing. Can go when it looks first;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const isJobDue = async ({ db }: Payload): Promise<boolean> => {
  const { totalDocs } = await db.count({
    collection: 'payload-jobs',
    where: {
      and: [
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
        { processing: { equals: false } },
        {
          or: [
            { waitUntil: { exists: false } },
            { waitUntil: { less_than: new Date().toISOString() } },
          ],
        },
      ],
    },
  })
  return totalDocs > 0
}

/** Removes, twice a day, records past their retention time, and files that no document uses. */
export const tidyUpTask: TaskConfig<{ input: object; output: object }> = {
  slug: 'tidyUp',
  handler: async ({ req: { payload } }) => {
    await purgeAuditLog(payload)
    await purgeDeliveries(payload)
    await purgeRevisions(payload)
    await forgetTheGone(payload)
    await sweepFiles(payload)
    return { output: {} }
  },
  retries: 3,
  schedule: dueAt('17 3,15 * * *'),
}
