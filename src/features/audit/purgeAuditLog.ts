import type { Payload } from 'payload'

import { environment } from '../../environment.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Removes lines older than `AUDIT_RETENTION_DAYS` from the audit log. Directly in the database: there may
 * be many lines, and they have neither hooks nor versions.
 */
export const purgeAuditLog = async ({ db }: Payload): Promise<void> => {
  const oldest = new Date(Date.now() - environment.auditRetentionDays * day).toISOString()
  await db.deleteMany({
    collection: 'audit-log',
    where: { createdAt: { less_than: oldest } },
  })
}
