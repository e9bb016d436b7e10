import type { CollectionConfig } from 'payload'

import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { isCoordinator } from '../../src/access/people.ts'
import { audited } from '../../src/features/audit/index.ts'
import { labels } from '../../src/lib/say.ts'

/**
 * Websites and apps that may also read drafts, for a preview. They sign in with an API key
 * (`Authorization: frontends API-Key …`), never with a password.
 */
export const Frontends: CollectionConfig<'frontends'> = {
  slug: 'frontends',
  access: {
    admin: () => false,
    create: isCoordinator,
    delete: isCoordinator,
    read: isCoordinator,
    unlock: isCoordinator,
    update: isCoordinator,
  },
  admin: {
    defaultColumns: ['name', 'enableAPIKey', 'updatedAt'],
    group: { de: 'Verwaltung', en: 'Administration' },
    hidden: hiddenFromEditors,
    useAsTitle: 'name',
  },
  auth: { disableLocalStrategy: true, useAPIKey: true },
  defaultSort: 'name',
  fields: [
    {
      name: 'name',
      type: 'text',
      admin: {
        description: {
          de: 'Welche Webseite oder App diesen Schlüssel benutzt.',
          en: 'Which website or app uses this key.',
        },
      },
      label: { de: 'Name', en: 'Name' },
      required: true,
    },
  ],
  hooks: audited,
  labels: labels({ de: 'Frontend', en: 'Frontend' }, { de: 'Frontends', en: 'Frontends' }),
}
