import type { Config } from 'payload'

const conflictDialog = '/src/admin/document/ConflictDialog.tsx#ConflictDialog'
const Status = '/src/admin/document/Status.tsx#Status'

/** Puts into the editing pages of all collections and globals what belongs into each of them. */
export const withDocumentControls = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    admin: {
      ...collection.admin,
      components: {
        ...collection.admin?.components,
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
