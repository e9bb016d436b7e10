import type { Field, GroupField, SelectField, Tab } from 'payload'

import { coordinatorOrOwnPartner } from '../../src/access/partners.ts'
import { coordinatorsOnly } from '../../src/access/people.ts'
import { day } from '../../src/fields/dates.ts'
import { openingHoursField } from '../../src/fields/openingHours.ts'
import {
  emailField,
  notBefore,
  phoneField,
  postalCodeField,
  validateTown,
  webAddressField,
} from '../../src/fields/validators.ts'
import { accessibility } from '../../src/vocabularies/accessibility.ts'
import { addressVisibility } from '../../src/vocabularies/addressVisibility.ts'
import { districts } from '../../src/vocabularies/districts.ts'
import { languages } from '../../src/vocabularies/languages.ts'
import { membershipStatus } from '../../src/vocabularies/membershipStatus.ts'
import { organisationKinds } from '../../src/vocabularies/organisationKinds.ts'
import { reach } from '../../src/vocabularies/reach.ts'
import { reviewStates } from '../../src/vocabularies/reviewStates.ts'
import { services } from '../../src/vocabularies/services.ts'
import { targetGroups } from '../../src/vocabularies/targetGroups.ts'

const isPublicAddress = (_: unknown, siblingData: { visibility?: string }): boolean =>
  siblingData?.visibility === 'public'

const hasTown = (_: unknown, siblingData: { visibility?: string }): boolean =>
  siblingData?.visibility !== 'secret'

export const names: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'name',
        type: 'text',
        access: { update: coordinatorsOnly },
        admin: { width: '70%' },
        index: true,
        label: { de: 'Name der Organisation', en: 'Name of the organisation' },
        required: true,
      },
      {
        name: 'shortName',
        type: 'text',
        admin: { width: '30%' },
        label: { de: 'Kurzname', en: 'Short name' },
        maxLength: 60,
      },
    ],
  },
]

export const kind: SelectField = {
  name: 'kind',
  type: 'select',
  access: { update: coordinatorsOnly },
  admin: { position: 'sidebar' },
  index: true,
  label: { de: 'Art der Organisation', en: 'Kind of organisation' },
  options: [...organisationKinds],
  required: true,
}

export const profile: Tab = {
  fields: [
    {
      name: 'description',
      type: 'textarea',
      admin: {
        description: {
          de: 'Zwei oder drei Sätze für Listen. Bei geheimer Anschrift bitte nichts schreiben, was den Ort verrät.',
          en: 'Two or three sentences for lists. If the address is secret, write nothing that reveals the place.',
        },
      },
      label: { de: 'Kurzbeschreibung', en: 'Description' },
      localized: true,
      maxLength: 600,
    },
    {
      name: 'profile',
      type: 'richText',
      admin: { disableListFilter: true },
      label: { de: 'Ausführliches Profil', en: 'Profile' },
      localized: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'services',
          type: 'select',
          admin: { width: '50%' },
          hasMany: true,
          label: { de: 'Angebote', en: 'Services' },
          options: [...services],
        },
        {
          name: 'targetGroups',
          type: 'select',
          admin: { width: '50%' },
          hasMany: true,
          label: { de: 'Zielgruppen', en: 'Target groups' },
          options: [...targetGroups],
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'languages',
          type: 'select',
          admin: { width: '50%' },
          hasMany: true,
          label: { de: 'Sprachen', en: 'Languages' },
          options: [...languages],
        },
        {
          name: 'accessibility',
          type: 'select',
          admin: { width: '50%' },
          hasMany: true,
          label: { de: 'Barrierefreiheit', en: 'Accessibility' },
          options: [...accessibility],
        },
      ],
    },
    {
      name: 'logo',
      type: 'upload',
      label: { de: 'Logo', en: 'Logo' },
      relationTo: 'media',
    },
    {
      name: 'documents',
      type: 'upload',
      hasMany: true,
      label: { de: 'Dokumente', en: 'Documents' },
      relationTo: 'documents',
    },
  ],
  label: { de: 'Profil', en: 'Profile' },
}

