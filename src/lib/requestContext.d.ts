import 'payload'

declare module 'payload' {
  /** What this project notes in the context of a request; hooks of one document note by `requestNotes`. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- types do not merge
  interface RequestContext {
    /** A person is created who is to get a mail with a link to set a password. */
    isInvitation?: boolean
    /** A password is set by the link of a mail. */
    isPasswordReset?: boolean
    /** The server reads with a person's rights (`asPerson`). */
    isReadOfServer?: boolean
    /** Payload's own: a version is being restored. */
    isRestoringVersion?: boolean
    /** The e-mail address with which somebody tries to sign in. */
    signInOf?: string
    /** What webhooks have been told of in this request. */
    toldWebhooks?: Set<string>
  }
}
