import type { CollectionConfig } from 'payload'

import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { isCoordinator, nobody } from '../../src/access/people.ts'
import { labels } from '../../src/lib/say.ts'
import { auditActions } from '../../src/vocabularies/auditActions.ts'

/**
 * Who did what to which document, and when. Append-only: only the server writes it, and nobody can change
 * or delete it through any API. It holds ids, never values.
 */
export const AuditLog: CollectionConfig<'audit-log'> = {
  slug: 'audit-log',
  access: {
    create: nobody,
    delete: nobody,
    read: isCoordinator,
    update: nobody,
  },
  admin: {
    defaultColumns: ['createdAt', 'action', 'entity', 'documentId', 'actor'],
    group: { de: 'Verwaltung', en: 'Administration' },
    hidden: hiddenFromEditors,
    listSearchableFields: ['entity', 'documentId'],
    useAsTitle: 'action',
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  fields: [
    {
      name: 'action',
      type: 'select',
      index: true,
      label: { de: 'Vorgang', en: 'Action' },
      options: [...auditActions],
      required: true,
    },
    {
      name: 'entity',
      type: 'text',
      index: true,
      label: { de: 'Sammlung', en: 'Collection' },
      required: true,
    },
    {
      name: 'documentId',
      type: 'text',
      index: true,
      label: { de: 'Dokument', en: 'Document' },
    },
    {
      // The id and not a relationship: the log outlives the account. Empty: the server itself.
      name: 'actor',
      type: 'text',
      admin: { components: { Cell: '/src/features/audit/ActorCell.tsx#ActorCell' } },
      index: true,
      label: { de: 'Person', en: 'Person' },
    },
  ],
  labels: labels({ de: 'Protokolleintrag', en: 'Log entry' }, { de: 'Protokoll', en: 'Audit log' }),
  lockDocuments: false,
}
