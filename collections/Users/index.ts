import type { CollectionConfig } from 'payload'

import { coordinatorsOnly, isCoordinator, isSelfOrCoordinator } from '../../src/access/people.ts'
import { recordDeletion } from '../../src/audit/recordInAuditLog.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { labels } from '../../src/say.ts'
import { roles } from '../../src/vocabularies/roles.ts'
import { refuseFirstRegistration } from './endpoints/refuseFirstRegistration.ts'
import { recordAccessChange } from './hooks/recordAccessChange.ts'
import {
  refuseDeletionOfLastCoordinator,
  refuseLossOfLastCoordinator,
} from './hooks/refuseLastCoordinator.ts'

/** The people who sign in. */
export const Users: CollectionConfig<'users'> = {
  slug: 'users',
  access: {
    create: isCoordinator,
    delete: isCoordinator,
    read: isSelfOrCoordinator,
    unlock: isCoordinator,
    update: isSelfOrCoordinator,
  },
  admin: {
    defaultColumns: ['name', 'email', 'role', 'partners'],
    group: { de: 'Verwaltung', en: 'Administration' },
    listSearchableFields: ['name', 'email'],
    useAsTitle: 'name',
  },
  auth: {
    cookies: { sameSite: 'Strict' },
    lockTime: 10 * 60 * 1000,
    maxLoginAttempts: 5,
    tokenExpiration: 8 * 60 * 60,
  },
  defaultSort: 'name',
  endpoints: [refuseFirstRegistration],
  fields: [
    { name: 'name', type: 'text', label: { de: 'Name', en: 'Name' }, required: true },
    {
      name: 'role',
      type: 'select',
      access: { create: coordinatorsOnly, update: coordinatorsOnly },
      defaultValue: 'partner-editor',
      index: true,
      label: { de: 'Rolle', en: 'Role' },
      options: [...roles],
      required: true,
    },
    {
      name: 'partners',
      type: 'relationship',
      access: { create: coordinatorsOnly, update: coordinatorsOnly },
      admin: {
        condition: (data) => data.role === 'partner-editor',
        description: {
          de: 'Die Organisationen, deren Profile diese Person pflegt.',
          en: 'The organisations whose profiles this person looks after.',
        },
      },
      hasMany: true,
      label: { de: 'Partner', en: 'Partners' },
      relationTo: 'partners',
    },
    seedKeyField,
  ],
  hooks: {
    afterChange: [recordAccessChange],
    afterDelete: [recordDeletion],
    beforeChange: [refuseLossOfLastCoordinator],
    beforeDelete: [refuseDeletionOfLastCoordinator],
  },
  labels: labels({ de: 'Person', en: 'User' }, { de: 'Personen', en: 'Users' }),
}
