import type { RelationshipField } from 'payload'

import { isPartnerEditor, isPerson, partnersOf } from '../access/people.ts'
import { invalid } from '../lib/invalid.ts'

/**
 * The organisation that a file belongs to: its editors may change and delete the file. An editor's own
 * (first) partner is filled in, and an editor can choose among their own only. Not public.
 */
export const organisationField: RelationshipField = {
  name: 'organisation',
  type: 'relationship',
  access: { read: ({ req }) => isPerson({ req }) },
  admin: {
    description: {
      de: 'Wessen Datei das ist. Die Redaktion dieser Organisation darf sie ändern und löschen.',
      en: "Whose file this is. This organisation's editors may change and delete it.",
    },
    position: 'sidebar',
  },
  filterOptions: ({ req }) =>
    isPartnerEditor({ req }) ? { id: { in: partnersOf(req.user) } } : true,
  hooks: {
    beforeValidate: [
      ({ originalDoc, req, value }) => {
        if (!isPartnerEditor({ req })) {
          return value
        }
        const own = partnersOf(req.user)
        const chosen: unknown = value ?? originalDoc?.organisation ?? own[0]
        if (typeof chosen === 'string' && own.includes(chosen)) {
          return chosen
        }
        throw invalid(req, undefined, ['organisation'], {
          de: 'Bitte eine eigene Organisation auswählen.',
          en: 'Please choose one of your own organisations.',
        })
      },
    ],
  },
  label: { de: 'Organisation', en: 'Organisation' },
  relationTo: 'partners',
}