export const contact: Tab = {
  admin: {
    description: {
      de: 'Alles auf dieser Seite ist öffentlich.',
      en: 'Everything on this tab is public.',
    },
  },
  fields: [
    {
      name: 'phones',
      type: 'array',
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'label',
              type: 'text',
              admin: { placeholder: { de: 'zum Beispiel: Beratung', en: 'e.g. counselling' } },
              label: { de: 'Bezeichnung', en: 'Label' },
              localized: true,
            },
            {
              name: 'number',
              type: 'text',
              admin: {
                description: {
                  de: 'Genau eine Nummer. Wird international gespeichert, zum Beispiel +493023125000; 110 oder 116 016 bleiben, wie sie sind.',
                  en: 'Exactly one number. Stored in international form, e.g. +493023125000; 110 or 116 016 stay as they are.',
                },
              },
              ...phoneField,
              label: { de: 'Rufnummer', en: 'Number' },
              required: true,
            },
          ],
        },
        {
          name: 'hours',
          type: 'text',
          admin: { placeholder: { de: 'zum Beispiel: rund um die Uhr', en: 'e.g. day and night' } },
          label: { de: 'Sprechzeiten', en: 'Hours' },
          localized: true,
        },
        {
          type: 'row',
          fields: [
            {
              name: 'freeOfCharge',
              type: 'checkbox',
              defaultValue: false,
              label: { de: 'Kostenlos', en: 'Free of charge' },
            },
            {
              name: 'hiddenOnBill',
              type: 'checkbox',
              defaultValue: false,
              label: {
                de: 'Erscheint nicht auf der Telefonrechnung',
                en: 'Not shown on the phone bill',
              },
            },
          ],
        },
      ],
      label: { de: 'Telefon', en: 'Phones' },
      labels: {
        plural: { de: 'Rufnummern', en: 'Phone numbers' },
        singular: { de: 'Rufnummer', en: 'Phone number' },
      },
      maxRows: 10,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'email',
          type: 'email',
          admin: { width: '50%' },
          ...emailField,
          label: { de: 'E-Mail', en: 'E-mail' },
        },
        {
          name: 'website',
          type: 'text',
          admin: { placeholder: 'https://www.example.org', width: '50%' },
          ...webAddressField,
          label: { de: 'Internetseite', en: 'Website' },
        },
      ],
    },
    openingHoursField,
  ],
  label: { de: 'Erreichbarkeit', en: 'Contact' },
}

export const place: Tab = {
  fields: [
    {
      name: 'reach',
      type: 'select',
      admin: {
        description: {
          de: 'Wer über einzelne Landkreise und Städte hinaus hilft, erscheint bei jedem von ihnen.',
          en: 'Organisations that work beyond single districts are found in every district.',
        },
      },
      defaultValue: 'district',
      index: true,
      label: { de: 'Zuständigkeit', en: 'Reach' },
      options: [...reach],
      required: true,
    },
    {
      name: 'districts',
      type: 'select',
      hasMany: true,
      label: { de: 'Landkreise und kreisfreie Städte', en: 'Districts' },
      options: [...districts],
    },
    {
      name: 'address',
      type: 'group',
      fields: [
        {
          name: 'visibility',
          type: 'select',
          admin: {
            description: {
              de: '„Geheim“ und „Nur der Ort“ verschieben Straße, Postleitzahl und Lage nach „Intern“, wo sie nur die Koordinierungsstelle und die eigene Redaktion sehen.',
              en: '"Secret" and "Town only" move street, postal code and position to "Internal", where only the office and the organisation\'s own editors see them.',
            },
          },
          // `keepAddressSecret` sets the default.
          label: { de: 'Sichtbarkeit', en: 'Visibility' },
          options: [...addressVisibility],
        },
        {
          name: 'street',
          type: 'text',
          admin: { condition: isPublicAddress },
          label: { de: 'Straße und Hausnummer', en: 'Street and number' },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'postalCode',
              type: 'text',
              admin: { condition: isPublicAddress, width: '30%' },
              ...postalCodeField,
              label: { de: 'Postleitzahl', en: 'Postal code' },
            },
            {
              name: 'town',
              type: 'text',
              admin: { condition: hasTown, width: '70%' },
              label: { de: 'Ort', en: 'Town' },
              validate: validateTown,
            },
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'latitude',
              type: 'number',
              admin: { condition: isPublicAddress, step: 0.000_001, width: '50%' },
              label: { de: 'Geografische Breite', en: 'Latitude' },
              max: 90,
              min: -90,
            },
            {
              name: 'longitude',
              type: 'number',
              admin: { condition: isPublicAddress, step: 0.000_001, width: '50%' },
              label: { de: 'Geografische Länge', en: 'Longitude' },
              max: 180,
              min: -180,
            },
          ],
        },
      ],
      label: { de: 'Anschrift', en: 'Address' },
    },
  ],
  label: { de: 'Ort und Zuständigkeit', en: 'Place and reach' },
}

