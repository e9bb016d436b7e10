import type { PayloadRequest } from 'payload'

import { say } from '../../lib/say.ts'
import { record } from '../audit/recordInAuditLog.ts'
import { columns, stateColumn } from './columns.ts'
import { writeCSV } from './csv.ts'

/**
 * All partners as CSV: the newest draft of each, in German.
 *
 * @param withInternal whether to include internal fields, which the audit log records.
 */
export const exportPartners = async (
  req: PayloadRequest,
  { withInternal }: { withInternal: boolean },
): Promise<string> => {
  const shown = columns.filter(({ isInternal }) => withInternal || !isInternal)
  const { docs } = await req.payload.find({
    collection: 'partners',
    depth: 0,
    draft: true,
    fallbackLocale: false,
    locale: 'de',
    // Only coordinators get here, who may read all; a query with a person's rights would end at 100.
    overrideAccess: true,
    pagination: false,
    req,
    sort: 'name',
  })
  if (withInternal) {
    await record({ action: 'export', entity: 'partners', req })
  }
  return writeCSV([
    [...shown, stateColumn].map(({ label }) => say(req, label)),
    ...docs.map((partner) => [
      ...shown.map(({ read }) => read(partner as unknown as Record<string, unknown>)),
      partner.updatedAt,
    ]),
  ])
}

/** A CSV file with nothing but the column headings, as a template. */
export const emptyTable = (req: PayloadRequest): string =>
  writeCSV([columns.filter(({ isInternal }) => !isInternal).map(({ label }) => say(req, label))])
