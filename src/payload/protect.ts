import type { GlobalBeforeOperationHook, SanitizedConfig } from 'payload'

import { nobody } from '../access/people.ts'
import { refuseStaleGlobalWrite, refuseStaleWrite } from '../features/staleWrites/index.ts'
import { keepLinksSafe } from '../fields/links.ts'
import { copyAsDraft } from '../hooks/copies.ts'
import { forgetRestoring } from '../hooks/forgetRestoring.ts'
import { narrowToIDs } from '../hooks/narrowToIDs.ts'
import { noteWhatIsWritten } from '../hooks/publicState.ts'
import { chainsOf, refuseCircles } from '../hooks/refuseCircles.ts'
import { noteListing } from '../lib/listing.ts'
import { clampGlobalQuery, clampQuery } from '../http/limits/clampQuery.ts'
import { closeInternalCollections } from './closeInternalCollections.ts'
import { closeUndecidedFields } from './closeUndecidedFields.ts'
import { narrowEndpoints, narrowGlobalEndpoints } from './narrowEndpoints.ts'
import { refuseIncompleteContent } from './refuseIncompleteContent.ts'
import { refuseInternalSearch } from './refuseInternalSearch.ts'

/**
 * Adds the rules that hold for every collection and global, Payload's own included, so that none of them
 * can forget one. Changes the built config in place, since plugins and Payload add to it while it is
 * built.
 *
 * @throws if nobody has decided who may read a collection or global.
 */
export const protect = (config: SanitizedConfig): SanitizedConfig => {
  closeInternalCollections(config)
  refuseIncompleteContent(config)
  refuseInternalSearch(config)
  // For the test that requires a decision on every field.
  config.custom = { ...config.custom, undecidedFields: closeUndecidedFields(config) }
  for (const collection of config.collections) {
    const { hooks, slug } = collection
    narrowEndpoints(collection)
    keepLinksSafe(collection.fields)
    if (!collection.versions) {
      collection.access.readVersions = nobody
    }
    hooks.beforeOperation = [
      forgetRestoring,
      clampQuery,
      narrowToIDs,
      copyAsDraft,
      refuseStaleWrite(slug),
      ...(hooks.beforeOperation ?? []),
      noteWhatIsWritten(slug),
      noteListing,
    ]
    const chains = chainsOf(collection, collection.flattenedFields)
    if (chains.length > 0) {
      hooks.beforeChange = [refuseCircles(chains), ...(hooks.beforeChange ?? [])]
    }
  }
  for (const global of config.globals) {
    const { hooks } = global
    narrowGlobalEndpoints(global)
    keepLinksSafe(global.fields)
    hooks.beforeOperation = [
      forgetRestoring as GlobalBeforeOperationHook,
      clampGlobalQuery,
      refuseStaleGlobalWrite,
      ...(hooks.beforeOperation ?? []),
    ]
  }
  return config
}
