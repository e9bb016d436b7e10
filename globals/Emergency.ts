import type { GlobalConfig } from 'payload'

import { officeGlobal } from '../src/access/content.ts'
import { hiddenFromEditors } from '../src/access/hiddenFromEditors.ts'
import { recordGlobalChange } from '../src/features/audit/index.ts'
import { askBeforePublishingGlobal } from '../src/features/publishing/index.ts'
import { officeWarnings } from '../src/features/secretPlaces/index.ts'
import { tellOfGlobalChange } from '../src/features/webhooks/index.ts'
import { globalDraftsWithAutosave } from '../src/fields/drafts.ts'
import { validateEmergencyNumber, webAddressField } from '../src/fields/validators.ts'
import { keepGlobalPublished } from '../src/hooks/keepGlobalPublished.ts'

/** What a person in danger needs, since the office itself gives no emergency help. */
export const Emergency: GlobalConfig<'emergency'> = {
  slug: 'emergency',
  access: officeGlobal,
  admin: { group: { de: 'Einstellungen', en: 'Settings' }, hidden: hiddenFromEditors },
  fields: [
    ...officeWarnings('emergency'),
    {
      name: 'notice',
      type: 'textarea',
      admin: {
        description: {
          de: 'Der Satz, dass die Koordinierungsstelle selbst keine Soforthilfe leistet.',
          en: 'The sentence which says that the office itself gives no emergency help.',
        },
      },
      label: { de: 'Hinweis', en: 'Notice' },
      localized: true,
      required: true,
    },
    {
      // Not "numbers".
      // Workaround (payloadcms/payload#17241): Payload's SQL adapters keep that table name for
      // themselves. Can go when they do not, and the API has another version: frontends read `phones`;
      // tests/integration/payload/upstream.test.ts notices.
      name: 'phones',
      type: 'array',
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'label',
              type: 'text',
              label: { de: 'Bezeichnung', en: 'Label' },
              localized: true,
              required: true,
            },
            {
              name: 'number',
              type: 'text',
              label: { de: 'Rufnummer', en: 'Number' },
              required: true,
              validate: validateEmergencyNumber,
            },
          ],
        },
        {
          name: 'note',
          type: 'text',
          label: { de: 'Hinweis', en: 'Note' },
          localized: true,
        },
      ],
      label: { de: 'Notrufnummern', en: 'Emergency numbers' },
      labels: {
        plural: { de: 'Notrufnummern', en: 'Emergency numbers' },
        singular: { de: 'Notrufnummer', en: 'Emergency number' },
      },
      minRows: 1,
      required: true,
    },
    {
      name: 'quickExit',
      type: 'text',
      admin: {
        description: {
          de: 'Unverfängliche Seite, auf die „Seite schnell verlassen“ führt.',
          en: 'The harmless page to which "Exit this page" leads.',
        },
      },
      label: { de: 'Ziel des Schnellausstiegs', en: 'Quick-exit target' },
      required: true,
      ...webAddressField,
    },
  ],
  hooks: {
    afterChange: [recordGlobalChange, tellOfGlobalChange],
    beforeChange: [askBeforePublishingGlobal],
    beforeOperation: [keepGlobalPublished],
  },
  label: { de: 'Notfall', en: 'Emergency' },
  versions: globalDraftsWithAutosave,
}
