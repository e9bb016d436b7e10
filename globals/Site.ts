import type { GlobalConfig } from 'payload'

import { officeGlobal } from '../src/access/content.ts'
import { hiddenFromEditors } from '../src/access/hiddenFromEditors.ts'
import { recordGlobalChange } from '../src/features/audit/index.ts'
import { askBeforePublishingGlobal } from '../src/features/publishing/index.ts'
import { officeWarnings } from '../src/features/secretPlaces/index.ts'
import { tellOfGlobalChange } from '../src/features/webhooks/index.ts'
import { day } from '../src/fields/dates.ts'
import { globalDraftsWithAutosave } from '../src/fields/drafts.ts'
import { keepGlobalPublished } from '../src/hooks/keepGlobalPublished.ts'

/** What the office calls itself, and the facts of the cooperation. */
export const Site: GlobalConfig<'site'> = {
  slug: 'site',
  access: officeGlobal,
  admin: { group: { de: 'Einstellungen', en: 'Settings' }, hidden: hiddenFromEditors },
  fields: [
    ...officeWarnings('site'),
    {
      name: 'name',
      type: 'text',
      label: { de: 'Name', en: 'Name' },
      localized: true,
      required: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'shortName',
          type: 'text',
          label: { de: 'Kurzname', en: 'Short name' },
          localized: true,
        },
        {
          name: 'logoText',
          type: 'text',
          admin: {
            description: {
              de: 'Alternativtext des Logos im Kopf der Seite.',
              en: 'Alternative text of the logo in the header.',
            },
          },
          label: { de: 'Logotext', en: 'Logo text' },
          localized: true,
        },
      ],
    },
    { name: 'claim', type: 'text', label: { de: 'Leitsatz', en: 'Claim' }, localized: true },
    {
      name: 'cooperation',
      type: 'group',
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'signedOn',
              type: 'date',
              admin: { date: day, width: '50%' },
              label: { de: 'Vereinbarung gezeichnet am', en: 'Agreement signed on' },
            },
            {
              name: 'partners',
              type: 'number',
              admin: { width: '50%' },
              label: { de: 'Zahl der Partner', en: 'Number of partners' },
              max: 9999,
              min: 0,
            },
          ],
        },
      ],
      label: { de: 'Kooperation', en: 'Cooperation' },
    },
  ],
  hooks: {
    afterChange: [recordGlobalChange, tellOfGlobalChange],
    beforeChange: [askBeforePublishingGlobal],
    beforeOperation: [keepGlobalPublished],
  },
  label: { de: 'Angaben zur Koordinierungsstelle', en: 'About the office' },
  versions: globalDraftsWithAutosave,
}
