import type { CollectionConfig } from 'payload'

import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { coordinatorsOnly, isCoordinator, nobody } from '../../src/access/people.ts'
import { linkableCollections } from '../../src/addresses/paths.ts'
import { askBeforePublishing, recordAnswers } from '../../src/features/publishing/index.ts'
import {
  checkRedirect,
  tellOfDeletedRedirect,
  tellOfRedirect,
} from '../../src/features/redirects/index.ts'
import { officeWarnings } from '../../src/features/secretPlaces/index.ts'
import { linkHooks } from '../../src/fields/links.ts'
import { labels } from '../../src/lib/say.ts'
import { redirectStatuses } from '../../src/vocabularies/redirectStatuses.ts'

/** Old addresses of the website, and where they lead now. The server makes most of them, when a document moves. */
export const Redirects: CollectionConfig<'redirects'> = {
  slug: 'redirects',
  access: {
    create: isCoordinator,
    delete: isCoordinator,
    read: (args) => isCoordinator(args) || { targetIsPublic: { not_equals: false } },
    update: isCoordinator,
  },
  admin: {
    defaultColumns: ['from', 'to.type', 'createdAt'],
    group: { de: 'Inhalte', en: 'Content' },
    hidden: hiddenFromEditors,
    listSearchableFields: ['from'],
    useAsTitle: 'from',
  },
  fields: [
    {
      name: 'from',
      type: 'text',
      admin: { placeholder: '/alte-seite' },
      hooks: { beforeDuplicate: [({ value }) => `${String(value)}-2`] },
      index: true,
      label: { de: 'Alte Adresse', en: 'Old address' },
      required: true,
      unique: true,
    },
    {
      name: 'to',
      type: 'group',
      fields: [
        {
          name: 'type',
          type: 'radio',
          admin: { layout: 'horizontal' },
          defaultValue: 'reference',
          label: { de: 'Ziel', en: 'Target' },
          options: [
            { label: { de: 'Dokument', en: 'Document' }, value: 'reference' },
            { label: { de: 'Eigene Adresse', en: 'Web address' }, value: 'custom' },
          ],
        },
        {
          name: 'reference',
          type: 'relationship',
          admin: { condition: (_, siblingData) => siblingData?.type === 'reference' },
          label: { de: 'Dokument, auf das weitergeleitet wird', en: 'Document to redirect to' },
          relationTo: linkableCollections,
          required: true,
        },
        {
          name: 'url',
          type: 'text',
          admin: { condition: (_, siblingData) => siblingData?.type === 'custom' },
          hooks: linkHooks,
          label: { de: 'Eigene Adresse', en: 'Web address' },
          required: true,
        },
      ],
      label: false,
    },
    {
      name: 'type',
      type: 'select',
      admin: {
        description: {
          de: 'Eine dauerhafte Weiterleitung merken sich Browser und Suchmaschinen.',
          en: 'Browsers and search engines remember a permanent redirect.',
        },
        isClearable: false,
      },
      defaultValue: redirectStatuses[0].value,
      label: { de: 'Art', en: 'Type' },
      options: [...redirectStatuses],
    },
    {
      // Set by the server: a redirect to an unpublished document would lead nowhere, so it is not public.
      name: 'targetIsPublic',
      type: 'checkbox',
      access: { create: nobody, read: coordinatorsOnly, update: nobody },
      admin: { hidden: true },
      defaultValue: true,
      label: { de: 'Ziel ist öffentlich', en: 'Target is public' },
    },
    ...officeWarnings('redirects'),
  ],
  hooks: {
    afterChange: [recordAnswers, tellOfRedirect],
    afterDelete: [tellOfDeletedRedirect],
    beforeChange: [checkRedirect, askBeforePublishing],
  },
  labels: labels(
    { de: 'Weiterleitung', en: 'Redirect' },
    { de: 'Weiterleitungen', en: 'Redirects' },
  ),
}
