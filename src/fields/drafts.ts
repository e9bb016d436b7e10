import type { CollectionConfig } from 'payload'

type Versions = CollectionConfig['versions']

/** Despite autosave, the button is shown: it assures people who come twice a year that their work is saved. */
const autosave = { interval: 1500, showSaveDraftButton: true }

/** Drafts with autosave. The last 50 versions of a document are kept. */
export const draftsWithAutosave = {
  drafts: { autosave },
  maxPerDoc: 50,
} satisfies Versions

/** Drafts with autosave that can be scheduled for publishing. */
export const draftsWithSchedule = {
  drafts: { autosave, schedulePublish: { timeFormat: 'HH:mm' } },
  maxPerDoc: 50,
} satisfies Versions

/** Drafts with autosave for a global, where Payload's name for the number of versions is `max`. */
export const globalDraftsWithAutosave = { drafts: { autosave }, max: 50 }
