import type { Config } from 'payload'

import { filters } from '../features/quickFilters/index.ts'

const conflictDialog = '/src/features/staleWrites/ConflictDialog.tsx#ConflictDialog'
const quickFilters = '/src/features/quickFilters/QuickFilters.tsx#QuickFilters'
const Status = '/src/features/adminUI/Status.tsx#Status'

/** Adds the controls that all collections and globals share to their lists and forms. */
export const withControls = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    admin: {
      ...collection.admin,
      components: {
        ...collection.admin?.components,
        ...(filters[collection.slug] && {
          beforeListTable: [...(collection.admin?.components?.beforeListTable ?? []), quickFilters],
        }),
        edit: {
          ...collection.admin?.components?.edit,
          beforeDocumentControls: [
            ...(collection.admin?.components?.edit?.beforeDocumentControls ?? []),
            conflictDialog,
          ],
          ...(collection.versions && { Status }),
        },
      },
    },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    admin: {
      ...global.admin,
      components: {
        ...global.admin?.components,
        elements: {
          ...global.admin?.components?.elements,
          beforeDocumentControls: [conflictDialog],
          ...(global.versions && { Status }),
        },
      },
    },
  })),
})