export const membership: Tab = {
  fields: [
    {
      name: 'membership',
      type: 'group',
      access: { update: coordinatorsOnly },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'since',
              type: 'date',
              admin: { date: day, width: '50%' },
              label: { de: 'Unterzeichnet am', en: 'Signatory since' },
            },
            {
              name: 'status',
              type: 'select',
              admin: { width: '50%' },
              label: { de: 'Status', en: 'Status' },
              options: [...membershipStatus],
            },
          ],
        },
      ],
      label: { de: 'Kooperationsvereinbarung', en: 'Cooperation agreement' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'verifiedAt',
          type: 'date',
          access: { update: coordinatorsOnly },
          admin: { date: day, width: '50%' },
          label: { de: 'Zuletzt bestätigt am', en: 'Verified at' },
        },
        {
          name: 'reviewDue',
          type: 'date',
          access: { update: coordinatorsOnly },
          admin: { date: day, width: '50%' },
          label: { de: 'Nächste Bestätigung fällig am', en: 'Review due' },
          validate: notBefore('verifiedAt', {
            de: 'Die nächste Bestätigung kann nicht vor der letzten fällig sein.',
            en: 'The next verification cannot be due before the last one.',
          }),
        },
      ],
    },
  ],
  label: { de: 'Mitgliedschaft', en: 'Membership' },
}

export const internal: Tab = {
  admin: {
    description: {
      de: 'Nur für die Koordinierungsstelle und die eigene Organisation. Nichts davon wird veröffentlicht.',
      en: 'For the office and this organisation only. None of this is ever published.',
    },
  },
  fields: [
    {
      name: 'internal',
      type: 'group',
      access: { read: coordinatorOrOwnPartner },
      fields: [
        {
          name: 'contacts',
          type: 'array',
          admin: { initCollapsed: true },
          fields: [
            {
              type: 'row',
              fields: [
                { name: 'name', type: 'text', label: { de: 'Name', en: 'Name' }, required: true },
                { name: 'role', type: 'text', label: { de: 'Funktion', en: 'Role' } },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'phone',
                  type: 'text',
                  ...phoneField,
                  label: { de: 'Telefon', en: 'Phone' },
                },
                {
                  name: 'email',
                  type: 'email',
                  ...emailField,
                  label: { de: 'E-Mail', en: 'E-mail' },
                },
              ],
            },
          ],
          label: { de: 'Ansprechpersonen', en: 'Contacts' },
          labels: {
            plural: { de: 'Ansprechpersonen', en: 'Contacts' },
            singular: { de: 'Ansprechperson', en: 'Contact' },
          },
        },
        {
          name: 'postalAddress',
          type: 'textarea',
          label: { de: 'Postanschrift', en: 'Postal address' },
        },
        {
          name: 'notes',
          type: 'textarea',
          label: { de: 'Notizen', en: 'Notes' },
        },
        {
          name: 'officeNotes',
          type: 'textarea',
          access: { create: coordinatorsOnly, read: coordinatorsOnly, update: coordinatorsOnly },
          admin: {
            description: {
              de: 'Nur für die Koordinierungsstelle.',
              en: 'For the office only.',
            },
          },
          label: { de: 'Notizen der Koordinierungsstelle', en: 'Notes of the office' },
        },
      ],
      label: false,
    },
  ],
  label: { de: 'Intern', en: 'Internal' },
}

/** A column of the list: how much of the address is public. */
export const shownAddressColumn: Field = {
  name: 'shownAddress',
  type: 'ui',
  admin: {
    components: {
      Cell: '/src/features/address/AddressCell.tsx#AddressCell',
      Field: '/src/features/adminUI/NoDifference.tsx#NoDifference',
    },
  },
  label: { de: 'Öffentliche Anschrift', en: 'Public address' },
}

/** The review state of the changes, above all other fields. */
export const reviewNotice: Field = {
  name: 'reviewNotice',
  type: 'ui',
  admin: {
    components: { Field: '/src/features/review/ReviewNotice.tsx#ReviewNotice' },
    disableListColumn: true,
  },
}

export const review: GroupField = {
  name: 'review',
  type: 'group',
  access: { read: coordinatorOrOwnPartner, update: coordinatorsOnly },
  // `reviewNotice` shows it in words.
  admin: { hidden: true },
  fields: [
    {
      name: 'state',
      type: 'select',
      defaultValue: 'none',
      label: { de: 'Stand', en: 'State' },
      options: [...reviewStates],
    },
    {
      name: 'note',
      type: 'textarea',
      label: { de: 'Hinweis', en: 'Note' },
    },
    {
      name: 'submittedAt',
      type: 'date',
      label: { de: 'Eingereicht am', en: 'Handed in at' },
    },
  ],
  label: { de: 'Prüfung', en: 'Review' },
}

export const trusted: Field = {
  name: 'trusted',
  type: 'checkbox',
  access: { read: coordinatorsOnly, update: coordinatorsOnly },
  admin: {
    description: {
      de: 'Die Redaktion dieser Organisation veröffentlicht selbst, ohne Prüfung. Gilt, sobald es veröffentlicht ist.',
      en: "This organisation's editors may publish without review. Takes effect once you publish this.",
    },
    position: 'sidebar',
  },
  defaultValue: false,
  label: { de: 'Vertrauenswürdig', en: 'Trusted' },
}
