import { isPartnerEditor } from '../../../src/access/people.ts'
import type { BeforeOperation } from '../../../src/fields/beforeOperation.ts'

/**
 * Makes whatever a partner editor saves a draft, however it was sent: `draft=false`, `_status`,
 * bulk, all locales or one. The published version stays as it is. Payload's own publish restriction
 * would shut editors out of published partners (payloadcms/payload#16021).
 */
export const keepEditorsOnDraft: BeforeOperation = ({ args, operation, req }) => {
  if (operation !== 'update' || !isPartnerEditor({ req })) {
    return args
  }
  return {
    ...args,
    data: { ...(args as { data?: object }).data, _status: 'draft' },
    draft: true,
    publishAllLocales: false,
    publishSpecificLocale: undefined,
    unpublishAllLocales: false,
  }
}
