import type { TaskConfig } from 'payload'

import { environment } from '../environment.ts'

const day = 24 * 60 * 60 * 1000

/** Removes, once a day, what is older than `AUDIT_RETENTION_DAYS` from the audit log. */
export const purgeAuditLogTask: TaskConfig<{ input: object; output: object }> = {
  slug: 'purgeAuditLog',
  handler: async ({ req: { payload } }) => {
    const oldest = new Date(Date.now() - environment.auditRetentionDays * day).toISOString()
    // The log is no document that hooks or versions belong to, and may be long.
    await payload.db.deleteMany({
      collection: 'audit-log',
      where: { createdAt: { less_than: oldest } },
    })
    return { output: {} }
  },
  retries: 3,
  schedule: [{ cron: '17 3 * * *', queue: 'default' }],
}
