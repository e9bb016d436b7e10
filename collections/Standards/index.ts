import { officeContent } from '../../src/access/content.ts'
import { hiddenFromEditors } from '../../src/access/hiddenFromEditors.ts'
import { officeWarnings } from '../../src/features/secretPlaces/index.ts'
import { day } from '../../src/fields/dates.ts'
import { bodyField } from '../../src/fields/richText.ts'
import { slugField } from '../../src/fields/slug.ts'
import { notBefore } from '../../src/fields/validators.ts'
import { includeWiderReach } from '../../src/hooks/includeWiderReach.ts'
import { labels } from '../../src/lib/say.ts'
import { standardStatus } from '../../src/vocabularies/standardStatus.ts'
import { contentCollection } from '../contentCollection.ts'
import { editionsField } from './editions.ts'

export const Standards = contentCollection({
  slug: 'standards',
  access: officeContent('standards'),
  admin: {
    defaultColumns: ['title', 'reference', 'version', 'status', 'validFrom', '_status'],
    group: { de: 'Inhalte', en: 'Content' },
    hidden: hiddenFromEditors,
    listSearchableFields: ['title', 'reference', 'slug'],
    useAsTitle: 'title',
  },
  defaultPopulate: {
    path: true,
    reference: true,
    slug: true,
    status: true,
    title: true,
    url: true,
    version: true,
  },
  defaultSort: 'title',
  fields: [
    editionsField,
    ...officeWarnings('standards'),
    {
      name: 'title',
      type: 'text',
      label: { de: 'Titel', en: 'Title' },
      localized: true,
      required: true,
    },
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            {
              name: 'scope',
              type: 'textarea',
              admin: {
                description: {
                  de: 'Für welche Fälle und für wen der Standard gilt.',
                  en: 'The cases and the people that the standard applies to.',
                },
              },
              label: { de: 'Geltungsbereich', en: 'Scope' },
              localized: true,
            },
            bodyField,
          ],
          label: { de: 'Text', en: 'Text' },
        },
        {
          admin: {
            description: {
              de: 'Wer tut was, bis wann, auf welcher Rechtsgrundlage.',
              en: 'Who does what, by when, on which legal basis.',
            },
          },
          fields: [
            {
              name: 'steps',
              type: 'array',
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'actor',
                      type: 'text',
                      admin: { width: '50%' },
                      label: { de: 'Wer', en: 'Actor' },
                      localized: true,
                      required: true,
                    },
                    {
                      name: 'deadline',
                      type: 'text',
                      admin: {
                        placeholder: { de: 'zum Beispiel: am selben Tag', en: 'e.g. the same day' },
                        width: '50%',
                      },
                      label: { de: 'Bis wann', en: 'Deadline' },
                      localized: true,
                    },
                  ],
                },
                {
                  name: 'action',
                  type: 'textarea',
                  label: { de: 'Tut was', en: 'Action' },
                  localized: true,
                  required: true,
                },
                {
                  name: 'legalBasis',
                  type: 'text',
                  admin: { placeholder: '§ 17a NPOG' },
                  label: { de: 'Rechtsgrundlage', en: 'Legal basis' },
                  localized: true,
                },
              ],
              label: { de: 'Schritte', en: 'Steps' },
              labels: {
                plural: { de: 'Schritte', en: 'Steps' },
                singular: { de: 'Schritt', en: 'Step' },
              },
            },
          ],
          label: { de: 'Schritte', en: 'Steps' },
        },
        {
          fields: [
            {
              name: 'responsible',
              type: 'relationship',
              hasMany: true,
              label: { de: 'Verantwortliche Partner', en: 'Responsible partners' },
              relationTo: 'partners',
            },
            {
              name: 'documents',
              type: 'upload',
              hasMany: true,
              label: { de: 'Dokumente', en: 'Documents' },
              relationTo: 'documents',
            },
            {
              name: 'supersedes',
              type: 'relationship',
              filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
              label: { de: 'Löst ab', en: 'Supersedes' },
              relationTo: 'standards',
            },
          ],
          label: { de: 'Bezüge', en: 'Relations' },
        },
      ],
    },
    slugField({ from: 'title' }),
    {
      name: 'reference',
      type: 'text',
      admin: { position: 'sidebar' },
      index: true,
      label: { de: 'Kennung', en: 'Reference' },
    },
    {
      name: 'version',
      type: 'text',
      admin: { placeholder: '1.0', position: 'sidebar' },
      label: { de: 'Fassung', en: 'Version' },
    },
    {
      name: 'status',
      type: 'select',
      admin: {
        description: {
          de: 'Ob der Standard gilt. Ob er auf Webseiten erscheint, entscheidet „Veröffentlichen“.',
          en: 'Whether the standard applies. To show it on websites, publish it.',
        },
        position: 'sidebar',
      },
      defaultValue: 'draft',
      index: true,
      label: { de: 'Geltung', en: 'Status' },
      options: [...standardStatus],
      required: true,
    },
    ...[
      { name: 'adoptedOn', label: { de: 'Beschlossen am', en: 'Adopted on' } },
      {
        name: 'validFrom',
        label: { de: 'Gültig ab', en: 'Valid from' },
        validate: notBefore('adoptedOn', {
          de: 'Ein Standard kann nicht gelten, bevor er beschlossen ist.',
          en: 'A standard cannot be valid before it is adopted.',
        }),
      },
      {
        name: 'reviewDue',
        label: { de: 'Überprüfung fällig am', en: 'Review due' },
        validate: notBefore('validFrom', {
          de: 'Die Überprüfung kann nicht vor der Gültigkeit fällig sein.',
          en: 'The review cannot be due before the standard is valid.',
        }),
      },
    ].map((field) => ({
      ...field,
      type: 'date' as const,
      admin: { date: day, position: 'sidebar' as const },
    })),
  ],
  indexes: [{ fields: ['_status', 'status'] }],
  labels: labels({ de: 'Standard', en: 'Standard' }, { de: 'Standards', en: 'Standards' }),
  own: { find: [includeWiderReach] },
  searched: {
    common: ['reference'],
    excerpt: 'scope',
    localized: ['title', 'scope', 'body', 'steps'],
  },
})
