import type { BeforeOperation } from './beforeOperation.ts'

/** A list of documents that Payload is asked for, and of which the database is to tell the ids only. */
export type Listing = {
  /** What Payload was asked for, once all hooks have changed it. */
  args?: object
  collection: string
  /**
   * How many documents there are in all, if it is known.
   *
   * @param what names the condition.
   */
  count: (what: string, compute: () => Promise<number>) => Promise<number>
  /** What the database has found, in its order. */
  ids?: string[]
}

/** Notes what a listing asks for. Must be the last `beforeOperation` hook. */
export const noteListing: BeforeOperation = ({ args, operation, req: { context } }) => {
  const { listing } = context
  const { collection } = args as { collection?: { config: { slug: string } } }
  if (operation === 'read' && listing && collection?.config.slug === listing.collection) {
    listing.args ??= args as object
  }
  return args
}
