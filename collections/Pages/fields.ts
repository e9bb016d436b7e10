import type { ArrayField, RelationshipField, TextField } from 'payload'

import { nobody } from '../../src/access/people.ts'
import { breadcrumbsOf } from './breadcrumbs.ts'

export const parentField: RelationshipField = {
  name: 'parent',
  type: 'relationship',
  admin: { position: 'sidebar' },
  filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
  index: true,
  label: { de: 'Übergeordnete Seite', en: 'Parent page' },
  maxDepth: 1,
  relationTo: 'pages',
}

/**
 * The path of the page on the website, without language, since slugs are not localised. The server
 * updates it, for the page and for all below it.
 */
export const pathField: TextField = {
  name: 'path',
  type: 'text',
  access: { create: nobody, update: nobody },
  admin: {
    description: {
      de: 'Entsteht aus der Kurzadresse und den Seiten darüber.',
      en: 'Made from the slug and the pages above.',
    },
    position: 'sidebar',
    readOnly: true,
  },
  hooks: { beforeDuplicate: [() => null] },
  index: true,
  label: { de: 'Pfad', en: 'Path' },
}

/** The pages from the top level down to this one, in the requested language. Computed, not stored. */
export const breadcrumbsField: ArrayField = {
  name: 'breadcrumbs',
  type: 'array',
  access: { create: nobody, update: nobody },
  admin: { hidden: true },
  custom: { computedFrom: ['path'] },
  fields: [
    { name: 'doc', type: 'relationship', maxDepth: 0, relationTo: 'pages' },
    { name: 'label', type: 'text', localized: true },
    { name: 'url', type: 'text' },
    // Whether the label falls back to another language than the requested one.
    { name: 'isFallback', type: 'checkbox' },
  ],
  hooks: { afterRead: [({ data, req }) => breadcrumbsOf(data ?? {}, req)] },
  label: { de: 'Brotkrumen', en: 'Breadcrumbs' },
  virtual: true,
}
