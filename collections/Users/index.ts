import type { CollectionConfig } from 'payload'

import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import {
  accountOf,
  coordinatorsOnly,
  isCoordinator,
  isSelfOrCoordinator,
  nobody,
  seeSelfOrCoordinator,
} from '../../src/access/people.ts'
import { environment } from '../../src/environment.ts'
import { recordDeletion } from '../../src/features/audit/index.ts'
import {
  countSignIns,
  currentPasswordField,
  demandCurrentPassword,
  demandSecondFactor,
  endSessions,
  forgotPassword,
  inviteAgain,
  inviteInsteadOfPassword,
  noteReset,
  recordReset,
  recordSignIn,
  recordSignInChange,
  refuseDisabled,
  refuseWeakPassword,
  removeFactorOfDeleted,
  sendInvitation,
  sessionEndpoints,
  twoFactorEndpoints,
  unlock,
} from '../../src/features/signIn/index.ts'
import { seedKeyField } from '../../src/fields/seedKey.ts'
import { labels } from '../../src/lib/say.ts'
import { roles } from '../../src/vocabularies/roles.ts'
import { recordAccessChange } from './hooks/recordAccessChange.ts'
import {
  refuseDeletionOfLastCoordinator,
  refuseLossOfLastCoordinator,
} from './hooks/refuseLastCoordinator.ts'

/** The people who sign in. */
export const Users: CollectionConfig<'users'> = {
  slug: 'users',
  access: {
    admin: (args) => accountOf(args) !== undefined,
    create: isCoordinator,
    delete: isCoordinator,
    read: seeSelfOrCoordinator,
    unlock: isCoordinator,
    update: isSelfOrCoordinator,
  },
  admin: {
    components: {
      views: { edit: { default: { Component: '/src/features/signIn/EditUser.tsx#EditUser' } } },
    },
    defaultColumns: ['name', 'email', 'role', 'partners'],
    group: { de: 'Verwaltung', en: 'Administration' },
    hidden: hiddenFromEditors,
    listSearchableFields: ['name', 'email'],
    useAsTitle: 'name',
  },
  auth: {
    cookies: {
      sameSite: 'Strict',
      secure: environment.serverURL?.startsWith('https:') ?? false,
    },
    // Requests are counted by `forgotPassword`.
    // Workaround (no issue known): Payload notes them outside the transaction that it has begun, and so
    // waits for itself in SQLite. Can go when it notes them within it;
    // tests/integration/payload/upstream.test.ts notices.
    forgotPassword: { minRequestInterval: 0 },
    // `countSignIns` limits attempts, for accounts that do not exist as well.
    maxLoginAttempts: 0,
    tokenExpiration: 8 * 60 * 60,
  },
  defaultSort: 'name',
  endpoints: [forgotPassword, inviteAgain, unlock, ...sessionEndpoints, ...twoFactorEndpoints],
  fields: [
    currentPasswordField,
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
    {
      name: 'accountTools',
      type: 'ui',
      admin: {
        components: { Field: '/src/features/signIn/AccountTools.tsx#AccountTools' },
        disableListColumn: true,
      },
    },
    {
      name: 'disabled',
      type: 'checkbox',
      access: { create: coordinatorsOnly, update: coordinatorsOnly },
      admin: {
        description: {
          de: 'Gesperrte Personen können sich nicht anmelden und werden sofort überall abgemeldet.',
          en: 'The person cannot sign in any more, and is signed out everywhere at once.',
        },
        position: 'sidebar',
      },
      defaultValue: false,
      label: { de: 'Gesperrt', en: 'Disabled' },
    },
    {
      name: 'secondFactor',
      type: 'checkbox',
      access: { create: nobody, update: nobody },
      admin: { position: 'sidebar', readOnly: true },
      defaultValue: false,
      label: { de: 'Zwei-Faktor-Anmeldung', en: 'Two-factor sign-in' },
    },
    seedKeyField,
  ],
  hooks: {
    afterChange: [recordAccessChange, recordSignInChange, sendInvitation],
    afterDelete: [recordDeletion, removeFactorOfDeleted],
    afterLogin: [recordSignIn, recordReset],
    beforeChange: [refuseLossOfLastCoordinator, endSessions],
    beforeDelete: [refuseDeletionOfLastCoordinator],
    beforeLogin: [refuseDisabled, demandSecondFactor],
    beforeOperation: [
      countSignIns,
      noteReset,
      refuseWeakPassword,
      demandCurrentPassword,
      inviteInsteadOfPassword,
    ],
  },
  labels: labels({ de: 'Person', en: 'User' }, { de: 'Personen', en: 'Users' }),
}
