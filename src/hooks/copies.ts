import type { SanitizedCollectionConfig } from 'payload'

import type { BeforeOperation } from '../lib/beforeOperation.ts'
import { requestNotes } from '../lib/requestNotes.ts'

const sources = requestNotes<string>('source of a copy')

type Create = {
  collection: { config: SanitizedCollectionConfig }
  data?: Record<string, unknown>
  duplicateFromID?: number | string
}

/**
 * Makes a copy a draft, whatever is asked for: Payload copies the texts of all languages, and whoever
 * publishes should have seen them. What has no drafts is public as it is copied.
 */
export const copyAsDraft: BeforeOperation = ({ args, operation, req }) => {
  const { collection, data, duplicateFromID } = args as Create
  if (operation !== 'create') {
    return args
  }
  const { slug, versions } = collection.config
  sources.set(req, slug, duplicateFromID === undefined ? undefined : String(duplicateFromID))
  return duplicateFromID !== undefined && versions
    ? { ...args, data: { ...data, _status: 'draft' }, draft: true }
    : args
}

/** The document of which the one that is being made is a copy; undefined: of none. */
export const sourceOfCopy = sources.get
