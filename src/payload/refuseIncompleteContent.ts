import type { SanitizedConfig } from 'payload'

import { linkableCollections } from '../addresses/paths.ts'

/**
 * What has drafts is content: made by `contentCollection`, with a place in search, audit log, redirects and
 * webhooks, and with an address on the website.
 *
 * @throws when a collection is one of these but not the others.
 */
export const refuseIncompleteContent = ({ collections }: SanitizedConfig): void => {
  for (const { custom, slug, versions } of collections) {
    const marks = [
      Boolean(versions?.drafts),
      (linkableCollections as string[]).includes(slug),
      custom?.isContent === true,
    ]
    if (marks.includes(true) && marks.includes(false)) {
      throw new Error(
        `"${slug}" is content in part only: make it by collections/contentCollection.ts, and give it an address in src/addresses/paths.ts.`,
      )
    }
  }
}
