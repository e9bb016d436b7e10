import type { UIField } from 'payload'

/** A column of a list: when a document will be published or unpublished as scheduled. */
export const scheduledColumn: UIField = {
  name: 'scheduled',
  type: 'ui',
  admin: {
    components: {
      Cell: '/src/features/schedule/ScheduledCell.tsx#ScheduledCell',
      Field: '/src/features/schedule/ScheduledNotice.tsx#ScheduledNotice',
    },
    position: 'sidebar',
  },
  label: { de: 'Geplant', en: 'Scheduled' },
}
