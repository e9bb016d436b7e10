import type { SanitizedConfig } from 'payload'

import { fileCollections, linkableCollections } from '../addresses/paths.ts'

/**
 * What has drafts is content: made by `contentCollection`, with a place in search, audit log, redirects and
 * webhooks, and with an address on the website. What has files is stored, swept and archived with them.
 *
 * @throws when a collection is one of these but not the others.
 */
export const refuseIncompleteContent = ({ collections }: SanitizedConfig): void => {
  for (const { custom, slug, upload, versions } of collections) {
    if (Boolean(upload) !== (fileCollections as readonly string[]).includes(slug)) {
      throw new Error(
        `"${slug}" has files in part only: make it by collections/fileCollection.ts, and name it among the \`fileCollections\` of src/addresses/paths.ts.`,
      )
    }
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
