import type { Payload, TaskConfig } from 'payload'

import { purgeAuditLog } from './audit/purgeAuditLog.ts'
import { purgeRevisions } from './database/revision.ts'
import { purgeDeliveries } from './webhooks/deliver.ts'

/** How long a job may take before it counts as given up, in milliseconds. */
export const patience = 10 * 60 * 1000

/**
 * Whether any job is to be run now. Payload asks before it looks for some, which begins a transaction:
 * in the embedded database a write every few seconds, for nothing.
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

/** Takes up what a process was doing when it ended; each task may run a second time. */
export const takeUpJobs = async ({ db }: Payload): Promise<void> => {
  await db.updateJobs({
    data: { processing: false },
    returning: false,
    where: {
      and: [
        { processing: { equals: true } },
        { updatedAt: { less_than: new Date(Date.now() - patience).toISOString() } },
      ],
    },
  })
}

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
