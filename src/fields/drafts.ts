import type { CollectionConfig } from 'payload'

type Versions = CollectionConfig['versions']

/** The button says to people who come twice a year that their work is safe. */
const autosave = { interval: 1500, showSaveDraftButton: true }

/** Drafts that save themselves; the last 50 states of a document are kept. */
export const draftsWithAutosave = {
  drafts: { autosave },
  maxPerDoc: 50,
} satisfies Versions

/** Drafts with autosave whose publishing can be put off to a date. */
export const draftsWithSchedule = {
  drafts: { autosave, schedulePublish: { timeFormat: 'HH:mm' } },
  maxPerDoc: 50,
} satisfies Versions

/** Globals count their versions by `max`. */
export const globalDraftsWithAutosave = { drafts: { autosave }, max: 50 }
