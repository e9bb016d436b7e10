import type { CollectionConfig } from 'payload'

import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { isCoordinator } from '../../src/access/people.ts'
import { audited } from '../../src/features/audit/index.ts'
import {
  decryptSecret,
  encryptSecret,
  makeSecret,
  testWebhook,
  validateTarget,
} from '../../src/features/webhooks/index.ts'
import { linkHooks } from '../../src/fields/links.ts'
import { labels } from '../../src/lib/say.ts'
import { webhookEvents } from '../../src/vocabularies/webhookEvents.ts'

/** URLs that are notified of changes of public content, for websites that are built in advance. */
export const Webhooks: CollectionConfig<'webhooks'> = {
  slug: 'webhooks',
  access: {
    create: isCoordinator,
    delete: isCoordinator,
    read: isCoordinator,
    update: isCoordinator,
  },
  admin: {
    defaultColumns: ['name', 'enabled', 'events', 'updatedAt'],
    group: { de: 'Verwaltung', en: 'Administration' },
    hidden: hiddenFromEditors,
    useAsTitle: 'name',
  },
  defaultSort: 'name',
  endpoints: [testWebhook],
  fields: [
    {
      name: 'name',
      type: 'text',
      admin: {
        description: {
          de: 'Welche Webseite benachrichtigt wird.',
          en: 'The website that is notified.',
        },
      },
      label: { de: 'Name', en: 'Name' },
      required: true,
    },
    {
      name: 'url',
      type: 'text',
      admin: {
        description: {
          de: 'Dorthin geht bei jeder Änderung eine kurze Nachricht: was geschehen ist und mit welchem Dokument, nicht der Inhalt.',
          en: 'Every change is sent here as a short message: what happened to which document, without its content.',
        },
        placeholder: 'https://www.example.org/hooks/ikost',
      },
      hooks: { afterRead: linkHooks.afterRead },
      label: { de: 'Adresse', en: 'Address' },
      required: true,
      validate: validateTarget,
    },
    {
      name: 'events',
      type: 'select',
      defaultValue: webhookEvents.map(({ value }) => value),
      hasMany: true,
      label: { de: 'Ereignisse', en: 'Events' },
      options: [...webhookEvents],
      required: true,
    },
    {
      name: 'secret',
      type: 'text',
      admin: {
        description: {
          de: 'Damit unterschreibt der Server jede Nachricht (Standard Webhooks, HMAC-SHA256). Leer lassen und speichern: Es entsteht ein neues.',
          en: 'The server signs each message with it (Standard Webhooks, HMAC-SHA256). Leave it empty and save: a new one is made.',
        },
        disableListColumn: true,
        disableListFilter: true,
      },
      hooks: {
        afterRead: [decryptSecret],
        beforeChange: [encryptSecret],
        beforeDuplicate: [() => null],
        beforeValidate: [makeSecret],
      },
      label: { de: 'Geheimnis', en: 'Secret' },
    },
    {
      name: 'enabled',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: true,
      label: { de: 'Eingeschaltet', en: 'Enabled' },
    },
    {
      name: 'deliveries',
      type: 'join',
      admin: {
        allowCreate: false,
        components: { Field: '/src/features/webhooks/Deliveries.tsx#Deliveries' },
        defaultColumns: ['createdAt', 'event', 'outcome', 'attempt'],
      },
      collection: 'webhook-deliveries',
      defaultLimit: 20,
      defaultSort: '-createdAt',
      label: { de: 'Zustellungen', en: 'Deliveries' },
      on: 'webhook',
    },
  ],
  hooks: audited,
  labels: labels({ de: 'Webhook', en: 'Webhook' }, { de: 'Webhooks', en: 'Webhooks' }),
}
