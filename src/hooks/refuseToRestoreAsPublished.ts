import type { PayloadRequest } from 'payload'

import { refusal } from '../lib/refusal.ts'

/**
 * Refuses to restore a version as anything but a draft.
 *
 * Workaround (no issue known): Payload's Local API has no `draft` for restoring and overwrites what is
 * published, so here it cannot restore at all. Can go when it restores drafts;
 * tests/integration/payload/upstream.test.ts notices.
 *
 * @throws 409
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
