import type { Payload } from 'payload'

import { environment } from '../../environment.ts'

const day = 24 * 60 * 60 * 1000

/**
 * Removes what is older than `AUDIT_RETENTION_DAYS` from the audit log. It is no document that hooks or
 * versions belong to, and may be long.
 */
export const purgeAuditLog = async ({ db }: Payload): Promise<void> => {
  const oldest = new Date(Date.now() - environment.auditRetentionDays * day).toISOString()
  await db.deleteMany({
    collection: 'audit-log',
    where: { createdAt: { less_than: oldest } },
  })
}
