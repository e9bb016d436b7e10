import type { CollectionConfig, UploadConfig } from 'payload'

import { anyoneButTrash } from '../src/access/content.ts'
import { coordinatorOrEditor, coordinatorOrOwnFile } from '../src/access/partners.ts'
import { audited } from '../src/features/audit/index.ts'
import {
  noteFiles,
  prepareUpload,
  removeFilesWithDocument,
  serveFile,
  withoutFile,
} from '../src/features/files/index.ts'
import { refuseDeletionInUse, usedInField } from '../src/features/links/index.ts'
import { askBeforePublishing, recordAnswers } from '../src/features/publishing/index.ts'
import { officeWarnings } from '../src/features/secretPlaces/index.ts'
import { tellOfChange, tellOfDeletion } from '../src/features/webhooks/index.ts'
import { organisationField } from '../src/fields/files.ts'
import { seedKeyField } from '../src/fields/seedKey.ts'

type Files<Slug extends 'documents' | 'media'> = {
  /** Whether browsers show such a file, or save it. */
  disposition: Parameters<typeof serveFile>[0]
  slug: Slug
  upload: Omit<UploadConfig, 'handlers'>
} & Omit<CollectionConfig<Slug>, 'access' | 'hooks' | 'slug' | 'trash' | 'upload'>

/**
 * A collection of files: public as they are, without drafts; everybody who works here adds some, and changes
 * those of the own organisation. What lay there before is noted first, so that it can be taken away when the
 * change is committed.
 */
export const fileCollection = <Slug extends 'documents' | 'media'>({
  admin,
  disposition,
  fields,
  slug,
  upload,
  ...rest
}: Files<Slug>): CollectionConfig<Slug> => ({
  ...rest,
  slug,
  access: {
    create: coordinatorOrEditor,
    delete: coordinatorOrOwnFile,
    read: anyoneButTrash,
    update: coordinatorOrOwnFile,
  },
  admin: { ...admin, group: { de: 'Dateien', en: 'Files' } },
  fields: [
    ...officeWarnings(slug),
    ...fields,
    organisationField,
    usedInField,
    seedKeyField,
    withoutFile,
  ],
  hooks: {
    afterChange: [...audited.afterChange, tellOfChange, recordAnswers],
    afterDelete: [...audited.afterDelete, tellOfDeletion],
    beforeChange: [noteFiles, ...audited.beforeChange, askBeforePublishing],
    beforeDelete: [...audited.beforeDelete, removeFilesWithDocument],
    beforeOperation: [refuseDeletionInUse(slug), prepareUpload(slug)],
  },
  trash: true,
  upload: {
    ...upload,
    disableLocalStorage: true,
    // A duplicate comes without; `prepareUpload` asks everybody else for one.
    filesRequiredOnCreate: false,
    handlers: [serveFile(disposition)],
    pasteURL: false,
  },
})
