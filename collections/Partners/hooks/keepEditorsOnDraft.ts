import type { PayloadRequest } from 'payload'

import { isPartnerEditor } from '../../../src/access/people.ts'
import type { BeforeOperation } from '../../../src/lib/beforeOperation.ts'
import { refusal } from '../../../src/lib/refusal.ts'

type Update = { data?: { _status?: unknown }; draft?: boolean; id?: number | string }

/**
 * Makes everything that a partner editor saves a draft, however it is sent: `draft=false`, `_status`,
 * bulk, one locale or all. The published version stays as it is. Payload's own publish restriction would
 * shut editors out of published partners (payloadcms/payload#16021).
 *
 * Editors of a trusted partner may publish it: one partner at a time, and only with an explicit `_status`.
 *
 * @throws 403 for restoring a version.
 *
 * Workaround (payloadcms/payload#16021): what Payload documents there as a restriction of publishing shuts
 * editors out of published documents altogether. Can go when access can say who publishes and lets others
 * save drafts; tests/integration/payload/upstream.test.ts notices.
 */
export const keepEditorsOnDraft: BeforeOperation = async ({ args, operation, req }) => {
  if (!isPartnerEditor({ req })) {
    return args
  }
  if (operation === 'restoreVersion') {
    // Workaround (no issue known): Payload empties the fields that whoever restores a version may not
    // change. Can go when it leaves them as they are; tests/integration/payload/upstream.test.ts notices.
    throw refusal(req, 403, {
      de: 'Frühere Fassungen kann nur die Koordinierungsstelle wiederherstellen.',
      en: 'Only the office can restore earlier versions.',
    })
  }
  if (operation !== 'update') {
    return args
  }
  const { data, draft, id } = args as Update
  const mayPublish =
    data?._status === 'published' && !draft && id !== undefined && (await isTrusted(id, req))
  return {
    ...args,
    ...(!mayPublish && { data: { ...data, _status: 'draft' }, draft: true }),
    publishAllLocales: false,
    publishSpecificLocale: undefined,
    unpublishAllLocales: false,
  }
}

const isTrusted = async (id: number | string, req: PayloadRequest): Promise<boolean> => {
  const partner = await req.payload.findByID({
    id: String(id),
    collection: 'partners',
    depth: 0,
    disableErrors: true,
    req,
    select: { trusted: true },
  })
  return partner?.trusted === true
}
