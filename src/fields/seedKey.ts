import type { TextField } from 'payload'

import { coordinatorsOnly, nobody } from '../access/people.ts'

/**
 * Which part of the seed made a document: `original/…` or `sample/…`. By this key a second run finds its
 * documents again even if they were renamed, and the sample data can be removed.
 */
export const seedKeyField: TextField = {
  name: 'seedKey',
  type: 'text',
  access: { create: nobody, read: coordinatorsOnly, update: nobody },
  admin: {
    condition: (data) => typeof data.seedKey === 'string' && data.seedKey.startsWith('sample/'),
    description: {
      de: 'Musterdaten zum Ausprobieren, frei erfunden. „npm run seed -- --remove-sample“ entfernt sie alle wieder.',
      en: 'Sample data for trying things out, all fictitious. "npm run seed -- --remove-sample" removes it again.',
    },
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
    position: 'sidebar',
    readOnly: true,
  },
  hooks: { beforeDuplicate: [() => null] },
  index: true,
  label: { de: 'Musterdaten', en: 'Sample data' },
}
