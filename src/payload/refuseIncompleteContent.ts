import type { SanitizedConfig } from 'payload'

import { linkableCollections } from '../addresses/paths.ts'

/**
 * What has drafts is content, and content is complete: it has an address on the website, and with that a
 * place in the search, the sitemap, redirects and webhooks.
 *
 * @throws when a collection is one but not the other.
 */
export const refuseIncompleteContent = ({ collections }: SanitizedConfig): void => {
  for (const { custom, slug, versions } of collections) {
    const isLinkable = (linkableCollections as string[]).includes(slug)
    const isContent = Boolean(versions?.drafts) && custom?.searched !== undefined
    if (Boolean(versions?.drafts) !== isLinkable || isLinkable !== isContent) {
      throw new Error(
        `"${slug}" is content in part only: make it by collections/contentCollection.ts, and give it an address in src/addresses/paths.ts.`,
      )
    }
  }
}
