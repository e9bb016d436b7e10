import type { CollectionConfig } from 'payload'

import { isCoordinator, nobody } from '../../src/access/people.ts'
import { labels } from '../../src/lib/say.ts'

/** The log of deliveries: a line for each attempt, with its outcome, kept for 30 days. */
export const WebhookDeliveries: CollectionConfig<'webhook-deliveries'> = {
  slug: 'webhook-deliveries',
  access: { create: nobody, delete: nobody, read: isCoordinator, update: nobody },
  admin: {
    defaultColumns: ['createdAt', 'webhook', 'event', 'outcome', 'attempt'],
    hidden: true,
    useAsTitle: 'event',
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  fields: [
    {
      name: 'webhook',
      type: 'relationship',
      index: true,
      label: { de: 'Webhook', en: 'Webhook' },
      relationTo: 'webhooks',
    },
    { name: 'event', type: 'text', label: { de: 'Ereignis', en: 'Event' }, required: true },
    {
      // The same for every attempt, so that receivers can recognise repetitions.
      name: 'message',
      type: 'text',
      label: { de: 'Nachricht', en: 'Message' },
      required: true,
    },
    {
      name: 'attempt',
      type: 'number',
      label: { de: 'Versuch', en: 'Attempt' },
      required: true,
    },
    {
      // The status of the reply, or the code of an error such as ECONNREFUSED.
      name: 'outcome',
      type: 'text',
      label: { de: 'Ergebnis', en: 'Outcome' },
      required: true,
    },
    { name: 'ok', type: 'checkbox', label: { de: 'Zugestellt', en: 'Delivered' } },
  ],
  graphQL: { pluralName: 'WebhookDeliveries', singularName: 'WebhookDelivery' },
  labels: labels({ de: 'Zustellung', en: 'Delivery' }, { de: 'Zustellungen', en: 'Deliveries' }),
  lockDocuments: false,
}
