import type { PayloadRequest } from 'payload'

import { isPartnerEditor } from '../../../src/access/people.ts'
import type { BeforeOperation } from '../../../src/lib/beforeOperation.ts'
import { refusal } from '../../../src/lib/refusal.ts'

type Update = { data?: { _status?: unknown }; draft?: boolean; id?: number | string }

/**
 * Makes everything that a partner editor saves a draft, however it is sent: `draft=false`, `_status`,
 * bulk, one locale or all. The published version stays as it is.
 *
 * Editors of a trusted partner may publish it: one partner at a time, and only with an explicit
 * `_status`.
 *
 * Workaround (payloadcms/payload#16021): Payload's own publish restriction, as documented there, shuts
 * editors out of published documents altogether. Can go when access control can say who publishes and
 * lets others save drafts; tests/integration/payload/upstream.test.ts notices.
 *
 * @throws 403 for restoring a version.
 */
export const keepEditorsOnDraft: BeforeOperation = async ({ args, operation, req }) => {
  if (!isPartnerEditor({ req })) {
    return args
  }
  if (operation === 'restoreVersion') {
    // Workaround (no issue known): when somebody restores a version, Payload empties the fields that
    // this person may not change. Can go when it leaves them as they are;
    // tests/integration/payload/upstream.test.ts notices.
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
