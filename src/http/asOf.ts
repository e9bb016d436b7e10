import type { SanitizedConfig } from 'payload'

import { getPayload } from 'payload'

import { readCursor, readHead } from '../database/changeHead.ts'
import { revisionOf } from '../database/revision.ts'

/**
 * Waits until nothing that this process keeps in memory is older than a state of the public content.
 *
 * @param revision as a webhook or `GET /api/changes` names it.
 * @returns whether there is such a state in this database.
 */
export const isKnownRevision = async (
  config: Promise<SanitizedConfig>,
  revision: string,
): Promise<boolean> => {
  const asked = readCursor(revision)
  const payload = await getPayload({ config })
  const head = asked && (await readHead(payload))
  if (!asked || !head || asked.epoch !== head.epoch || asked.number > head.number) {
    return false
  }
  await revisionOf(payload).lookNow()
  return true
}
