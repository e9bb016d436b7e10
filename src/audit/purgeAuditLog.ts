import type { TaskConfig } from 'payload'

import { environment } from '../environment.ts'

const day = 24 * 60 * 60 * 1000

/** Removes, once a day, what is older than `AUDIT_RETENTION_DAYS` from the audit log. */
export const purgeAuditLogTask: TaskConfig<{ input: object; output: { removed: number } }> = {
  slug: 'purgeAuditLog',
  handler: async ({ req: { payload } }) => {
    const oldest = new Date(Date.now() - environment.auditRetentionDays * day).toISOString()
    const { docs } = await payload.delete({
      collection: 'audit-log',
      depth: 0,
      select: {},
      where: { createdAt: { less_than: oldest } },
    })
    return { output: { removed: docs.length } }
  },
  outputSchema: [{ name: 'removed', type: 'number', required: true }],
  retries: 3,
  schedule: [{ cron: '17 3 * * *', queue: 'default' }],
}
