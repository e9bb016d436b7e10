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
 * Makes a copy of a document a draft, whatever the request says: Payload copies the texts of all
 * languages, and nobody should publish what they have not seen. Collections without drafts are exempt.
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

/** The id of the document of which a copy is being made in this request; undefined if none is. */
export const sourceOfCopy = sources.get
