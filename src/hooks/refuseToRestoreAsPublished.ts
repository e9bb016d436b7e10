import type { PayloadRequest } from 'payload'

import { refusal } from '../lib/refusal.ts'

/**
 * Refuses every way to restore a version but as a draft.
 *
 * Workaround (no issue known): Payload's Local API has no `draft` for it and restores over what is
 * published. Can go when the Local API restores drafts; tests/integration/payload/upstream.test.ts notices.
 */
export const refuseToRestoreAsPublished = (
  args: { draft?: boolean },
  operation: string,
  req: PayloadRequest,
): void => {
  if (operation === 'restoreVersion' && !args.draft) {
    throw refusal(req, 409, {
      de: 'Frühere Fassungen werden als Entwurf wiederhergestellt (draft=true). Was veröffentlicht ist, bleibt veröffentlicht.',
      en: 'Earlier versions are restored as drafts (draft=true). What is published stays published.',
    })
  }
}
