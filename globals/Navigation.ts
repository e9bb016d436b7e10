import type { ArrayField, FieldHook, GlobalConfig } from 'payload'

import { asPerson } from '../src/access/asPerson.ts'
import { officeGlobal } from '../src/access/content.ts'
import { hiddenFromEditors } from '../src/access/hiddenFromEditors.ts'
import { nobody } from '../src/access/people.ts'
import { recordGlobalChange } from '../src/features/audit/index.ts'
import { askBeforePublishingGlobal } from '../src/features/publishing/index.ts'
import { officeWarnings } from '../src/features/secretPlaces/index.ts'
import { tellOfGlobalChange } from '../src/features/webhooks/index.ts'
import { globalDraftsWithAutosave } from '../src/fields/drafts.ts'
import { webAddressField } from '../src/fields/validators.ts'
import { keepGlobalPublished } from '../src/hooks/keepGlobalPublished.ts'
import { idOf } from '../src/lib/idOf.ts'
import type { Navigation as NavigationData } from '../src/payload-types.ts'

type Entry = NonNullable<NavigationData['header']>[number]

/** Adds to each entry its path on the website; there is none for other websites, and for what may not be read. */
const withPaths: FieldHook<NavigationData, Entry[] | null> = async ({ req, value }) => {
  const entries = value ?? []
  const ids = entries.flatMap(({ page, type }) => (type === 'page' && idOf(page)) || [])
  const { docs } =
    ids.length === 0
      ? { docs: [] }
      : await req.payload.find({
          ...asPerson(req),
          collection: 'pages',
          depth: 0,
          pagination: false,
          select: { path: true },
          where: { id: { in: ids } },
        })
  return entries.map((entry) => ({
    ...entry,
    path: docs.find(({ id }) => entry.type === 'page' && id === idOf(entry.page))?.path,
  }))
}

const links = (name: string, label: { de: string; en: string }): ArrayField => ({
  name,
  type: 'array',
  admin: { initCollapsed: true },
  fields: [
    {
      name: 'label',
      type: 'text',
      label: { de: 'Beschriftung', en: 'Label' },
      localized: true,
      required: true,
    },
    {
      name: 'type',
      type: 'radio',
      admin: { layout: 'horizontal' },
      defaultValue: 'page',
      label: { de: 'Ziel', en: 'Target' },
      options: [
        { label: { de: 'Seite', en: 'Page' }, value: 'page' },
        { label: { de: 'Internetadresse', en: 'Web address' }, value: 'url' },
      ],
      required: true,
    },
    {
      name: 'page',
      type: 'relationship',
      admin: { condition: (_, siblingData) => siblingData?.type !== 'url' },
      label: { de: 'Seite', en: 'Page' },
      relationTo: 'pages',
      required: true,
    },
    {
      name: 'url',
      type: 'text',
      admin: { condition: (_, siblingData) => siblingData?.type === 'url' },
      label: { de: 'Internetadresse', en: 'Web address' },
      required: true,
      ...webAddressField,
    },
    {
      // Where the entry leads on the website, as the `path` of documents; computed, not stored.
      name: 'path',
      type: 'text',
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
      custom: { computedFrom: ['page', 'type'] },
      label: { de: 'Pfad', en: 'Path' },
      virtual: true,
    },
  ],
  hooks: { afterRead: [withPaths] },
  label,
  labels: {
    plural: { de: 'Einträge', en: 'Entries' },
    singular: { de: 'Eintrag', en: 'Entry' },
  },
  maxRows: 12,
})

export const Navigation: GlobalConfig<'navigation'> = {
  slug: 'navigation',
  access: officeGlobal,
  admin: { group: { de: 'Einstellungen', en: 'Settings' }, hidden: hiddenFromEditors },
  fields: [
    ...officeWarnings('navigation'),
    links('header', { de: 'Kopf der Seite', en: 'Header' }),
    links('footer', { de: 'Fuß der Seite', en: 'Footer' }),
  ],
  hooks: {
    afterChange: [recordGlobalChange, tellOfGlobalChange],
    beforeChange: [askBeforePublishingGlobal],
    beforeOperation: [keepGlobalPublished],
  },
  label: { de: 'Navigation', en: 'Navigation' },
  versions: globalDraftsWithAutosave,
}
