import 'payload'

import type { Listing } from './listing.ts'

declare module 'payload' {
  /** What this project notes in the context of a request. What hooks note about one document is in `requestNotes`. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- types do not merge
  interface RequestContext {
    /** The user that is being created gets a mail with a link to set a password. */
    isInvitation?: boolean
    /** The password is being set through the link in a mail. */
    isPasswordReset?: boolean
    /** The server reads with a person's rights (`asPerson`). */
    isReadOfServer?: boolean
    /** Payload's own: a version is being restored. */
    isRestoringVersion?: boolean
    /** A list of which only the ids are read from the database. */
    listing?: Listing
    /** The only documents of a collection that a list may have. */
    onlyIDs?: { collection: string; ids: string[] }
    /** The e-mail address with which somebody tries to sign in. */
    signInOf?: string
    /** Documents whose change was already queued for webhooks in this request. */
    toldWebhooks?: Set<string>
  }
}
