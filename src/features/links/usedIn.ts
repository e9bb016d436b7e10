import type { UIField } from 'payload'

/** Where a document is used, beside its form. */
export const usedInField: UIField = {
  name: 'usedIn',
  type: 'ui',
  admin: {
    components: { Field: '/src/features/links/UsedIn.tsx#UsedIn' },
    disableListColumn: true,
    position: 'sidebar',
  },
}
