import type { CollectionConfig, UploadConfig } from 'payload'

import { anyoneButTrash } from '../src/access/content.ts'
import { coordinatorOrEditor, coordinatorOrOwnFile } from '../src/access/partners.ts'
import { audited } from '../src/features/audit/index.ts'
import {
  noteFiles,
  prepareUpload,
  removeFilesWithDocument,
  selectNames,
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
 * Makes a collection of files. They have no drafts and are always public. Coordinators and editors add
 * files; editors change those of their own organisation only. The former file is noted before a change, so
 * that it can be removed after the commit.
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
    beforeOperation: [refuseDeletionInUse(slug), prepareUpload(slug), selectNames],
  },
  trash: true,
  upload: {
    ...upload,
    disableLocalStorage: true,
    // Not for a duplicate; in all other cases `prepareUpload` requires a file.
    filesRequiredOnCreate: false,
    handlers: [serveFile(disposition)],
    pasteURL: false,
  },
})
